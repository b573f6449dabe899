"""The words that binding knows, from the data files: what they measure, narrow, or state between figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from factlint.data import prepared, table

Tags = frozenset[str]
Phrases = dict[str, dict[str, list[tuple[tuple[str, ...], Tags]]]]
"""Phrases of several words by their first and second word, longest first; each without these two."""

NONE: Tags = frozenset()


@lru_cache(maxsize=4096)
def measures_of(tags: Tags) -> tuple[str, ...]:
    """The measures that a word's tags name."""
    return tuple(sorted(tag[2:] for tag in tags if tag.startswith("m:")))


@lru_cache(maxsize=4096)
def facets_of(tags: Tags) -> tuple[str, ...]:
    """The facets of scope that a word's tags name."""
    return tuple(sorted(tag[2:] for tag in tags if tag.startswith("s:")))


class Measure(msgspec.Struct, frozen=True):
    """A measure of data/measures.toml: the kinds and units of figure that it can hold."""

    name: str
    kinds: frozenset[str]
    units: frozenset[str]
    flow: bool


class Lexicon(msgspec.Struct, frozen=True, eq=False):
    """Words and phrases with their tags:

    ``m:sales`` a measure, ``s:NEV`` a facet of scope, and the bare keys of data/words.toml (``up``, ``share`` ...).
    """

    single: dict[str, Tags]
    phrases: Phrases
    measures: dict[str, Measure]
    axes: dict[str, str]
    """Facet of scope to its axis."""
    families: dict[str, str]
    """Measure to the measure that counts as the same for one subject (deliveries are a maker's sales)."""

    def family(self, measure: str | None) -> str | None:
        """The measure under which figures may be compared."""
        return self.families.get(measure, measure) if measure else None

    def tags(self, word: str) -> Tags:
        """The tags of a single lower-case word."""
        return self.single.get(word, NONE)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, Tags]:
        """How many of the lower-case words from ``at`` on make up a phrase, and its tags."""
        word = words[at]
        following = self.phrases.get(word)
        if following is not None and at + 1 < len(words):
            for rest, tags in following.get(words[at + 1], ()):
                if not rest or tuple(words[at + 2 : at + 2 + len(rest)]) == rest:
                    return 2 + len(rest), tags
        return 1, self.single.get(word, NONE)


def _gather(entries: Iterable[tuple[str, str]]) -> tuple[dict[str, Tags], Phrases]:
    tagged: dict[tuple[str, ...], set[str]] = {}
    for phrase, tag in entries:
        tagged.setdefault(tuple(phrase.split()), set()).add(tag)
    single: dict[str, Tags] = {}
    phrases: Phrases = {}
    for words, tags in sorted(tagged.items(), key=lambda item: -len(item[0])):
        if len(words) == 1:
            single[words[0]] = frozenset(tags)
        else:
            phrases.setdefault(words[0], {}).setdefault(words[1], []).append((words[2:], frozenset(tags)))
    return single, phrases


@cache
def lexicon() -> Lexicon:
    """The built-in lexicon, read once."""
    single, phrases = prepared("lexicon", ("measures.toml", "scopes.toml", "words.toml"), _tagged)
    rows = table("measures.toml")
    measures = {
        name: Measure(name, frozenset(row["kinds"]), frozenset(row.get("units", ())), bool(row.get("flow")))
        for name, row in rows.items()
    }
    axes = {facet: axis for axis, facets in table("scopes.toml").items() for facet in facets}
    families = {name: row.get("family", name) for name, row in rows.items()}
    return Lexicon(single, phrases, measures, axes, families)


def _tagged(measures: str, scopes: str, words: str) -> tuple[dict[str, Tags], Phrases]:
    """All words and phrases of the tables with their tags."""
    entries = [(phrase, f"m:{name}") for name, row in table(measures).items() for phrase in row["words"]]
    for facets in table(scopes).values():
        entries += ((phrase, f"s:{facet}") for facet, phrases in facets.items() for phrase in phrases)
    entries += ((phrase, tag) for tag, phrases in table(words).items() for phrase in phrases)
    return _gather(entries)
