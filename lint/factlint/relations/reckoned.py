"""Events that are dated by another one: ``unveiled in September, two months after the first customers had their cars``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.periods import FIRST_YEAR, LAST_YEAR
from factlint.patterns import compiled
from factlint.relations.dated_span import length
from factlint.relations.event_words import vocabulary
from factlint.relations.events import Event, is_list, point, told
from factlint.relations.mentioned_events import mentions
from factlint.relations.moments import moment
from factlint.relations.span_beside import named, only
from factlint.relations.stated_durations import durations

_AFTER = compiled(r" after\b")
_REACH = 70
"""Characters behind "after" within which the event is named."""


def reckoned(bound: Bound) -> Iterator[Event]:
    """Every event without a date of its own that a duration puts before a date of its sentence."""
    text = bound.article.text
    for line in bound.lines:
        stated = [] if is_list(line) else durations(text, line)
        dates = [figure for _, figure in line.figures() if point(figure)] if stated else []
        for duration in stated if dates else ():
            if _AFTER.match(text, duration.end):
                event = _event(text, line, duration, dates)
                if event is not None:
                    yield event


def _event(text: str, line: Line, duration: Figure, dates: list[Figure]) -> Event | None:
    before = [date for date in dates if date.end <= duration.start]
    if not before or not named(before[-1]) or any(date.start >= duration.end for date in dates):
        return None
    if not only(text[before[-1].end : duration.start], vocabulary().words["joints"]):
        return None
    mention = next((one for one in mentions(text, line) if 0 <= one.start - duration.end <= _REACH), None)
    period = _earlier(moment(text, before[-1]), duration)
    if mention is None or period is None:
        return None
    return told(text, line, mention, duration, period, duration.start)


def _earlier(period: Period | None, duration: Figure) -> Period | None:
    """The days that lie a duration before a period."""
    days = length(duration)
    if period is None or days is None or days.low is None or days.high is None:
        return None
    low, high = int(days.low), int(days.high) + 1
    if period.first.toordinal() - high <= dt.date(FIRST_YEAR, 1, 1).toordinal() or period.last.year >= LAST_YEAR:
        return None
    return Period(period.first - dt.timedelta(days=high), period.last - dt.timedelta(days=low), "span")
