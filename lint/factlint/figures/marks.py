"""A date or period as it was read, before it is resolved against the article's date; and the words of the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factlint.data import phrases, table
from factlint.figures.figure import Calendar

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEP(?:T(?:EMBER)?)?"
    r"|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)(?![A-Za-z])"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?)"
ANY_YEAR = r"(?:1[89][0-9]|20[0-4])[0-9]"
YEAR = ANY_YEAR + r"(?![0-9]|[.,][0-9]|%)"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SMALL = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


class Mark(NamedTuple):
    """One expression of time.

    ``grain``: day, month, quarter, half, year, fiscal, decade, run (``part`` months from January on), or none.
    ``to`` is the other end of a range; ``part`` the number of the quarter or half; ``within`` a relative year that
    the expression names ("December last year").
    """

    start: int
    end: int
    kind: str
    grain: str = ""
    calendar: Calendar = Calendar()
    to: Calendar | None = None
    part: int = 0
    relative: str | None = None
    within: str | None = None
    form: str = "well-formed"
    value: Fraction | None = None
    unit: str | None = None


class YearWords(NamedTuple):
    """What tells a bare year from a quantity, and a verse from a time."""

    nouns: frozenset[str]
    before: frozenset[str]
    never: frozenset[str]
    books: frozenset[str]


def places(text: str, words: Iterable[str]) -> list[int]:
    """Where any of the words begins, in order. Plain search: faster than a pattern whose words begin in many ways."""
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    found.sort()
    return found


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its abbreviation."""
    return _MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return _WEEKDAYS.index(name[:3].lower())


def small_number(word: str) -> int | None:
    """A number up to twenty in digits or as a word."""
    if word.isascii() and word.isdigit():
        return int(word)
    return _SMALL.index(word.lower()) + 1 if word.lower() in _SMALL else None


def full_year(digits: str) -> int:
    """1950 to 2049 from two digits, or four as they are."""
    digits = digits.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


@cache
def year_words() -> YearWords:
    """The lists of ``dates.toml`` about bare years."""
    lists = table("dates.toml")["years"]
    return YearWords(*(frozenset(phrases(lists[name])) for name in ("nouns", "before", "never", "books")))


@cache
def relative_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The relative phrases by their first word, longest first, each with what it means."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for meaning, listed in table("dates.toml")["relative"].items():
        for phrase in phrases(listed):
            phrase = re.sub(r"\s+", " ", phrase)
            by_word.setdefault(phrase.split(" ")[0], []).append((phrase, meaning))
    return {word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in by_word.items()}


@cache
def fiscal_starts() -> dict[str, int]:
    """The month in which a company's fiscal year begins, where it is not January."""
    return {
        company: int(month)
        for month, companies in table("dates.toml")["fiscal"].items()
        for company in phrases(companies)
    }
