"""Lists whose items add up to a number above them: ``64,870 vehicles ... three models: * 31,240 ... * 20,315 ...``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.addends import KINDS, NO_SUM, close, holds, total_of
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.nearby import lines_before
from factlint.relations.relation import Certainty
from factlint.relations.sides import left_open
from factlint.relations.slipped import slipped
from factlint.relations.total import Total

_LEADING = 3
"""Tokens before the figure that an item opens with."""
_REACH = 3
_FEWEST = 2
_DIGITS = 1000


def find(bound: Bound) -> Iterator[Total]:
    """Every list of counted items, with the number above it that they make up or miss by a slip."""
    for run in _runs(bound):
        parts = [_opening(bound, line) for line in run]
        figures = [part for part in parts if part is not None]
        if len(figures) == len(run) >= _FEWEST and all(alike(figures[0], one) for one in figures[1:]):
            found = _whole_of(bound, run[0], figures)
            if found is not None:
                yield found


def _runs(bound: Bound) -> Iterator[list[Line]]:
    """The lists of the article: one line an item, every item with a figure."""
    lines = {line.block.index: line for line in reversed(bound.lines) if line.block.kind is BlockKind.ITEM}
    run: list[Line | None] = []
    for block in (*bound.article.blocks, None):
        if block is not None and block.kind is BlockKind.ITEM:
            if block.level == 0:
                run.append(lines.get(block.index))
        elif run:
            told = [line for line in run if line is not None]
            if len(told) == len(run):
                yield told
            run = []


def _opening(bound: Bound, line: Line) -> Figure | None:
    """The level that an item opens with."""
    for at, figure in line.figures():
        if at > _LEADING or figure.kind not in KINDS or figure.unit in NO_SUM:
            return None
        claim = bound.claim(figure)
        usable = has_value(figure) and not figure.is_range and not counts_few(figure) and (figure.value or 0) > 0
        return figure if usable and (claim is None or claim.role == "level") else None
    return None


def _whole_of(bound: Bound, first: Line, parts: list[Figure]) -> Total | None:
    text = bound.article.text
    slips: list[Total] = []
    for line in lines_before(bound, first, _REACH):
        if left_open(text, line.sentence.start, line.sentence.end):
            return None
        announced = text[: line.block.end].endswith(":") and line.block.index == first.block.index - 1
        for _, whole in line.figures():
            if not _may_be_whole(bound, whole, parts):
                continue
            total = total_of(whole, parts, Certainty.STRONG, first)
            if holds(total):
                return total
            if close(total) and (announced or _slip(total)):
                slips.append(total)
    return slips[0] if len({total.whole.value for total in slips}) == 1 else None


def _may_be_whole(bound: Bound, whole: Figure, parts: list[Figure]) -> bool:
    claim = bound.claim(whole)
    level = claim is not None and claim.role == "level" and claim.status == "actual"
    if not level or not has_value(whole) or whole.is_range or whole.soft:
        return False
    return alike(whole, parts[0]) and all((part.value or 0) < (whole.value or 0) for part in parts)


def _slip(total: Total) -> bool:
    """Whether the whole, or a part of it, is one slip away; told by four digits only."""
    step = total.whole.step
    if not step or (total.whole.value or 0) / step < _DIGITS:
        return False
    return bool(slipped(total.whole, total.exact() or Fraction(0))) or bool(total.slip())
