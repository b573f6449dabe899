"""Whoever writes rules can run their examples, and is told what is wrong with them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from factlint import Case, Finding, Option, Place, Reading, Rule, Severity
from factlint.problem import SettingsError
from factlint.testing import assert_rule, cases, check_text, rules_in


class ShoutingMark(Rule):
    """Two exclamation marks stand together."""

    code = "HSE001"
    severity = Severity.WARNING
    options = {"marks": Option("!!", "What shouting looks like.")}
    wording = "{quote} shouts."
    valid = ["BYD sold 4,000 cars!", Case("Quiet.", options={"marks": "??"})]
    invalid = [
        Case("BYD sold 4,000 cars«!!»", says="!! shouts", severity=Severity.WARNING),
        Case("Sold out«!!» And again«!!»"),
        Case("BYD sold 4,000 cars«??»", options={"marks": "??"}),
        Case("<p>R&amp;D is up«!!»</p>", format="html", headline="Up & away"),
        Case("It grew«!!»", format="markdown", headline="Growth"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        marks = self.settings["marks"]
        at = article.text.find(marks)
        while at >= 0:
            yield self.finding(Place(at, at + len(marks), marks))
            at = article.text.find(marks, at + 1)


class Silent(ShoutingMark):
    """Never says anything."""

    code = "HSE002"

    def check(self, article: Reading, /) -> Iterator[Finding]:
        yield from ()


class Failing(ShoutingMark):
    """Raises."""

    code = "HSE003"

    def check(self, article: Reading, /) -> Iterator[Finding]:
        raise ZeroDivisionError("nothing to divide by")


def test_a_good_rule_passes() -> None:
    assert_rule(ShoutingMark)


def test_each_example_is_a_test_with_a_name() -> None:
    names = [str(example) for example in cases(ShoutingMark)]
    assert names[:2] == ["HSE001-invalid-1", "HSE001-invalid-2"]
    assert names[-1] == "HSE001-valid-2"


def test_a_rule_that_misses_the_mark_fails() -> None:
    with pytest.raises(AssertionError, match=r"HSE002-invalid-1: no finding at '!!'"):
        assert_rule(Silent)


def test_a_rule_that_raises_fails_and_is_named() -> None:
    with pytest.raises(AssertionError, match="HSE003 failing failed and was left out: ZeroDivisionError"):
        check_text(Failing, "Anything.")


@pytest.mark.parametrize(
    ("valid", "invalid", "said"),
    [
        (["Too loud!!"], [Case("Loud«!!»")], "reported, though it is a valid example"),
        (["Quiet."], [Case("Loud«!!»", says="whispers")], "no message says 'whispers'"),
        (["Quiet."], [Case("Loud!! and «quiet»")], "no finding at 'quiet'"),
        (["Quiet."], [Case("Loud!!")], "marks the place with «…»"),
        (["Quiet."], [Case("Loud«!!»", severity=Severity.ERROR)], "no finding is of severity error"),
        ([], [Case("Loud«!!»")], "has no valid example"),
        (["Quiet."], [], "has no invalid example"),
    ],
)
def test_examples_that_do_not_hold_are_told(valid: list[str], invalid: list[Case], said: str) -> None:
    class Wrong(ShoutingMark):
        """Has wrong examples."""

        code = "HSE004"

    Wrong.valid, Wrong.invalid = valid, invalid
    with pytest.raises(AssertionError, match=said):
        assert_rule(Wrong)


def test_marks_that_do_not_close_are_the_authors_mistake() -> None:
    with pytest.raises(ValueError, match="without »"):
        check_text(ShoutingMark, Case("Loud«!!"))


def test_an_unknown_option_in_an_example_is_told() -> None:
    with pytest.raises(SettingsError, match="has no option 'mark'"):
        check_text(ShoutingMark, Case("Loud", options={"mark": "!"}))


def test_findings_come_back_for_a_text() -> None:
    assert [finding.place.quote for finding in check_text(ShoutingMark, "One!! Two!!")] == ["!!", "!!"]


def test_rules_are_found_in_a_module_a_package_and_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ShoutingMark in rules_in(sys.modules[__name__])
    assert {rule.code for rule in rules_in("factlint_rules")} >= {"PCT001", "PCT002"}
    path = tmp_path / "one_rule.py"
    path.write_text('from factlint import Rule\nclass Alone(Rule):\n    """Alone."""\n    code = "ONE001"\n')
    assert [rule.code for rule in rules_in(str(path))] == ["ONE001"]
    monkeypatch.chdir(tmp_path)
    assert [rule.code for rule in rules_in("one_rule")] == ["ONE001"]
    with pytest.raises(SettingsError, match=r"nowhere\.rules cannot be imported: ModuleNotFoundError"):
        rules_in("nowhere.rules")
    with pytest.raises(SettingsError, match="cannot be imported"):
        rules_in(str(tmp_path / "missing.py"))
