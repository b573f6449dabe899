"""Times of day, lap times, and durations in two units or in words that are no unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factlint.figures.marks import Mark, small_number, year_words
from factlint.figures.neighbours import word_before
from factlint.patterns import compiled

_COLON = compiled(r":[0-5][0-9]")
_CLOCK = compiled(
    r"(?<![0-9.,:/-])([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?+(\.[0-9]{1,3})?+(?![0-9:]|\.[0-9]|-[A-Za-z]{1,4}-)"
    r"(?:\s?([AaPp]\.?\s?[Mm](?![A-Za-z])\.?|hrs?\b|hours\b|GMT|BST|CET|EST|ET\b|UTC|CST))?+"
)
_MERIDIEM = compiled(r"[0-9] ?([AaPp]\.?[Mm]\b\.?)")
_HOUR = compiled(r"(?<![0-9.,:$])(1[0-2]|0?[1-9])(?: ?(?:-|–|to) ?(?:1[0-2]|0?[1-9]))?+ ?$")
_CLOCK_END = compiled(r":[0-5][0-9]\s?$")
_TWO_UNITS = compiled(
    r"(?<![0-9.,:A-Za-z])([0-9]{1,3})[ -]?(hours?|hrs?|h|minutes?|mins?|m|years?)(?:,? and|,)? ?"
    r"([0-9]{1,3}(?:\.[0-9]{1,3})?)[ -]?(minutes?|mins?|m|seconds?|secs?|s|months?)(?![A-Za-z])"
)
_UNIT_ANCHOR = compiled(r"[0-9](?:[ -]?(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|years?)\b|[hm](?=[0-9]))")
_WORDS = compiled(r"(?:decades?|fortnights?|centur(?:y|ies))\b(?![ -]and[ -]a[ -]half)")
_MILITARY = compiled(r"(?<![0-9A-Za-z.,$:])(?:[01][0-9]|2[0-3])[0-5][0-9] ?(?:GMT|UTC|local time)\b")
_NTH = compiled(
    r"(?<![A-Za-z0-9])(?:(?:mid|early|late)[- ])?(?:[0-9]{1,2}(?:st|nd|rd|th)|[A-Za-z-]{3,}(?:th|first|second|third))[- ]$"
)
"""Before a century that is numbered: the 19th century."""
_SPANS = {"decade": ("year", 10), "fortni": ("day", 14), "centur": ("year", 100)}
_AND_A_HALF = compiled(
    r"(?<![A-Za-z0-9])(?:(?:an?|one)[ -])?(minute|hour|day|week|month|year|decade|century)[ -]and[ -]a[ -]half\b"
)
_LENGTHS = {"minute": ("min", 1), "hour": ("h", 1), "decade": ("year", 10), "century": ("year", 100)}
_COUNT = compiled(
    r"(?<![A-Za-z0-9])(?:(half a|one and a half|two and a half|three and a half)|([0-9]{1,2}|[A-Za-z]+))[ -]$"
)
_HALVES = {
    "half a": Fraction(1, 2),
    "one and a half": Fraction(3, 2),
    "two and a half": Fraction(5, 2),
    "three and a half": Fraction(7, 2),
}
_WHICH = (" past ", " last ", " next ", " previous ", " per ", " each ", " every ", " full ")
_SCORED = compiled(r"\b(?:scor(?:ed|es|ing)|hits?|hitting|made|notched|smashed|struck|maiden|Test) \Z")
"""Before centuries of cricket."""
_PAIRS = {("h", "m"): ("min", 60), ("m", "s"): ("s", 60), ("y", "m"): ("month", 12)}


def clocks(text: str) -> Iterator[Mark]:
    """Every time of day, lap time, composite duration, decade and fortnight."""
    if ":" in text:
        yield from _colons(text)
    for match in _MERIDIEM.finditer(text):
        start = match.start(1)
        hour = _HOUR.search(text[max(0, start - 12) : start])
        if hour and not _CLOCK_END.search(text[max(0, start - 5) : start]):
            yield Mark(start - (min(12, start) - hour.start()), match.end(), "time")
    reached = 0
    for anchor in _UNIT_ANCHOR.finditer(text):
        start = anchor.start()
        while start > reached and start > anchor.start() - 3 and text[start - 1].isdigit():
            start -= 1
        mark = _two_units(text, start) if start >= reached else None
        if mark:
            reached = mark.end
            yield mark
    if "GMT" in text or "UTC" in text or "local time" in text:
        yield from (Mark(match.start(), match.end(), "time") for match in _MILITARY.finditer(text))
    for match in _WORDS.finditer(text) if any(word in text for word in _SPANS) else ():
        mark = _worded(text, match.start(), match.end(), match.group())
        if mark:
            yield mark
    for match in _AND_A_HALF.finditer(text) if "and a half" in text or "and-a-half" in text else ():
        unit, size = _LENGTHS.get(match.group(1), (match.group(1), 1))
        yield Mark(match.start(), match.end(), "duration", value=Fraction(3, 2) * size, unit=unit)


def _colons(text: str) -> Iterator[Mark]:
    """09:30, 5:30 pm, 7:24.61; with a lap time in the text, 7:45 is one too unless a word says that it is a time."""
    marks = []
    laps = False
    reached = 0
    for colon in _COLON.finditer(text):
        start = colon.start()
        while start > reached and colon.start() - start < 3 and text[start - 1].isdigit():
            start -= 1
        match = _CLOCK.match(text, start) if start >= reached else None
        if match and start < colon.start():
            reached = match.end()
            laps = laps or bool(match.group(4) and not match.group(5))
            marks.append(match)
    for match in marks:
        mark = _clock(match, laps)
        if mark:
            yield mark


def _clock(match: re.Match[str], laps: bool) -> Mark | None:
    first, minutes, seconds, decimals, half_day = match.groups()
    if half_day is None and word_before(match.string, match.start())[0] in year_words().books:
        return None
    lap = decimals is not None or (laps and not half_day and first[0] != "0" and seconds is None)
    if lap and not half_day:
        parts = [int(first), int(minutes)] + ([int(seconds)] if seconds else [])
        value = Fraction(0)
        for part in parts:
            value = value * 60 + part
        value += Fraction("0" + decimals) if decimals else 0
        return Mark(*match.span(), "duration", value=value, unit="s")
    if int(first) > 24 or len(first) > 2:
        return None
    end = match.end() if half_day else (match.end(4) if decimals else match.end(3) if seconds else match.end(2))
    return Mark(match.start(), end, "time")


def _two_units(text: str, start: int) -> Mark | None:
    """7 minutes 24.61 seconds, 1 hour and 20 minutes, 2h30m, 3 years 2 months."""
    match = _TWO_UNITS.match(text, start)
    if not match:
        return None
    pair = _PAIRS.get((match.group(2)[0], match.group(4)[0]))
    if pair is None or (match.group(2)[0] == "y") != match.group(4).startswith("month"):
        return None
    unit, factor = pair
    return Mark(*match.span(), "duration", value=int(match.group(1)) * factor + Fraction(match.group(3)), unit=unit)


def _worded(text: str, start: int, end: int, word: str) -> Mark | None:
    """A decade, two decades, half a decade, a fortnight."""
    if start and text[start - 1].isalpha():
        return None
    head = text[max(0, start - 24) : start]
    numbered = _NTH.search(head) if word == "century" else None
    if numbered:
        return Mark(start - len(head) + numbered.start(), end, "period", "century")
    match = _COUNT.search(head)
    value = None
    begins = start
    if match:
        number = match.group(2)
        value = _HALVES.get(match.group(1)) if match.group(1) else None
        if number:
            small = small_number(number)
            value = Fraction(small) if small else Fraction(1) if number.lower() == "a" else None
        begins = start - len(head) + match.start() if value is not None else start
    if value is None:
        if word.endswith("s") or word == "century" or (not head.endswith(_WHICH) and text[end : end + 5] != "-long"):
            return None
        value = Fraction(1)
    if word.startswith("centur") and _SCORED.search(head, 0, begins - start + len(head)):
        return None
    unit, size = _SPANS[word[:6]]
    return Mark(begins, end, "duration", value=value * size, unit=unit)
