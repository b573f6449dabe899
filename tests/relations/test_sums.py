"""Sums, differences, multiples, rates, averages and lists in sentences of many forms, true and false."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from factlint.article import read
from factlint.claims.bind import Bound, bind
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.figures.scan import scan_text
from factlint.relations import (
    breakdown,
    cadence,
    column_sums,
    column_total,
    complements,
    compound,
    cumulative,
    difference,
    enumeration,
    itemised,
    mean,
    multiple,
    per_unit,
    row_difference,
)
from factlint.relations.cumulative import _tilings
from factlint.relations.denominator import denominator, singular
from factlint.relations.listing import listing
from factlint.relations.nearby import in_step
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.slipped import slipped

FINDERS = (
    breakdown,
    cadence,
    column_sums,
    column_total,
    complements,
    compound,
    cumulative,
    difference,
    enumeration,
    itemised,
    mean,
    multiple,
    per_unit,
    row_difference,
)
SENTENCES = Path(__file__).parent / "sums"
DATE = dt.date(2025, 12, 5)


def bound(text: str) -> Bound:
    article = read(text, path="<test>", format="markdown" if "\n" in text else "text", date=DATE)
    return bind(article, scan_text(article.text, article.date))


def relations(text: str) -> Iterator[Relation]:
    found = bound(text)
    for finder in FINDERS:
        yield from finder.find(found)


def broken(text: str) -> list[Relation]:
    return [one for one in relations(text) if one.verdict() > Verdict.LOOSE and one.certainty > Certainty.WEAK]


def sentences(name: str) -> list[str]:
    lines = (SENTENCES / name).read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("text", sentences("true.txt"))
def test_true_sentences_break_nothing(text: str) -> None:
    assert broken(text) == []


@pytest.mark.parametrize("text", sentences("false.txt"))
def test_false_sentences_are_found(text: str) -> None:
    assert broken(text)


def counted(text: str) -> tuple[int, int] | None:
    found = listing(text, 0, len(text))
    return (found.fewest, found.most) if found else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fuyao, Joyson and Tuopu", (3, 3)),
        ("Norway, Denmark, Bosnia and Herzegovina, and Greece", (4, 5)),
        ("Geely, the owner of Volvo, Renault and Aramco", (3, 4)),
        ("hauliers; grid companies, public ones included; and drivers", (3, 3)),
        ("Renault (France, Spain and Slovenia) and Dacia", (2, 2)),
        ("Audi, Skoda and others", None),
        ("prices will fall, and margins will shrink", None),
    ],
)
def test_lists_are_taken_apart(text: str, number: tuple[int, int] | None) -> None:
    found = counted(text)
    if number is None:
        assert found is None
    else:
        assert found is not None
        assert found[0] <= number[0] <= number[1] <= found[1]


def line_of(text: str) -> Line:
    return bound(text).lines[-1]


@pytest.mark.parametrize(
    ("text", "quote", "noun"),
    [
        ("The average cost of 7.6 million yuan per station is high.", "7.6 million yuan", "station"),
        ("It paid 18,000 yuan for every battery.", "18,000 yuan", "battery"),
        ("The price per stall, 160,000 yuan, is low.", "160,000 yuan", "stall"),
        ("It sold 25,000 cars a month on average.", "25,000", "month"),
        ("Each of the 48 stations has 16 stalls.", "16", "station"),
    ],
)
def test_the_noun_of_a_rate(text: str, quote: str, noun: str) -> None:
    line = line_of(text)
    position = next(at for at, figure in line.figures() if figure.quote == quote)
    found = denominator(line, position)
    assert found is not None
    assert found.noun == noun


def test_singulars() -> None:
    assert [singular(noun) for noun in ("stations", "batteries", "bus", "press")] == [
        "station",
        "battery",
        "bus",
        "press",
    ]


def figure(value: int, step: int = 1, start: int = 0) -> Figure:
    interval = Interval(Fraction(value) - Fraction(step, 2), Fraction(value) + Fraction(step, 2), True, False)
    return Figure(start, start + 1, str(value), "count", Fraction(value), interval, interval, Fraction(step))


def test_a_sum_is_rounded_as_finely_as_its_finest_figure() -> None:
    found = in_step([figure(4300, start=0), figure(1150, start=5), figure(2_000_000, step=1_000_000, start=9)])
    assert found[0].contains(4304)
    assert not found[0].contains(4340)
    assert found[9].contains(2_400_000)


@pytest.mark.parametrize(
    ("printed", "expected", "found"),
    [(42830, 44830, True), (305000, 350000, True), (7600, 7000, True), (19700, 20300, False), (1500, 15000, True)],
)
def test_slips_of_the_keyboard(printed: int, expected: int, found: bool) -> None:
    assert bool(slipped(figure(printed), Fraction(expected))) is found


def period(first: tuple[int, int], last: tuple[int, int, int]) -> Period:
    return Period(dt.date(2025, *first), dt.date(*last), "span")


def test_periods_are_tiled_without_gaps() -> None:
    first, second = period((1, 1), (2025, 3, 31)), period((4, 1), (2025, 6, 30))
    half, later = period((1, 1), (2025, 6, 30)), period((8, 1), (2025, 8, 31))
    assert list(_tilings([first, second, half, later])) == [(half, [first, second])]
    assert list(_tilings([first, half, later])) == []
