"""The capitalised words of running text, and what the gazetteer knows of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.patterns import compiled
from factlint.relations.spelling import folded

_CAPITALISED = compiled(r"(?<!\w)[^\W\d_a-z][^\W\d_]*+(?:[-'’][^\W\d_]++)*+")
_SCANNED = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.CELL, BlockKind.DECK)
_POSSESSIVE = compiled(r"['’]s?\Z")
_LETTER = compiled(r"[^\W_]")
_OPENING = 40
"""Characters of a sentence in which a word can be its first."""


class Mention(msgspec.Struct, frozen=True, eq=False):
    """A capitalised word in running text."""

    start: int
    end: int
    word: str
    key: str
    """The word folded."""
    sentence: int
    opens: bool
    """Whether it opens its sentence."""


def mentions(bound: Bound) -> Iterator[Mention]:
    """The capitalised words of the running text; words in capitals only are no names here."""
    article, text = bound.article, bound.article.text
    keys: dict[str, str] = {}
    for sentence in article.sentences:
        if article.blocks[sentence.block].kind not in _SCANNED:
            continue
        first = _LETTER.search(text, sentence.start, min(sentence.end, sentence.start + _OPENING))
        opening = first.start() if first else sentence.end
        for match in _CAPITALISED.finditer(text, sentence.start, sentence.end):
            word = match.group()
            if word[-1] in "s'’":
                word = _POSSESSIVE.sub("", word)
            if len(word) < 2 or word.isupper():
                continue
            key = keys.get(word)
            if key is None:
                key = keys[word] = folded(word) if word[0].isupper() else ""
            if key:
                start = match.start()
                yield Mention(start, start + len(word), word, key, sentence.index, start <= opening)


def known(bound: Bound, mention: Mention) -> str:
    """The entity that the gazetteer has at a mention, else empty."""
    names = bound.scanned.names
    index = bisect_right(names, mention.start, key=lambda name: name.start) - 1
    if index < 0 or names[index].end <= mention.start or names[index].kind in ("company", "designation", "term"):
        return ""
    return names[index].entity
