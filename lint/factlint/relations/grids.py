"""Tables and lists of a story with what recognises their rows and columns, and what their cells may stand for."""

from __future__ import annotations

from functools import cache

import msgspec

from factlint.article.article import Block
from factlint.claims.bind import Bound
from factlint.claims.lexicon import measures_of
from factlint.claims.tables import Table
from factlint.data import table as data_table
from factlint.figures.figure import Figure, Period
from factlint.patterns import compiled
from factlint.relations.around import has_value
from factlint.relations.relation import widest
from factlint.relations.row_mentions import Labels, column_labels, row_labels

_LONGEST, _WIDEST, _TABLES = 80, 16, 12
_IN_BRACKETS = compiled(r"\(([^()]{3,30})\)\s*+$")


class Cell(msgspec.Struct, frozen=True, eq=False):
    """A figure of a table, with what its column says of time."""

    figure: Figure
    column: int
    row: int
    period: Period | None
    scale: int


class Grid(msgspec.Struct, frozen=True, eq=False):
    """A table with the labels of its rows and columns."""

    table: Table
    rows: Labels
    columns: Labels
    blocks: frozenset[int]
    cells: tuple[Cell, ...]
    about: frozenset[str]
    """The entities that the table, or the headline above it, is about."""
    measures: frozenset[str | None]
    """What the headline says that it measures."""
    transposed: bool
    """Whether its columns are the subjects."""


def grids_of(bound: Bound) -> list[Grid]:
    """The tables and lists of an article that hold figures, up to a dozen of each."""
    tables = (*bound.tables[:_TABLES], *bound.lists[:_TABLES])
    return [grid for table in tables if (grid := _grid(bound, table)) is not None]


def _grid(bound: Bound, table: Table) -> Grid | None:
    if not 2 <= len(table.rows) <= _LONGEST or table.width > _WIDEST:
        return None
    story = bound.article.stories[table.story]
    block = bound.article.blocks[story.headline] if story.headline is not None else None
    bracketed = _IN_BRACKETS.search(bound.article.text, block.start, block.end) if block is not None else None
    headline = bracketed[1].lower() if bracketed else ""
    cells = []
    for row, entries in enumerate(table.rows):
        for column, entry in enumerate(entries):
            if entry is not None and entry.figure is not None and has_value(entry.figure):
                head = table.header[column] if column < len(table.header) else None
                period = head.period if head is not None else None
                cells.append(Cell(entry.figure, column, row, period, _scale(table, row, column, headline)))
    if not cells:
        return None
    blocks = frozenset(entry.block.index for entries in table.rows for entry in entries if entry is not None)
    blocks |= {entry.block.index for entry in table.header if entry is not None}
    rows, columns = row_labels(bound, table), column_labels(bound, table)
    stubs = (
        next((entry for entry in entries if entry is not None and entry.figure is None), None) for entries in table.rows
    )
    labels = {entry.block.index for entry in (*table.header, *stubs) if entry is not None}
    about = frozenset(
        name.entity
        for name in bound.scanned.names
        if (block is not None and block.start <= name.start < block.end) or _block_at(bound, name.start) in labels
    )
    transposed = bool(columns.entities) and not rows.entities
    return Grid(table, rows, columns, blocks, tuple(cells), about, _measures(bound, block), transposed)


def _measures(bound: Bound, headline: Block | None) -> frozenset[str | None]:
    return frozenset(
        bound.words.family(measure)
        for line in bound.lines
        if headline is not None and line.block.index == headline.index
        for token in line.tokens
        for measure in measures_of(token.tags)
    )


def _block_at(bound: Bound, at: int) -> int | None:
    sentence = bound.article.sentence_at(at)
    return sentence.block if sentence is not None else None


@cache
def _scales() -> dict[str, int]:
    return {word: 10**power for word, power in data_table("tables.toml")["scales"].items()}


def _scale(table: Table, row: int, column: int, headline: str) -> int:
    """The power of ten that a heading, label or caption gives: ``Revenue ($ million)``."""
    corner = table.header[0].text if table.header and table.header[0] is not None else ""
    for text in (table.heading(column), table.label(row), corner.lower(), table.caption.lower(), headline):
        for word in text.replace("(", " ").replace(")", " ").replace(",", " ").split():
            scale = _scales().get(word.strip("$€£¥₹"))
            if scale is not None:
                return scale
    return 1


def kin(cell: Figure, figure: Figure) -> bool:
    """Whether a cell can give a figure: its unit may stand in the header."""
    if cell.kind == figure.kind and cell.unit == figure.unit:
        return True
    return cell.kind == "count" and cell.unit is None and figure.kind in ("money", "measure", "percent")


def agree(figure: Figure, cell: Cell) -> bool:
    """Whether a figure and a cell share a value in any scale that the table may be in."""
    own = widest(figure)
    for scale in {1, cell.scale}:
        interval = widest(cell.figure).scaled(scale)
        if own.overlaps(interval) or own.overlaps(-interval):
            return True
    return False
