"""Paragraphs and sentences that stand twice in a story."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.article.article import Article, Block, BlockKind, Sentence
from factlint.patterns import compiled

_WORD = compiled(r"\w+")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM)
SHORTEST = 12
"""Words of a repetition: what is shorter may be a refrain, a caption or a label."""

_LEAST = 12
"""Characters of a sentence that is compared."""
_STOPS = " .!?\"'”’"


class Repeat(msgspec.Struct, frozen=True):
    """Clean spans of a run of sentences and of its earlier occurrence."""

    first_start: int
    first_end: int
    start: int
    end: int


def repeats(article: Article, shortest: int = SHORTEST) -> tuple[Repeat, ...]:
    """Runs of whole sentences that stand word for word in an earlier place of the same story.

    A pull quote (a paragraph of one sentence that a longer one holds) is no repetition.
    """
    return tuple(_joined(article, list(_same_sentences(article)), shortest))


def _same_sentences(article: Article) -> Iterator[tuple[Sentence, Sentence]]:
    seen: dict[tuple[int, str], Sentence] = {}
    alone = _sentence_counts(article)
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        if block.kind not in _KINDS:
            continue
        said = article.text[sentence.start : sentence.end].rstrip(_STOPS)
        before = seen.setdefault((sentence.story, said), sentence)
        if before is sentence or len(said) < _LEAST:
            continue
        if not _is_pull_quote(article.blocks[before.block], block, alone):
            yield before, sentence


def _sentence_counts(article: Article) -> dict[int, int]:
    counts: dict[int, int] = {}
    for sentence in article.sentences:
        counts[sentence.block] = counts.get(sentence.block, 0) + 1
    return counts


def _is_pull_quote(first: Block, second: Block, counts: dict[int, int]) -> bool:
    """Whether one of two blocks is a sentence lifted out of the other."""
    return (counts[first.index] == 1) != (counts[second.index] == 1)


def _joined(article: Article, pairs: list[tuple[Sentence, Sentence]], shortest: int) -> Iterator[Repeat]:
    """Sentences that follow each other in both places as one repetition, when it is long enough."""
    at = 0
    while at < len(pairs):
        last = at
        while last + 1 < len(pairs) and all(
            pairs[last + 1][side].index == pairs[last][side].index + 1 for side in (0, 1)
        ):
            last += 1
        first, second = pairs[at], pairs[last]
        repeat = Repeat(first[0].start, second[0].end, first[1].start, second[1].end)
        if len(_WORD.findall(article.text, repeat.start, repeat.end)) >= shortest:
            yield repeat
        at = last + 1
