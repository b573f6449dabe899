"""The words of data/orders.toml: who leads and follows, what is the most and the least."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from factlint.data import table
from factlint.figures.figure import Figure


class Place(msgspec.Struct, frozen=True, eq=False):
    """A phrase of one or more words, with what it says: +1 for the more before the less, -1 for the contrary."""

    words: tuple[str, ...]
    direction: int
    chained: bool = False
    literal: bool = False
    """Whether it compares the figures themselves ("just below"), not who is better."""


class Superlatives(msgspec.Struct, frozen=True, eq=False):
    """Superlatives by their direction: +1 the most, -1 the least; 2 and -2 for fast and slow."""

    directions: dict[str, int]
    dimensions: dict[str, frozenset[str]]

    def direction(self, word: str, figure: Figure) -> int:
        """+1 where the figure must be the largest, -1 where it must be the smallest, 0 where it cannot be meant."""
        held = self.dimensions.get(word)
        if held is not None and figure.kind not in held and figure.unit not in held:
            return 0
        return signed(self.directions.get(word, 0), figure)


def signed(direction: int, figure: Figure) -> int:
    """What "fast" and "slow" mean for a figure: a short time, or a high speed."""
    if direction in (-1, 0, 1):
        return direction
    fast = 1 if direction > 0 else -1
    return -fast if figure.kind == "duration" else fast


@cache
def order_words() -> dict[str, Any]:
    """The table as it stands."""
    return dict(table("orders.toml"))


@cache
def listed(key: str) -> frozenset[str]:
    """One list of single words."""
    return frozenset(order_words()[key])


@cache
def places() -> dict[str, tuple[Place, ...]]:
    """The phrases between two figures by their first word, longest first."""
    words = order_words()
    chained = set(words["chained"])
    found = [
        *(Place(tuple(phrase.split()), 1, phrase in chained) for phrase in words["leading"]),
        *(Place(tuple(phrase.split()), -1) for phrase in words["trailing"]),
        *(Place(tuple(phrase.split()), 1, literal=True) for phrase in words["above"]),
        *(Place(tuple(phrase.split()), -1, literal=True) for phrase in words["below"]),
    ]
    return _by_first(sorted(found, key=lambda place: -len(place.words)))


def _by_first(found: Iterable[Place]) -> dict[str, tuple[Place, ...]]:
    grouped: dict[str, list[Place]] = {}
    for place in found:
        grouped.setdefault(place.words[0], []).append(place)
    return {word: tuple(own) for word, own in grouped.items()}


@cache
def superlatives() -> Superlatives:
    """The superlatives, read once."""
    words = order_words()
    directions = {"most": 1, "least": -1, "quick": 2, "slow": -2}
    return Superlatives(
        {word: directions[key] for key, own in words["superlatives"].items() for word in own},
        {word: frozenset(own) for word, own in words["dimensions"].items()},
    )


@cache
def comparatives() -> dict[str, int]:
    """Comparatives by direction, as superlatives have it."""
    directions = {"more": 1, "less": -1, "quick": 2, "slow": -2}
    return {word: directions[key] for key, own in order_words()["comparatives"].items() for word in own}
