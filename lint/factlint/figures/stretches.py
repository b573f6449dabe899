"""Quarters, halves, the first so many months, and the words before a date that make a stretch of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.figures.designations import counts
from factlint.figures.figure import Calendar
from factlint.figures.marks import ANY_YEAR, Mark, full_year, places, small_number
from factlint.patterns import compiled

_LETTER = compiled(r"[QH]")
_LETTER_FIRST = compiled(
    rf"([QH])([1-9])(?:\s?(?:-|–|to|and|/)\s?([QH])([1-4]))?+(?![0-9A-Za-z])"
    rf"(?:(?: of)?[ ,/-]{{0,2}}(?:(?:fiscal|calendar|FY|CY) ?)?({ANY_YEAR}(?![0-9]|[.,][0-9])|['’][0-9]{{2}}(?![0-9])|(?<=FY)[0-9]{{2}}(?![0-9])))?+"
)
_DIGIT_FIRST = compiled(rf"([1-4])([QH])(?:[ ]?({ANY_YEAR}|['’]?[0-9]{{2}})(?![0-9]|[.,][0-9]|%))?+(?![0-9A-Za-z])")
_YEAR_BEFORE = compiled(rf"(?<![0-9A-Za-z.,-])({ANY_YEAR})(?:'s)?[ -]?$")
_HALF_FRAME = compiled(
    r"(?:\b(?:in|for|of|during|since|by|its|the|from|In|For|The|and|versus|vs|to|than|a|strong|record)|[(,|:]) ?$"
)
_NEXT_LOWER = compiled(r" [a-z]")
_HYDROGEN = compiled(r" (?:fuel|station|truck|bus|tank|storage|mobility|combustion|refuel)", re.I)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "last": -1, "opening": 1, "closing": -1, "latter": 2,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "fiscal first": 1,
}  # fmt: skip
_ORDINAL = compiled(
    r"(?:(?<![0-9A-Za-z.,-])(?:((?:19[5-9]|20[0-4])[0-9])(?:'s)? |(?:fiscal|financial)[- ]))?"
    r"(?<![A-Za-z0-9])(first|second|third|fourth|final|opening|closing|latter|1st|2nd|3rd|4th)[ -]$",
    re.I,
)
_NOUNS = (
    "qtr",
    "mths",
    "quarter",
    "Quarter",
    "QUARTER",
    "half",
    "Half",
    "HALF",
    "months",
    "Months",
    "MONTHS",
)
_SPELT = {"qtr": "quarter", "qtrs": "quarters", "mths": "months"}
_NOUN = compiled(r"(quarters?|qtrs?|half|months|mths)(?![A-Za-z])", re.I)
_OF_YEAR = compiled(
    rf"(?:,? of|,| in)? (?:(?:the )?(?:fiscal|financial|calendar)(?: year)? )?(?:the year )?({ANY_YEAR})(?![0-9]|[.,][0-9]|%|-[0-9])"
    r"|(?: of)? (?:the )?(last|this|next|that|current|previous|same)(?: fiscal| financial| calendar)? year\b"
    r"| of (?:the|its|their) (?:fiscal |financial |calendar )?(year)\b"
)
_FIRST_COUNT = compiled(r"(?<![A-Za-z])(first|initial|opening) ([0-9]{1,2}|[a-z]+)[ -]$", re.I)
_ENDED = compiled(
    r"(?<![A-Za-z])(?:(fiscal |financial |full |business )?year|([0-9]{1,2}|[a-z]+)[ -]months?(?: period)?|(quarter|half(?:[ -]year)?))"
    r"(?: that| which)? ?(?:ended|ending|ends|to|through|until|up to)(?: on| in| at the end of)?(?: the)? $",
    re.I,
)


def parts(text: str) -> Iterator[Mark]:
    """Quarters, halves and the first so many months."""
    for match in _LETTER.finditer(text):
        start = match.start()
        mark = _digit_first(text, start - 1) if start and text[start - 1].isdigit() else None
        if mark is None and text[start + 1 : start + 2].isdigit():
            mark = _letter_first(text, start)
        if mark:
            yield mark
    for start in places(text, _NOUNS):
        noun = _NOUN.match(text, start)
        mark = (
            _worded(text, start, noun.end(), _SPELT.get(noun.group().lower(), noun.group().lower())) if noun else None
        )
        if mark:
            yield mark


def _digit_first(text: str, start: int) -> Mark | None:
    """1Q25, 3Q 2024, 2H25."""
    if start and (text[start - 1].isalnum() or text[start - 1] in ".,"):
        return None
    match = _DIGIT_FIRST.match(text, start)
    if not match:
        return None
    year = full_year(match.group(3)) if match.group(3) else None
    return _part(start, match.end(), match.group(2), int(match.group(1)), year)


def _letter_first(text: str, start: int) -> Mark | None:
    """Q3, Q3 2024, H1 2025, 2024Q3, Q5 2024."""
    match = _LETTER_FIRST.match(text, start)
    if not match:
        return None
    letter, number, year = (
        match.group(1),
        int(match.group(2)),
        full_year(match.group(5)) if match.group(5) else None,
    )
    before = _YEAR_BEFORE.search(text[max(0, start - 8) : start])
    if year is None and before:
        year, start = int(before.group(1)), start - len(before.group())
    elif start and (text[start - 1].isalnum() or text[start - 1] in "-.$"):
        return None
    if year is None and (number > (4 if letter == "Q" else 2) or not _framed(text, start, match.end(), letter)):
        return None
    if match.group(4) and match.group(3) == letter:
        last = int(match.group(4))
        length = (last - number + 1) * (3 if letter == "Q" else 6)
        if number == 1 and length > 0:
            return Mark(start, match.end(), "period", "run", Calendar(year), part=length)
    return _part(start, match.end(), letter, number, year)


def _framed(text: str, start: int, end: int, letter: str) -> bool:
    if letter == "Q":
        return True
    if _HYDROGEN.match(text, end):
        return False
    head = text[max(0, start - 10) : start]
    opens = not head.strip() or head.rstrip(" ")[-1:] in "\n.•*-"
    return _HALF_FRAME.search(head) is not None or (opens and _NEXT_LOWER.match(text, end) is not None)


def _part(start: int, end: int, letter: str, number: int, year: int | None) -> Mark:
    possible = number <= (4 if letter == "Q" else 2)
    grain = "quarter" if letter == "Q" else "half"
    form = "well-formed" if possible else "impossible"
    return Mark(start, end, "period", grain, Calendar(year), part=number, form=form)


def _worded(text: str, start: int, end: int, noun: str) -> Mark | None:
    """Third quarter of 2024, first-half, first 11 months of 2025, first two quarters."""
    head = text[max(0, start - 28) : start]
    if noun in ("months", "quarters"):
        count = _FIRST_COUNT.search(head)
        number = small_number(count.group(2)) if count else None
        if count is None or number is None or not 1 <= number <= (12 if noun == "months" else 4):
            return None
        begins = start - len(head) + count.start()
        year, within, stop = _of_year(text, end)
        length = number if noun == "months" else 3 * number
        return Mark(begins, stop, "period", "run", Calendar(year), part=length, within=within)
    ordinal = _ORDINAL.search(head)
    if not ordinal or text[end : end + 1].isalpha():
        return None
    number = _ORDINALS[ordinal.group(2).lower()]
    if number > 2 and noun == "half":
        return None
    year, within, stop = _of_year(text, end)
    if year is None and ordinal.group(1):
        year = int(ordinal.group(1))
    if noun == "half" and stop == end and text.startswith((" of the ", " of a ", " of its "), end):
        return None
    if number == -1:
        number = 4 if noun == "quarter" else 2
    begins = start - len(head) + ordinal.start()
    while text[begins].isspace():
        begins += 1
    return Mark(begins, stop, "period", noun, Calendar(year), part=number, within=within)


def _of_year(text: str, end: int) -> tuple[int | None, str | None, int]:
    match = _OF_YEAR.match(text, end)
    if not match or (match.group(1) and counts(text, match.end())):
        return None, None, end
    if match.group(1):
        return int(match.group(1)), None, match.end()
    if match.group(3):
        return None, None, match.end()
    word = {"current": "this", "previous": "last", "same": "that"}.get(match.group(2), match.group(2))
    return None, f"{word}-year", match.end()


def ended(text: str, start: int) -> tuple[int, int, bool] | None:
    """Where "fiscal year that ended on" or "nine months to" begins before a date, how many months, and whether fiscal."""
    match = _ENDED.search(text[max(0, start - 60) : start])
    if not match:
        return None
    begins = max(0, start - 60) + match.start()
    if match.group(2):
        count = small_number(match.group(2))
        return (begins, count, False) if count else None
    if match.group(3):
        return begins, 3 if match.group(3).lower() == "quarter" else 6, False
    return begins, 12, True
