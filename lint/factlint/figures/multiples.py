"""Multiples: threefold, 3x, 2.5 times, doubled, halved."""

from __future__ import annotations

from factlint.figures.draft import Draft
from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

_TIMES = compiled(
    r"[ \n-]times\b(?! (?:a|an|per|each|every|in|on|daily|weekly|since|before|during|when|at)\b(?! (?:long|large|big|many)))"
    r"|-?fold\b| ?[x×](?![A-Za-z0-9]| ?[0-9$€£¥])|倍"
)
_HEADS = frozenset(("t", "f", "x", "×"))
_TWICE = compiled(r" (?:as|the|that|its|what|their|more|this|last|those|of)\b|[,.;]|$")
_DOUBLE = compiled(
    r" (?:the|its|their|that|what|to|from|in|this|last|year|annual|sales|output|production|capacity|as|by)\b|[.,;]|$"
)
_VERBLIKE = frozenset(("double", "triple", "treble", "quadruple", "halve"))


def multiple_behind(text: str, end: int, draft: Draft) -> bool:
    """Whether a number is a multiple by what stands behind it; the draft then says so."""
    following = text[end : end + 1]
    if not following or following not in " \n-fx×倍":
        return False
    if following in " \n-" and text[end + 1 : end + 2] not in _HEADS:
        return False
    found = _TIMES.match(text, end)
    if found is None:
        return False
    draft.kind, draft.unit, draft.end = "multiple", None, found.end()
    return True


def multiple_word(text: str, draft: Draft, words: Vocabulary) -> bool:
    """Whether a word is a multiple where it stands: "doubled", "twice as many", but not "double-digit"."""
    word = text[draft.start : draft.end].lower()
    value = words.multiples[word]
    if text[draft.end : draft.end + 1] == "-":
        return False
    if word.endswith("ing") and text[max(0, draft.start - 4) : draft.start].lower() in ("the ", " a "):
        return False
    if word in ("twice", "thrice") and not _TWICE.match(text, draft.end):
        return False
    if word in _VERBLIKE and not _DOUBLE.match(text, draft.end):
        return False
    draft.kind = "multiple"
    draft.mantissa, draft.above, draft.below = 5 * value.numerator, 1, 5 * value.denominator
    return True
