"""Periods whose year the text leaves open: they are laid into one year without a number, so that they can be compared."""

from __future__ import annotations

import calendar
import datetime as dt

from factlint.figures.figure import Period
from factlint.patterns import compiled

YEAR = 4
"""A leap year that no article speaks of."""

_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if number}
_DIGIT = compiled(r"\d")
_MONTH = compiled(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: n for n, word in enumerate(_COUNTED, 1)}
_FIRST = compiled(r"first (\w+) months?")
_QUARTER = compiled(r"\b(?:q([1-4])|(first|second|third|fourth)[- ]quarter|([1-4])q)\b")
_HALF = compiled(r"\b(?:h([12])|(first|second)[- ]half|([12])h)\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_THIS_YEAR = compiled(r" of (?:the|this|the current) year$")
_OTHER_YEAR = compiled(r"\d{4}|year|ago|earlier|last|next|previous|same")


def undated(quote: str) -> Period | None:
    """The months that a period without a year names: ``july``, ``january-july``, ``first five months``, ``q3``.

    None where the words name another year, or no months.
    """
    words = _THIS_YEAR.sub("", quote.lower())
    if _OTHER_YEAR.search(words):
        return None
    if found := _FIRST.search(words):
        count = _NUMBERS.get(found[1]) or (int(found[1]) if found[1].isdigit() else 0)
        return _months(1, count, "span") if 1 <= count <= 12 else None
    if found := _QUARTER.search(words):
        number = int(found[1] or found[3] or _ORDINALS[found[2]])
        return _months(3 * number - 2, 3 * number, "quarter")
    if found := _HALF.search(words):
        number = int(found[1] or found[3] or _ORDINALS[found[2]])
        return _months(6 * number - 5, 6 * number, "half")
    if _DIGIT.search(words):
        return None
    months = [_MONTHS[name] for name in _MONTH.findall(words)]
    if len(months) == 1:
        return _months(months[0], months[0], "month")
    return _months(months[0], months[1], "span") if len(months) == 2 and months[0] < months[1] else None


def _months(first: int, last: int, grain: str) -> Period:
    end = calendar.monthrange(YEAR, last)[1]
    return Period(dt.date(YEAR, first, 1), dt.date(YEAR, last, end), grain)
