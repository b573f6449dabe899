"""Rules come in through one door; what cannot be loaded is named, and the others run."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator

import pytest
from factlint import Finding, Option, Reading, Rule
from factlint.discovery import Plugin
from factlint.options import checked_options
from factlint.problem import SettingsError, UnknownRuleError
from factlint.registry import family, installed, load, of_classes


class WrongTotal(Rule):
    """A total that is wrong."""

    code = "TOT001"
    aliases = ("TOT900",)
    options = {
        "slack": Option(0.5, "Percent that a total may be off.", low=0, high=10),
        "brands": Option(["BYD"], "Brands that are looked at."),
        "strict": Option(False, "Whether rounding counts."),
    }

    def check(self, article: Reading, /) -> Iterator[Finding]:
        yield from ()


class WrongTotalAgain(WrongTotal):
    """Takes a code that is taken."""


class WrongPlace(WrongTotal):
    """Another rule."""

    code = "TOT002"
    aliases = ()


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    module = types.ModuleType("house_of_rules")
    monkeypatch.setitem(sys.modules, "house_of_rules", module)
    return module


def plugin(target: str, name: str = "house") -> Plugin:
    return Plugin("house-rules", name, target)


def test_the_built_in_rules_come_through_the_entry_point_without_problems() -> None:
    registry = installed()
    assert registry.problems == ()
    assert "PCT001" in {rule.code for rule in registry.rules}
    assert [rule.code for rule in registry.rules] == sorted(rule.code for rule in registry.rules)


def test_an_entry_may_name_a_rule_or_something_that_returns_rules(house: types.ModuleType) -> None:
    house.One = WrongTotal  # type: ignore[attr-defined]
    house.more = lambda: [WrongPlace]  # type: ignore[attr-defined]
    registry = load([plugin("house_of_rules:One"), plugin("house_of_rules:more")])
    assert [rule.code for rule in registry.rules] == ["TOT001", "TOT002"]


def test_a_plugin_that_fails_to_import_is_named_and_the_others_load(house: types.ModuleType) -> None:
    house.rules = lambda: [WrongTotal]  # type: ignore[attr-defined]
    registry = load([plugin("not_there_at_all:rules", "lost"), plugin("house_of_rules:rules")])
    (problem,) = registry.problems
    assert problem.kind == "plug-in"
    assert "house-rules (lost = not_there_at_all:rules)" in problem.message
    assert "ModuleNotFoundError" in problem.message
    assert [rule.code for rule in registry.rules] == ["TOT001"]


@pytest.mark.parametrize("offered", [lambda: 1 / 0, lambda: [int], lambda: [Rule], lambda: None, lambda: sys.exit(3)])
def test_a_plugin_that_raises_or_offers_something_else_is_a_problem(house: types.ModuleType, offered: object) -> None:
    house.rules = offered  # type: ignore[attr-defined]
    registry = load([plugin("house_of_rules:rules")])
    assert registry.rules == ()
    assert [problem.kind for problem in registry.problems] == ["plug-in"]


def test_a_code_that_is_taken_is_refused_and_both_rules_are_named() -> None:
    registry = of_classes([WrongTotal, WrongTotalAgain])
    assert registry.rules == (WrongTotal,)
    (problem,) = registry.problems
    assert problem.kind == "duplicate-code"
    assert "test_registry.WrongTotal and" in problem.message
    assert "test_registry.WrongTotalAgain" in problem.message


def test_rules_are_found_by_code_name_and_alias() -> None:
    registry = of_classes([WrongTotal, WrongPlace])
    assert {registry.find(word) for word in ("TOT001", "tot001", "wrong-total", "TOT900")} == {WrongTotal}
    assert registry.matching(["TOT"]) == {"TOT001", "TOT002"}
    assert registry.matching(["all"]) == {"TOT001", "TOT002"}
    assert registry.matching(["wrong-place"]) == {"TOT002"}
    assert registry.matching([]) == frozenset()
    assert family("TOT001") == "TOT"


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownRuleError, match=r"Did you mean wrong-total\?"):
        of_classes([WrongTotal]).find("wrong-totl")
    with pytest.raises(UnknownRuleError, match="no rule is called ''"):
        of_classes([WrongTotal]).matching([""])


def test_options_take_the_type_of_their_default() -> None:
    given = {"slack": 2, "brands": ["NIO"], "strict": True}
    assert checked_options(WrongTotal, given, "x.toml") == {"slack": 2.0, "brands": ["NIO"], "strict": True}
    assert WrongTotal({"slack": 2.0}).settings == {"slack": 2.0, "brands": ["BYD"], "strict": False}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"slak": 1}, "Did you mean slack?"),
        ({"slack": "much"}, "takes float, not 'much'"),
        ({"slack": 11}, "at most 10, not 11"),
        ({"slack": -1}, "at least 0, not -1"),
        ({"brands": "BYD"}, "takes list, not 'BYD'"),
        ({"strict": 1}, "takes bool, not 1"),
    ],
)
def test_a_wrong_option_names_the_place_the_rule_and_what_would_do(given: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as raised:
        checked_options(WrongTotal, given, "x.toml: [rules.TOT001]")
    assert said in str(raised.value)
    assert str(raised.value).startswith("x.toml: [rules.TOT001]: ")
    assert "TOT001" in str(raised.value)
