"""Tables printed as text: consecutive lines whose cells are parted by bars, tabs or wide gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factlint.article.article import Cell
from factlint.article.passage import Passage, plain_pieces
from factlint.patterns import compiled

if TYPE_CHECKING:
    from factlint.article.plain import Line

_GAP = compiled(r"[ \u00a0]*\t\s*+|[ \u00a0\u3000]{2,}+")
_RULE = compiled(r"[-|:=+ ]{3,}+$")
_ROWS = 3
_LONGEST_CELL = 60
_SENTENCE_ENDS = ".!?。！？"

Span = tuple[int, int]


class Rows(msgspec.Struct, frozen=True, eq=False):
    """A table in the text: its cells, and the number of the line after it."""

    cells: tuple[Passage, ...]
    after: int


def rows_in(text: str, lines: list[Line]) -> dict[int, Rows]:
    """Tables by the number of their first line. At least three adjoining lines with the same number of columns."""
    tables: dict[int, Rows] = {}
    number = 0
    while number < len(lines):
        columns = _cells(text, lines[number])
        if len(columns) < 2:
            number += 1
            continue
        rows = [columns]
        after = number + 1
        rule_after_head = False
        while after < len(lines) and lines[after].close:
            if _RULE.match(text, lines[after].start, lines[after].end):
                rule_after_head = rule_after_head or len(rows) == 1
                after += 1
                continue
            following = _cells(text, lines[after])
            if len(following) != len(columns):
                break
            rows.append(following)
            after += 1
        if len(rows) >= _ROWS:
            tables[number] = Rows(_passages(text, rows, len(tables), rule_after_head), after)
            number = after
        else:
            number += 1
    return tables


def _cells(text: str, line: Line) -> list[Span]:
    """The spans of the cells of a line; fewer than two when it is no row."""
    content = text[line.start : line.end]
    if "|" in content:
        spans = _between_bars(content, line.start)
    elif "\t" in content or "  " in content or "\u3000" in content:
        spans = _between_gaps(content, line.start)
    else:
        return []
    if any(end - start > _LONGEST_CELL for start, end in spans):
        return []
    return spans


def _between_bars(content: str, offset: int) -> list[Span]:
    inner = content.strip("|") if content.startswith("|") else content
    at = offset + content.index(inner) if inner else offset
    spans = []
    for part in inner.split("|"):
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return spans


def _between_gaps(content: str, offset: int) -> list[Span]:
    spans = []
    at = 0
    for gap in _GAP.finditer(content):
        if "\t" not in gap[0] and content[gap.start() - 1] in _SENTENCE_ENDS:
            return []
        spans.append((offset + at, offset + gap.start()))
        at = gap.end()
    spans.append((offset + at, offset + len(content)))
    return spans


def _passages(text: str, rows: list[list[Span]], table: int, headed: bool) -> tuple[Passage, ...]:
    passages = []
    for row, spans in enumerate(rows):
        for column, (start, end) in enumerate(spans):
            clean, pieces = plain_pieces(text, start, end)
            if clean:
                cell = Cell(table=table, row=row, column=column, header=headed and row == 0)
                passages.append(Passage(clean, pieces, mark="cell", cell=cell))
    return tuple(passages)
