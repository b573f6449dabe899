"""The words around a number that say how exact it is."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.vocabulary import Vocabulary

_REACH = 48
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "just", "only", "another"))
_HELPERS = frozenset(("to", "will", "could", "may", "might", "should", "would", "can", "and"))
_MEASURED = frozenset(("percent", "pct", "cent", "points", "times", "units", "vehicles", "cars", "yuan", "km", "years"))
_OPENING = "([{\"'“‘*_|"
_BEHIND = re.compile(r"[ \u00a0]?+(-?[a-z]++(?: [a-z]++){0,2}+|[一-鿿]{2})")


def hedge_before(text: str, start: int, words: Vocabulary) -> tuple[str | None, int]:
    """The hedge of a number that starts at ``start``, and where the hedge starts (``start`` without one)."""
    if start == 0:
        return None, start
    sign = text[start - 1]
    if sign in "~≈∼～〜><≥≤＞＜约超逾近达":
        found = words.hedges.get(sign)
        if found:
            return found, start - 1
        found = words.hedges.get(text[max(0, start - 2) : start])
        return (found, start - 2) if found else (None, start)
    if "一" <= sign <= "鿿":
        for size in (3, 2):
            found = words.hedges.get(text[max(0, start - size) : start])
            if found:
                return found, start - size
        return None, start
    window = text[max(0, start - _REACH) : start]
    parts = window.rsplit(None, 5)
    if len(parts) > 5 or start > _REACH:
        parts = parts[1:]
    if not parts or not window[-1].isspace():
        return None, start
    last = parts[-1].lower().lstrip(_OPENING)
    skipped = 0
    if last in _ARTICLES and last not in words.hedge_ends:
        skipped = 1
        if len(parts) < 2:
            return None, start
        last = parts[-2].lower().lstrip(_OPENING)
    if last not in words.hedge_ends:
        return None, start
    if "\n\n" in window:
        parts = window.rpartition("\n\n")[2].split()
    size, hedge = _longest(parts[: len(parts) - skipped], words)
    if hedge is None or _compares(parts, skipped, size):
        return None, start
    at = len(window)
    for part in reversed(parts[len(parts) - skipped - size :]):
        at = window.rfind(part, 0, at)
    part = parts[len(parts) - skipped - size]
    at += len(part) - len(part.lstrip(_OPENING))
    return hedge, start - len(window) + at


def _compares(parts: list[str], skipped: int, size: int) -> bool:
    """Whether ``more than`` sets two figures against each other: ``6.7 percent more than the 1.2 million of 2023``."""
    at = len(parts) - skipped
    if parts[at - 1].lower() != "than":
        return False
    if skipped and parts[at].lower() in ("the", "its", "their"):
        return True
    before = parts[at - size - 1].lower().rstrip(",") if at > size else ""
    return before[-1:].isdigit() or before.endswith("%") or before in _MEASURED


def _longest(parts: list[str], words: Vocabulary) -> tuple[int, str | None]:
    """The longest hedge phrase that ends a run of words: how many words, which hedge."""
    lowered = [part.lower() for part in parts[-5:]]
    for size in range(len(lowered), 0, -1):
        phrase = " ".join(lowered[-size:]).lstrip(_OPENING)
        hedge = words.hedges.get(phrase)
        before = lowered[-size - 1] if len(lowered) > size else ""
        if hedge:
            if phrase == "past" and before in ("the", "over", "for"):
                return 0, None
            return size, hedge
        hedge = words.hedge_verbs.get(phrase)
        if hedge:
            return size, hedge
        hedge = words.hedge_bases.get(phrase)
        if hedge and before in _HELPERS:
            return size, hedge
    return 0, None


def hedge_behind(text: str, end: int, words: Vocabulary) -> tuple[str | None, int]:
    """The hedge behind a quantity that ends at ``end``, and where it ends."""
    found = _BEHIND.match(text, end)
    if found is None:
        return None, end
    phrase = found[1]
    while phrase:
        hedge = words.hedges_behind.get(phrase)
        if hedge:
            return hedge, found.start(1) + len(phrase)
        phrase = phrase.rpartition(" ")[0]
    return None, end


def hedge_around(text: str, draft: Draft, words: Vocabulary, floor: int) -> tuple[str | None, int, int]:
    """The hedge of a drafted quantity, and where its whole phrase starts and ends."""
    hedge, start = hedge_before(text, draft.start, words)
    if start < floor:
        hedge, start = None, draft.start
    end = max(draft.end, draft.phrase_end)
    if hedge is None:
        hedge, end = draft.hedge, end
        if hedge is None:
            hedge, behind = hedge_behind(text, draft.end, words)
            if hedge is None and draft.phrase_end > draft.end:
                hedge, behind = hedge_behind(text, draft.phrase_end, words)
            end = max(end, behind)
    return hedge, start, end
