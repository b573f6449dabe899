"""Sentences that open with a whole and go on with its parts: ``Of the cars sold, ...``, ``Among its employees, ...``."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.claims.bind import Bound
from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.around import same_noun
from factlint.relations.cues import cue
from factlint.relations.sides import clause_of

_OPENERS = frozenset({"of", "among"})
_POINTERS = frozenset({"the", "its", "their", "these", "those"})
_OTHER_WHOLE = cue("other_whole")
_NARROWING = cue("narrowing")
_LONGEST = 12

PARTED = cue("parted")
"""Between a comma and a figure: the figure is compared with a part, and none itself."""


def opening_ends(line: Line) -> int | None:
    """Where the comma stands behind the whole that a sentence opens with; None where it opens with none."""
    tokens = line.tokens
    words = [word for token in tokens[:3] for word in token.word.split()]
    if len(words) < 2 or words[0] not in _OPENERS or words[1] not in _POINTERS:
        return None
    printed = False
    for at, token in enumerate(tokens[:_LONGEST]):
        if token.word == ",":
            return at
        dated = printed and token.figure is not None and token.figure.kind in ("period", "date")
        if token.word in _OTHER_WHOLE or (token.figure is not None and not _counts(token.figure) and not dated):
            return None
        printed = printed or _counts(token.figure)
    return None


def _counts(figure: Figure | None) -> bool:
    return figure is not None and figure.kind in ("count", "money", "measure")


def taken_up(bound: Bound, opening: Sequence[Token], levels: list[Figure]) -> bool:
    """Whether the words of an opening name what the levels count, or what is done to it; "of these" needs no more."""
    narrowed = any(token.word in _NARROWING for token in opening)
    for token in opening:
        word = token.word
        pointing = word in ("these", "those") or word.endswith((" these", " those"))
        if pointing and len(levels) == 1:
            return True
        for figure in levels:
            if figure.noun is not None and word.isalpha() and same_noun(word, figure.noun.split()[-1]):
                if narrowed:
                    continue
                return True
            claim = bound.claim(figure)
            names = measures_of(token.tags)
            if claim is not None and (claim.measure in names or ("exports" in names and "overseas" in claim.scope)):
                return True
    return False


_SPOKEN = compiled(r"[a-z][a-z-]{2,}+")
_EMPTY = cue("empty_words")


def spoken_of(bound: Bound, opening: Sequence[Token], before: Line) -> Figure | None:
    """The one level of a sentence in whose clause the words of an opening stand: ``2.4 million direct current. Of those with
    direct current, ...``.
    """
    text = bound.article.text
    words = words_of_thing(text[opening[0].end : opening[-1].end])
    if not words:
        return None
    found = []
    for at, figure in before.figures():
        if _counts(figure) and words <= words_of_thing(text[slice(*clause_of(before, at))]):
            found.append(figure)
    return found[0] if len(found) == 1 else None


def words_of_thing(text: str) -> frozenset[str]:
    """The words of a stretch that say what is spoken of, in the singular."""
    return frozenset(word.removesuffix("s") for word in _SPOKEN.findall(text.lower()) if word not in _EMPTY)
