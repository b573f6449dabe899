"""The words around a number that say how exact it is."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.vocabulary import Vocabulary

_REACH = 48
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "just", "only", "another"))
_HELPERS = frozenset(("to", "will", "could", "may", "might", "should", "would", "can", "and"))
_NEVER = frozenset(("never", "not", "without", "cannot", "doesn't", "don't", "didn't", "won't"))
_MEASURED = frozenset(
    ("percent", "pct", "cent", "points", "times", "units", "vehicles", "cars", "yuan", "dollars", "km", "kg", "hp")
)
_MILESTONE = re.compile(
    r"(?:[0-9.,]+|[a-z-]+)(?: (?:million|billion|thousand|lakh|crore))?(?: [a-z]+)? "
    r"(?:mark|milestone|threshold|line|barrier)\b"
)
_SIGNS = "~≈∼～〜><≥≤＞＜约超逾近达"
_OPENING = "([{\"'“‘*_|"
_BEHIND = re.compile(r"[ \u00a0]?+(-?[a-z]++(?: [a-z]++){0,2}+|[一-鿿]{1,2})")
_OVER = re.compile(r"over(?: the)? ", re.I)
_LASTING = re.compile(
    r"\b(?:for|of|in|after|within|takes?|took|lasts?|lasted|with|ha[sd]|have|spent|is|was|to|by|and|than|well|every|last) \Z"
)


def hedge_before(text: str, start: int, words: Vocabulary) -> tuple[str | None, int]:
    """The hedge of a number that starts at ``start``, and where the hedge starts (``start`` without one)."""
    if start == 0:
        return None, start
    before = text[start - 1]
    if before not in " \n\t\u00a0":
        return _sign_before(text, start, words)
    window = text[max(0, start - _REACH) : start]
    if "\n\n" in window:
        window = window.rpartition("\n\n")[2]
    parts = window.rsplit(None, 5)
    if len(parts) > 5 or len(window) == _REACH:
        parts = parts[1:]
    if not parts:
        return None, start
    last = parts[-1].lower().lstrip(_OPENING)
    skipped = 0
    if last not in words.hedge_ends:
        if last in words.hedges and len(last) <= 2:
            return words.hedges[last], start - len(window) + window.rindex(parts[-1])
        if last not in _ARTICLES or len(parts) < 2 or parts[-2].lower().lstrip(_OPENING) not in words.hedge_ends:
            return None, start
        skipped = 1
    kept = parts[: len(parts) - skipped]
    size, hedge = _longest(kept, words)
    if hedge is None or (skipped and last == "the" and not _MILESTONE.match(text, start)):
        return None, start
    at = window.rindex(parts[-1]) if skipped else len(window)
    for part in reversed(kept[-size:]):
        at = window.rindex(part, 0, at)
    first = kept[-size]
    return hedge, start - len(window) + at + len(first) - len(first.lstrip(_OPENING))


def _sign_before(text: str, start: int, words: Vocabulary) -> tuple[str | None, int]:
    """A sign or Chinese word right before the number: ~, >=, 超过."""
    sign = text[start - 1]
    if not (sign in _SIGNS or sign == "=" or "一" <= sign <= "鿿"):
        return None, start
    for size in (3, 2, 1):
        found = words.hedges.get(text[max(0, start - size) : start])
        if found:
            return found, max(0, start - size)
    return None, start


def _longest(parts: list[str], words: Vocabulary) -> tuple[int, str | None]:
    """The longest hedge phrase that ends a run of words: how many words, which hedge."""
    lowered = [part.lower() for part in parts]
    for size in range(len(lowered), 0, -1):
        phrase = " ".join(lowered[-size:]).lstrip(_OPENING)
        before = lowered[-size - 1] if len(lowered) > size else ""
        hedge = words.hedges.get(phrase)
        if hedge:
            if (phrase == "past" and before in ("the", "over", "for")) or _compares(phrase, before):
                return 0, None
            return size, hedge
        hedge = words.hedge_verbs.get(phrase)
        if hedge:
            return size, "up_to" if before in _NEVER else hedge
        hedge = words.hedge_bases.get(phrase)
        if hedge and before in _NEVER:
            return size, "up_to"
        if hedge and before in _HELPERS:
            return size, hedge
    return 0, None


def _compares(phrase: str, before: str) -> bool:
    """Whether "more than" compares two figures ("57 percent less than 480,000") and hedges none."""
    if not phrase.endswith("than") or not before:
        return False
    return before[-1] in "%0123456789" or before in _MEASURED


def _during(text: str, start: int) -> bool:
    """Whether "over" before a duration means during it ("repayable over five years")."""
    if not _OVER.match(text, start) or start == 0 or text[start].isupper():
        return False
    return not _LASTING.search(text, max(0, start - 12), start)


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
        phrase = phrase[:-1] if phrase[0] >= "一" else phrase.rpartition(" ")[0]
    return None, end


def hedge_around(text: str, draft: Draft, words: Vocabulary, floor: int) -> tuple[str | None, int, int]:
    """The hedge of a drafted quantity, and where its whole phrase starts and ends."""
    hedge, start = hedge_before(text, draft.start, words)
    if start < floor or (hedge == "over" and draft.kind == "duration" and _during(text, start)):
        hedge, start = None, draft.start
    end = max(draft.end, draft.phrase_end)
    if hedge is not None:
        return hedge, start, end
    if draft.hedge is not None:
        return draft.hedge, start, end
    hedge, behind = hedge_behind(text, draft.end, words)
    if hedge is None and draft.phrase_end > draft.end:
        hedge, behind = hedge_behind(text, draft.phrase_end, words)
    return hedge, start, max(end, behind)
