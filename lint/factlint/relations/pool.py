"""The figures of a story, as a headline may draw on them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.around import has_value
from factlint.relations.headlines import headline_words
from factlint.relations.told import Told

DIGITS = compiled(r"\d[\d.,]*+")


class Pool(msgspec.Struct, frozen=True, eq=False):
    """The figures of a story with the sentence each stands in."""

    figures: tuple[Figure, ...]
    sentence: dict[int, int]
    """Sentence index by the start of a figure."""
    numbers: frozenset[str]
    """Every number as printed, without its commas."""
    listed: frozenset[int]
    """How many items its lists and stories have."""
    text: str
    """The text of the article."""
    spans: dict[int, tuple[int, int]]
    """Where each sentence with figures stands in it."""

    def without(self, sentence: int) -> Pool:
        """The pool without the figures of one sentence."""
        kept = tuple(figure for figure in self.figures if self.sentence[figure.start] != sentence)
        return Pool(kept, self.sentence, frozenset(), self.listed, self.text, self.spans)

    def repeats(self, sentence: int) -> bool:
        """Whether a sentence speaks of several of a kind: ``a second one of the same size``, ``each``."""
        start, end = self.spans[sentence]
        return headline_words().repeated.search(self.text, start, end) is not None


def pool_of(bound: Bound, told: Told) -> Pool:
    """All figures of a story's body, the ends of ranges among them."""
    figures: list[Figure] = []
    sentence: dict[int, int] = {}
    for line in told.body:
        for _, figure in line.figures():
            for part in (figure, *figure.ends):
                if has_value(part):
                    figures.append(part)
                    sentence[part.start] = line.sentence.index
    numbers = frozenset(match.group().rstrip(".,").replace(",", "") for match in DIGITS.finditer(told.text))
    spans = {line.sentence.index: (line.sentence.start, line.sentence.end) for line in told.body}
    return Pool(tuple(figures), sentence, numbers, frozenset(_lists(told)), bound.article.text, spans)


def _lists(told: Told) -> Iterator[int]:
    """Lengths of the lists, of the tables' rows and of the subheads of a story."""
    run = 0
    for block in told.blocks:
        if block.kind is BlockKind.ITEM:
            run += 1
        elif run:
            yield run
            run = 0
    yield run
    for kind in (BlockKind.SUBHEAD, BlockKind.HEADLINE, BlockKind.ITEM):
        yield sum(block.kind is kind for block in told.blocks)
    yield len({block.cell.row for block in told.blocks if block.cell})
