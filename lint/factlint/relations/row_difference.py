"""Differences that a sentence takes from a table: ``CATL was 136.3 GWh ahead of BYD``, ``Galaxy sold 66,080 cars more``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.tables import Table, is_total
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.cues import cue
from factlint.relations.difference import Difference
from factlint.relations.nearby import positive
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.row_mentions import Labels, row_labels
from factlint.relations.slipped import slipped

_KINDS = frozenset({"count", "money", "measure"})
_MORE = cue("row_comparatives")
_LONGEST = 60


def find(bound: Bound) -> Iterator[Difference]:
    """Every difference whose two levels stand in a row, or in a column, of a table that the sentence names."""
    tables = [table for table in (*bound.tables, *bound.lists) if 2 <= len(table.rows) <= _LONGEST]
    if not tables:
        return
    labels = {table.number: row_labels(bound, table) for table in tables}
    for line in bound.lines:
        if line.block.cell is not None or not any(token.word.partition(" ")[0] in _MORE for token in line.tokens):
            continue
        for at, amount in _amounts(line):
            near = [token.word.partition(" ")[0] for token in line.tokens[at + 1 : at + 4]]
            if not _MORE & set(near):
                continue
            for table in tables:
                if table.story == line.sentence.story:
                    yield from _found(bound, line, amount, table, labels[table.number])


def _amounts(line: Line) -> Iterator[tuple[int, Figure]]:
    for at, figure in line.figures():
        if figure.kind in _KINDS and has_value(figure) and not figure.is_range and figure.value is not None:
            yield at, figure


def _found(bound: Bound, line: Line, amount: Figure, table: Table, labels: Labels) -> Iterator[Difference]:
    rows = _named_rows(bound, line, table, labels)
    pairs: list[tuple[Figure, Figure]] = []
    if len(rows) == 1:
        cells = [figure for column in range(table.width) if (figure := table.column(column).get(rows[0])) is not None]
        pairs = list(combinations([cell for cell in cells if _like(cell, amount)], 2))
    elif len(rows) == 2:
        columns = [table.column(column) for column in range(table.width)]
        pairs = [
            (column[rows[0]], column[rows[1]])
            for column in columns
            if rows[0] in column
            and rows[1] in column
            and _like(column[rows[0]], amount)
            and _like(column[rows[1]], amount)
        ]
    found = [
        Difference(
            figures=(amount, one, other), amount=amount, one=one, other=other,
            certainty=Certainty.STRONG, quoted=line.quoted(amount),
        )
        for one, other in pairs
    ]  # fmt: skip
    held = [difference for difference in found if difference.verdict() <= Verdict.LOOSE]
    slips = [difference for difference in found if slipped(amount, difference.exact() or Fraction(0))]
    yield from held[:1] or slips[:1]


def _like(cell: Figure, amount: Figure) -> bool:
    """Whether a cell can be a level of a difference: its unit may stand in the header."""
    usable = has_value(cell) and not cell.is_range and positive(cell)
    return usable and (cell.unit == amount.unit or (cell.kind == "count" and cell.unit is None))


def _named_rows(bound: Bound, line: Line, table: Table, labels: Labels) -> list[int]:
    """The rows that the sentence names, at most two, in the order of the sentence; none where one is left open."""
    mentions = [one for one in labels.named(bound, line) if one.row is None or not is_total(table.label(one.row))]
    rows = dict.fromkeys(one.row for one in mentions)
    return [row for row in rows if row is not None][:2] if None not in rows else []
