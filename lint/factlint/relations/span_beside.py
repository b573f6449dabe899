"""Dates that stand beside a duration: ``from A to B, N days``, ``since A, or N years``, ``N months later, in B``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.periods import day
from factlint.patterns import compiled
from factlint.relations.dated_span import across, between
from factlint.relations.events import point
from factlint.relations.relation import Certainty

YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIE = compiled(
    r"[\s,(–—:-]*+(?:or|that is|i\.e\.|a total of|in total|altogether|all of|which is|lasting|which took|taking|some|for|so for)?[\s,]*+"
)
_IN_FRONT = compiled(r"(?: [a-z-]{1,14}){0,2} ?(?:from|between)? ?")
_SINCE = compiled(r"\bsince(?: \w+)? \Z", re.I)
_LATER = compiled(r"\s*later\b,?\s*(?:in|on|by)?\s*(?:early|late|mid-?)?\s*")
_AFTER = compiled(r"\s*after\b")
_CLOSING = compiled(
    r"(?:\bafter|\btook|\blasted|\btaking|\bwithin|\bin just|\bin only|\btime of|\bperiod of|\bthat is|\bor)(?: just| only)? \Z"
)


class Dates(NamedTuple):
    """The dates that a duration lies between, how far they are apart, and other distances that may be meant."""

    figures: tuple[Figure, ...]
    distance: Interval
    certainty: Certainty
    also: tuple[Interval, ...] = ()


def beside(bound: Bound, line: Line, duration: Figure) -> Dates | None:
    """The dates that the sentence of a duration, or the one before, ties to it."""
    text = bound.article.text
    for _, date in line.figures():
        if date.period is None or date.relative:
            continue
        distance = across(date)
        if distance is not None and _said_of(text, date, duration):
            return Dates((date,), distance, Certainty.KNOWN)
        found = _since(bound, line, date, duration)
        if found is not None:
            return found
    return _since_then(bound, line, duration) or _later(bound, line, duration) or _two_dates(text, line, duration)


def _said_of(text: str, date: Figure, duration: Figure) -> bool:
    """Whether a duration is said of a span of dates: right behind it, or in front of it."""
    if date.end <= duration.start:
        return _TIE.fullmatch(text, date.end, duration.start) is not None
    return _IN_FRONT.fullmatch(text, duration.end, date.start) is not None


def _since(bound: Bound, line: Line, date: Figure, duration: Figure) -> Dates | None:
    """``since 1998, or 28 years``; ``opened in 1998, 28 years ago``."""
    today = bound.article.date
    text = bound.article.text
    if today is None or date.period is None or not point(date) or not YEAR.search(date.quote):
        return None
    if date.period.first > today or _TIE.fullmatch(text, date.end, duration.start) is None:
        return None
    ago = text[duration.end : duration.end + 4] == " ago" or duration.quote.endswith("ago")
    if ago or _SINCE.search(text[max(line.sentence.start, date.start - 16) : date.start]):
        return Dates((date,), between(date.period, day(today)), Certainty.STRONG)
    return None


def _since_then(bound: Bound, line: Line, duration: Figure) -> Dates | None:
    """``... since April 2021. In the four years that have passed since then``: up to the day of the article."""
    text, today = bound.article.text, bound.article.date
    before = bound.line_of.get(line.sentence.index - 1)
    if today is None or before is None or before.block is not line.block:
        return None
    if "since then" not in " ".join(text[duration.end : duration.end + 45].lower().split()):
        return None
    dates = [figure for _, figure in before.figures() if point(figure)]
    if len(dates) != 1 or dates[0].period is None or not YEAR.search(dates[0].quote) or dates[0].period.first > today:
        return None
    return Dates((dates[0],), between(dates[0].period, day(today)), Certainty.STRONG)


def _later(bound: Bound, line: Line, duration: Figure) -> Dates | None:
    """``It opened in March 2022. Ten months later, in July 2023, ...``."""
    text = bound.article.text
    match = _LATER.match(text, duration.end)
    if match is None:
        return None
    last = next((figure for _, figure in line.figures() if figure.start == match.end() and point(figure)), None)
    if last is None or last.period is None:
        return None
    before = list(_dates_before(bound, line, duration))
    if not before or before[-1].period is None:
        return None
    spans = [
        between(date.period, last.period) for date in before if date.period and date.period.first <= last.period.last
    ]
    first = before[-1]
    if len(before) > 1 and before[-2].end > line.sentence.start:
        return None
    if not spans or first.period is None or first.period.first > last.period.first or not _named(first, last):
        return None
    return Dates((first, last), between(first.period, last.period), Certainty.STRONG, tuple(spans))


def _dates_before(bound: Bound, line: Line, duration: Figure) -> Iterator[Figure]:
    """The dates of the sentence before and of the own one, up to a duration."""
    before = bound.line_of.get(line.sentence.index - 1)
    lines = [before, line] if before is not None and before.sentence.story == line.sentence.story else [line]
    for own in lines:
        for _, figure in own.figures():
            if point(figure) and figure.end <= duration.start:
                yield figure


def _two_dates(text: str, line: Line, duration: Figure) -> Dates | None:
    """``begun in March 2022 and finished in November 2024, after 24 months``, ``24 months after A ... in B``."""
    dates = [figure for _, figure in line.figures() if figure.period is not None]
    durations = [figure for _, figure in line.figures() if figure.kind == "duration"]
    if len(dates) != 2 or len(durations) != 1 or not all(point(date) for date in dates):
        return None
    first, last = dates
    if first.period is None or last.period is None or first.period.last > last.period.first or not _named(first, last):
        return None
    closing = duration.start >= last.end and _closes(text, last, duration)
    opening = duration.end <= first.start and _AFTER.match(text, duration.end) is not None
    if not (closing or opening):
        return None
    return Dates((first, last), between(first.period, last.period), Certainty.STRONG)


def _closes(text: str, last: Figure, duration: Figure) -> bool:
    gap = text[last.end : duration.start]
    return len(gap.split()) <= 6 and ";" not in gap and _CLOSING.search(gap) is not None


def _named(*dates: Figure) -> bool:
    """Whether every date prints its year."""
    return all(YEAR.search(date.quote) for date in dates)
