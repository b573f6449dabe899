"""What is shown of an article around a place: its sentence, or the row of a table."""

from __future__ import annotations

from typing import NamedTuple

from factlint.article.article import Article, Block
from factlint.finding import Place

_BETWEEN_CELLS = " | "


class Passage(NamedTuple):
    """Stretches of the clean text, start and end, that are shown as one line."""

    pieces: tuple[tuple[int, int], ...]

    def text(self, article: Article) -> str:
        """As it is shown: the cells of a row with a bar between them."""
        return _BETWEEN_CELLS.join(article.text[start:end] for start, end in self.pieces)

    def shown(self, place: Place) -> tuple[int, int]:
        """Where in the shown text a place stands: start and end, cut where its piece ends."""
        before = 0
        for start, end in self.pieces:
            if place.start < end or (start, end) == self.pieces[-1]:
                return before + place.start - start, before + min(place.end, end) - start
            before += end - start + len(_BETWEEN_CELLS)
        return 0, 0


def passage_of(article: Article, place: Place) -> Passage:
    """The row of a place in a table, else its sentence, else its line of the clean text."""
    sentence = article.sentence_at(place.start)
    if sentence is None:
        start = article.text.rfind("\n", 0, place.start) + 1
        end = article.text.find("\n", place.start)
        return Passage(((start, len(article.text) if end < 0 else end),))
    block = article.block_of(sentence)
    if block.cell is not None:
        return Passage(tuple((cell.start, cell.end) for cell in _row(article, block) if cell.start < cell.end))
    return Passage(((sentence.start, sentence.end),))


def _row(article: Article, block: Block) -> list[Block]:
    first = last = block.index
    while first and _same_row(article.blocks[first - 1], block):
        first -= 1
    while last + 1 < len(article.blocks) and _same_row(article.blocks[last + 1], block):
        last += 1
    return list(article.blocks[first : last + 1])


def _same_row(other: Block, block: Block) -> bool:
    return (
        other.cell is not None
        and block.cell is not None
        and (other.cell.table, other.cell.row) == (block.cell.table, block.cell.row)
    )
