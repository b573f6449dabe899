"""Spans of days: years, quarters, halves, months and runs of months, and the period that a relative word names."""

from __future__ import annotations

import calendar as months
import datetime as dt

from factlint.figures.figure import Calendar, Period

FIRST_YEAR, LAST_YEAR = 1, 9998


def day(date: dt.date) -> Period:
    """One day."""
    return Period(date, date, "day")


def year(number: int, begins: int = 1) -> Period | None:
    """A calendar year; with ``begins`` other than January the fiscal year that ends in it."""
    if begins == 1:
        return run(number, 1, 12, "year")
    return run(number - 1, begins, 12, "fiscal")


def run(number: int, month: int, length: int, grain: str) -> Period | None:
    """``length`` months from a month on; None where the calendar ends."""
    if not FIRST_YEAR <= number <= LAST_YEAR or not 1 <= month <= 12:
        return None
    last = number * 12 + month - 1 + length - 1
    last_year, last_month = divmod(last, 12)
    if last_year > LAST_YEAR:
        return None
    return Period(dt.date(number, month, 1), month_end(last_year, last_month + 1), grain)


def month_end(number: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(number, month, months.monthrange(number, month)[1])


def month(number: int, month_number: int) -> Period | None:
    """One month."""
    return run(number, month_number, 1, "month")


def quarter(number: int, part: int, begins: int = 1) -> Period | None:
    """One quarter of a year that begins in the month ``begins``."""
    return _part(number, part, 3, begins, "quarter")


def half(number: int, part: int, begins: int = 1) -> Period | None:
    """One half of a year that begins in the month ``begins``."""
    return _part(number, part, 6, begins, "half")


def _part(number: int, part: int, length: int, begins: int, grain: str) -> Period | None:
    first = (number if begins == 1 else number - 1) * 12 + begins - 1 + (part - 1) * length
    return run(first // 12, first % 12 + 1, length, grain)


def decade(number: int) -> Period | None:
    """Ten years, from the first on."""
    return run(number, 1, 120, "span")


def span(first: Period | None, last: Period | None) -> Period | None:
    """From the first day of one period to the last day of another; None where they are out of order."""
    if first is None or last is None or last.last < first.first:
        return None
    return Period(first.first, last.last, "span")


def printed_date(parts: Calendar) -> dt.date | None:
    """The date that year, month and day make; None where one is missing or the calendar has no such day."""
    if parts.year is None or parts.month is None or parts.day is None:
        return None
    try:
        return dt.date(parts.year, parts.month, parts.day)
    except ValueError:
        return None


def possible(parts: Calendar) -> bool:
    """Whether the calendar has such a month and day; without a year, whether any year has it."""
    if parts.month is not None and not 1 <= parts.month <= 12:
        return False
    if parts.day is None or parts.month is None:
        return parts.day is None or 1 <= parts.day <= 31
    return 1 <= parts.day <= months.monthrange(parts.year or 2000, parts.month)[1]


def day_year(month_number: int, day_number: int, today: dt.date, ahead: bool) -> int:
    """The year of a day without one: the last that is past, unless the next is far nearer or words say it is to come."""
    dates = [printed_date(Calendar(today.year + shift, month_number, day_number)) for shift in (-1, 0, 1)]
    past = [date for date in dates if date is not None and date <= today]
    future = [date for date in dates if date is not None and date > today]
    if not past or not future:
        return (past or future)[0].year if past or future else today.year
    to_come, gone = (future[0] - today).days, (today - past[-1]).days
    return future[0].year if (to_come < gone and ahead) or to_come * 4 < gone else past[-1].year


def month_year(month_number: int, today: dt.date, ahead: bool) -> int:
    """The year of a month without one: the latest that is not to come, or with ``ahead`` the next that is not past."""
    if ahead:
        return today.year if month_number >= today.month else today.year + 1
    return today.year if month_number <= today.month else today.year - 1


def relative(word: str, today: dt.date) -> Period | None:
    """What "last-year", "this-month" and the like mean on a day; None for words that need another period."""
    which, _, unit = word.partition("-")
    shift = {"last": -1, "this": 0, "next": 1}.get(which)
    if word == "year-to-date":
        return Period(dt.date(today.year, 1, 1), today, "span")
    if shift is None:
        return None
    if unit == "year":
        return year(today.year + shift)
    if unit == "month":
        count = today.year * 12 + today.month - 1 + shift
        return month(count // 12, count % 12 + 1)
    if unit == "quarter":
        count = today.year * 4 + (today.month - 1) // 3 + shift
        return quarter(count // 4, count % 4 + 1)
    if unit == "week":
        monday = today + dt.timedelta(days=7 * shift - today.weekday())
        return Period(monday, monday + dt.timedelta(days=6), "week")
    return None
