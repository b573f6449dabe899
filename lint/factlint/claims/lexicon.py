"""The words that binding knows, from the data files: what they measure, narrow, or state between figures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

Phrases = dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]


class Measure(msgspec.Struct, frozen=True):
    """A measure of data/measures.toml: the kinds and units of figure that it can hold."""

    name: str
    kinds: frozenset[str]
    units: frozenset[str]
    flow: bool


class Lexicon(msgspec.Struct, frozen=True, eq=False):
    """Phrases by their first word, longest first; the tags are

    ``m:sales`` a measure, ``s:NEV`` a facet of scope, and the bare keys of data/words.toml (``up``, ``share`` ...).
    """

    phrases: Phrases
    measures: dict[str, Measure]
    axes: dict[str, str]
    """Facet of scope to its axis."""
    families: dict[str, str]
    """Measure to the measure that counts as the same for one subject (deliveries are a maker's sales)."""

    def family(self, measure: str | None) -> str | None:
        """The measure under which figures may be compared."""
        return self.families.get(measure, measure) if measure else None

    def tags(self, word: str) -> frozenset[str]:
        """The tags of a single lower-case word."""
        for phrase, tags in self.phrases.get(word, ()):
            if len(phrase) == 1:
                return tags
        return frozenset()


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("factlint.data").joinpath(name).read_text("utf-8"))


def _gather(entries: Iterable[tuple[str, str]]) -> Phrases:
    tagged: dict[tuple[str, ...], set[str]] = {}
    for phrase, tag in entries:
        tagged.setdefault(tuple(phrase.split()), set()).add(tag)
    phrases: Phrases = {}
    for words, tags in sorted(tagged.items(), key=lambda item: -len(item[0])):
        phrases.setdefault(words[0], []).append((words, frozenset(tags)))
    return phrases


@cache
def lexicon() -> Lexicon:
    """The built-in lexicon, read once."""
    measures: dict[str, Measure] = {}
    families: dict[str, str] = {}
    entries: list[tuple[str, str]] = []
    for name, row in _load("measures.toml").items():
        kinds, units = frozenset(row["kinds"]), frozenset(row.get("units", ()))
        measures[name] = Measure(name, kinds, units, bool(row.get("flow")))
        entries += ((phrase, f"m:{name}") for phrase in row["words"])
        families[name] = row.get("family", name)
    axes: dict[str, str] = {}
    for axis, facets in _load("scopes.toml").items():
        for facet, words in facets.items():
            axes[facet] = axis
            entries += ((phrase, f"s:{facet}") for phrase in words)
    for tag, words in _load("words.toml").items():
        entries += ((phrase, tag) for phrase in words)
    return Lexicon(_gather(entries), measures, axes, families)
