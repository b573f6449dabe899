"""The words around a number that say how exact it is."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.neighbours import word_before, word_behind
from factlint.figures.nouns import counted_noun
from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

_REACH = 48
_WORDS = 5
_LASTLY = frozenset(("the", "over", "for"))
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "just", "only", "another"))
_HELPERS = frozenset(("to", "will", "could", "may", "might", "should", "would", "can", "and"))
_NEVER = frozenset(("never", "not", "without", "cannot", "doesn't", "don't", "didn't", "won't"))
_MEASURED = frozenset(
    (
        "percent",
        "pct",
        "cent",
        "points",
        "times",
        "units",
        "vehicles",
        "cars",
        "yuan",
        "dollars",
        "km",
        "kg",
        "hp",
        "years",
    )
)
_MILESTONE = compiled(
    r"(?:[0-9.,]+|[a-z-]+)(?: (?:million|billion|thousand|lakh|crore))?(?: [a-z]+)? "
    r"(?:mark|milestone|threshold|line|barrier)\b"
)
_ENACTED = compiled(
    r"[$€£¥][0-9.,]++(?:m|bn|tn|k| million| billion| trillion)?(?:-[a-z]++)? (?:[a-z-]++ ){0,3}?(?:bill|package|budget|plan|law|act|stimulus|programme|program)\b"
)
"""Behind "passes": a law of so much money."""
_SIGNS = "~≈∼～〜><≥≤＞＜约超逾近达"
_PHRASAL = frozenset(
    ("handed", "hand", "hands", "handing", "turned", "took", "taken", "takes", "taking", "carried", "rolled")
)
_ADDING = frozenset(("add", "adds", "added", "adding", "sum", "sums", "summing"))
NAMELIKE = frozenset(("Max", "MAX"))
"""Hedges that are a part of a name when they are capitalised inside a sentence: the Air Max 90."""
_STOPS = ".:;!?|\n(–—-"
_OPENING = "([{\"'“‘*_|"
_BEHIND = compiled(r"[ \u00a0]?+(-?[a-z]++(?: [a-z]++){0,2}+|[一-鿿]{1,2})")
_PREFIX = compiled(r"(?<![A-Za-z])(?:[Ss]ub|[Uu]nder)-\Z")
_OVER = compiled(r"over(?: the)? ", re.I)
_LASTING = compiled(
    r"\b(?:for|of|in|after|within|takes?|took|lasts?|lasted|with|ha[sd]|have|spent|is|was|to|by|and|than|well|every|last|wait(?:s|ed|ing)?|spends?|spending|lasting|been|taking) \Z"
)


def hedge_before(text: str, start: int, words: Vocabulary) -> tuple[str | None, int]:
    """The hedge of a number that starts at ``start``, and where the hedge starts (``start`` without one)."""
    if start == 0:
        return None, start
    before = text[start - 1]
    if before not in " \n\t\u00a0":
        return _sign_before(text, start, words)
    last, at = word_before(text, start)
    if last in NAMELIKE and at > 1 and text[at - 2] not in _STOPS:
        return None, start
    last = last.lower().lstrip(_OPENING)
    article = last if last in _ARTICLES and last not in words.hedge_ends else ""
    if article:
        last, at = word_before(text, at)
        last = last.lower().lstrip(_OPENING)
    if last not in words.hedge_ends:
        return None, start
    if last not in words.hedge_singles:
        pair = f"{word_before(text, at)[0].lower().lstrip(_OPENING)} {last}"
        if pair not in words.hedge_pairs:
            return None, start
    hedge, first = _longest(text, at + len(text[at:start].split(None, 1)[0]), words)
    if hedge == "over" and _ENACTED.match(text, start):
        return None, start
    if hedge is None or (article == "the" and not _MILESTONE.match(text, start)):
        return None, start
    if last == "than" and article in ("its", "their"):
        return None, start
    return hedge, first


def _sign_before(text: str, start: int, words: Vocabulary) -> tuple[str | None, int]:
    """A sign or Chinese word right before the number: ~, >=, 超过."""
    sign = text[start - 1]
    if sign == "-":
        prefix = _PREFIX.search(text, max(0, start - 6), start)
        return ("under", prefix.start()) if prefix else (None, start)
    if not (sign in _SIGNS or sign == "=" or "一" <= sign <= "鿿"):
        return None, start
    for size in (3, 2, 1):
        found = words.hedges.get(text[max(0, start - size) : start])
        if found:
            return found, max(0, start - size)
    return None, start


def _longest(text: str, end: int, words: Vocabulary) -> tuple[str | None, int]:
    """The longest hedge phrase that ends at ``end``, and where it starts."""
    window = text[max(0, end - _REACH) : end]
    if "\n\n" in window:
        window = window.rpartition("\n\n")[2]
    parts = window.rsplit(None, _WORDS)
    if len(parts) > _WORDS or len(window) == _REACH:
        parts = parts[1:]
    lowered = [part.lower() for part in parts]
    for size in range(len(lowered), 0, -1):
        hedge = _hedge(lowered, size, words)
        if hedge is not None:
            at = len(window)
            for part in reversed(parts[-size:]):
                at = window.rindex(part, 0, at)
            opening = len(parts[-size]) - len(parts[-size].lstrip(_OPENING))
            return hedge or None, end - len(window) + at + opening
    return None, end


def _hedge(parts: list[str], size: int, words: Vocabulary) -> str | None:
    """The hedge that the last ``size`` words are; empty where they are one elsewhere, but not here."""
    phrase = " ".join(parts[-size:]).lstrip(_OPENING)
    before = parts[-size - 1] if len(parts) > size else ""
    hedge = words.hedges.get(phrase)
    if hedge:
        added = (phrase == "up to" and before in _ADDING) or (phrase == "over" and before in _PHRASAL)
        return "" if added or (phrase == "past" and before in _LASTLY) or _compares(phrase, before) else hedge
    hedge = words.hedge_verbs.get(phrase)
    if hedge:
        return "up_to" if before in _NEVER else hedge
    hedge = words.hedge_bases.get(phrase)
    if hedge and before in _NEVER:
        return "up_to"
    return hedge if before in _HELPERS else None


def _compares(phrase: str, before: str) -> bool:
    """Whether "more than" compares two figures ("57 percent less than 480,000") and hedges none."""
    if not phrase.endswith("than") or not before:
        return False
    before = before.rstrip(",")
    return before[-1:] in "%0123456789" or before in _MEASURED


def _during(text: str, start: int) -> bool:
    """Whether "over" before a duration means during it ("repayable over five years")."""
    if not _OVER.match(text, start) or start == 0 or text[start].isupper():
        return False
    return not _LASTING.search(text, max(0, start - 12), start)


def _stretches(text: str, draft: Draft, start: int, floor: int) -> bool:
    """Whether "over" says during or along which stretch: "repayable over five years", "23 mph over 40 yards"."""
    if draft.kind == "duration":
        return _during(text, start)
    return draft.kind == "measure" and 0 < floor == start - 1 and text.startswith("over ", start)


def hedge_behind(text: str, end: int, words: Vocabulary) -> tuple[str | None, int]:
    """The hedge behind a quantity that ends at ``end``, and where it ends."""
    if word_behind(text, end) not in words.hedge_heads:
        return None, end
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
    if start < floor or (hedge == "over" and _stretches(text, draft, start, floor)):
        hedge, start = None, draft.start
    said, behind = hedge_behind(text, draft.end, words)
    if said is None and draft.phrase_end > draft.end:
        said, behind = hedge_behind(text, draft.phrase_end, words)
    elif said is not None and draft.bare and draft.kind == "count":
        draft.noun, draft.phrase_end = counted_noun(text, behind, words)
    end = max(draft.end, draft.phrase_end)
    hedge = hedge or draft.hedge
    return hedge or said, start, end if hedge else max(end, behind)
