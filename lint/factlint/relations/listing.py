"""A list in running text: ``Chery, Xiaomi's fund and Shunwei Capital`` taken apart into its items."""

from __future__ import annotations

from functools import cache

import msgspec

from factlint.data import table
from factlint.patterns import compiled


class Item(msgspec.Struct, frozen=True):
    """One item, by its span of the text."""

    start: int
    end: int


class Listing(msgspec.Struct, frozen=True):
    """The items of a list, and how many there are at the least and at the most: ``and`` may stand inside a name."""

    items: tuple[Item, ...]
    fewest: int
    most: int
    closed: bool
    """Whether an ``and`` before the last item closes the list."""


class ListWords(msgspec.Struct, frozen=True):
    """The words of data/lists.toml."""

    open: frozenset[str]
    endless: frozenset[str]
    verbs: frozenset[str]
    asides: frozenset[str]
    pieces: frozenset[str]
    loose: frozenset[str]
    valued: frozenset[str]
    named: frozenset[str]
    argued: frozenset[str]
    collectives: dict[str, int]


@cache
def list_words() -> ListWords:
    """The built-in words, read once."""
    rows = dict(table("lists.toml"))
    collectives = rows.pop("collectives")
    return ListWords(collectives=collectives, **{key: frozenset(words) for key, words in rows.items()})


_SPLIT = compiled(r"[;,、]\s++|\s++(?:and|&|or|as well as|和)\s++")
_JOINS = compiled(r"\s*+[;,]?\s*+\b(?:and|&|or|as well as)\s++")
_WORD = compiled(r"[^\W_][\w'’.&/-]*+|…")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"'}
LONGEST_ITEM = 14
"""Words; a longer stretch is a clause, not an item."""


def listing(text: str, start: int, end: int) -> Listing | None:
    """The list that ``text[start:end]`` is; None where it is a clause, an open list, or cannot be counted."""
    words = list_words()
    lowered = text[start:end].lower()
    if any(word in words.endless for word in _WORD.findall(lowered)) or lowered.rstrip(" .").endswith(("…", "...")):
        return None
    stretches = _stretches(text, start, end)
    if len(stretches) < 2:
        return None
    return _counted(text, stretches, words)


class _Stretch(msgspec.Struct, frozen=True):
    start: int
    end: int
    joined: bool
    """Whether ``and`` stands before it, rather than a comma alone."""
    comma: bool


def _stretches(text: str, start: int, end: int) -> list[_Stretch]:
    """The stretches between commas and ``and``; where there are semicolons, between those."""
    shielded = _shielded(text, start, end)
    parts: list[_Stretch] = []
    at, joined, comma = start, False, True
    semicolons = any(text[i] == ";" and not _inside(shielded, i) for i in range(start, end))
    while True:
        found = _next(text, at, end, shielded, semicolons)
        stop = found[0] if found else end
        if text[at:stop].strip(" .,;*_") not in ("", "and", "or", "&"):
            parts.append(_Stretch(at, stop, joined, comma))
        if found is None:
            return parts
        at, joined, comma = found[1], found[2], found[3]


def _next(
    text: str, at: int, end: int, shielded: list[tuple[int, int]], semicolons: bool
) -> tuple[int, int, bool, bool] | None:
    """The next separator: (its start, its end, whether it joins, whether it has a comma)."""
    position = at
    while True:
        mark = _SPLIT.search(text, position, end)
        if mark is None:
            return None
        position = mark.end()
        if _inside(shielded, mark.start()) or (semicolons and text[mark.start()] != ";"):
            continue
        comma = text[mark.start()] in ";,、"
        if not comma:
            return mark.start(), mark.end(), True, False
        both = _JOINS.match(text, mark.start(), end)
        return (mark.start(), both.end(), True, True) if both else (mark.start(), mark.end(), False, True)


def _shielded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans in brackets and quotation marks: no separator there counts."""
    spans, at = [], start
    while at < end:
        closing = _PAIRS.get(text[at])
        if closing is not None:
            stop = text.find(closing, at + 1, end)
            if stop > 0:
                spans.append((at, stop))
                at = stop
        at += 1
    return spans


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    return any(first < at < last for first, last in spans)


def _counted(text: str, stretches: list[_Stretch], words: ListWords) -> Listing | None:
    kept = _without_trailers(text, stretches, words)
    if kept is None or len(kept) < 2:
        return None
    if any(_clause(text, part, words) for part in kept):
        return None
    has_commas = any(part.comma for part in kept[1:])
    joins = [at for at, part in enumerate(kept) if part.joined]
    final = joins[-1] if joins and joins[-1] == len(kept) - 1 else None
    fewest = most = len(kept)
    for at in joins:
        if at != final and not kept[at].comma:
            fewest -= 1
    if final is not None and not kept[final].comma and has_commas and len(joins) > 1:
        fewest = min(fewest, len(kept) - 1)
    if sum(text.startswith("the ", part.start) for part in kept) < len(kept) - 1:
        fewest -= sum(_aside(text, part, words) and not part.joined for part in kept[1:])
    items = tuple(Item(part.start, _trimmed(text, part)) for part in kept)
    return Listing(items, max(fewest, 1), most, final is not None)


def _without_trailers(text: str, stretches: list[_Stretch], words: ListWords) -> list[_Stretch] | None:
    """The stretches up to the one that ``, and`` closes the list with; what explains after it is dropped."""
    closing = next((at for at, part in enumerate(stretches) if part.joined and at), None)
    if closing is None:
        return stretches
    for at in range(closing + 1, len(stretches)):
        if not stretches[at].joined and _aside(text, stretches[at], words):
            return stretches[:at]
    return stretches


def _aside(text: str, part: _Stretch, words: ListWords) -> bool:
    first = _WORD.search(text, part.start, part.end)
    if first is None:
        return False
    return first.group() in words.asides or (first.group() == "the" and _after_name(text, part.start))


def _after_name(text: str, start: int) -> bool:
    """Whether the stretch that ends before ``start`` ends with a name: ``Geely, the owner of Volvo``."""
    before = text[max(0, start - 40) : start].rstrip(" ,;").rpartition(" ")[2]
    return before[:1].isupper()


def _clause(text: str, part: _Stretch, words: ListWords) -> bool:
    found = [match.group() for match in _WORD.finditer(text, part.start, part.end)]
    return len(found) > LONGEST_ITEM or any(word in words.verbs for word in found)


def _trimmed(text: str, part: _Stretch) -> int:
    end = part.end
    while end > part.start and text[end - 1] in " .,;\n":
        end -= 1
    return end
