"""Headlines that revise an outlook go the way of their story."""

from __future__ import annotations

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.relations.headline_direction import HeadlineDirection


def verbs(headline: str, body: str) -> list[str]:
    reading = understand(read(f"{headline}\n\n{body}", path="story.txt"))
    return [found.verb.quote for found in reading.relations(HeadlineDirection)]


@pytest.mark.parametrize(
    ("headline", "body", "verb"),
    [
        (
            "Ferrari trims its outlook",
            "Ferrari expects 7.1 billion euros, having previously forecast 7.0 billion.",
            "trims",
        ),
        ("BYD cuts sales target", "BYD lifted its sales target to 5.5 million vehicles from 5.2 million.", "cuts"),
        ("GM lifts guidance", "General Motors lowered its full-year guidance on Tuesday.", "lifts"),
        ("Volvo raises forecast", "Volvo now expects 690,000 cars. It had previously forecast 720,000.", "raises"),
    ],
)
def test_an_outlook_that_goes_the_other_way_is_contradicted(headline: str, body: str, verb: str) -> None:
    assert verbs(headline, body) == [verb]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Ferrari raises its outlook", "Ferrari expects 7.1 billion euros, having previously forecast 7.0 billion."),
        ("Stellantis cuts outlook", "Stellantis lowered its outlook on Monday. In May, it had raised its outlook."),
        ("Analysts cut forecast for Tesla", "Tesla raised its outlook on Monday."),
        ("Ford lifts outlook", "Analysts had lowered their forecasts for Ford before."),
    ],
)
def test_an_outlook_that_goes_both_ways_or_is_of_others_is_left_alone(headline: str, body: str) -> None:
    assert verbs(headline, body) == []
