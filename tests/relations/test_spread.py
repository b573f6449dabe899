"""Ranges run upwards."""

from __future__ import annotations

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.relations.relation import Verdict
from factlint.relations.spread import Spread


def spreads(text: str) -> list[tuple[str, str, Verdict]]:
    found = understand(read(text, path="story.txt")).relations(Spread)
    return [(one.low.quote, one.high.quote, one.verdict()) for one in found]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Prices range from 319,800 yuan to 259,900 yuan.", "319,800 yuan", "259,900 yuan"),
        ("Prices lie between $45,000 and $39,000.", "$45,000", "$39,000"),
        ("The model is priced at 329,800-279,800 yuan.", "329,800", "279,800 yuan"),
        ("Its range varies from 705 km to 555 km.", "705 km", "555 km"),
        ("It is priced from 239,900 yuan to 179,900 yuan.", "239,900 yuan", "179,900 yuan"),
    ],
)
def test_a_range_that_runs_downwards_is_broken(text: str, low: str, high: str) -> None:
    assert spreads(text) == [(low, high, Verdict.BROKEN)]


@pytest.mark.parametrize(
    "text",
    [
        "Prices range from 259,900 yuan to 319,800 yuan.",
        "The price was cut from 319,800 yuan to 259,900 yuan.",
        "The gap between $45,000 and $39,000 is closing.",
        "The range was changed from 705 km to 555 km.",
        "It brakes from 100 km/h to 0 in 36 metres.",
        "The vote was 980 to 540.",
    ],
)
def test_changes_choices_and_scores_are_no_ranges(text: str) -> None:
    assert all(verdict is Verdict.HOLDS for _, _, verdict in spreads(text))
