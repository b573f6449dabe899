"""The examples of the rules are their tests; the fact sheet is checked against an article."""

from __future__ import annotations

from pathlib import Path

import factlint
import newsroom_rules
import pytest
from factlint.testing import Example, assert_rule, cases

FOLDER = Path(__file__).parent.parent


@pytest.mark.parametrize("example", cases(newsroom_rules), ids=str)
def test_example(example: Example) -> None:
    example.verify()


@pytest.mark.parametrize("rule", newsroom_rules.rules(), ids=lambda rule: rule.code)
def test_a_rule_has_its_page_and_both_kinds_of_examples(rule: type[factlint.Rule]) -> None:
    assert_rule(rule)


def test_the_settings_and_the_fact_sheet_hold() -> None:
    config = factlint.load_config(str(FOLDER / "factlint.toml"))
    report = factlint.lint((FOLDER / "story.txt").read_bytes(), config=config)
    found = {finding.code: finding for finding in report.files[0].findings}
    assert set(found) == {"HSE001", "HSE002", "REF001"}
    assert found["REF001"].quote == "12,640"
    assert "12,460" in found["REF001"].message
