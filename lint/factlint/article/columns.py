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
# "Europe 39,870 44,012 -4,142": the numbers at the end of a row that has single blanks only.
_AMOUNT = compiled(r"[(+\-−–]?[€$£¥₹]?\d[\d.,]*+%?\)?(?=\s|$)|(?:n/a|n\.a\.|[-–—])(?=\s|$)")
_WORD = compiled(r"\S++")
_ROWS = 3
_LONGEST_CELL = 60
_SENTENCE_ENDS = ".!?。！？"

Span = tuple[int, int]


class Rows(msgspec.Struct, frozen=True, eq=False):
    """A table in the text: its cells, and the number of the line after it."""

    cells: tuple[Passage, ...]
    after: int


def rows_in(text: str, lines: list[Line]) -> dict[int, Rows]:
    """Tables by the number of their first line. At least three adjoining lines with the same number of columns.

    A line of headings above may lack one: that of the column of labels.
    """
    tables: dict[int, Rows] = {}
    number = free = 0
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
            above = _headings_above(text, lines, number, free, len(columns))
            first = number - 1 if above else number
            tables[first] = Rows(_passages(text, [*above, *rows], len(tables), rule_after_head or bool(above)), after)
            number = free = after
        else:
            number += 1
    return tables


def _headings_above(text: str, lines: list[Line], number: int, free: int, width: int) -> list[list[Span]]:
    """The headings in the line above a table, an empty one put before them; none where the line is something else."""
    if number <= free or not lines[number].close or width <= _ROWS - 1:
        return []
    above = lines[number - 1]
    cells = _cells(text, above)
    if not cells and "  " not in text[lines[number].start : lines[number].end]:
        cells = [match.span() for match in _WORD.finditer(text, above.start, above.end)]
        return [[(above.start, above.start), *cells]] if len(cells) == width - 1 else []
    indented = above.indent > lines[number].indent
    return [[(above.start, above.start), *cells]] if len(cells) == width - 1 and indented else []


def _cells(text: str, line: Line) -> list[Span]:
    """The spans of the cells of a line; fewer than two when it is no row."""
    content = text[line.start : line.end]
    if "|" in content:
        spans = _between_bars(content, line.start)
    elif "\t" in content or "  " in content or "\u3000" in content:
        spans = _between_gaps(content, line.start)
    else:
        return _before_numbers(content, line.start)
    if any(end - start > _LONGEST_CELL for start, end in spans):
        return []
    return spans


def _before_numbers(content: str, offset: int) -> list[Span]:
    """A label and the numbers behind it, at least two, where single blanks part them."""
    if not content[-1:].isdigit() and content[-1:] not in "%)-–—a.":
        return []
    words = [match.span() for match in _WORD.finditer(content)]
    first = len(words)
    while first and _AMOUNT.fullmatch(content, *words[first - 1]):
        first -= 1
    label = content[: words[first - 1][1]] if first else ""
    numbers = words[first:]
    if len(numbers) < 2 or not any(char.isalpha() for char in label) or len(label) > _LONGEST_CELL:
        return []
    if not any(end - start > 2 for start, end in numbers) or label[-1] in ",;:.!?" or label.endswith(" and"):
        return []
    return [(offset, offset + len(label)), *((offset + start, offset + end) for start, end in numbers)]


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
