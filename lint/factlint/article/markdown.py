"""Markdown: front matter, headings, paragraphs, lists, tables, block quotes, code; own offsets throughout."""

from __future__ import annotations

from collections.abc import Set

from factlint.article.article import Cell
from factlint.article.frontmatter import read_front_matter
from factlint.article.furniture import ends_sentence
from factlint.article.inline import Span, print_inline
from factlint.article.markdown_lines import Line, lines_of
from factlint.article.passage import Page, Passage, plain_pieces
from factlint.patterns import compiled

_HEADING = compiled(r"(\#{1,6})(?:[ \t]++|$)(.*?)(?:[ \t]++\#++)?[ \t]*$")
_FENCE = compiled(r"(`{3,}|~{3,})[^`]*$")
_BREAK = compiled(r"([-*_])[ \t]*+(?:\1[ \t]*+){2,}$")
_UNDERLINE = compiled(r"(=++|-++)[ \t]*$")
_MARKER = compiled(r"(?:[-*+•]|(\d{1,9})[.)])(?:[ \t]++(?=\S)|$)")
_TASK = compiled(r"\[[ xX]\][ \t]++")
_DELIMITER = compiled(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?$")
_DEFINITION = compiled(r"\[([^\]\n]{1,200})\]:[ \t]*+\S")
_HTML_BLOCK = compiled(
    r"(?i)<(?:(!--)|(script|style|table|figure|pre)\b|/?(?:div|section|article|aside|nav|header|footer|form|iframe|p|h[1-6]|"
    r"ul|ol|dl|blockquote|center|details|summary|hr|br|img|video|main|figcaption|picture|source)\b)"
)
_BAR = compiled(r"(?<!\\)\|")
_OPENERS = frozenset("`~#-*_+•<[")
_LONGEST_WRAPPED_LINE = 200
_PICTURE = compiled(r"!\[[^\[\]\n]*+\]")


def read_markdown(text: str) -> Page:
    """The passages of a Markdown text."""
    matter = read_front_matter(text)
    reader = _Reader(text, lines_of(text, matter.end))
    passages = reader.read()
    head: list[Passage] = []
    if matter.title and not any(passage.mark == "h1" for passage in passages):
        head.append(matter.title)
    if matter.deck and (head or not passages or passages[0].mark != "h1"):
        head.append(matter.deck)
    elif matter.deck:
        passages.insert(1, matter.deck)
    return Page(passages=(*head, *passages), dates=(*matter.dates, *reader.dates))


class _Reader:
    """Walks the lines once; each method reads one block and returns the number of the line after it."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text, self.lines = text, lines
        self.passages: list[Passage] = []
        self.dates: tuple[str, ...] = ()
        self.tables = 0
        self.pictured = False
        """Whether the paragraph before was nothing but a picture."""
        self.indents: list[int] = []
        self.references: Set[str] = {
            found[1].lower()
            for line in lines
            if line.end > line.start
            and text[line.start] == "["
            and (found := _DEFINITION.match(text, line.start, line.end))
        }

    def read(self) -> list[Passage]:
        number = 0
        while number < len(self.lines):
            number = self._block(number)
        return self.passages

    def _block(self, number: int) -> int:
        text, line = self.text, self.lines[number]
        if line.blank:
            return number + 1
        if line.indent >= 4 and not self.indents:
            return self._indented(number)
        first = text[line.start]
        if first in _OPENERS or first.isdecimal():
            after = self._marked(number, first)
            if after:
                return after
        if "|" in text[line.start : line.end] and self._is_table(number):
            return self._table(number)
        return self._paragraph(number)

    def _marked(self, number: int, first: str) -> int:
        """Read a block that its first character announces; 0 when it is none after all."""
        text, line = self.text, self.lines[number]
        where = (line.start, line.end)
        if first in "`~" and (fence := _FENCE.match(text, *where)):
            return self._fenced(number, fence[1])
        if first == "#" and (heading := _HEADING.match(text, *where)):
            self._end_list()
            self._add([heading.span(2)], mark=f"h{len(heading[1])}")
            return number + 1
        if first in "-*_" and _BREAK.match(text, *where):
            self._end_list()
            return number + 1
        if first == "<" and _HTML_BLOCK.match(text, *where):
            return self._html(number)
        if first == "[" and _DEFINITION.match(text, *where):
            return self._definition(number)
        return self._item(number) if _MARKER.match(text, *where) else 0

    def _add(self, spans: list[Span], **about: object) -> None:
        text, pieces, stressed, linked = print_inline(self.text, spans, self.references)
        if text:
            pictured = bool(about.pop("pictured", False))
            self.passages.append(
                Passage(text, pieces, stressed=stressed, linked=linked, pictured=pictured, **about)  # type: ignore[arg-type]
            )

    def _end_list(self) -> None:
        self.indents = []

    def _fenced(self, number: int, fence: str) -> int:
        start = number + 1
        stop = start
        while stop < len(self.lines):
            line = self.lines[stop]
            content = self.text[line.start : line.end]
            if content.startswith(fence) and not content.strip(fence[0]):
                break
            stop += 1
        self._code(start, stop)
        return stop + 1

    def _indented(self, number: int) -> int:
        stop = number
        while stop < len(self.lines) and (self.lines[stop].blank or self.lines[stop].indent >= 4):
            stop += 1
        self._code(number, stop)
        return stop

    def _code(self, start: int, stop: int) -> None:
        if start >= stop:
            return
        clean, pieces = plain_pieces(self.text, self.lines[start].start, self.lines[stop - 1].end)
        if clean:
            self.passages.append(Passage(clean, pieces, mark="code"))

    def _definition(self, number: int) -> int:
        """A link target prints nothing; a footnote is a paragraph of its own."""
        line = self.lines[number]
        if self.text.startswith("[^", line.start):
            begin = self.text.index("]:", line.start) + 2
            self._add([(begin, line.end)], mark="p")
        return number + 1

    def _html(self, number: int) -> int:
        """Raw HTML up to the end of its element or, for most tags, to the next blank line."""
        from factlint.article.html import read_html

        stop = min(self._html_stop(number), len(self.lines) - 1)
        page = read_html(
            self.text, start=self.lines[number].start, end=self.lines[stop].end, first_table=self.tables, fragment=True
        )
        self.passages.extend(page.passages)
        self.tables += 1 + max((p.cell.table - self.tables for p in page.passages if p.cell), default=-1)
        self.dates += page.dates
        return stop + 1

    def _html_stop(self, number: int) -> int:
        """The number of the last line of raw HTML."""
        text, lines = self.text, self.lines
        opening = _HTML_BLOCK.match(text, lines[number].start, lines[number].end)
        comment_end = text.find("-->", lines[number].start) if opening and opening[1] else -1
        stop = number
        if opening and opening[2]:
            closer = f"</{opening[2].lower()}"
            while stop < len(lines) and closer not in text[lines[stop].start : lines[stop].end].lower():
                stop += 1
            return stop
        if comment_end >= 0:
            while stop < len(lines) and lines[stop].end < comment_end:
                stop += 1
            return stop
        while stop < len(lines) and not lines[stop].blank:
            stop += 1
        return stop - 1

    def _item(self, number: int) -> int:
        text, line = self.text, self.lines[number]
        marker = _MARKER.match(text, line.start, line.end)
        assert marker is not None
        while self.indents and line.indent < self.indents[-1]:
            self.indents.pop()
        if not self.indents or line.indent >= self.indents[-1] + 2:
            self.indents.append(line.indent)
        begin = marker.end()
        task = _TASK.match(text, begin, line.end)
        spans = [(task.end() if task else begin, line.end)]
        stop = self._continue(number + 1, spans)
        self._add(spans, mark="li", level=len(self.indents) - 1, ordered=marker[1] is not None)
        return stop

    def _paragraph(self, number: int) -> int:
        line = self.lines[number]
        if line.indent < 2:
            self._end_list()
        spans = [(line.start, line.end)]
        stop = self._continue(number + 1, spans)
        mark = "quote" if line.quoted else "p"
        if stop < len(self.lines) and not self.lines[stop].blank:
            under = _UNDERLINE.match(self.text, self.lines[stop].start, self.lines[stop].end)
            if under and self.lines[stop].indent < 4:
                mark = "h1" if under[1][0] == "=" else "h2"
                stop += 1
        picture = _PICTURE.search(self.text, spans[0][0], spans[-1][1]) is not None
        before = len(self.passages)
        self._add(spans, mark=mark, pictured=picture or self.pictured)
        self.pictured = picture and len(self.passages) == before
        return stop

    def _continue(self, number: int, spans: list[Span]) -> int:
        """Add the lines that go on with a paragraph; lines without marks of their own are joined to one span."""
        text = self.text
        quoted = self.lines[number - 1].quoted
        while number < len(self.lines):
            line = self.lines[number]
            start, end = spans[-1]
            if line.blank or (line.quoted and not quoted) or self._opens(number) or self._is_paragraph(start, end):
                break
            if text[end : line.start].isspace():
                spans[-1] = (start, line.end)
            else:
                spans.append((line.start, line.end))
            number += 1
        return number

    def _is_paragraph(self, start: int, end: int) -> bool:
        """Whether a line is too long to be wrapped and closes a sentence: its author meant a paragraph."""
        begin = max(start, self.text.rfind("\n", start, end))
        return end - begin > _LONGEST_WRAPPED_LINE and ends_sentence(self.text[end - 8 : end])

    def _opens(self, number: int) -> bool:
        """Whether a line begins a block of its own and so ends the paragraph above."""
        text, line = self.text, self.lines[number]
        start, end = line.start, line.end
        first = text[start]
        if first == "#":
            return _HEADING.match(text, start, end) is not None
        if first in "`~":
            return _FENCE.match(text, start, end) is not None
        if first in "-=*_" and (_UNDERLINE.match(text, start, end) or _BREAK.match(text, start, end)):
            return True
        if first == "<":
            return _HTML_BLOCK.match(text, start, end) is not None
        if (first in _OPENERS or first.isdecimal()) and _MARKER.match(text, start, end):
            return True
        return "|" in text[start:end] and self._is_table(number)

    def _is_table(self, number: int) -> bool:
        if number + 1 >= len(self.lines):
            return False
        head, rule = self.lines[number], self.lines[number + 1]
        rule_text = self.text[rule.start : rule.end]
        if "-" not in rule_text or "|" not in rule_text or not _DELIMITER.match(rule_text):
            return False
        return len(self._cells(head)) == len(self._cells(rule))

    def _cells(self, line: Line) -> list[Span]:
        start, end = line.start, line.end
        if start < end and self.text[start] == "|":
            start += 1
        if end - 1 > start and self.text[end - 1] == "|" and self.text[end - 2] != "\\":
            end -= 1
        spans = []
        for bar in _BAR.finditer(self.text, start, end):
            spans.append((start, bar.start()))
            start = bar.end()
        spans.append((start, end))
        return spans

    def _table(self, number: int) -> int:
        self._end_list()
        head = number
        row = 0
        while number < len(self.lines):
            line = self.lines[number]
            if line.blank or "|" not in self.text[line.start : line.end]:
                break
            if number == head + 1:
                number += 1
                continue
            for column, span in enumerate(self._cells(line)):
                self._add([span], mark="cell", cell=Cell(self.tables, row, column, header=row == 0))
            row += 1
            number += 1
        self.tables += 1
        return number
