"""The two sides of a whole: at home and abroad, public and private, passenger and commercial, from data/sides.toml."""

from __future__ import annotations

from functools import cache

import msgspec

from factlint.claims.lines import Line, Token
from factlint.data import table
from factlint.patterns import compiled

_BREAKS = frozenset({",", ";", ":", "and", "while", "but", "whereas", "—", "–"})
_WORD = compiled(r"[^\W\d_][\w-]*+")
_LONGEST = 4


class Side(msgspec.Struct, frozen=True):
    """One side of a whole: ``of`` names what is divided, ``name`` which of the two it is."""

    of: str
    name: str


class _Words(msgspec.Struct, frozen=True, eq=False):
    sides: dict[tuple[str, ...], Side]
    whole: frozenset[str]
    opening: tuple[str, ...]
    open: frozenset[str]


@cache
def _words() -> _Words:
    rows = dict(table("sides.toml"))
    whole = rows.pop("whole")
    sides = {
        tuple(phrase.split()): Side(of, name)
        for of, names in rows.items()
        for name, phrases in names.items()
        for phrase in phrases
    }
    return _Words(sides, frozenset(whole["words"]), tuple(whole["opening"]), frozenset(whole["open"]))


def sides_in(text: str, start: int, end: int) -> frozenset[Side]:
    """The sides that a stretch of text names, the longest phrases first."""
    known = _words().sides
    words = [match.group().lower() for match in _WORD.finditer(text, start, end)]
    found, at = set(), 0
    while at < len(words):
        for size in range(_LONGEST, 0, -1):
            side = known.get(tuple(words[at : at + size]))
            if side is not None:
                found.add(side)
                at += size - 1
                break
        at += 1
    return frozenset(found)


def side_of(text: str, line: Line, position: int) -> Side | None:
    """The one side that the clause of a figure names; None where it names none, or two of one whole."""
    start, end = clause_of(line, position)
    found = sides_in(text, start, end)
    return next(iter(found)) if len(found) == 1 else None


def clause_of(line: Line, position: int) -> tuple[int, int]:
    """Where the clause of a figure starts and ends in the text: between the breaks and other figures around it."""
    tokens = line.tokens
    start, end = line.sentence.start, line.sentence.end
    for at in range(position - 1, -1, -1):
        if _parts(tokens[at]):
            start = tokens[at].end
            break
    for at in range(position + 1, len(tokens)):
        if _parts(tokens[at]):
            end = tokens[at].start
            break
    return start, end


def _parts(token: Token) -> bool:
    if token.figure is not None:
        return token.figure.kind not in ("period", "date", "name", "rank")
    return token.word in _BREAKS


def makes_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch says that its figure is of both sides."""
    return _any(_words().whole, text, start, end)


def opens_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch opens with words that take its parts from a whole: ``Of the October sales, ...``."""
    return text[start:end].lower().startswith(_words().opening)


def left_open(text: str, start: int, end: int) -> bool:
    """Whether a stretch says that something is left out of the two sides, or comes on top."""
    return _any(_words().open, text, start, end)


def _any(phrases: frozenset[str], text: str, start: int, end: int) -> bool:
    spoken = f" {' '.join(match.group().lower() for match in _WORD.finditer(text, start, end))} "
    return any(f" {phrase} " in spoken for phrase in phrases)
