"""The words of ``data/headlines.toml``, and phrases found in running text."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from factlint.data import table
from factlint.patterns import compiled


class HeadlineWords(msgspec.Struct, frozen=True, eq=False):
    """How headlines speak, as sets of lower-case words and as patterns of phrases."""

    refused: re.Pattern[str]
    asked: re.Pattern[str]
    withheld: re.Pattern[str]
    distant: re.Pattern[str]
    repeated: re.Pattern[str]
    year: re.Pattern[str]
    """A year that a word of ``aims`` introduces; group 1 is the year."""
    future: frozenset[str]
    clauses: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    narrowing: frozenset[str]
    widening: frozenset[str]
    turned: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    planned: frozenset[str]
    markets: frozenset[str]
    peaks: frozenset[str]
    everywhere: frozenset[str]
    moving: frozenset[str]
    """All words of direction."""
    opening: dict[str, int]
    """Adjectives that say a direction before the noun: ``More jobs at the plant``."""
    returning: dict[str, int]
    """Phrases of direction that speak of sales without naming them."""


@cache
def headline_words() -> HeadlineWords:
    """The vocabulary, read once."""
    lists = table("headlines.toml")

    def words(name: str) -> frozenset[str]:
        return frozenset(lists[name])

    def phrases(name: str) -> re.Pattern[str]:
        return compiled(rf"(?i:\b(?:{_alternatives(lists[name])})\b)")

    def directed(name: str) -> dict[str, int]:
        return dict.fromkeys(lists[f"{name}_up"], 1) | dict.fromkeys(lists[f"{name}_down"], -1)

    return HeadlineWords(
        refused=phrases("refused"),
        asked=phrases("asked"),
        withheld=phrases("withheld"),
        distant=phrases("distant"),
        repeated=phrases("repeated"),
        year=compiled(rf"(?i:\b(?:{_alternatives(lists['aims'])})) ((?:19|20)\d\d)\b(?![-/%])"),
        future=words("future"),
        clauses=words("clauses"),
        up=words("up"),
        down=words("down"),
        narrowing=words("narrowing"),
        widening=words("widening"),
        turned=words("turned"),
        above=words("above"),
        below=words("below"),
        planned=words("planned"),
        markets=words("markets"),
        opening=directed("opening"),
        returning=directed("returning"),
        peaks=words("peaks"),
        everywhere=words("everywhere"),
        moving=words("up") | words("down") | words("narrowing") | words("widening"),
    )


def _alternatives(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
