"""Words that name a period by another one: last year, a year earlier, year-on-year, ten years ago; and lone weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.figures.figure import Calendar
from factlint.figures.marks import Mark, places, relative_words, small_number, weekday_number
from factlint.patterns import compiled

_ANCHORS = (
    "year", "Year", "YEAR", "month", "Month", "MONTH", "quarter", "Quarter", "week", "Week", "period", "Period", "half", "span",
    "annual", "fiscal", "YoY", "yoy", "Yoy", "YOY", "MoM", "mom", "MOM", "QoQ", "qoq", "QOQ", "yr/yr", "y/y", "m/m", "q/q", "-o-", "ytd", "YTD",
    "同比", "环比", "同期", "去年", "今年", "明年", "上月", "本月",
)  # fmt: skip
_WORD = compiled(r"(?<![A-Za-z0-9/])[A-Za-z0-9/'-]++|[一-鿿]{2}")
_AGO = compiled(
    r"(?<![A-Za-z0-9.,])([0-9]{1,2}|[A-Za-z]+) (years|months|weeks|days|quarters|decades) (?:ago|earlier|before|previously)\b"
)
_PAST = compiled(
    r"(?<![A-Za-z])(past|last|next|previous|preceding) ([0-9]{1,2}|[a-z]+) (years|months|quarters|weeks|days)\b",
    re.I,
)
_REACH = 34
_WEEKDAY = compiled(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![A-Za-z])")
_WEEKDAY_WHICH = compiled(r"(?<![A-Za-z])((?:last|next|this) )$")
_NO_DAY = ("Black ", "Good ", "Cyber ", "Super ", "Palm ", "Easter ", "Ruby ", "Giving ")


def relatives(text: str) -> Iterator[Mark]:
    """Every relative phrase; the longest where two begin at one place."""
    words = relative_words()
    reached = 0
    for anchor in places(text, _ANCHORS):
        if anchor < reached:
            continue
        floor = max(reached, anchor - _REACH)
        window = text[floor : anchor + _REACH + 6].lower()
        found = _phrase(window, anchor - floor, words)
        if found:
            start, end, meaning = found
            yield Mark(floor + start, floor + end, "period", relative=meaning)
            reached = floor + end
            continue
        ago = _AGO.search(text[floor : anchor + 24])
        if ago and (
            ago.group(1).isdigit() or small_number(ago.group(1)) or ago.group(1).lower() in ("some", "several", "many")
        ):
            yield Mark(floor + ago.start(), floor + ago.end(), "period", relative=f"{ago.group(2)}-ago")
            reached = floor + ago.end()
            continue
        past = _PAST.search(text[floor : anchor + 10])
        if past and floor + past.end() > anchor and small_number(past.group(2)):
            yield Mark(
                floor + past.start(),
                floor + past.end(),
                "period",
                relative=f"{past.group(1).lower()}-{past.group(3)}",
            )
            reached = floor + past.end()


def _phrase(window: str, anchor: int, words: dict[str, tuple[tuple[str, str], ...]]) -> tuple[int, int, str] | None:
    for match in _WORD.finditer(window):
        start, word = match.start(), match.group()
        if start > anchor:
            return None
        phrases = words.get(word, ())
        if "-" in word:
            phrases += words.get(word.partition("-")[0], ())
        for phrase, meaning in phrases:
            end = start + len(phrase)
            if end > anchor and window.startswith(phrase, start) and not window[end : end + 1].isalnum():
                return start, end, meaning
    return None


def weekdays(text: str) -> Iterator[Mark]:
    """Weekdays that stand without a date: "on Friday"."""
    for match in _WEEKDAY.finditer(text):
        start = match.start()
        if (start and text[start - 1].isalpha()) or text[max(0, start - 7) : start].endswith(_NO_DAY):
            continue
        which = _WEEKDAY_WHICH.search(text[max(0, start - 6) : start])
        begins = start - len(which.group(1)) if which else start
        yield Mark(begins, match.end(), "date", calendar=Calendar(weekday=weekday_number(match.group())))
