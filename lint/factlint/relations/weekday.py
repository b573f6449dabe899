"""Weekdays: a date and the day of the week that the text gives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.figures.figure import Calendar, Figure
from factlint.patterns import compiled
from factlint.relations.relation import Certainty, Relation, Verdict

NEAR = 75
"""Days within which a date without a year is surely that of the article's own year."""
_BRACKET = compiled(r"\s?[(,]\s?")


class DatedWeekday(Relation, frozen=True, eq=False, kw_only=True):
    """``weekday`` (Monday is 0) is said to be the day of the week of one of ``dates``: of more where no year is printed."""

    date: Figure
    weekday: int
    dates: tuple[dt.date, ...]

    def verdict(self) -> Verdict:
        return Verdict.HOLDS if any(date.weekday() == self.weekday for date in self.dates) else Verdict.BROKEN


def find(bound: Bound) -> Iterator[DatedWeekday]:
    """Every date that is printed with its weekday."""
    today = bound.article.date
    before: Figure | None = None
    for figure in bound.scanned.figures:
        if figure.kind == "date" and not figure.is_stretch and figure.well_formed and figure.calendar is not None:
            parts = figure.calendar
            figures: tuple[Figure, ...] = (figure,)
            if parts.weekday is None and before is not None and _apposed(bound.article.text, before, figure):
                assert before.calendar is not None
                parts = Calendar(parts.year, parts.month, parts.day, before.calendar.weekday)
                figures = (figure, before)
            found = _dates(parts, figure, today)
            if parts.weekday is not None and found:
                yield _relation(bound, figures, parts.weekday, found)
        before = figure


def _relation(bound: Bound, figures: tuple[Figure, ...], weekday: int, dates: tuple[dt.date, ...]) -> DatedWeekday:
    sentence = bound.article.sentence_at(figures[0].start)
    line = bound.line_of.get(sentence.index) if sentence is not None else None
    return DatedWeekday(
        figures=figures,
        date=figures[0],
        weekday=weekday,
        dates=dates,
        certainty=Certainty.KNOWN if len(dates) == 1 else Certainty.STRONG,
        quoted=line is not None and line.quoted(figures[0]),
    )


def _apposed(text: str, weekday: Figure, date: Figure) -> bool:
    """``Monday (Dec 1)``: a weekday alone, and the date in a bracket right behind it."""
    parts = weekday.calendar
    if parts is None or parts.weekday is None or parts.day is not None or parts.month is not None:
        return False
    return _BRACKET.fullmatch(text, weekday.end, date.start) is not None


def _dates(parts: Calendar, figure: Figure, today: dt.date | None) -> tuple[dt.date, ...]:
    """The days that may be meant: one where the year is printed or the article is near, else those of three years."""
    if parts.month is None or parts.day is None:
        return ()
    if parts.year is not None:
        return tuple(_day(parts.year, parts))
    if today is None or figure.period is None:
        return ()
    nearest = figure.period.first
    if abs((nearest - today).days) <= NEAR:
        return (nearest,)
    return tuple(day for year in (nearest.year - 1, nearest.year, nearest.year + 1) for day in _day(year, parts))


def _day(year: int, parts: Calendar) -> Iterator[dt.date]:
    assert parts.month is not None
    assert parts.day is not None
    try:
        yield dt.date(year, parts.month, parts.day)
    except ValueError:
        return
