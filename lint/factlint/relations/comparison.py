"""Comparisons in words: a level that is said to surpass, or to miss, another one that is printed too."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import has_value, levels_after, levels_before
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest

_KINDS = frozenset({"count", "money", "measure", "percent"})
_REACH = 6


class Comparison(Relation, frozen=True, eq=False, kw_only=True):
    """``level`` is said to lie above (``direction`` +1) or below (-1) ``mark``; ``word`` says so."""

    level: Figure
    mark: Figure
    direction: int
    word: Token

    def verdict(self) -> Verdict:
        if self._against(widest(self.level), widest(self.mark)):
            return Verdict.DOUBTFUL if self.level.soft or self.mark.soft else Verdict.BROKEN
        return Verdict.LOOSE if self._against(tightest(self.level), tightest(self.mark)) else Verdict.HOLDS

    def _against(self, level: Interval, mark: Interval) -> bool:
        return level.below(mark) if self.direction > 0 else level.above(mark)


def find(bound: Bound) -> Iterator[Comparison]:
    """``31,205 cars, surpassing Tesla's 29,800``; ``missed its target of 34,000 with 31,205``."""
    for line in bound.lines:
        for position, mark in line.figures():
            if mark.kind not in _KINDS or not has_value(mark) or mark.is_range or mark.hedge is not None:
                continue
            word = _word(line, position)
            if word is None:
                continue
            level = _level(bound, line, position, mark, word)
            if level is not None:
                yield Comparison(
                    figures=(level, mark),
                    level=level,
                    mark=mark,
                    direction=1 if "surpass" in word.tags else -1,
                    word=word,
                    certainty=Certainty.KNOWN,
                    quoted=line.quoted(level),
                )


def _word(line: Line, position: int) -> Token | None:
    """The verb of comparison before a figure, with only its owner or ``target of`` between."""
    for token in reversed(line.tokens[max(0, position - _REACH) : position]):
        if token.tags & {"surpass", "miss"}:
            return token
        if token.figure is not None and token.figure.kind not in ("date", "period"):
            return None
        if token.word in (",", ";", "(", ")", "and", "but", "by", "with", "to", "from"):
            return None
    return None


def _level(bound: Bound, line: Line, position: int, mark: Figure, word: Token) -> Figure | None:
    """The level that does it: ``to reach 8,120`` behind the mark, else the nearest of the kind before the verb."""
    for at, figure in levels_after(line, position, mark):
        if any("to" in token.tags for token in line.tokens[at - 2 : at]):
            return figure
        break
    for at, figure in levels_before(line, position, mark):
        token = line.tokens[at]
        if token.start > word.start:
            continue
        claim = bound.claim(figure)
        if claim is None or claim.role != "level" or figure.is_range:
            return None
        return figure if word.segment - token.segment <= 2 else None
    return None
