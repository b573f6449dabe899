"""What is printed: a figure with its value as an interval, or a name that holds digits."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import msgspec

from factlint.figures.interval import Interval


class Period(msgspec.Struct, frozen=True, gc=False):
    """A span of days, both ends included; ``grain`` is the unit it was named in.

    grain: day, week, month, quarter, half, year, fiscal, span (any other run of months or days).
    """

    first: dt.date
    last: dt.date
    grain: str

    def within(self, other: Period) -> bool:
        """Whether this period lies inside the other."""
        return other.first <= self.first and self.last <= other.last


class Calendar(msgspec.Struct, frozen=True, gc=False):
    """The parts of a date as printed; None where nothing is printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""


class Figure(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One figure of a text. Offsets are code points of the scanned text, ``end`` exclusive.

    kind: count, money, percent, points, measure, ratio, multiple, rank, date, period, duration, time, name.
    ``quote`` holds the number with its currency and unit, without hedge words and counted noun;
    ``phrase_start``/``phrase_end`` include both.
    """

    start: int
    end: int
    quote: str
    kind: str
    value: Fraction | None = None
    """The printed value in ``unit`` where there is exactly one (scale applied)."""
    interval: Interval | None = None
    """The values that the digits and the hedge as printed allow; None for names, dates and malformed numbers."""
    loose: Interval | None = None
    """As ``interval``, were trailing zeros the mark of rounding; equal to ``interval`` when there are none."""
    step: Fraction | None = None
    """The place value of the last printed digit times its scale."""
    unit: str | None = None
    hedge: str | None = None
    soft: bool = False
    """Whether an end of the interval is a guess (about, nearly): such a figure can only warn."""
    noun: str | None = None
    form: str = "well-formed"
    """``well-formed``, or the diagnosis: grouping, separator, points, space, impossible (dates)."""
    readings: tuple[Fraction, ...] = ()
    """Of a malformed number: the values it may have been meant to have."""
    ends: tuple[Figure, ...] = ()
    """Of a range: its two ends."""
    period: Period | None = None
    """Of a date or period: the days it names, resolved against the article's date."""
    calendar: Calendar | None = None
    """Of a date: its parts as printed."""
    relative: str | None = None
    """Of a period that points back: year-earlier, month-earlier, quarter-earlier, same-period ... ."""
    phrase_start: int = -1
    phrase_end: int = -1

    @property
    def low(self) -> Fraction | None:
        return self.interval.low if self.interval else None

    @property
    def high(self) -> Fraction | None:
        return self.interval.high if self.interval else None

    @property
    def low_closed(self) -> bool:
        return bool(self.interval and self.interval.low_closed)

    @property
    def high_closed(self) -> bool:
        return bool(self.interval and self.interval.high_closed)

    @property
    def well_formed(self) -> bool:
        return self.form == "well-formed"

    @property
    def is_stretch(self) -> bool:
        """Whether it names more than one day: a period, or a date that is a month or a year."""
        if self.kind != "date":
            return self.kind == "period"
        parts = self.calendar
        return parts is not None and parts.day is None and parts.weekday is None

    @property
    def is_range(self) -> bool:
        return bool(self.ends)


class Name(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A mention of a maker, brand, model, supplier, product, body or market, in the scanned text.

    kind: maker, brand, model, supplier, product, body, market, term, designation (unknown, by its shape).
    ``entity`` is the canonical name ("Lynk & Co 900"); ``brand`` and ``maker`` the canonical owners where known.
    """

    start: int
    end: int
    quote: str
    kind: str
    entity: str
    brand: str | None = None
    maker: str | None = None
    digits: bool = False
    """Whether the quote holds digits, which are then no figure."""


class Scanned(msgspec.Struct, frozen=True, eq=False):
    """All that was found in one text: figures (with names that hold digits) and names, in order, no overlaps."""

    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
