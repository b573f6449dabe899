"""Finds every date, period and time of a text, and resolves it against the article's date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction

from factlint.figures import periods
from factlint.figures.bounds import bounds
from factlint.figures.clocks import clocks
from factlint.figures.datepoints import absolute
from factlint.figures.figure import Calendar, Figure, Period
from factlint.figures.hedges import hedge_before
from factlint.figures.marks import Mark
from factlint.figures.relatives import relatives, weekdays
from factlint.figures.stretches import ended, parts
from factlint.figures.taken import Taken
from factlint.figures.vocabulary import vocabulary
from factlint.figures.years import fiscal_start, years
from factlint.patterns import compiled

_JOINS = compiled(
    r"\s?[-–—/~]\s?|,? (?:to|through|until|till|thru|up to)(?: the end of| the| mid-| late| early)? |至|到"
)
_AND = compiled(r" and(?: the)? ")
_BETWEEN = compiled(r"\b[Bb]etween (?:the )?$")
_QUARTER = compiled(r"[ -](?:fiscal )?quarter\b")
_OPENING = compiled(
    r"(?<![A-Za-z])(?:first|last|opening|final|second) (?:(?:[0-9]{1,2}|[a-z]{3,8}) (?:days|weeks)|half|week|fortnight) of $"
)
_AHEAD = compiled(
    r"\bby (?:the )?(?:(?:start|end|middle|beginning|turn) of |early |late |mid-?)?\Z|\b(?:next|will|until|due|slated|scheduled|expected|expects|plans?|aims?|starting|set to|would|coming|planned|launch in|launches in)\b"
)
_FISCAL = compiled(r"iscal|inancial|FY")
_SENTENCE = compiled(r"[.!?。]\s|\n")


def find_dates(text: str, date: dt.date | None, taken: Taken) -> list[Figure]:
    """All dates, periods, times, and durations written as clocks or in words, in order and without overlaps.

    ``date`` is the article's: without it "last year" and a day without a year have no ``period``, unless an earlier
    full date of the text lends its year. Nothing is found where ``taken`` has explained a character already.
    """
    marks = _kept([*absolute(text, date), *parts(text), *years(text, taken), *relatives(text), *clocks(text)], taken)
    if "day" in text:
        covered = Taken.of((mark.start, mark.end) for mark in marks)
        lone = [mark for mark in weekdays(text) if not covered.overlaps(mark.start, mark.end)]
        marks = _kept([*marks, *lone], taken) if lone else marks
    return list(_figures(text, date, list(_joined(text, marks))))


def _kept(marks: list[Mark], taken: Taken) -> list[Mark]:
    """In order; of two that overlap the one that starts first, of two that start together the longer."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if kept and mark.start < kept[-1].end:
            continue
        if not taken.overlaps(mark.start, mark.end):
            kept.append(mark)
    return kept


