"""Durations with one end unsaid: ``19 months after the announcement``, ``gave them nine months until the race``.

The other end may be any later date of the story or the day of the article: only what fits none of them is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.figures.periods import day
from factlint.patterns import compiled
from factlint.relations.dated_span import attributive, between
from factlint.relations.happenings import Happening, meant
from factlint.relations.relation import Certainty
from factlint.relations.span_beside import Dates

_UNITS = frozenset({"month", "year", "week", "day"})
_AFTER = compiled(
    r" after (?:the|its|their|this|that) ((?:[\w'’-]+ ){0,2}?[\w'’-]+)(?=[.,;:)]| (?:of|in|by|was|were|had|and)\b)"
)
_UNTIL = compiled(r" (?:until|till|to go (?:until|to|before)|up to) (?:the|its|their|this|that) [\w'’-]+")
_GAVE = compiled(r"\b(?:gave|giving|gives|left|leaving|leaves|had|having|has|have)\b(?: [\w'’-]+){0,6} \Z")
_TAKEN = compiled(
    r"\b(?:it|this|that|all|work|project|whole|job)(?: has| had| have)? (?:taken|took|lasted)(?: [a-z]+){0,2} \Z"
)
_FROM = compiled(r" from (?:the )?first [\w'’-]+ to (?:the )?")
_MOST = 12
_BACK = 3
_HEAD = 60


def open_span(bound: Bound, line: Line, duration: Figure, told: Sequence[Happening]) -> Dates | None:
    """The dates that a duration with one end unsaid may lie between; None where it is no such duration."""
    text = bound.article.text
    if duration.unit not in _UNITS or attributive(duration):
        return None
    story = [one for one in told if one.line.sentence.story == line.sentence.story]
    if len(story) > _MOST:
        return None
    head = text[max(line.sentence.start, duration.start - _HEAD) : duration.start].lower()
    after = _AFTER.match(text, duration.end, line.sentence.end)
    if after is not None:
        starts = list(meant(line, f"the {after[1]}", story))
        return _to_any(bound, starts[0], story) if len(starts) == 1 else None
    if _UNTIL.match(text, duration.end, line.sentence.end) and _GAVE.search(head):
        own = [one for one in story if one.line is line and one.figure.end < duration.start]
        return _to_any(bound, own[0], story) if len(own) == 1 else None
    if _TAKEN.search(head) and _FROM.match(text, duration.end, line.sentence.end):
        near = [one for one in story if 0 <= line.sentence.index - one.line.sentence.index <= _BACK]
        return _of_any_pair(near, story)
    return None


def may_be_open(text: str, line: Line, duration: Figure) -> bool:
    """Whether the words behind a duration are those of one with an end unsaid: worth looking for dates."""
    stop = line.sentence.end
    return any(form.match(text, duration.end, stop) is not None for form in (_AFTER, _UNTIL, _FROM))


def _to_any(bound: Bound, start: Happening, story: Sequence[Happening]) -> Dates | None:
    """From a date to any later one, and to the day of the article."""
    later = [one for one in story if one.period.first > start.period.last]
    distances = [between(start.period, one.period) for one in later]
    today = bound.article.date
    if today is not None and today > start.period.last:
        distances.append(between(start.period, day(today)))
    figures = (start.figure, *(one.figure for one in later[:1]))
    return Dates(figures, distances[0], Certainty.STRONG, tuple(distances[1:])) if distances else None


def _of_any_pair(near: Sequence[Happening], story: Sequence[Happening]) -> Dates | None:
    """Between any two dates of the story, of which two stand just before."""
    if len(near) < 2:
        return None
    first, last = sorted(near[-2:], key=lambda one: one.period.first)
    ordered = sorted((one.period for one in story), key=lambda period: period.first)
    also = tuple(_gaps(ordered))
    return Dates((first.figure, last.figure), between(first.period, last.period), Certainty.STRONG, also)


def _gaps(ordered: Sequence[Period]) -> Iterator[Interval]:
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            yield between(one, other)
