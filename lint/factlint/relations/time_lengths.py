"""How many days, weeks, months or years a duration or a named period has."""

from __future__ import annotations

from fractions import Fraction

from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.figures.vocabulary import vocabulary
from factlint.relations.around import has_value
from factlint.relations.denominator import HOURS, MONTHS
from factlint.relations.nearby import positive, printed

_SHORT = {"s": "second", "min": "minute", "h": "hour", "d": "day"}
_WEEKS_OF_A_YEAR = 52
_STRETCHES = {"quarter": 3, "half": 6, "half-year": 6, "semester": 6, "year": 12}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def length_in(figure: Figure, noun: str) -> Interval | None:
    """The length of a duration or period in units of ``noun`` (day, month ...); None where it has none.

    A decade is when something was, not for how long: ``a car of the 1960s``.
    """
    if figure.is_stretch:
        if figure.quote.endswith("0s"):
            return None
        if figure.period is not None and figure.relative is None:
            number = _of_period(figure.period, noun)
        else:
            number = _in_words(figure.quote.lower(), noun) if figure.period is None else None
        return Interval.point(number) if number else None
    if figure.kind == "count" and figure.noun is not None:
        return _of_count(figure, noun)
    if figure.kind != "duration" or not figure.unit or not has_value(figure) or figure.is_range or not positive(figure):
        return None
    factor = _ratio(figure.unit, noun)
    if factor is None or figure.value is None:
        return None
    exact = Interval.point(figure.value) if figure.value.denominator == 1 else printed(figure)
    return exact.scaled(factor)


def _of_count(figure: Figure, noun: str) -> Interval | None:
    """``the 91 days``, ``five fiscal years``: a stretch of time that was scanned as things counted."""
    assert figure.noun is not None
    unit = figure.noun.lower().split()[-1].removesuffix("s")
    factor = _ratio(unit, noun)
    usable = figure.value is not None and figure.value.denominator == 1 and figure.hedge is None and not figure.is_range
    return Interval.point(figure.value).scaled(factor) if usable and factor is not None and figure.value else None


def _ratio(unit: str, noun: str) -> Fraction | None:
    """One ``unit`` in ``noun``: months and years by the calendar, the rest by the clock."""
    unit = _SHORT.get(unit, unit)
    for table in (HOURS, MONTHS):
        if unit in table and noun in table:
            return Fraction(*table[unit]) / Fraction(*table[noun])
    return Fraction(_WEEKS_OF_A_YEAR) if unit == "year" and noun == "week" else None


def _of_period(period: Period, noun: str) -> Fraction | None:
    days = (period.last - period.first).days + 1
    if noun == "day":
        return Fraction(days)
    if noun == "week":
        return Fraction(days, 7)
    if noun not in MONTHS or period.first.day != 1 or days < 28:
        return None
    months = 12 * (period.last.year - period.first.year) + period.last.month - period.first.month + 1
    return Fraction(months) / Fraction(*MONTHS[noun])


def _in_words(quote: str, noun: str) -> Fraction | None:
    """Of a period without a year: ``first nine months``, ``the third quarter``, ``January to May``."""
    words = quote.replace("-", " ").split()
    number = vocabulary().ones.get(words[-2], int(words[-2]) if words[-2].isdecimal() else 0) if len(words) > 1 else 0
    ratio = _ratio(words[-1].removesuffix("s"), noun) if words else None
    if number and ratio is not None:
        return number * ratio
    if noun not in MONTHS:
        return None
    months = _months_of(quote.replace("-", " ").split())
    return Fraction(months) / Fraction(*MONTHS[noun]) if months else None


def _months_of(words: list[str]) -> int | None:
    ones = vocabulary().ones
    for at, word in enumerate(words):
        number = ones.get(words[at - 1], 0) if at else 0
        if word in ("months", "quarters"):
            return number * (3 if word == "quarters" else 1) or None
    named = [_MONTHS.index(word[:3]) for word in words if word[:3] in _MONTHS and word.rstrip(".")[:3] != ""]
    if len(named) == 2:
        return (named[1] - named[0]) % 12 + 1
    return next((_STRETCHES[word] for word in words if word in _STRETCHES), None) if not named else None
