"""The article: its source, its clean text, its stories, blocks and sentences, and the way back to the source."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from enum import StrEnum

import msgspec


class BlockKind(StrEnum):
    """What a block is to a reader of the page."""

    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    METADATA = "metadata"
    BOILERPLATE = "boilerplate"
    CODE = "code"


class Source(msgspec.Struct, frozen=True, eq=False):
    """A decoded file. ``text`` is what offsets in reports count."""

    path: str
    text: str
    encoding: str = "utf-8"
    format: str = "text"
    """text, markdown, html or json."""


class Field(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A string of a CMS payload that was read: the source prints it, escaped, at ``start`` to ``end``."""

    path: str
    """Its keys from the top of the payload, joined by dots; elements of arrays by number, from 0."""
    start: int
    end: int


class Cell(msgspec.Struct, frozen=True, gc=False):
    """Where a block stands in a table. Tables are numbered within the article; rows and columns from 0."""

    table: int
    row: int
    column: int
    header: bool = False
    """Whether the cell is marked as a header (th, Markdown header row)."""


class Block(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A run of clean text: ``article.text[start:end]``."""

    index: int
    kind: BlockKind
    start: int
    end: int
    story: int
    cell: Cell | None = None
    level: int = 0
    """Depth of a list item (0 outermost), or rank of a subhead (2 for h2)."""
    field: str | None = None
    """Of a CMS payload: the path of the field that the block came from."""
    ordered: bool = False
    """Of a list item: whether its list is numbered."""


class Sentence(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One sentence: ``article.text[start:end]``, never across blocks."""

    index: int
    start: int
    end: int
    block: int
    story: int


class Story(msgspec.Struct, frozen=True, eq=False):
    """The scope in which figures meet: a headline and the blocks that belong to it.

    ``blocks`` are the indices of all its blocks, headline and deck included. A round-up has many stories;
    its page headline and introduction are a story of their own (index 0, ``frame`` true).
    """

    index: int
    headline: int | None
    deck: int | None
    blocks: tuple[int, ...]
    frame: bool = False


class Segments(msgspec.Struct, frozen=True, eq=False):
    """Maps clean offsets to source offsets. Piece i covers clean offsets ``clean[i]`` up to ``clean[i+1]``;
    inside a piece with ``same[i]`` offsets run in step, otherwise the whole piece stands for
    ``source[i]`` to ``source_end[i]`` (an entity, an escape, collapsed white space).
    """

    clean: tuple[int, ...]
    source: tuple[int, ...]
    source_end: tuple[int, ...]
    same: tuple[bool, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a clean span: the shortest that covers every piece it touches."""
        first = bisect_right(self.clean, start) - 1
        begin = self.source[first]
        if self.same[first]:
            begin += start - self.clean[first]
        if end <= start:
            return begin, begin
        last = bisect_right(self.clean, end - 1) - 1
        if self.same[last]:
            return begin, self.source[last] + (end - self.clean[last])
        return begin, self.source_end[last]


class Article(msgspec.Struct, frozen=True, eq=False):
    """An article as a reader sees it. ``text`` is clean: entities decoded, markup gone, white space inside a
    block single spaces, blocks joined by a blank line. Every offset of every later stage counts ``text``.
    """

    source: Source
    text: str
    segments: Segments
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    stories: tuple[Story, ...]
    date: dt.date | None = None
    date_from: str | None = None
    """metadata, dateline, text or argument."""
    date_precision: str | None = None
    """day, month or year: how much of ``date`` is known. What is not known is set to the end of the period."""
    fields: tuple[Field, ...] = ()
    """Of a CMS payload: the strings that were read, in the order of the source."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that prints ``text[start:end]``."""
        return self.segments.span(start, end)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a clean offset, if one does."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return None
        sentence = self.sentences[low - 1]
        return sentence if offset < sentence.end else None

    def block_of(self, sentence: Sentence) -> Block:
        return self.blocks[sentence.block]
