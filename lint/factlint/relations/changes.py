"""The changes that a story tells: rates with their direction, and levels beside their base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, alike, has_value
from factlint.relations.growth import Growth
from factlint.relations.headlines import headline_words
from factlint.relations.relation import widest

SALES = frozenset({"sales", "deliveries", "registrations", "shipments"})
"""Measures of one thing, counted at different doors: they move together, though they are not equal."""
_PROFIT = frozenset({"profit", "operating_profit"})
_MARGIN = frozenset({"margin", "operating_margin"})
_REACH = 14


def family(measures: frozenset[str]) -> frozenset[str]:
    """Measures with those that go the same way."""
    if measures & SALES:
        return measures | SALES
    if measures & _MARGIN:
        return measures | _MARGIN
    return measures | _PROFIT if measures & (_PROFIT | {"loss"}) else measures


class Change(msgspec.Struct, frozen=True, eq=False):
    """Something went up (+1) or down (-1), by the figures of one or two sentences."""

    direction: int
    claim: Claim
    """The claim that carries subject, scope, period and status."""
    measure: str | None
    figures: tuple[Figure, ...]
    certain: bool
    """Whether the text names the measure beside the change."""


def changes_of(bound: Bound, lines: Sequence[Line], grown: Sequence[Growth]) -> list[Change]:
    """Every change of some lines, in the order of the text."""
    by_percent = {relation.percent.start: relation for relation in grown}
    found: list[Change] = []
    before: list[Claim] = []
    for line in lines:
        own: list[Claim] = []
        for position, figure in line.figures():
            claim = bound.claim(figure)
            if claim is None:
                continue
            own.append(claim)
            found += _change(bound, line, position, claim, by_percent.get(figure.start), before)
        before = own or before
    return found


def _change(
    bound: Bound, line: Line, position: int, claim: Claim, grown: Growth | None, before: Sequence[Claim]
) -> Iterator[Change]:
    figure = claim.figure
    if figure.kind == "percent" and has_value(figure) and claim.role != "base":
        direction = _beyond(line, position) or (claim.direction if claim.role == "change" else 0)
        if not direction:
            return
        if grown is not None:
            level = bound.claim(grown.now) or claim
            measure = level.measure or claim.measure
            yield Change(direction, level, measure, _in_order(grown.figures), measure is not None)
            return
        levels = _levels(bound, line, position, claim, before)
        measure = claim.measure or (levels[0].measure if levels else None)
        same = family(frozenset({measure or ""}))
        figures = [level.figure for level in levels if level.measure in same]
        yield Change(direction, claim, measure, _in_order((*figures, figure)), "measure" in claim.explicit)
    elif claim.role == "base" and has_value(figure):
        level_claim = _level(bound, line, position, figure)
        if level_claim is None:
            return
        now, base = widest(level_claim.figure), widest(figure)
        if now.overlaps(base):
            return
        measure = level_claim.measure or claim.measure
        named = "measure" in level_claim.explicit | claim.explicit
        yield Change(1 if now.above(base) else -1, level_claim, measure, _in_order((level_claim.figure, figure)), named)


def _levels(bound: Bound, line: Line, position: int, claim: Claim, before: Sequence[Claim]) -> list[Claim]:
    """The levels of the sentence before a rate, then those of the sentence before it."""
    own = [bound.claim(token.figure) for token in line.tokens[:position] if token.figure is not None]
    near = [*(other for other in own if other is not None), *before]
    return [other for other in near if other.role in ("level", "base") and other.figure.kind in LEVELS][:2]


def _beyond(line: Line, position: int) -> int:
    """``34.4 percent above``: the direction that a word behind a rate gives it."""
    after = line.tokens[position + 1 : position + 2]
    words = headline_words()
    if not after:
        return 0
    return int(after[0].word in words.above) - int(after[0].word in words.below)


def _level(bound: Bound, line: Line, base_at: int, base: Figure) -> Claim | None:
    """The level that stands before a base: ``1.12 billion, compared with 0.94 billion``, or behind ``from``."""
    tokens = line.tokens
    for at in range(base_at + 1, min(base_at + 5, len(tokens))):
        figure = tokens[at].figure
        if figure is not None and alike(figure, base) and has_value(figure) and "to" in tokens[at - 1].tags:
            return bound.claim(figure)
    for at in range(base_at - 1, max(-1, base_at - _REACH), -1):
        figure = tokens[at].figure
        if tokens[at].word == ";":
            return None
        if figure is not None and alike(figure, base) and has_value(figure):
            claim = bound.claim(figure)
            return claim if claim is not None and claim.role in ("level", "end") else None
    return None


def _in_order(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: figure.start))