def _joined(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Two marks that a dash or "to" joins are one period; so are "nine months to" and its date."""
    waiting: Mark | None = None
    for mark in marks:
        whole = _range(text, waiting, mark) if waiting else None
        if whole is None:
            if waiting:
                yield _extended(text, waiting)
            waiting = mark
        else:
            waiting = whole
    if waiting:
        yield _extended(text, waiting)


_POINTS = ("day", "month", "year")


def _range(text: str, one: Mark, other: Mark) -> Mark | None:
    between = text[one.end : other.start]
    if one.kind == other.kind == "time" and (_JOINS.fullmatch(between) or between == " and "):
        return one._replace(end=other.end)
    if len(between) > 18 or one.grain not in _POINTS or one.to or other.to or one.relative or other.relative:
        return None
    other = _as_month(other)
    joined = _JOINS.fullmatch(between) is not None
    joined = joined or (
        one.grain != "year"
        and _AND.fullmatch(between) is not None
        and _BETWEEN.search(text[max(0, one.start - 13) : one.start]) is not None
    )
    if not joined or (other.grain not in _POINTS and other.grain != "fiscal"):
        return None
    if one.grain == "day" and other.grain == "year":
        return None
    to = other.calendar
    first = one.calendar
    if first.year is None and to.year is not None:
        year = to.year - 1 if (first.month or 0) > (to.month or 12) else to.year
        first = Calendar(year, first.month, first.day, first.weekday)
    if to.year is None and first.year is not None and to.month is not None:
        to = Calendar(first.year + (to.month < (first.month or 1)), to.month, to.day, to.weekday)
    form = "impossible" if "impossible" in (one.form, other.form) else "well-formed"
    return one._replace(
        end=other.end, kind="period", calendar=first, to=to, within=one.within or other.within, form=form
    )


def _as_month(mark: Mark) -> Mark:
    """The last month of a quarter or half of a year, as the end of a range: "2022 through the first half of 2025"."""
    if mark.grain not in ("quarter", "half") or mark.calendar.year is None or mark.form != "well-formed":
        return mark
    month = mark.part * (3 if mark.grain == "quarter" else 6)
    return mark._replace(grain="month", calendar=Calendar(mark.calendar.year, month))


def _extended(text: str, mark: Mark) -> Mark:
    """The mark with "fiscal year that ended on" before it, or "quarter" behind it."""
    if mark.grain == "month":
        quarter = _QUARTER.match(text, mark.end)
        if quarter:
            return mark._replace(end=quarter.end(), part=3 if mark.to is None else mark.part)
    if mark.grain in ("day", "month") and mark.to is None:
        opening = _OPENING.search(text[max(0, mark.start - 28) : mark.start]) if mark.grain == "month" else None
        if opening:
            return mark._replace(start=mark.start - len(opening.group()), grain="")
        found = ended(text, mark.start)
        if found:
            start, months, fiscal = found
            return mark._replace(start=start, kind="period", grain="fiscal" if fiscal else "ending", part=months)
    return mark


def _figures(text: str, date: dt.date | None, marks: list[Mark]) -> Iterator[Figure]:
    carried: int | None = date.year if date else None
    known = date is not None
    for mark in marks:
        quote = text[mark.start : mark.end]
        if mark.kind == "duration" and mark.value is not None:
            yield _duration(text, mark, quote)
            continue
        if not known and mark.calendar.year is not None and mark.relative is None:
            carried = (mark.to or mark.calendar).year
        ahead = _ahead(text, mark.start) if mark.grain in ("month", "day") and mark.calendar.year is None else False
        if mark.form != "well-formed":
            period = None
        elif (mark.part and mark.grain != "fiscal") or (mark.grain == "fiscal" and not mark.part):
            begins = fiscal_start(text, mark.start) if _FISCAL.search(quote) else 1
            period = _period(mark, date, carried, ahead, begins) if begins else None
        else:
            period = _period(mark, date, carried, ahead)
        yield Figure(
            mark.start,
            mark.end,
            quote,
            "date" if _names_a_date(mark) else mark.kind,
            form=mark.form,
            period=period,
            calendar=mark.calendar if mark.calendar != Calendar() else None,
            relative=mark.relative or (mark.within if period is None else None),
            phrase_start=mark.start,
            phrase_end=mark.end,
        )


def _names_a_date(mark: Mark) -> bool:
    """Whether a mark is a month or a year by the calendar, rather than a stretch told in other words."""
    return mark.grain in ("month", "year") and mark.to is None and not mark.part and mark.relative is None


def _ahead(text: str, start: int) -> bool:
    """Whether the words before a month say that it is still to come."""
    head = text[max(0, start - 70) : start]
    breaks = [match.end() for match in _SENTENCE.finditer(head)]
    return _AHEAD.search(head, breaks[-1] if breaks else 0) is not None


def _duration(text: str, mark: Mark, quote: str) -> Figure:
    value = mark.value or Fraction(0)
    digits = quote.rpartition(".")[2] if "." in quote and mark.unit == "s" else ""
    places = len(digits) - len(digits.lstrip("0123456789"))
    step = 10**places
    hedge, begins = hedge_before(text, mark.start, vocabulary())
    said = bounds(int(value * step), 1, step, hedge)
    return Figure(
        mark.start,
        mark.end,
        quote,
        "duration",
        value=value,
        interval=said.interval,
        loose=said.loose,
        step=said.step,
        unit=mark.unit,
        hedge=hedge,
        soft=said.soft,
        phrase_start=begins,
        phrase_end=mark.end,
    )


def _period(mark: Mark, today: dt.date | None, carried: int | None, ahead: bool, begins: int = 1) -> Period | None:
    if mark.relative:
        return _relative(mark.relative, today)
    year = mark.calendar.year if begins != 1 else _year_of(mark, today, carried, ahead)
    if year is None:
        return None
    parts = Calendar(year, mark.calendar.month, mark.calendar.day)
    first = _stretch(mark, parts, begins)
    if mark.to is None:
        return first
    to = Calendar(mark.to.year or year, mark.to.month, mark.to.day)
    if mark.to.year is None and to.month is not None and parts.month is not None and to.month < parts.month:
        to = Calendar(year + 1, to.month, to.day)
    return periods.span(first, _point(to))


def _relative(word: str, today: dt.date | None) -> Period | None:
    if today is None:
        return None
    if word == "year-end":
        return periods.day(dt.date(today.year, 12, 31)) if today.year < periods.LAST_YEAR else None
    return periods.relative(word, today)


def _year_of(mark: Mark, today: dt.date | None, carried: int | None, ahead: bool) -> int | None:
    """The year of a mark: printed, named by a relative word, nearest to the article's date, or carried."""
    if mark.calendar.year is not None:
        return mark.calendar.year
    if mark.within == "that-year":
        return carried
    which, _, unit = (mark.within or "").partition("-")
    month = mark.calendar.month
    if unit == "year":
        return today.year + {"last": -1, "this": 0, "next": 1}.get(which, 0) if today else None
    if today is None:
        return carried if mark.grain in ("day", "month") else None
    if month is None:
        return _part_year(mark, today)
    if mark.grain == "day" and mark.calendar.day is not None:
        return periods.day_year(month, mark.calendar.day, today, ahead)
    if which == "this":
        return today.year
    if which == "last":
        return today.year - (month >= today.month)
    return periods.month_year(month, today, ahead or which == "next")


def _part_year(mark: Mark, today: dt.date) -> int | None:
    """The year of a quarter, half or run without one: the latest that has begun."""
    if mark.grain not in ("quarter", "half", "run"):
        return None
    length = {"quarter": 3, "half": 6}.get(mark.grain)
    begins = (mark.part - 1) * length + 1 if length else mark.part
    return today.year if begins <= today.month else today.year - 1


def _stretch(mark: Mark, at: Calendar, begins: int) -> Period | None:
    year = at.year
    if year is None or not mark.grain:
        return None
    if mark.grain == "quarter":
        return periods.quarter(year, mark.part, begins)
    if mark.grain == "half":
        return periods.half(year, mark.part, begins)
    if mark.grain == "run":
        return periods.run(year - (begins > 1), begins, mark.part, "span")
    if mark.grain == "decade":
        return periods.decade(year)
    if mark.grain in ("fiscal", "ending") and mark.part and at.month:
        count = year * 12 + at.month - mark.part
        return periods.run(count // 12, count % 12 + 1, mark.part, "fiscal" if mark.grain == "fiscal" else "span")
    if mark.grain == "fiscal":
        return periods.year(year, begins)
    if mark.grain == "month" and mark.part and at.month:
        count = year * 12 + at.month - mark.part
        return periods.run(count // 12, count % 12 + 1, mark.part, "quarter")
    return _point(at)


def _point(at: Calendar) -> Period | None:
    if at.year is None:
        return None
    if at.month is None:
        return periods.year(at.year)
    if at.day is None:
        return periods.month(at.year, at.month)
    date = periods.printed_date(at)
    return periods.day(date) if date else None
