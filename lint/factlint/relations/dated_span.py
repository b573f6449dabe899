"""How long lies between two dates, and what a printed duration may stand for; both in days."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.finding import Place
from factlint.patterns import compiled

DAYS = {
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(2629800, 86400),
    "year": Fraction(31557600, 86400),
}
"""The mean length of each unit (that of the Julian year, as in data/units.toml)."""
_YEAR = compiled(r"(?:19|20)\d\d")
_DAY = compiled(r"(?<!\d)\d{1,2}(?!\d)(?!,?\d{3})")
_MONTH = compiled(r"[A-Za-z]{3}")
_ENDS = compiled(r"\s*(?:\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b|–|—|-)\s*", re.I)


def attributive(duration: Figure) -> bool:
    """Whether a duration is an adjective: ``a 19-month wait``; not so ``thirty-nine months``."""
    return "-" in duration.quote and " " not in duration.quote


def calendar(figure: Figure) -> bool:
    """Whether a figure is a duration in days or longer units."""
    return figure.kind == "duration" and figure.unit in DAYS and bool(figure.value) and not figure.is_range


def length(duration: Figure) -> Interval | None:
    """The days that a printed duration allows; None for hours and for figures without a value.

    n units are [n - 1/2, n + 1): rounded to the nearest or cut off. Days count with or without the first one.
    """
    factor = DAYS.get(duration.unit or "")
    value, step = duration.value, duration.step
    if factor is None or value is None or step is None:
        return None
    if value.denominator == 2:
        step = Fraction(1, 2)
    low, high = value - step / 2, value + step
    if duration.unit == "day" and value % 50:
        low, high = value - 1, value + 1
    elif duration.unit == "day":
        low, high = value - 10, value + 10
    if duration.hedge in ("over", "at_least", "from"):
        return Interval(value * factor - 1, None)
    if duration.hedge in ("nearly", "under", "up_to"):
        low, high = value - max(step, value / 8), value + Fraction(1, 30)
    elif duration.hedge == "about":
        low, high = value - max(step, value / 8), value + max(step, value / 8)
    elif duration.hedge == "just_over":
        low, high = value, value + max(step, value / 8)
    return Interval(low * factor, high * factor)


def between(first: Period, last: Period) -> Interval:
    """The days that may lie between two periods, the last one counted or not."""
    return Interval(Fraction((last.first - first.last).days), Fraction((last.last - first.first).days + 1), True, True)


def across(span: Figure) -> Interval | None:
    """The days that ``March 2024 to January 2026`` may mean, from its two ends and how closely each is named."""
    period = span.period
    ends = _ENDS.split(span.quote)
    if period is None or period.grain != "span" or len(ends) < 2:
        return None
    first, last = ends[0], ends[-1]
    slack = Fraction(_grain(first) + _grain(last))
    whole = Fraction((period.last - period.first).days)
    return Interval(max(whole - slack, Fraction(0)), whole + 1)


def _grain(end: str) -> int:
    """The days within which a date is named."""
    without_year = _YEAR.sub("", end)
    if _DAY.search(without_year):
        return 0
    return 30 if _MONTH.search(without_year) else 365


def places(span: Figure) -> tuple[Place, ...]:
    """Where a date is printed: of a span of dates, each of its two ends."""
    ends = _ENDS.split(span.quote)
    if len(ends) != 2 or span.kind != "period":
        return (Place(span.start, span.end, span.quote),)
    first, last = ends
    return (
        Place(span.start, span.start + len(first), first),
        Place(span.end - len(last), span.end, last),
    )
