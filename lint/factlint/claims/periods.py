"""When a figure holds: the period its sentence names, or the one the story is speaking of."""

from __future__ import annotations

import datetime as dt

from factlint.article.article import Article
from factlint.claims.lines import Line
from factlint.figures.figure import Period


class PeriodMemory:
    """Remembers the period of a story while its sentences are read in order.

    The first period that a story names is its own; a paragraph that names another one speaks of that, and the next
    paragraph returns to the story's.
    """

    def __init__(self, article: Article) -> None:
        self.today: dt.date | None = article.date
        self._story = -1
        self._block = -1
        self._main: Period | None = None
        self._current: Period | None = None

    def enter(self, line: Line) -> None:
        """Take note of the story and the paragraph that a sentence belongs to."""
        if line.sentence.story != self._story:
            self._story = line.sentence.story
            self._main = None
        if line.sentence.block != self._block:
            self._block = line.sentence.block
            self._current = self._main

    def of(self, line: Line, position: int, role: str) -> tuple[Period | None, str | None, bool]:
        """(period, basis, explicit) of the figure at ``position``.

        basis is the relative word beside it: yoy, mom, qoq, year-earlier ... The period of a base does not carry on.
        """
        basis = _basis(line, position)
        found = _nearest(line, position)
        if found is not None:
            if role != "base":
                self._current = found
            if self._main is None and found.grain != "day":
                self._main = found
            return found, basis, True
        return self._current, basis, False


def _basis(line: Line, position: int) -> str | None:
    """The relative period nearest after the figure in its stretch, or just before it."""
    tokens = line.tokens
    segment = tokens[position].segment
    for token in tokens[position + 1 : position + 9]:
        figure = token.figure
        if figure is not None and figure.relative:
            return figure.relative
        if figure is not None and figure.kind == "percent":
            break
        if token.segment > segment + 1:
            break
    for token in reversed(tokens[max(0, position - 5) : position]):
        if token.figure is not None:
            return token.figure.relative
    return None


def _nearest(line: Line, position: int) -> Period | None:
    """The period closest to a figure: in its own stretch first, then before it, then after it."""
    bound = _following(line, position)
    if bound is not None:
        return bound
    best: tuple[int, Period] | None = None
    for at, token in enumerate(line.tokens):
        figure = token.figure
        if figure is None or figure.period is None or figure.relative or _spoken_for(line, at, position):
            continue
        cost = _distance(line, position, at) + (_DAY if figure.period.grain == "day" else 0)
        if best is None or cost < best[0]:
            best = (cost, figure.period)
    return best[1] if best else None


_IN = frozenset({"in", "for", "during", "of", "at", "by", "from"})


def _following(line: Line, position: int) -> Period | None:
    """The period that follows a figure directly: ``1.2 million in 2019``, ``4.91 million of 2023``."""
    for token in line.tokens[position + 1 : position + 4]:
        if token.figure is not None and token.figure.period is not None and not token.figure.relative:
            return token.figure.period
        if token.word not in _IN and token.word != "the":
            return None
    return None


def _spoken_for(line: Line, at: int, position: int) -> bool:
    """Whether a period follows directly another figure that has a value: it is that figure's."""
    before = [token for token in line.tokens[max(0, at - 3) : at] if token.word not in _IN and token.word != "the"]
    owner = before[-1].figure if before else None
    own = line.tokens[position].figure
    return owner is not None and owner is not own and owner.interval is not None and owner.kind != "duration"


_DAY = 30
"""A single day is when something was announced more often than when it held."""


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
