"""The rules that are there: loaded from plug-ins, found by code, family, name or alias."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from factlint.discovery import Plugin, plugins
from factlint.nearest import did_you_mean
from factlint.problem import Problem, UnknownRuleError
from factlint.rule import Rule

RuleClass = type[Rule]


class Registry(msgspec.Struct, frozen=True, eq=False):
    """Every rule that could be loaded, by code, and what kept others from being loaded."""

    rules: tuple[RuleClass, ...]
    problems: tuple[Problem, ...] = ()

    def find(self, word: str) -> RuleClass:
        """The one rule with this code, name or alias. Raises UnknownRuleError with the nearest that exists."""
        for rule in self.rules:
            if word.upper() == rule.code or word.lower() == rule.name or word in rule.aliases:
                return rule
        raise UnknownRuleError(f"no rule is called {word!r}.{did_you_mean(word, self._words())}")

    def matching(self, words: Iterable[str]) -> frozenset[str]:
        """The codes that codes, families (``PCT``), names, aliases or ``all`` stand for.

        Raises UnknownRuleError for a word that stands for none.
        """
        codes: set[str] = set()
        for word in words:
            family = {rule.code for rule in self.rules if rule.code.startswith(word.upper())}
            if word.lower() == "all":
                codes |= {rule.code for rule in self.rules}
            elif word and family:
                codes |= family
            else:
                codes.add(self.find(word).code)
        return frozenset(codes)

    def _words(self) -> list[str]:
        return [word for rule in self.rules for word in (rule.code, rule.name, *rule.aliases)]


@cache
def installed() -> Registry:
    """The rules of all installed plug-ins."""
    return load(plugins())


def load(declared: Iterable[Plugin]) -> Registry:
    """Load plug-ins in order. One that fails is named with its error, and the others are loaded."""
    candidates: list[tuple[RuleClass, str]] = []
    problems: list[Problem] = []
    for plugin in declared:
        try:
            candidates += [(rule, str(plugin)) for rule in _classes(plugin)]
        except (Exception, SystemExit) as error:
            problems.append(
                Problem("plug-in", f"the rule plug-in {plugin} cannot be loaded: {type(error).__name__}: {error}")
            )
    accepted, refused = _without_clashes(candidates)
    return Registry(accepted, (*problems, *refused))


def of_classes(classes: Iterable[RuleClass]) -> Registry:
    """A registry of given rules, such as those of a package under test."""
    accepted, refused = _without_clashes((rule, rule.__module__) for rule in classes)
    return Registry(accepted, refused)


def _classes(plugin: Plugin) -> list[RuleClass]:
    module, _, attribute = plugin.target.partition(":")
    loaded: Any = import_module(module)
    for part in attribute.split(".") if attribute else ():
        loaded = getattr(loaded, part)
    offered: list[Any] = [loaded] if isinstance(loaded, type) else list(loaded())
    for offer in offered:
        if not (isinstance(offer, type) and issubclass(offer, Rule)):
            raise TypeError(f"{offer!r} is not a Rule class")
        if not getattr(offer, "code", ""):
            raise TypeError(f"{offer.__name__} has no code")
    return offered


def _without_clashes(
    candidates: Iterable[tuple[RuleClass, str]],
) -> tuple[tuple[RuleClass, ...], tuple[Problem, ...]]:
    """Accept rules in order; refuse one whose code, name or alias is taken, naming both."""
    taken: dict[str, RuleClass] = {}
    accepted: list[RuleClass] = []
    problems: list[Problem] = []
    for rule, origin in candidates:
        clash = next((word for word in (rule.code, rule.name, *rule.aliases) if word in taken), None)
        if clash is not None:
            first = taken[clash]
            message = (
                f"{clash} belongs to two rules, {_home(first)} and {_home(rule)};"
                f" the second, from {origin}, is not used. Give it another code or name."
            )
            problems.append(Problem("duplicate-code", message, code=rule.code))
            continue
        taken |= dict.fromkeys((rule.code, rule.name, *rule.aliases), rule)
        accepted.append(rule)
    return tuple(sorted(accepted, key=lambda rule: rule.code)), tuple(problems)


def _home(rule: RuleClass) -> str:
    return f"{rule.__module__}.{rule.__qualname__}"


def family(code: str) -> str:
    """The letters of a code: ``PCT`` of ``PCT001``."""
    return code.rstrip("0123456789")
