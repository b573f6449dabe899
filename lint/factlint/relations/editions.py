"""The number of an event: ``the 8th New Energy Vehicle Show``, ``the seventh edition of the show``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.cues import cue

_EVENTS = cue("events")
_ANY_EVENT = cue("any_event")
_OTHER_TIME = cue("other_time")
_REACH = 7
_NEXT = 2
_FEWEST = 3

Numbered = tuple[Line, Figure, str]


def editions(bound: Bound) -> Iterator[tuple[Line, Figure, Figure]]:
    """(line, figure, first): a number of an event of a story that lies a little beside the first one printed there."""
    told: dict[int, Numbered] = {}
    for line in bound.lines:
        for position, figure in line.figures():
            event = _event(line, position) if figure.kind == "rank" else ""
            if not event or (figure.value or Fraction(0)) < _FEWEST or _of_other_time(line):
                continue
            first = told.setdefault(line.sentence.story, (line, figure, event))
            if first[1] is figure or not {event, first[2]} & _ANY_EVENT:
                continue
            apart = abs((figure.value or Fraction(0)) - (first[1].value or Fraction(0)))
            if apart <= _NEXT:
                yield line, figure, first[1]


def _event(line: Line, position: int) -> str:
    """The event that a rank numbers: the noun in its stretch behind it, names and adjectives between."""
    segment = line.tokens[position].segment
    for token in line.tokens[position + 1 : position + _REACH]:
        if token.segment != segment or token.figure is not None:
            return ""
        word = token.word.rstrip(".")
        if word in _EVENTS:
            return word
        if word in ("of", "in", "at", "for", "to", "the", "and", "with"):
            return ""
    return ""


def _of_other_time(line: Line) -> bool:
    """Whether a sentence speaks of the event of another year."""
    return any(
        token.word in _OTHER_TIME
        or "past" in token.tags
        or (token.figure is not None and token.figure.relative is not None)
        for token in line.tokens
    )
