"""For whoever writes rules: the examples of a rule as tests.

import pytest
from factlint.testing import cases
import newsroom_rules

@pytest.mark.parametrize("example", cases(newsroom_rules), ids=str)
def test_example(example):
    example.verify()
"""

from __future__ import annotations

import datetime as dt
import os
import pkgutil
import sys
from collections.abc import Iterator
from html import escape
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import msgspec

from factlint.article import Article, read
from factlint.assembly import finding_span
from factlint.engine import Checked, check, understand
from factlint.finding import Finding
from factlint.options import checked_options
from factlint.places import Places
from factlint.problem import SettingsError
from factlint.registry import installed
from factlint.rule import Case, Review, Rule
from factlint.suppress import applied, reviewed, suppressions_of

OPEN, CLOSE = "«", "»"


class Example(msgspec.Struct, frozen=True, eq=False):
    """One example of a rule, valid or invalid; ``str(example)`` is a name for a test."""

    rule: type[Rule]
    case: Case
    valid: bool
    number: int

    def __str__(self) -> str:
        return f"{self.rule.code}-{'valid' if self.valid else 'invalid'}-{self.number}"

    def verify(self) -> None:
        """Raises AssertionError, with what was found, when the rule does not do what the example says."""
        if self.valid:
            found = check_text(self.rule, self.case)
            assert not found, f"{self}: reported, though it is a valid example\n{self._told(found)}"
        else:
            _verify_invalid(self)

    def _told(self, found: list[Finding]) -> str:
        lines = [f"{one.severity} at {one.place.quote!r}: {one.message}" for one in found] or ["no finding"]
        return "\n".join([f"article: {self.case.headline} {self.case.text}".strip(), *lines])


def check_text(rule: type[Rule], text: str | Case) -> list[Finding]:
    """What one rule says of a text or case, in the order of the text. Marks of a case are taken out first.

    Raises AssertionError when the rule fails, SettingsError for an option that it does not have.
    """
    case = text if isinstance(text, Case) else Case(text)
    return list(_checked(rule, _source(case)[0] if OPEN in case.text else _composed(case), case).findings)


def cases(origin: type[Rule] | ModuleType | str) -> list[Example]:
    """Every example of a rule, or of all rules in a module or package (or its name, or the path of a file)."""
    if isinstance(origin, type):
        return [*_examples(origin, valid=False), *_examples(origin, valid=True)]
    return [example for rule in rules_in(origin) for example in cases(rule)]


def assert_rule(rule: type[Rule]) -> None:
    """Run all examples of a rule, which must have both kinds. Raises AssertionError."""
    assert rule.valid, f"{rule.code} has no valid example"
    assert rule.invalid, f"{rule.code} has no invalid example"
    assert rule.__doc__, f"{rule.code} has no page: write its docstring"
    for example in cases(rule):
        example.verify()


def rules_in(origin: ModuleType | str) -> list[type[Rule]]:
    """The rules that a module, and where it is a package its modules, define, by code. Raises SettingsError."""
    module = _imported(origin) if isinstance(origin, str) else origin
    found = {
        value
        for part in _modules(module)
        for value in vars(part).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == part.__name__
    }
    return sorted((rule for rule in found if getattr(rule, "code", "")), key=lambda rule: rule.code)


def _verify_invalid(example: Example) -> None:
    case, rule = example.case, example.rule
    source, marked = _source(case)
    assert marked, f"{example}: an invalid example marks the place with {OPEN}…{CLOSE}"
    checked = _checked(rule, source, case)
    found = list(checked.findings)
    places = Places(checked.reading.article)
    spans = [finding_span(one, places) for one in found]
    for start, end in marked:
        hit = any(span.start < end and start < max(span.end, span.start + 1) for span in spans)
        assert hit, f"{example}: no finding at {source[start:end]!r}\n{example._told(found)}"
    assert any(case.says in one.message for one in found), (
        f"{example}: no message says {case.says!r}\n{example._told(found)}"
    )
    if case.severity is not None:
        assert any(one.severity is case.severity for one in found), (
            f"{example}: no finding is of severity {case.severity}\n{example._told(found)}"
        )


def _checked(rule: type[Rule], source: str, case: Case) -> Checked:
    date = dt.date.fromisoformat(case.date) if case.date else None
    article = read(source, path=f"<{rule.code}>", format=case.format, date=date)
    options = checked_options(rule, case.options, f"{rule.code} example")
    if issubclass(rule, Review):
        return _reviewed(rule(options), article)
    checked = check(understand(article), [rule(options)])
    assert not checked.problems, checked.problems[0].message
    return checked


def _reviewed(rule: Review, article: Article) -> Checked:
    """What one rule says of suppressions, once all installed rules have spoken."""
    registry = installed()
    rules = [other() for other in registry.rules if other.code != rule.code]
    checked = check(understand(article), rules)
    _, judged = applied(article, checked.findings, suppressions_of(article, None), registry, rules)
    return msgspec.structs.replace(checked, findings=tuple(reviewed(article, judged, [rule])))


def _composed(case: Case) -> str:
    """The source of a case: its headline above its text, as the format writes headlines."""
    if not case.headline:
        return case.text
    if case.format == "html":
        return f"<h1>{escape(case.headline, quote=False)}</h1>\n{case.text}"
    if case.format == "json":
        raise ValueError("the headline of a JSON case belongs in its payload")
    return f"{'# ' if case.format == 'markdown' else ''}{case.headline}\n\n{case.text}"


def _source(case: Case) -> tuple[str, list[tuple[int, int]]]:
    """The source of an invalid case without its marks, and the spans that were marked."""
    kept: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for index, part in enumerate(_composed(case).split(OPEN)):
        marked, closed, after = part.partition(CLOSE) if index else ("", "", part)
        if index:
            if not closed:
                raise ValueError(f"{OPEN} without {CLOSE} in {case.text!r}")
            spans.append((length, length + len(marked)))
        kept += [marked, after]
        length += len(marked) + len(after)
    return "".join(kept), spans


def _examples(rule: type[Rule], valid: bool) -> Iterator[Example]:
    for number, given in enumerate(rule.valid if valid else rule.invalid, start=1):
        yield Example(rule, given if isinstance(given, Case) else Case(given), valid, number)


def _imported(name: str) -> ModuleType:
    try:
        if name.endswith(".py") or os.path.sep in name:
            return _loaded_file(name)
        sys.path.insert(0, os.getcwd())
        try:
            return import_module(name)
        finally:
            sys.path.remove(os.getcwd())
    except (Exception, SystemExit) as error:
        raise SettingsError(f"{name} cannot be imported: {type(error).__name__}: {error}") from None


def _loaded_file(path: str) -> ModuleType:
    spec = spec_from_file_location(os.path.splitext(os.path.basename(path))[0], path)
    if spec is None or spec.loader is None:
        raise ImportError("it is no Python file")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _modules(module: ModuleType) -> Iterator[ModuleType]:
    yield module
    for part in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{module.__name__}."):
        yield from _modules(import_module(part.name))
