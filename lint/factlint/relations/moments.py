"""Moments: the part of a year or month that the words before a date narrow it to, ``the spring of 2021``, ``late May``."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from factlint.data import table
from factlint.figures.figure import Figure, Period
from factlint.figures.periods import FIRST_YEAR, month_end
from factlint.patterns import compiled

_REACH = 34
"""Characters before a date in which such words may stand."""
_MONTHS = 12


@cache
def _words() -> re.Pattern[str]:
    parts = table("events.toml")["moments"]
    phrases = sorted({phrase for grain in parts.values() for phrase in grain}, key=len, reverse=True)
    return compiled(rf"(?<![a-z])({'|'.join(phrases)})(?: (?:in|of)(?: the (?:year|month)(?: of)?)?)?[ -]\Z")


def moment(text: str, date: Figure) -> Period | None:
    """The days that a date may mean, narrowed (or, for a winter, widened) by what stands before it."""
    period = date.period
    if period is None or period.grain not in ("year", "month") or period.first.year <= FIRST_YEAR:
        return period
    found = _words().search(text[max(0, date.start - _REACH) : date.start].lower())
    bounds = table("events.toml")["moments"][period.grain].get(found[1]) if found else None
    if bounds is None:
        return period
    first, last = bounds
    if period.grain == "month":
        return Period(_day(period, first), _day(period, last), "month")
    begin, end = (period.first.year * _MONTHS + month - 1 for month in (first, last))
    return Period(dt.date(begin // 12, begin % 12 + 1, 1), month_end(end // 12, end % 12 + 1), "year")


def _day(month: Period, number: int) -> dt.date:
    return month.first.replace(day=min(number, month.last.day))
