"""The grid of HTML tables: which row and column a cell stands in, spans counted; tables that are only layout."""

from __future__ import annotations

import msgspec

from factlint.article.article import Cell
from factlint.article.passage import Passage
from factlint.article.tags import Tag

_MOST_SPAN = 100
_LONGEST_CELL = 600
_MOST_PASSAGES = 2
_PARTS = frozenset(["table", "tr", "td", "th", "dl", "dt", "dd", "thead", "tbody", "tfoot"])


class _Table:
    __slots__ = ("column", "definitions", "head", "index", "occupied", "row")

    def __init__(self, index: int, definitions: bool) -> None:
        self.index, self.definitions = index, definitions
        self.row, self.column, self.head = -1, 0, False
        self.occupied: dict[int, int] = {}
        """For each column, the first row that is free of cells from above."""


class Grid:
    """Follows table tags. ``cell`` is the cell that is open; a definition list is a table of two columns."""

    def __init__(self, first_table: int = 0) -> None:
        self.next_table = first_table
        self.open: list[_Table] = []
        self.cells: list[Cell | None] = []

    @property
    def cell(self) -> Cell | None:
        return self.cells[-1] if self.cells else None

    def opens(self, tag: Tag) -> bool:
        """Follow an opening tag; whether it is part of a table."""
        name = tag.name
        if name not in _PARTS:
            return False
        if name in ("table", "dl"):
            self.open.append(_Table(self.next_table, name == "dl"))
            self.cells.append(None)
            self.next_table += 1
        elif self.open:
            self._part(self.open[-1], tag)
        return True

    def closes(self, name: str) -> None:
        """Follow a closing tag."""
        if not self.open:
            return
        table = self.open[-1]
        if name in ("table", "dl") and table.definitions == (name == "dl"):
            self.open.pop()
            self.cells.pop()
        elif name in ("td", "th", "dt", "dd", "tr"):
            self.cells[-1] = None
        elif name == "thead":
            table.head = False

    def _part(self, table: _Table, tag: Tag) -> None:
        name = tag.name
        self.cells[-1] = None
        if name in ("tr", "dt"):
            table.row += 1
            table.column = 0
        elif name == "thead":
            table.head = True
        if name in ("td", "th", "dt", "dd"):
            row = max(table.row, 0)
            while table.occupied.get(table.column, 0) > row:
                table.column += 1
            header = name in ("th", "dt") or table.head
            self.cells[-1] = Cell(table.index, row, table.column, header)
            across, down = _span(tag, "colspan"), _span(tag, "rowspan")
            if down > 1:
                for column in range(table.column, table.column + across):
                    table.occupied[column] = row + down
            table.column += across

    def settle(self, passages: list[Passage]) -> list[Passage]:
        """Passages with the cells of layout tables turned back into what they are otherwise."""
        layout: set[int] = set()
        counts: dict[Cell, int] = {}
        for passage in passages:
            cell = passage.cell
            if cell is None:
                continue
            counts[cell] = counts.get(cell, 0) + 1
            if counts[cell] > _MOST_PASSAGES or len(passage.text) > _LONGEST_CELL or passage.mark[0] == "h":
                layout.add(cell.table)
        if not layout:
            return passages
        return [
            msgspec.structs.replace(passage, mark="p" if passage.mark == "cell" else passage.mark, cell=None)
            if passage.cell is not None and passage.cell.table in layout
            else passage
            for passage in passages
        ]


def _span(tag: Tag, name: str) -> int:
    if name not in tag.attributes:
        return 1
    value = tag.get(name) or "1"
    return min(max(int(value), 1), _MOST_SPAN) if value.isdecimal() and len(value) < 6 else 1
