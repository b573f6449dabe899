"""A sentence as binding sees it: figures, names, and the words around them with what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from factlint.article.article import Article, Block, BlockKind, Sentence
from factlint.claims.lexicon import NONE, Lexicon
from factlint.figures.figure import Figure, Name, Scanned
from factlint.patterns import compiled


class Token(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A figure (with its hedge and counted noun), a name, a word or phrase of the lexicon, or a mark."""

    start: int
    end: int
    word: str
    """Lower case; empty for figures and names."""
    tags: frozenset[str]
    segment: int
    """Counts the stretches between commas, brackets, dashes and conjunctions."""
    figure: Figure | None = None
    name: Name | None = None
    possessive: bool = False
    depth: int = 0
    """How many brackets are open around it."""


class Line(msgspec.Struct, frozen=True, eq=False):
    """One sentence that holds a figure, or a headline or deck, with its tokens in order."""

    sentence: Sentence
    block: Block
    tokens: tuple[Token, ...]
    quotes: tuple[tuple[int, int], ...]
    """Spans between quotation marks."""
    placed: tuple[tuple[int, Figure], ...] = ()
    """Position in ``tokens`` and figure, in order: worked out whenever a line is made, for every module asks for it."""

    def __post_init__(self) -> None:
        placed = tuple((at, token.figure) for at, token in enumerate(self.tokens) if token.figure is not None)
        msgspec.structs.force_setattr(self, "placed", placed)

    def quoted(self, figure: Figure) -> bool:
        """Whether a figure stands inside a quotation."""
        return any(start < figure.start < end for start, end in self.quotes)

    def figures(self) -> tuple[tuple[int, Figure], ...]:
        """Position in ``tokens`` and figure, in order."""
        return self.placed


_WORD = compiled(r"[^\W\d_][\w&'’./-]*+|[,;:()\[\]—–…?!|]|[\"“”„‟«»]|\d+|-")
_BREAKS = frozenset(",;:()[]—–-|")
_CONJUNCTIONS = frozenset({"while", "whereas", "but", "and", "although", "though", "which"})
_MARKS = _BREAKS | _CONJUNCTIONS | frozenset('“”„«»"')

Placed = TypeVar("Placed", Figure, Name)


def lines_of(article: Article, scanned: Scanned, lexicon: Lexicon) -> tuple[Line, ...]:
    """The sentences that hold a figure other than a name, and every headline and deck, tokenised."""
    figures = [figure for figure in scanned.figures if figure.kind != "name"]
    lines = []
    at_figure = at_name = 0
    for sentence in article.sentences:
        kind = article.blocks[sentence.block].kind
        if kind in (BlockKind.METADATA, BlockKind.CODE):
            continue
        at_figure, own_figures = _inside(figures, at_figure, sentence)
        at_name, own_names = _inside(scanned.names, at_name, sentence)
        if own_figures or kind in (BlockKind.HEADLINE, BlockKind.DECK):
            lines.append(_line(article, sentence, own_figures, own_names, lexicon))
    return tuple(lines)


def _inside(placed: Sequence[Placed], at: int, sentence: Sentence) -> tuple[int, list[Placed]]:
    while at < len(placed) and placed[at].start < sentence.start:
        at += 1
    first = at
    while at < len(placed) and placed[at].end <= sentence.end:
        at += 1
    return at, list(placed[first:at])


def _line(article: Article, sentence: Sentence, figures: list[Figure], names: list[Name], lexicon: Lexicon) -> Line:
    items: list[tuple[int, int, Figure | None, Name | None]] = []
    for figure in figures:
        start = figure.start if figure.phrase_start < 0 else max(figure.phrase_start, sentence.start)
        end = figure.end if figure.phrase_end < 0 else min(figure.phrase_end, sentence.end)
        items.append((start, end, figure, None))
    covered = {(figure.start, figure.end) for figure in figures}
    items += ((name.start, name.end, None, name) for name in names if (name.start, name.end) not in covered)
    items.sort(key=lambda item: item[0])
    builder = _Builder(article.text, lexicon)
    at = sentence.start
    for start, end, figure_, name in items:
        if start < at:
            if figure_ is None or figure_.start < at:
                continue
            start = at
        builder.words(at, start)
        builder.item(start, end, figure_, name)
        at = end
    builder.words(at, sentence.end)
    block = article.blocks[sentence.block]
    return Line(sentence, block, tuple(builder.tokens), tuple(builder.quotes))


class _Builder:
    """Collects the tokens of one sentence from left to right."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens: list[Token] = []
        self.quotes: list[tuple[int, int]] = []
        self.segment = 0
        self.opened = -1
        self.depth = 0

    def item(self, start: int, end: int, figure: Figure | None, name: Name | None) -> None:
        tags = NONE
        if figure is not None and figure.end < end:
            tags = self.noun_tags(self.text[figure.end : end].lower())
        possessive = name is not None and self.text[end : end + 2] in ("'s", "’s", "s'", "s’")
        self.tokens.append(Token(start, end, "", tags, self.segment, figure, name, possessive, self.depth))

    def noun_tags(self, noun: str) -> frozenset[str]:
        words = noun.split()
        tags: set[str] = set()
        for at in range(len(words)):
            tags |= self.lexicon.longest(words, at)[1]
        return frozenset(tags)

    def words(self, start: int, end: int) -> None:
        """Tokenise a stretch without figures and names."""
        if end - start < 2 and self.text[start:end].isspace():
            return
        found = list(_WORD.finditer(self.text, start, end))
        printed = [_trimmed(match.group().lower()) for match in found]
        bare = [_bare(word) for word in printed]
        single, longest, tokens = self.lexicon.single, self.lexicon.longest, self.tokens
        at, count = 0, len(found)
        while at < count:
            word = printed[at]
            if word in _MARKS:
                self.mark(found[at].start(), word)
            length, tags = longest(bare, at)
            if length == 1:
                stop = found[at].end()
                if word is not bare[at]:
                    tags = single.get(word, tags)
            else:
                stop = found[at + length - 1].end()
                word = " ".join(printed[at : at + length])
            tokens.append(Token(found[at].start(), stop, word, tags, self.segment, None, None, False, self.depth))
            at += length

    def mark(self, at: int, word: str) -> None:
        """Count segments, brackets and quotations."""
        if word in _BREAKS or word in _CONJUNCTIONS:
            self.segment += 1
            if word in ("(", "["):
                self.depth += 1
            elif word in (")", "]"):
                self.depth = max(0, self.depth - 1)
        elif word in ("“", "«", "„") or (word == '"' and self.opened < 0):
            self.opened = at
        elif self.opened >= 0:
            self.quotes.append((self.opened, at))
            self.opened = -1


def _trimmed(word: str) -> str:
    """A word without its full stop; a mark as it is."""
    return word.rstrip(".") or "." if word[-1] == "." else word


def _bare(word: str) -> str:
    """A word without a trailing possessive: ``brand's``, ``electric cars'``."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s'", "s’")) else word
