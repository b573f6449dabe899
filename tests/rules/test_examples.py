"""Every rule is registered, has a page and both kinds of examples, and does what they say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import factlint_rules
import pytest
from factlint import Rule, Severity
from factlint.config import Config
from factlint.desk import Desk
from factlint.registry import family, installed
from factlint.testing import Example, cases

RULES = installed().rules
EXAMPLES = [example for rule in RULES for example in cases(rule)]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example) -> None:
    example.verify()


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example.valid], ids=str)
def test_a_valid_example_alarms_no_rule_at_all(example: Example) -> None:
    case = example.case
    text = f"{case.headline}\n\n{case.text}" if case.headline and case.format == "text" else case.text
    date = dt.date.fromisoformat(case.date) if case.date else None
    report = Desk(Config()).edit(text, str(example), format=case.format, date=date).report
    assert report.error is None
    assert [one.message for one in report.findings if one.severity != Severity.SUGGESTION] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_page_and_both_kinds_of_examples(rule: type[Rule]) -> None:
    assert len((rule.__doc__ or "").splitlines()) >= 5
    assert rule.valid
    assert rule.invalid


def test_every_rule_file_is_registered_in_its_family() -> None:
    folder = Path(factlint_rules.__file__).parent
    files = {path.relative_to(folder) for path in folder.glob("*/*.py") if path.name != "__init__.py"}
    homes = [Path(*rule.__module__.split(".")[1:]).with_suffix(".py") for rule in RULES]
    assert sorted(files) == sorted(homes)


def test_the_rules_of_a_folder_share_their_letters() -> None:
    letters: dict[str, set[str]] = {}
    for rule in RULES:
        letters.setdefault(rule.__module__.split(".")[1], set()).add(family(rule.code))
    owners = [letter for family_letters in letters.values() for letter in family_letters]
    assert len(owners) == len(set(owners))
    assert installed().problems == ()
