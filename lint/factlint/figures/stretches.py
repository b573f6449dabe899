"""Quarters, halves, the first so many months, fiscal years, bare years and decades."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.figures.designations import counts
from factlint.figures.figure import Calendar
from factlint.figures.marks import Mark, full_year, places, small_number, year_words
from factlint.figures.taken import Taken

_ANY_YEAR = r"(?:19[5-9]|20[0-4])[0-9]"
_LETTER = re.compile(r"[QH]")
_LETTER_FIRST = re.compile(
    rf"([QH])([1-9])(?:\s?(?:-|–|to|and|/)\s?([QH])([1-4]))?+(?![0-9A-Za-z])"
    rf"(?:(?: of)?[ ,/-]{{0,2}}(?:(?:fiscal|calendar|FY|CY) ?)?({_ANY_YEAR}(?![0-9]|[.,][0-9])|['’][0-9]{{2}}(?![0-9])|(?<=FY)[0-9]{{2}}(?![0-9])))?+"
)
_DIGIT_FIRST = re.compile(rf"([1-4])([QH])(?:[ ]?({_ANY_YEAR}|['’]?[0-9]{{2}})(?![0-9]|[.,][0-9]|%))?+(?![0-9A-Za-z])")
_YEAR_BEFORE = re.compile(rf"(?<![0-9A-Za-z.,-])({_ANY_YEAR})(?:'s)?[ -]?$")
_HALF_FRAME = re.compile(
    r"(?:\b(?:in|for|of|during|since|by|its|the|from|In|For|The|and|versus|vs|to|than|a|strong|record)|[(,|:]) ?$"
)
_NEXT_LOWER = re.compile(r" [a-z]")
_HYDROGEN = re.compile(r" (?:fuel|station|truck|bus|tank|storage|mobility|combustion|refuel)", re.I)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "last": -1, "opening": 1, "closing": -1, "latter": 2,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "fiscal first": 1,
}  # fmt: skip
_ORDINAL = re.compile(
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
_NOUN = re.compile(r"(quarters?|qtrs?|half|months|mths)(?![A-Za-z])", re.I)
_OF_YEAR = re.compile(
    rf"(?:,? of|,| in)? (?:(?:the )?(?:fiscal|financial|calendar)(?: year)? )?(?:the year )?({_ANY_YEAR})(?![0-9]|[.,][0-9]|%|-[0-9])"
    r"|(?: of)? (?:the )?(last|this|next|that|current|previous|same)(?: fiscal| financial| calendar)? year\b"
    r"| of (?:the|its|their) (?:fiscal |financial |calendar )?(year)\b"
)
_FIRST_COUNT = re.compile(r"(?<![A-Za-z])(first|initial|opening) ([0-9]{1,2}|[a-z]+)[ -]$", re.I)
_FISCAL = re.compile(
    rf"(?:(?:fiscal|financial|Fiscal|Financial)(?: year)? |FY ?|MY ?|CY ?)(?:({_ANY_YEAR})(?:[/-]([0-9]{{2,4}}))?|['’]?([0-9]{{2}}))(?![0-9A-Za-z]|[.,][0-9]|%)"
)
_ENDED = re.compile(
    r"(?<![A-Za-z])(?:(fiscal |financial |full |business )?year|([0-9]{1,2}|[a-z]+)[ -]months?(?: period)?|(quarter|half(?:[ -]year)?))"
    r"(?: that| which)? ?(?:ended|ending|ends|to|through|until|up to)(?: on| in| at the end of)?(?: the)? $",
    re.I,
)
_FOUR = re.compile(rf"(?:{_ANY_YEAR})(?![0-9])")
_RANGE = re.compile(rf"(?:\s?[-–—]\s?|\sto\s|/)({_ANY_YEAR}|[0-9]{{2}})(?![0-9A-Za-z]|[.,][0-9]|%|[-/][0-9])")
_NAMED_YEAR = re.compile(r"[ -](model|fiscal|financial|calendar)[ -]year\b")
_DECADE = re.compile(r"((?:19|20)[0-9]0)['’]?s\b")
_NEXT_WORD = re.compile(r"['’]s\b|\s?([A-Za-z][A-Za-z-]*)|\s?([^\sA-Za-z])")
_LAST_WORD = re.compile(r"([A-Za-z.'’-]+|[^\sA-Za-z])[ \n]?$")
_MODEL_YEAR = re.compile(r"(?:^|[^A-Za-z])(?:the|a|an|new|its|all-new|The|A|An|New)\s$|(?:^|\n)[\s*#>-]*$|[\"“(:|]\s?$")


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


def years(text: str, taken: Taken) -> Iterator[Mark]:
    """Fiscal years, model years, decades, and bare years where the words around say that they are years."""
    for start in places(text, ("fiscal ", "Fiscal ", "financial ", "Financial ", "FY", "MY", "CY")):
        match = _FISCAL.match(text, start)
        if not match or (start and text[start - 1].isalnum()):
            continue
        first = full_year(match.group(1) or match.group(3))
        last = full_year(match.group(2)[-2:]) if match.group(2) else first
        head = match.group()[:2]
        if head == "MY":
            yield Mark(*match.span(), "period", "", Calendar(first), relative="model-year")
        else:
            yield Mark(*match.span(), "period", "year" if head == "CY" else "fiscal", Calendar(last))
    last_end = -1
    for match in _FOUR.finditer(text):
        start, end = match.span()
        mark = _decade(text, start) or _bare(text, start, end, taken, last_end)
        if mark:
            last_end = mark.end
            yield mark


def _decade(text: str, start: int) -> Mark | None:
    match = _DECADE.match(text, start)
    if not match or (start and text[start - 1].isalnum()):
        return None
    return Mark(start, match.end(), "period", "decade", Calendar(int(match.group(1))))


def _bare(text: str, start: int, end: int, taken: Taken, last_end: int) -> Mark | None:
    before = text[start - 1 : start]
    if before and (
        before.isalnum()
        or before in "$€£¥₹~≈+.,_/:@#<>=&"
        or (before in "-–" and text[start - 2 : start - 1].isdigit())
    ):
        return None
    behind = text[end : end + 2]
    if behind and (
        (behind[0].isalnum() and behind[0].isascii())
        or behind[0] in "%/_@+°"
        or (behind[0] in ".,-:" and behind[1:].isdigit() and behind[0] != "-")
    ):
        return None
    year = int(text[start:end])
    ranged = _RANGE.match(text, end)
    if ranged and not counts(text, ranged.end()):
        last = int(ranged.group(1)) if len(ranged.group(1)) == 4 else year // 100 * 100 + int(ranged.group(1))
        if year < last <= year + 60:
            return Mark(start, ranged.end(), "period", "year", Calendar(year), Calendar(last))
    if (behind[:1] == "-" and behind[1:].isdigit()) or (counts(text, end) and not _dated_noun(text, start, end)):
        return None
    head = text[max(0, start - 20) : start]
    if text[end : end + 1] == " " and taken.overlaps(end + 1, end + 2) and _MODEL_YEAR.search(head):
        return Mark(start, end, "period", "", Calendar(year), relative="model-year")
    named = _NAMED_YEAR.match(text, end)
    if named:
        if named.group(1) == "model":
            return Mark(start, named.end(), "period", "", Calendar(year), relative="model-year")
        return Mark(start, named.end(), "period", "fiscal" if named.group(1) != "calendar" else "year", Calendar(year))
    return Mark(start, end, "period", "year", Calendar(year)) if _is_year(text, start, end, head, last_end) else None


def _dated_noun(text: str, start: int, end: int) -> bool:
    """Whether a counted noun behind a year is dated by it: "2024 sales", "the 2025 models"."""
    word = _NEXT_WORD.match(text, end)
    return word is not None and word.group(1) in year_words().nouns and text[end : end + 1] == " "


def _is_year(text: str, start: int, end: int, head: str, last_end: int) -> bool:
    lists = year_words()
    before = _LAST_WORD.search(head)
    word = before.group(1).lower() if before else ""
    if word in lists.never:
        return False
    behind = _NEXT_WORD.match(text, end)
    if behind is None or behind.group() in ("'s", "’s"):
        return True
    following = behind.group(1)
    if following and following.lower() in lists.nouns:
        return True
    plural = following is not None and following.islower() and following.endswith("s") and len(following) > 3
    if word in lists.before or not word:
        return not plural or word in ("in", "since", "by", "until", "during")
    if not word[-1].isalpha() or start - last_end <= 6:
        return following is None or not plural
    return (
        not following
        or following[0].isupper()
        or (not plural and (word[-1] != "s" or word.endswith(("'s", "’s"))))
        or following in ("and", "to", "as", "with", "on", "at")
    )
