"""Durations that last until the article: ``since 1998, or 28 years``, ``in the six years since 2019``, ``from A to today``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.periods import day
from factlint.patterns import compiled
from factlint.relations.dated_span import attributive, between
from factlint.relations.event_words import vocabulary
from factlint.relations.events import point
from factlint.relations.moments import moment
from factlint.relations.relation import Certainty
from factlint.relations.span_beside import YEAR, Dates, distances, named, only, words_of

_SINCE = compiled(r"\bsince(?: \w+){0,4} \Z", re.I)
_THEN_SINCE = compiled(r",? (?:(?:that|which) have (?:passed|elapsed|gone by) )?since(?: [\w'’-]+){0,4} ", re.I)
_FROM = compiled(r"\bfrom(?: [\w'’-]+){0,6} \Z", re.I)
_TO_NOW = compiled(
    r"(?: (?:to|until|till|up to|through) (?:today|now|the present|the present day|date|this day|this (?:node|point|moment|launch|announcement|event)|the time of writing))(?![a-z])",
    re.I,
)
# opened the plant in 1998 | and has therefore been building cars there for | 28 years
_HAS_BEEN = compiled(
    r"[^.;]{0,60}?\band (?:has|have)(?: (?:therefore|thus|so|now|hence|since|already))?(?: (?:been|made|built|run|owned|held|worked|led|sold|produced))\b"
    r"[^.;]{0,60}?\bfor (?:now |already |the past |the last )?(?:about |almost |nearly |over |more than |some )?",
    re.I,
)
_AGO = compiled(r" ago\b")


def until_now(bound: Bound, line: Line, duration: Figure) -> Dates | None:
    """The date from which a duration runs to the day of the article."""
    today = bound.article.date
    if today is None or attributive(duration):
        return None
    dates = [
        figure
        for _, figure in line.figures()
        if point(figure) and YEAR.search(figure.quote) and figure.period is not None and figure.period.first <= today
    ]
    for date in dates:
        if _since(bound.article.text, line, date, duration) or _from(bound.article.text, date, duration):
            return _dates(bound, date, [other for other in dates if other is not date])
    return _since_then(bound, line, duration)


def _dates(bound: Bound, date: Figure, others: Sequence[Figure]) -> Dates | None:
    """From a date to the day of the article; or to another one that the sentence names."""
    today, text = bound.article.date, bound.article.text
    period = moment(text, date)
    if today is None or period is None:
        return None
    also = distances(text, period, others)
    return Dates((date,), between(period, day(today)), Certainty.STRONG, also)


def _since(text: str, line: Line, date: Figure, duration: Figure) -> bool:
    """``since 1998, or 28 years``; ``opened in 1998, 28 years ago``; ``in the 28 years since 1998``."""
    begin = line.sentence.start
    if date.end <= duration.start:
        if _HAS_BEEN.fullmatch(text, date.end, duration.start):
            return True
        if not only(text[date.end : duration.start], vocabulary().words["joints"]):
            return False
        ago = _AGO.match(text, duration.end) is not None
        return ago or _SINCE.search(text[max(begin, date.start - 48) : date.start]) is not None
    if _THEN_SINCE.fullmatch(text, duration.end, _opening(text, date, duration.end)) is None:
        return False
    before = set(words_of(text[max(begin, duration.start - 48) : duration.start])[-6:])
    return not before & vocabulary().words["superlative"]


def _opening(text: str, date: Figure, floor: int) -> int:
    """Where a date begins with the preposition before it: ``in 1998``, ``on 3 May 1998``."""
    for preposition in ("in ", "on "):
        start = date.start - len(preposition)
        if start >= floor and text.startswith(preposition, start):
            return start
    return date.start


def _from(text: str, date: Figure, duration: Figure) -> bool:
    """``from the listing on March 3, 2025 to this day, only 60 days have passed``."""
    match = _TO_NOW.match(text, date.end)
    if match is None or duration.start < match.end():
        return False
    head = text[max(0, date.start - 60) : date.start]
    return _FROM.search(head) is not None and only(text[match.end() : duration.start], vocabulary().words["joints"])


def _since_then(bound: Bound, line: Line, duration: Figure) -> Dates | None:
    """``... since April 2021. In the four years that have passed since then``."""
    text, today = bound.article.text, bound.article.date
    before = bound.line_of.get(line.sentence.index - 1)
    if today is None or before is None or before.block is not line.block:
        return None
    if "since then" not in " ".join(text[duration.end : duration.end + 45].lower().split()):
        return None
    dates = [figure for _, figure in before.figures() if point(figure)]
    if len(dates) != 1 or dates[0].period is None or not named(dates[0]) or dates[0].period.first > today:
        return None
    return _dates(bound, dates[0], ())
