"""Ranked lists: the values of numbered rows fall, or rise, from row to row; one that does not is in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.article.article import Block
from factlint.claims.bind import Bound
from factlint.claims.lexicon import NONE
from factlint.claims.lines import Token
from factlint.claims.tables import Table, is_ranking, is_total
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.around import has_value
from factlint.relations.comparison import Comparison
from factlint.relations.order_words import listed, superlatives
from factlint.relations.ranking import RANK_HEADERS
from factlint.relations.relation import Certainty, Verdict

_KINDS = frozenset({"count", "money", "measure", "percent", "duration"})
_FEWEST, _MANY, _LONGEST = 4, 7, 60
_WORD = compiled(r"[a-z][a-z-]*+")


def find(bound: Bound) -> Iterator[Comparison]:
    """Every value of a ranked list that alone stands against the order of all others."""
    for table in (*bound.tables, *bound.lists):
        rows = [row for row in range(len(table.rows)) if not is_total(table.label(row))]
        if not _FEWEST <= len(rows) <= _LONGEST or not _is_ranked(bound, table):
            continue
        columns = [own for at in range(table.width) if (own := _values(table, at, rows))]
        misplaced = [_misplaced(column) for column in columns]
        if any(found is None for found in misplaced):
            continue
        found = [one for one in misplaced if one]
        if len(found) == 1 and len(columns) == 1:
            yield found[0]


def _is_ranked(bound: Bound, table: Table) -> bool:
    """Whether the rows are numbered, by a column or as the items of a numbered list."""
    for column in range(table.width):
        if is_ranking(table, column) and (column < 2 or table.heading(column).strip() in RANK_HEADERS) and table.header:
            return True
    blocks = [entry.block for row in table.rows for entry in row[:1] if entry is not None]
    if not blocks or not all(block.ordered for block in blocks):
        return False
    return len(blocks) >= _MANY or _announced(bound, blocks[0])


def _announced(bound: Bound, first: Block) -> bool:
    """Whether the text above a list, or the headline, says that it is a ranking: ``the five biggest``, ``best-selling``."""
    blocks = bound.article.blocks
    headline = bound.article.stories[first.story].headline
    above = [blocks[index] for index in (first.index - 1, headline) if index is not None and index >= 0]
    text = " ".join(bound.article.text[block.start : block.end].lower() for block in above)
    words = set(_WORD.findall(text))
    return bool(words & (superlatives().directions.keys() | listed("rankings")))


def _values(table: Table, column: int, rows: list[int]) -> list[Figure]:
    """The figures of a column when every row has one, all alike."""
    if is_ranking(table, column):
        return []
    found = table.column(column)
    figures = [found[row] for row in rows if row in found]
    usable = all(figure.kind in _KINDS and has_value(figure) and not figure.is_range for figure in figures)
    alike = len({(figure.kind, figure.unit) for figure in figures}) == 1
    return figures if usable and alike and len(figures) == len(rows) else []


def _misplaced(figures: list[Figure]) -> Comparison | tuple[()] | None:
    """The one value out of order; None where all are in order, () where there is none to blame or no order at all."""
    for direction in (-1, 1):
        steps = [_against(one, other, direction) for one, other in pairwise(figures)]
        broken = [at for at, step in enumerate(steps) if step]
        if not broken:
            return None
        if len(broken) == 1 and (found := _blamed(figures, broken[0], direction)) is not None:
            return found
    return ()


def _against(one: Figure, other: Figure, direction: int) -> bool:
    return _relation(other, one, direction).verdict() is Verdict.BROKEN


def _blamed(figures: list[Figure], at: int, direction: int) -> Comparison | None:
    """The comparison of the value that would have to go for the others to be in order."""
    for out in (at + 1, at):
        rest = [figure for number, figure in enumerate(figures) if number != out]
        if not any(_against(one, other, direction) for one, other in pairwise(rest)):
            if out == at + 1:
                return _relation(figures[at + 1], figures[at], direction)
            return _relation(figures[at], figures[at + 1], -direction)
    return None


def _relation(level: Figure, mark: Figure, direction: int) -> Comparison:
    word = Token(mark.start, mark.end, "ranked", NONE, 0)
    return Comparison(
        figures=(level, mark), level=level, mark=mark, direction=direction, word=word, certainty=Certainty.STRONG
    )
