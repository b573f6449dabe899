"""Whether two names are one name misspelt: a letter dropped, doubled, changed, or two letters swapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

import msgspec

from factlint.data import table
from factlint.patterns import compiled

_SYLLABLES = compiled(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiou])){1,3}"
)
_LONGEST = 18


class Naming(msgspec.Struct, frozen=True, eq=False):
    """The words of ``data/naming.toml``."""

    endings: frozenset[str]
    roles: frozenset[str]
    beside: frozenset[str]
    titles: frozenset[str]
    speaking: frozenset[str]
    acting: frozenset[str]
    particles: frozenset[str]
    sites: frozenset[str]
    distinct: frozenset[frozenset[str]]


@cache
def naming() -> Naming:
    """The lists, read once."""
    lists = table("naming.toml")
    return Naming(
        frozenset(lists["endings"]),
        frozenset(lists["roles"]),
        frozenset(lists["beside"]),
        frozenset(lists["titles"]),
        frozenset(lists["speaking"]),
        frozenset(lists["acting"]),
        frozenset(lists["particles"]),
        frozenset(lists["sites"]),
        frozenset(frozenset(pair.split()) for pair in lists["distinct"]),
    )


def folded(word: str) -> str:
    """A name without accents, apostrophes, hyphens and case: ``Källenius`` and ``Kallenius`` are one spelling."""
    plain = unicodedata.normalize("NFKD", word).lower()
    return "".join(char for char in plain if char.isalnum())


def sounded(word: str) -> str:
    """A folded name as it sounds where letters are often taken for each other: ``Dolphin`` and ``Dolfin``."""
    for written, heard in (("ph", "f"), ("ck", "k"), ("ll", "l"), ("ss", "s"), ("tt", "t")):
        word = word.replace(written, heard)
    return word


def one_slip_apart(one: str, other: str) -> bool:
    """Whether a single letter is dropped, added or changed, or two neighbours are swapped, inside the word."""
    if one == other or frozenset((one, other)) in naming().distinct:
        return False
    if sounded(one) == sounded(other) and one[-1] == other[-1]:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        differing = [at for at in range(len(one)) if one[at] != other[at]]
        if len(differing) == 1:
            return True
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        return swapped and one[differing[0]] == other[differing[1]] and one[differing[1]] == other[differing[0]]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if longer.startswith(shorter):
        return longer[len(shorter) :] not in naming().endings
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def differ_by_ending(one: str, other: str) -> bool:
    """Whether one word is the other with an ending that makes another word of names: ``Linde`` and ``Linden``."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    distinct = frozenset((one, other)) in naming().distinct
    return not distinct and longer.startswith(shorter) and longer[len(shorter) :] in naming().endings


def neighbourhood(word: str) -> Iterator[str]:
    """Keys that two words share when they are one slip apart: the word, as it sounds, and without one letter."""
    yield word
    yield f"~{sounded(word)}"
    for at in range(min(len(word), _LONGEST)):
        yield word[:at] + word[at + 1 :]


def is_pinyin(word: str) -> bool:
    """Whether a folded word reads as Chinese syllables: then a word one letter apart may be another name."""
    return len(word) <= _LONGEST and _SYLLABLES.fullmatch(word) is not None
