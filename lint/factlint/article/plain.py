"""Plain text: a line is a block, unless the lines are wrapped at a width or stand in columns."""

from __future__ import annotations

import msgspec

from factlint.article.columns import rows_in
from factlint.article.passage import Page, Passage, lay, plain_pieces
from factlint.patterns import compiled

_LINE = compiled(r"\S[^\r\n\u2028\u2029]*+")
_HEADING = compiled(r"(?:H([1-6]):|(\#{1,6}))\s")
# "- ", "* ", "• ", "1. ", "2) ": the marker of a list item.
_MARKER = compiled(r"(?:[-*+•·▪◦‣●○■□➤►–]|(\d{1,3})[.)、])[ \t\u00a0\u3000]++(?=\S)")
_RULE = compiled(r"[-=_*~#—–. ]{3,}+$")
_WRAP_WIDTHS = (40, 100)
_WRAPPED_SHARE = 0.6


class Line(msgspec.Struct, frozen=True, eq=False):
    """A line without its surrounding white space: ``source[start:end]``, ``close`` when the line above is not blank."""

    start: int
    end: int
    indent: int
    close: bool
    trailing: bool


def read_plain(text: str) -> Page:
    """The passages of a plain text."""
    lines = lines_of(text)
    joins = _joins(text, lines)
    tables = rows_in(text, lines)
    passages: list[Passage] = []
    number = 0
    while number < len(lines):
        rows = tables.get(number)
        if rows is not None:
            passages.extend(rows.cells)
            number = rows.after
            continue
        last = number
        while last in joins and last + 1 not in tables:
            last += 1
        passage = _passage(text, lines[number], lines[last])
        if passage.text:
            passages.append(passage)
        number = last + 1
    return Page(passages=tuple(passages))


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines that hold something, trimmed."""
    lines: list[Line] = []
    after = start
    stop = len(text) if end is None else end
    for match in _LINE.finditer(text, start, stop):
        begin, finish = match.span()
        between = text[after:begin]
        content = match[0].rstrip()
        breaks = between.count("\n") or between.count("\r")
        indent = len(between) - 1 - max(between.rfind("\n"), between.rfind("\r"))
        lines.append(
            Line(begin, begin + len(content), indent, breaks == 1 and after > start, len(content) < finish - begin)
        )
        after = finish
    return lines


def _joins(text: str, lines: list[Line]) -> frozenset[int]:
    """Numbers of the lines that run on in the next one, where the text is wrapped at a width."""
    width = max(
        (line.end - line.start + line.indent for line in lines if "://" not in text[line.start : line.end]), default=0
    )
    low, high = _WRAP_WIDTHS
    if not low <= width <= high:
        return frozenset()
    full: set[int] = set()
    pairs = 0
    for number in range(len(lines) - 1):
        line, after = lines[number], lines[number + 1]
        if not after.close or _MARKER.match(text, after.start, after.end):
            continue
        pairs += 1
        if _is_full(text, line, after, width):
            full.add(number)
    if len(full) < _WRAPPED_SHARE * pairs or len(full) < 2:
        return frozenset()
    return frozenset(full)


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted, or plainly goes on with the sentence."""
    word = text[after.start : after.end].split(None, 1)[0]
    used = line.end - line.start + line.indent
    if used + 1 + len(word) > width:
        return True
    return used * 2 > width and text[line.end - 1] not in ".!?:" and word[0].islower()


def _passage(text: str, first: Line, last: Line) -> Passage:
    start, end = first.start, last.end
    heading = _HEADING.match(text, start, end)
    if heading:
        clean, pieces = plain_pieces(text, start, end)
        level = int(heading[1]) if heading[1] else len(heading[2])
        return Passage(clean, pieces, mark=f"h{max(level, 2)}", close=first.close)
    if _RULE.match(text, start, end):
        return Passage("", ())
    marker = _MARKER.match(text, start, end)
    if marker:
        clean, pieces = lay(text, ((marker.end(), end, None),))
        level = min(first.indent // 2, 4) if first.indent >= 2 else 0
        return Passage(clean, pieces, mark="li", level=level, ordered=marker[1] is not None, close=first.close)
    clean, pieces = plain_pieces(text, start, end)
    return Passage(clean, pieces, mark="line", close=first.close, trailing=last.trailing)
