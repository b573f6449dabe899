"""Words that name a period by another one: last year, a year earlier, year-on-year, ten years ago; and lone weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.figures.figure import Calendar
from factlint.figures.marks import Mark, relative_words, small_number, weekday_number

_ANCHOR = re.compile(
    r"[Yy]ears?\b|YEARS?\b|[Mm]onths?\b|[Qq]uarter\b|[Ww]eek\b|[Pp]eriod\b|[Hh]alf\b|[Ss]pan\b|annual\b|"
    r"[Yy]o[Yy]\b|YOY\b|MOM\b|[MmQq]o[MmQq]\b|yr/yr|[yqm]/[yqm]\b|[ymq]-o-[ymq]\b|ytd\b|YTD\b|同比|环比|同期|去年|今年|明年|上月|本月"
)
_WORD = re.compile(r"(?<![A-Za-z0-9/])[A-Za-z0-9/'-]++|[一-鿿]{2}")
_AGO = re.compile(
    r"(?<![A-Za-z0-9.,])([0-9]{1,2}|[A-Za-z]+) (years|months|weeks|days|quarters|decades) (?:ago|earlier|before|previously)\b"
)
_REACH = 34
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![A-Za-z])")
_WEEKDAY_WHICH = re.compile(r"(?<![A-Za-z])((?:last|next|this) )$")
_NO_DAY = ("Black ", "Good ", "Cyber ", "Super ", "Palm ", "Easter ", "Ruby ", "Giving ")


def relatives(text: str) -> Iterator[Mark]:
    """Every relative phrase; the longest where two begin at one place."""
    words = relative_words()
    reached = 0
    for anchor in _ANCHOR.finditer(text):
        floor = max(reached, anchor.start() - _REACH)
        window = text[floor : anchor.end() + _REACH].lower()
        found = _phrase(window, anchor.start() - floor, words)
        if found:
            start, end, meaning = found
            yield Mark(floor + start, floor + end, "period", relative=meaning)
            reached = floor + end
            continue
        ago = _AGO.search(text[floor : anchor.end() + 16])
        if ago and (ago.group(1).isdigit() or small_number(ago.group(1)) or ago.group(1).lower() in ("some", "several", "many")):
            yield Mark(floor + ago.start(), floor + ago.end(), "period", relative=f"{ago.group(2)}-ago")
            reached = floor + ago.end()


def _phrase(window: str, anchor: int, words: dict[str, tuple[tuple[str, str], ...]]) -> tuple[int, int, str] | None:
    for word in _WORD.finditer(window):
        if word.start() > anchor:
            return None
        for phrase, meaning in words.get(word.group(), ()):
            end = word.start() + len(phrase)
            if end > anchor and window.startswith(phrase, word.start()) and not window[end : end + 1].isalnum():
                return word.start(), end, meaning
        head = word.group().partition("-")[0]
        if head != word.group():
            for phrase, meaning in words.get(head, ()):
                end = word.start() + len(phrase)
                if end > anchor and window.startswith(phrase, word.start()) and not window[end : end + 1].isalnum():
                    return word.start(), end, meaning
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
