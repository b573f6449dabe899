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
from factlint.relations.fields import Field, sentence_fields, transposed_fields
from factlint.relations.nearby import positive
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.row_mentions import Labels, row_labels
from factlint.relations.slipped import slipped

_KINDS = frozenset({"count", "money", "measure"})
_MORE = cue("row_comparatives")
_BEATING = cue("beating")
_LONGEST, _BACK = 60, 2


def find(bound: Bound) -> Iterator[Difference]:
    """Every difference whose two levels stand in a row, or in a column, of a table, list or sentence before."""
    tables = [table for table in (*bound.tables, *bound.lists) if 2 <= len(table.rows) <= _LONGEST]
    labels = {table.number: row_labels(bound, table) for table in tables}
    sentences: list[Field] | None = None
    for line in bound.lines:
        words = {token.word.partition(" ")[0] for token in line.tokens}
        if line.block.cell is not None or not (_MORE | _BEATING) & words:
            continue
        for at, amount in _amounts(line):
            if not _differs(line, at):
                continue
            for table in tables:
                if table.story == line.sentence.story:
                    yield from _found(bound, line, amount, table, labels[table.number])
            sentences = sentence_fields(bound) + transposed_fields(bound) if sentences is None else sentences
            yield from _of_sentences(bound, line, amount, sentences)


def _differs(line: Line, at: int) -> bool:
    """Whether words say that an amount lies between two others: ``66,080 cars more``, ``trailed Daimler by 126,194``."""
    near = {token.word.partition(" ")[0] for token in line.tokens[at + 1 : at + 4]}
    beaten = at > 0 and line.tokens[at - 1].word == "by" and any(token.word in _BEATING for token in line.tokens[:at])
    return bool(_MORE & near) or beaten


def _of_sentences(bound: Bound, line: Line, amount: Figure, fields: list[Field]) -> Iterator[Difference]:
    """A difference of two that a sentence just before gave among others."""
    found = []
    for field in fields:
        near = field.sentence is None or 0 < line.sentence.index - field.sentence <= _BACK
        if field.story != line.sentence.story or not near:
            continue
        rows = list(dict.fromkeys(mention.row for mention in field.labels.named(bound, line.sentence)))
        levels = [field.values[row] for row in rows if row is not None]
        if len(rows) == 2 and len(levels) == 2 and all(_like(level, amount) for level in levels):
            found.append((levels[0], levels[1]))
    yield from _chosen(line, amount, found)


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
    yield from _chosen(line, amount, pairs)


def _chosen(line: Line, amount: Figure, pairs: list[tuple[Figure, Figure]]) -> Iterator[Difference]:
    """The pair that an amount lies between, else the one that it misses by a slip of the keyboard."""
    found = [
        Difference(
            figures=(amount, one, other), amount=amount, one=one, other=other,
            certainty=Certainty.STRONG, quoted=line.quoted(amount),
        )
        for one, other in pairs
    ]  # fmt: skip
    held = [difference for difference in found if difference.verdict() <= Verdict.LOOSE]
    slips = [difference for difference in found if _slipped(difference)]
    yield from held[:1] or slips[:1]


def _slipped(difference: Difference) -> bool:
    """Whether the amount, or one of the levels, is one slip away from what the other two give."""
    amount, one, other = difference.amount, difference.one, difference.other
    if amount.value is None or one.value is None or other.value is None:
        return False
    large, small = (one, other) if one.value > other.value else (other, one)
    return bool(
        slipped(amount, difference.exact() or Fraction(0))
        or slipped(large, (small.value or 0) + amount.value)
        or slipped(small, (large.value or 0) - amount.value)
    )


def _like(cell: Figure, amount: Figure) -> bool:
    """Whether a cell can be a level of a difference: its unit may stand in the header."""
    usable = has_value(cell) and not cell.is_range and positive(cell)
    return usable and (cell.unit == amount.unit or (cell.kind == "count" and cell.unit is None))


def _named_rows(bound: Bound, line: Line, table: Table, labels: Labels) -> list[int]:
    """The rows that the sentence names, at most two, in the order of the sentence; none where one is left open."""
    mentions = [
        one for one in labels.named(bound, line.sentence) if one.row is None or not is_total(table.label(one.row))
    ]
    rows = dict.fromkeys(one.row for one in mentions)
    return [row for row in rows if row is not None][:2] if None not in rows else []
