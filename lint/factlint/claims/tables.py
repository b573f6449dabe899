"""Tables as a reader sees them: a grid of cells with headers, row labels, and the figure of each cell."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from factlint.article.article import Article, Block, BlockKind
from factlint.figures.figure import Figure, Period, Scanned
from factlint.patterns import compiled

VALUE_KINDS = frozenset({"count", "money", "percent", "points", "measure", "ratio", "multiple", "duration"})


class Entry(msgspec.Struct, frozen=True, eq=False):
    """One cell: its text, the one figure it gives (None when it gives none or several), and a period it names."""

    block: Block
    text: str
    figure: Figure | None
    period: Period | None


class Table(msgspec.Struct, frozen=True, eq=False):
    """A grid. ``header`` is the entry above each column, ``rows`` the body; missing cells are None."""

    number: int
    story: int
    caption: str
    header: tuple[Entry | None, ...]
    rows: tuple[tuple[Entry | None, ...], ...]

    def label(self, row: int) -> str:
        """The first cell of a row that gives no figure, in lower case."""
        for entry in self.rows[row]:
            if entry is not None and entry.figure is None and entry.text:
                return entry.text.lower()
        return ""

    def heading(self, column: int) -> str:
        """The header of a column in lower case."""
        entry = self.header[column] if column < len(self.header) else None
        return entry.text.lower() if entry is not None else ""

    def column(self, column: int) -> dict[int, Figure]:
        """The figures of a column by row."""
        found = {}
        for at, row in enumerate(self.rows):
            entry = row[column] if column < len(row) else None
            if entry is not None and entry.figure is not None:
                found[at] = entry.figure
        return found

    @property
    def width(self) -> int:
        return max([len(self.header), *(len(row) for row in self.rows)], default=0)


_TOTAL = compiled(
    r"(?:grand |sub|group |industry |market |world )?(?:totals?|sum|overall|all|altogether|combined|together)\b"
    r"|\S.* (?:total|altogether|combined)$|in all\b|(?:the )?(?:whole |entire )(?:world|market|group|industry|country)\b|worldwide\b|world\b",
    re.I,
)


def is_total(label: str) -> bool:
    """Whether a row or column label announces a sum."""
    return bool(_TOTAL.match(label.strip("* \t")))


def is_ranking(table: Table, column: int) -> bool:
    """Whether a column numbers its rows: 1, 2, 3 ... from the first on."""
    values = [figure.value for figure in table.column(column).values() if figure.kind in ("count", "rank")]
    return len(values) > 1 and values == list(range(1, len(values) + 1))


def tables_of(article: Article, scanned: Scanned) -> tuple[Table, ...]:
    """The tables of an article, in order."""
    grouped: dict[int, list[Block]] = {}
    caption: dict[int, str] = {}
    last_caption = ""
    for block in article.blocks:
        if block.kind is BlockKind.CAPTION:
            last_caption = article.text[block.start : block.end]
        elif block.cell is not None:
            if block.cell.table not in grouped:
                caption[block.cell.table] = last_caption
            last_caption = ""
            grouped.setdefault(block.cell.table, []).append(block)
        else:
            last_caption = ""
    starts = [figure.start for figure in scanned.figures]
    return tuple(
        _table(number, blocks, caption[number], article, scanned, starts) for number, blocks in grouped.items()
    )


def _table(
    number: int, blocks: list[Block], caption: str, article: Article, scanned: Scanned, starts: list[int]
) -> Table:
    grid: dict[int, dict[int, Entry]] = {}
    headers: set[int] = set()
    for block in blocks:
        cell = block.cell
        assert cell is not None
        grid.setdefault(cell.row, {})[cell.column] = _entry(block, article, scanned, starts)
        if cell.header and cell.column:
            headers.add(cell.row)
    order = sorted(grid)
    width = max(max(row) for row in grid.values()) + 1
    first = order[0]
    if first in headers or all(_heads(entry) for entry in grid[first].values()):
        body = [row for row in order if row != first and row not in headers]
        header = tuple(grid[first].get(column) for column in range(width))
    else:
        body, header = order, ()
    rows = tuple(tuple(grid[row].get(column) for column in range(width)) for row in body)
    return Table(number, blocks[0].story, caption, header, rows)


def _heads(entry: Entry) -> bool:
    return entry.figure is None


def _entry(block: Block, article: Article, scanned: Scanned, starts: list[int]) -> Entry:
    first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
    inside = scanned.figures[first:last]
    values = [figure for figure in inside if figure.kind in VALUE_KINDS]
    period = next((figure.period for figure in inside if figure.period is not None), None)
    figure = values[0] if len(values) == 1 and _fills(values[0], block) else None
    return Entry(block, article.text[block.start : block.end], figure, period)


def _fills(figure: Figure, block: Block) -> bool:
    """Whether a figure is what its cell is about, not a word in a label."""
    start = figure.phrase_start if figure.phrase_start >= block.start else figure.start
    end = figure.phrase_end if 0 <= figure.phrase_end <= block.end else figure.end
    return (end - start) * 2 >= (block.end - block.start)
