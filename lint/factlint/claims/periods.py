"""When a figure holds: the period its sentence names, or the one the story is speaking of."""

from __future__ import annotations

import datetime as dt

from factlint.article.article import Article
from factlint.claims.lines import Line
from factlint.claims.undated import undated
from factlint.figures.figure import Figure, Period

Moment = Period | str
"""A resolved period, or the words of one that the text leaves without a year."""

_ANAPHORIC = ("-earlier", "-ago")
_COMPARING = frozenset({"yoy", "mom", "qoq", "same-period", "same", "model-year"})
_IN = frozenset({"in", "for", "during", "of", "at", "by", "from"})
_DAY = 30
"""A single day is when something was announced more often than when it held."""


class PeriodMemory:
    """Remembers the period of a story while its sentences are read in order.

    The first period that a story names is its own; a paragraph that names another one speaks of that, and the next
    paragraph returns to the story's.
    """

    def __init__(self, article: Article) -> None:
        self.today: dt.date | None = article.date
        self._story = -1
        self._block = -1
        self._main: Moment | None = None
        self._current: Moment | None = None

    def enter(self, line: Line) -> None:
        """Take note of the story and the paragraph that a sentence belongs to."""
        if line.sentence.story != self._story:
            self._story = line.sentence.story
            self._main = None
        if line.sentence.block != self._block:
            self._block = line.sentence.block
            self._current = self._main

    def of(self, line: Line, position: int, role: str) -> tuple[Moment | None, bool]:
        """When the figure at ``position`` holds, and whether its sentence says so.

        The period of a base does not carry on to later figures.
        """
        found = _nearest(line, position)
        if found is None:
            return self._current, False
        if role != "base" and not self._ahead(found):
            self._current = found
        if self._main is None and not _a_day(found) and not self._ahead(found):
            self._main = found
        return found, True

    def _ahead(self, moment: Moment) -> bool:
        """Whether a period is still to come: a story is of what was, though it may tell what will be."""
        return isinstance(moment, Period) and self.today is not None and moment.first > self.today


def compares(figure: Figure) -> bool:
    """Whether a period only tells what a figure is compared with: a year earlier, year on year."""
    return figure.relative is not None and (figure.relative in _COMPARING or figure.relative.endswith(_ANAPHORIC))


def moment_of(figure: Figure) -> Moment | None:
    """The period that a date or period names; weekdays, and words that compare, name none."""
    if figure.kind not in ("date", "period") or compares(figure):
        return None
    if figure.period is not None:
        return figure.period
    calendar = figure.calendar
    if figure.kind == "date" and (calendar is None or (calendar.month is None and calendar.year is None)):
        return None
    return undated(figure.quote) or figure.quote.lower()


def basis_of(line: Line, position: int) -> str | None:
    """The relative word beside a figure (yoy, mom, qoq, year-earlier ...): the nearest after it, or just before it."""
    tokens = line.tokens
    segment = tokens[position].segment
    for token in tokens[position + 1 : position + 9]:
        figure = token.figure
        if figure is not None and compares(figure):
            return figure.relative
        if figure is not None and figure.kind == "percent":
            break
        if token.segment > segment + 1:
            break
    for token in reversed(tokens[max(0, position - 5) : position]):
        if token.figure is not None:
            return token.figure.relative if compares(token.figure) else None
    return None


def _a_day(moment: Moment) -> bool:
    return isinstance(moment, Period) and moment.grain == "day"


def _nearest(line: Line, position: int) -> Moment | None:
    """The period closest to a figure: the one that follows it, then of its own stretch, then before it, then after it."""
    following = _following(line, position)
    if following is not None:
        return following
    best: tuple[int, Moment] | None = None
    for at, token in enumerate(line.tokens):
        moment = moment_of(token.figure) if token.figure is not None else None
        if moment is None or _spoken_for(line, at, position):
            continue
        cost = _distance(line, position, at) + (_DAY if _a_day(moment) else 0)
        if best is None or cost < best[0]:
            best = (cost, moment)
    return best[1] if best else None


def _following(line: Line, position: int) -> Moment | None:
    """The period that follows a figure directly: ``1.2 million in 2019``, ``4.91 million of 2023``."""
    for token in line.tokens[position + 1 : position + 4]:
        if token.figure is not None:
            return moment_of(token.figure)
        if "whole_year" in token.tags:
            return "full year"
        if token.word not in _IN and token.word != "the":
            return None
    return None


def _spoken_for(line: Line, at: int, position: int) -> bool:
    """Whether a period follows directly another figure that has a value: it is that figure's."""
    before = [token for token in line.tokens[max(0, at - 3) : at] if token.word not in _IN and token.word != "the"]
    owner = before[-1].figure if before else None
    own = line.tokens[position].figure
    return owner is not None and owner is not own and owner.interval is not None and owner.kind != "duration"


def _distance(line: Line, position: int, at: int) -> int:
    """How far a period stands from a figure, breaks of the sentence and figures of the same kind between counted."""
    tokens = line.tokens
    figure = tokens[position].figure
    assert figure is not None
    crossed = sum(
        token.figure is not None and token.figure.kind == figure.kind
        for token in tokens[min(at, position) + 1 : max(at, position)]
    )
    breaks = abs(tokens[at].segment - tokens[position].segment)
    return abs(at - position) + 8 * breaks + 8 * crossed + (2 if at > position else 0)
