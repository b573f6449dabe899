"""The article as it reads: headlines, decks, paragraphs, lists and tables in place, each with its notes beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factlint.article.article import Article, Block, BlockKind
from factlint.proof import Edited
from factlint.reports.html.marks import Marks, marked, marks
from factlint.reports.html.notes import Note, note_html
from factlint.reports.html.tags import tag

TOP = 2
"""The rank of an article's headline; above it stands the page's own h1."""

WIDEST_SPAN = 1000
"""Columns that one cell may span in HTML."""

_PLAIN = {
    BlockKind.DECK: ("p", "deck"),
    BlockKind.PARAGRAPH: ("p", None),
    BlockKind.CAPTION: ("p", "caption"),
    BlockKind.METADATA: ("p", "byline"),
    BlockKind.BOILERPLATE: ("p", "boilerplate"),
    BlockKind.CODE: ("pre", None),
}


def notes_of(edited: Edited, prefix: str) -> tuple[Note, ...]:
    """The notes of an article, numbered in the order of the text."""
    assert edited.proof is not None
    pairs = zip(edited.proof.findings, edited.report.findings, strict=True)
    return tuple(Note(number, finding, reported, prefix) for number, (finding, reported) in enumerate(pairs, 1))


def headline_of(article: Article) -> Block | None:
    """The block that names the article."""
    return next((block for block in article.blocks if block.kind is BlockKind.HEADLINE), None)


def body_html(edited: Edited, notes: Sequence[Note]) -> str:
    """The text of an article with its marks and notes; its headline is an h2."""
    assert edited.proof is not None
    article = edited.proof.article
    return _Setting(article, marks(article.blocks, notes, edited.proof.ticks), notes).html()


class _Setting:
    """One article being set."""

    def __init__(self, article: Article, found: Marks, notes: Iterable[Note]) -> None:
        self._article = article
        self._marks = found
        self._headline = headline_of(article)
        self._rank = 1 if self._headline else TOP
        self._notes: defaultdict[int, list[Note]] = defaultdict(list)
        own = {
            mark.note.number: block for block, each in found.items() for mark in each if mark.note and not mark.index
        }
        for note in notes:
            self._notes[own.get(note.number, 0)].append(note)

    def html(self) -> str:
        parts = []
        for _, group in groupby(self._article.blocks, _company):
            blocks = list(group)
            parts.append(self._group(blocks))
            parts.append(self._beside(blocks))
        return "\n".join(part for part in parts if part)

    def _group(self, blocks: list[Block]) -> str:
        first = blocks[0]
        if first.cell is not None:
            return self._table(blocks)
        if first.kind is BlockKind.ITEM:
            items = (tag("li", self._text(block), class_=_depth(block), dir="auto") for block in blocks)
            return tag("ol" if first.ordered else "ul", "".join(items), class_="set")
        if first.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
            return self._heading(first)
        name, kind = _PLAIN.get(first.kind, ("p", None))
        return tag(name, self._text(first), class_=f"set {kind}" if kind else "set", dir="auto")

    def _heading(self, block: Block) -> str:
        """A heading one rank below the one before at most, so that no rank is left out."""
        if block.kind is BlockKind.HEADLINE:
            rank, kind = (TOP, "headline") if block is self._headline else (TOP + 1, "headline further")
        else:
            rank, kind = TOP + max(block.level - 1, 1), "subhead"
        self._rank = min(rank, self._rank + 1, 6)
        return tag(f"h{self._rank}", self._text(block), class_=f"set {kind}", dir="auto")

    def _table(self, blocks: Iterable[Block]) -> str:
        rows = groupby(blocks, lambda block: block.cell.row if block.cell else 0)
        html = "".join(tag("tr", "".join(self._row(list(row)))) for _, row in rows)
        return tag("div", tag("table", html), class_="set table", role="group", aria_label="Table", tabindex=0)

    def _row(self, blocks: Iterable[Block]) -> Iterator[str]:
        reached = 0
        for block in blocks:
            cell = block.cell
            if cell is None:
                continue
            while cell.column > reached:
                span = min(cell.column - reached, WIDEST_SPAN)
                yield tag("td", colspan=span if span > 1 else None)
                reached += span
            reached = cell.column + 1
            scope = ("row" if cell.column == 0 and cell.row else "col") if cell.header else None
            yield tag("th" if cell.header else "td", self._text(block), scope=scope, dir="auto")

    def _text(self, block: Block) -> str:
        return marked(self._article.text, block, self._marks.get(block.index, ()))

    def _beside(self, blocks: Iterable[Block]) -> str:
        notes = [note for block in blocks for note in self._notes.get(block.index, ())]
        return tag("div", "".join(map(note_html, notes)), class_="notes") if notes else ""


def _company(block: Block) -> tuple[object, ...]:
    """What is set together: the cells of a table, the items of a list; any other block stands alone."""
    if block.cell is not None:
        return "table", block.cell.table
    if block.kind is BlockKind.ITEM:
        return "list", block.ordered, block.story
    return "block", block.index


def _depth(block: Block) -> str | None:
    return f"deep-{min(block.level, 4)}" if block.level else None
