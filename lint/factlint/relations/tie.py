"""Whether a text says that its second figure is its first one over again: ``a (b)``, ``a, or b``, ``a, that is b``."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from factlint.claims.lines import Line
from factlint.data import table
from factlint.patterns import compiled
from factlint.relations.relation import Certainty

_OPEN = compiled(r"[(\[（]")
_CLOSE = compiled(r"[)\]）]")
_MARKS = ' \t\n\u00a0\u202f\u2009,;:–—-~*_"“”'
_DASHES = frozenset({"–", "—"})
_WORD = compiled(r"[\w'’.]+")
REACH = 5
"""Words that may stand between a figure and the bracket that repeats it: ``199.9 meters long (656 feet)``."""


class Ties(msgspec.Struct, frozen=True):
    """The phrases of ``data/ties.toml``."""

    between: frozenset[str]
    inside: frozenset[str]
    tails: frozenset[str]
    per: frozenset[str]
    narrowed: frozenset[str]
    alternatives: dict[str, tuple[str, ...]]
    explicit: frozenset[str]
    chinese: frozenset[str]
    spelt: frozenset[str]
    indian: frozenset[str]


@cache
def ties() -> Ties:
    """The table, read once."""
    lists = table("ties.toml")
    return Ties(
        frozenset(lists["between"]),
        frozenset(lists["inside"]),
        frozenset(lists["tails"]),
        frozenset(lists["per"]),
        frozenset(lists["narrowed"]),
        {unit: tuple(others) for unit, others in lists["alternatives"].items()},
        frozenset(lists["explicit"]),
        frozenset(lists["scales"]["chinese"]),
        frozenset(lists["scales"]["spelt"]),
        frozenset(lists["scales"]["indian"]),
    )


class Gap(msgspec.Struct, frozen=True):
    """What stands between two neighbouring figures of a sentence, and behind the second one."""

    between: str
    behind: str
    chained: bool
    """Whether the next figure follows directly inside the same bracket: ``(210 kW, 282 hp)``."""
    soft: bool
    """Whether the second figure is hedged by about or roughly."""


def gap(text: str, line: Line, first: int, second: int, hedge: str | None) -> Gap:
    """The surroundings of the tokens ``first`` and ``second`` (positions in the line, ``first`` before ``second``)."""
    tokens = line.tokens
    end = tokens[second].end
    following = next((token for token in tokens[second + 1 :] if token.figure is not None), None)
    behind = text[end : line.sentence.end]
    chained = following is not None and text[end : following.start].strip(_MARKS).lower() in ("", "/", "or", "and", "=")
    return Gap(text[tokens[first].end : tokens[second].start], behind, chained, hedge == "about")


def tied(between: Gap) -> Certainty | None:
    """How surely the second figure repeats the first; None when nothing says so."""
    opening = list(_OPEN.finditer(between.between))
    if len(opening) > 1 or _CLOSE.search(between.between):
        return None
    if opening:
        return _bracketed(between, opening[0])
    words = _phrase(between.between)
    if _begins(between.behind, ties().per):
        return None
    before, comma, after = between.between.rpartition(",")
    if comma and words not in ties().between and len(_WORD.findall(before)) <= REACH and "," not in before:
        words = _phrase(after)
    if words in ties().between:
        return Certainty.KNOWN if words not in ("/", "then") else Certainty.STRONG
    if not words and between.between.strip() in _DASHES and between.behind.lstrip()[:1] in _DASHES:
        return Certainty.STRONG
    if not words and between.soft and any(mark in between.between for mark in ",–—"):
        return Certainty.STRONG
    return None


def narrowed(between: Gap) -> bool:
    """Whether the second figure, behind ``or``, is said of another version or condition."""
    return not _OPEN.search(between.between) and _begins(between.behind, ties().narrowed)


def _begins(text: str, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases opens a stretch of text, with no mark in front."""
    words = text[:24].lower().split()[:2]
    return text[:1] == " " and bool(words) and (words[0] in phrases or " ".join(words) in phrases)


def continues(between: Gap) -> bool:
    """Whether the second figure only goes on with a list of repetitions: ``, 282 hp``, ``/ 204 PS``, ``or 282 hp``."""
    return _phrase(between.between) in ("", "/", "or", "and", "=")


def _bracketed(between: Gap, opening: re.Match[str]) -> Certainty | None:
    before = between.between[: opening.start()]
    inside = _phrase(between.between[opening.end() :])
    if inside not in ties().inside or any(mark in before for mark in ",;:"):
        return None
    words = _WORD.findall(before)
    if len(words) > REACH or not _closes(between):
        return None
    return Certainty.STRONG if len(words) > 1 else Certainty.KNOWN


def _closes(between: Gap) -> bool:
    """Whether the bracket says nothing but the repetition."""
    if between.chained:
        return True
    close = _CLOSE.search(between.behind)
    return close is not None and _phrase(between.behind[: close.start()]) in {"", *ties().tails}


def _phrase(text: str) -> str:
    return " ".join(text.strip(_MARKS).lower().replace("’", "'").split())
