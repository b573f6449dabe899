"""Dates, durations and the order of events."""

from __future__ import annotations

import datetime as dt

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.reading import Reading
from factlint.relations.events import timeline
from factlint.relations.order import Order
from factlint.relations.relation import Verdict
from factlint.relations.same_process import SameProcess
from factlint.relations.span_of_time import SpanOfTime
from factlint.relations.weekday import DatedWeekday


def reading(text: str, date: str | None = "2025-06-15") -> Reading:
    day = dt.date.fromisoformat(date) if date else None
    return understand(read(f"A headline\n\n{text}\n", path="story.txt", date=day))


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Ground was broken on March 12, 2022.", "ground", dt.date(2022, 3, 12)),
        ("Construction of the 38,000-square-meter plant began in May 2024.", "ground", dt.date(2024, 5, 1)),
        ("The hall had been completed in March 2024.", "built", dt.date(2024, 3, 1)),
        ("The M5 hit the market in March 2022.", "launch", dt.date(2022, 3, 1)),
        ("The 250,000th car was handed over on August 22, 2024.", "milestone", dt.date(2024, 8, 22)),
    ],
)
def test_an_event_has_the_date_of_its_clause(text: str, kind: str, date: dt.date) -> None:
    (event,) = timeline(reading(text).bound)
    assert (event.mention.kind, event.period.first) == (kind, date)


def test_a_plan_that_was_changed_is_no_event() -> None:
    assert timeline(reading("The plant was originally to open in May 2023.").bound) == []


def test_a_building_is_finished_after_it_was_begun() -> None:
    text = "Construction of the plant began in May 2024. The building had been completed in March 2024."
    (order,) = reading(text).relations(Order)
    assert order.verdict() is Verdict.BROKEN
    assert order.figures[0].quote == "March 2024"


@pytest.mark.parametrize(
    "text",
    [
        "Construction of the plant began in May 2024. The second phase was completed in March 2024.",
        "The Model Y was launched in 2020. Deliveries of the Model 3 began in 2017.",
        "Production started in 2010. Construction of the plant in Hefei began in 2023.",
    ],
)
def test_events_of_two_things_are_not_compared(text: str) -> None:
    assert all(order.verdict() is Verdict.HOLDS for order in reading(text).relations(Order))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It runs from August 28 to September 6, ten days in all.", Verdict.HOLDS),
        ("It runs from August 28 to September 6, 20 days in all.", Verdict.BROKEN),
        ("It was founded in 2014, 11 years ago.", Verdict.HOLDS),
        ("It was founded in 2014, 15 years ago.", Verdict.BROKEN),
        ("It opened in March 2022. Ten months later, in July 2023, a second shift was added.", Verdict.BROKEN),
        ("Ground was broken in May 2022. It opened in May 2024, after a building time of 24 months.", Verdict.HOLDS),
        ("Ground was broken in May 2022. It opened in May 2024, after a building time of 14 months.", Verdict.BROKEN),
    ],
)
def test_a_duration_is_held_against_its_dates(text: str, verdict: Verdict) -> None:
    assert [span.verdict() for span in reading(text).relations(SpanOfTime)] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "From 2024 to 2028 the plant is enlarged. The warranty is eight years.",
        "It was launched in March 2021. It took five years to develop.",
        "The contract of May 2020 runs for 20 years.",
    ],
)
def test_a_duration_of_something_else_is_left_alone(text: str) -> None:
    assert reading(text).relations(SpanOfTime) == ()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The work has taken almost five years, or 58 months.", Verdict.HOLDS),
        ("The work has taken three years, or 57 months.", Verdict.BROKEN),
        (
            "For AITO the first million took five years. AITO hit the one-million milestone in just 46 months.",
            Verdict.BROKEN,
        ),
    ],
)
def test_one_process_has_one_length(text: str, verdict: Verdict) -> None:
    assert [twice.verdict() for twice in reading(text).relations(SameProcess)] == [verdict]


@pytest.mark.parametrize(
    ("text", "date", "verdict"),
    [
        ("It opens on Tuesday, June 10, 2025.", None, Verdict.HOLDS),
        ("It opens on Monday, June 10, 2025.", None, Verdict.BROKEN),
        ("It opened on Monday, June 10.", "2025-06-15", Verdict.BROKEN),
        ("It opened on Monday, June 10.", "2026-12-15", Verdict.BROKEN),
        ("It opened on Monday, June 10.", "2023-12-15", Verdict.HOLDS),
        ("It signed on Tuesday (Dec 1).", "2025-12-01", Verdict.BROKEN),
    ],
)
def test_a_weekday_belongs_to_its_date(text: str, date: str | None, verdict: Verdict) -> None:
    assert [dated.verdict() for dated in reading(text, date).relations(DatedWeekday)] == [verdict]
