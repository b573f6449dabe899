"""Weekdays: a date and the day of the week that the text gives it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from factlint.claims.bind import Bound
from factlint.figures.figure import Calendar, Figure
from factlint.figures.scan import scan
from factlint.patterns import compiled
from factlint.relations.dated_span import places
from factlint.relations.relation import Certainty, Relation, Verdict

NEAR = 75
"""Days within which a date without a year is surely that of the article's own year."""
_BRACKET = compiled(r"\s?[(,]\s?| of ")
_BEHIND = compiled(
    r"\s?\(|,? (?:(?:which )?(?:was|is|will be|being|falls on|fell on) |an? |on )an? |, an? |,? (?:was|is|will be) an? ",
    re.I,
)


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
    text = bound.article.text
    before: Figure | None = None
    for figure in bound.scanned.figures:
        for date in _days(figure):
            assert date.calendar is not None
            found = _dates(date.calendar, date, today)
            if date.calendar.weekday is not None and found:
                yield _relation(bound, (date,), date.calendar.weekday, found)
            elif before is not None and _apposed(text, before, date) and found:
                yield _paired(bound, date, before, found)
        if before is not None and _lone(figure) and _BEHIND.fullmatch(text, before.end, figure.start):
            for date in _days(before)[-1:]:
                assert date.calendar is not None
                found = _dates(date.calendar, date, today) if date.calendar.weekday is None else ()
                if found:
                    yield _paired(bound, date, figure, found)
        before = figure


def _days(figure: Figure) -> list[Figure]:
    """The days that a figure names: itself, or the ends of a span that is printed with weekdays."""
    if not figure.well_formed or figure.calendar is None:
        return []
    if figure.kind == "date" and not figure.is_stretch:
        return [figure]
    if figure.kind != "period" or "day" not in figure.quote:
        return []
    found = []
    year = next((inner.calendar.year for inner in scan(figure.quote) if inner.calendar and inner.calendar.year), None)
    for place in places(figure):
        day = next((inner for inner in scan(place.quote) if inner.kind == "date" and inner.calendar is not None), None)
        if day is not None and day.calendar is not None and (day.calendar.year or year) is not None:
            if day.calendar.year is None:
                day = msgspec.structs.replace(day, calendar=msgspec.structs.replace(day.calendar, year=year))
            start, end = place.start + day.start, place.start + day.end
            found.append(msgspec.structs.replace(day, start=start, end=end, phrase_start=start, phrase_end=end))
    return found


def _lone(figure: Figure) -> bool:
    """Whether a figure is a weekday without a date."""
    parts = figure.calendar
    return parts is not None and parts.weekday is not None and parts.day is None and parts.month is None


def _paired(bound: Bound, date: Figure, weekday: Figure, dates: tuple[dt.date, ...]) -> DatedWeekday:
    assert weekday.calendar is not None
    assert weekday.calendar.weekday is not None
    return _relation(bound, (date, weekday), weekday.calendar.weekday, dates)


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
    return _lone(weekday) and _BRACKET.fullmatch(text, weekday.end, date.start) is not None


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
