"""Paragraphs and sentences that stand twice in a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from factlint.article.article import Article, Block, BlockKind, Sentence

_WORD = re.compile(r"\w+")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM)
SHORTEST = 12
"""Words: what is shorter may be a refrain, a caption or a label."""


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
    return tuple(_joined(article, list(_same_sentences(article, shortest))))


def _same_sentences(article: Article, shortest: int) -> Iterator[tuple[Sentence, Sentence]]:
    seen: dict[tuple[int, tuple[str, ...]], Sentence] = {}
    alone = _sentence_counts(article)
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        if block.kind not in _KINDS:
            continue
        words = tuple(_WORD.findall(article.text[sentence.start : sentence.end].lower()))
        key = (sentence.story, words)
        before = seen.setdefault(key, sentence)
        if before is sentence:
            continue
        short = len(words) < shortest
        if short and not (_adjoins(before, sentence) or len(words) >= 3):
            continue
        if not _is_pull_quote(article.blocks[before.block], block, alone):
            yield before, sentence


def _adjoins(before: Sentence, sentence: Sentence) -> bool:
    return sentence.index == before.index + 1


def _sentence_counts(article: Article) -> dict[int, int]:
    counts: dict[int, int] = {}
    for sentence in article.sentences:
        counts[sentence.block] = counts.get(sentence.block, 0) + 1
    return counts


def _is_pull_quote(first: Block, second: Block, counts: dict[int, int]) -> bool:
    """Whether one of two blocks is a sentence lifted out of the other."""
    return (counts[first.index] == 1) != (counts[second.index] == 1)


def _joined(article: Article, pairs: list[tuple[Sentence, Sentence]]) -> Iterator[Repeat]:
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
        if len(_WORD.findall(article.text, repeat.start, repeat.end)) >= SHORTEST:
            yield repeat
        at = last + 1
