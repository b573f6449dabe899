"""The words of events: ``data/events.toml``, laid out for one look-up a word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from factlint.data import table

Phrase = tuple[str, ...]
_LISTS = frozenset({"guards", "spans", "moments", "words", "steps"})
"""Sections that are no kind of event."""


class Kind(msgspec.Struct, frozen=True):
    """A kind of event of ``data/events.toml``."""

    name: str
    chain: str
    after: frozenset[str]
    close: frozenset[str]
    """Those that it can only follow too, if one sentence or the next tells both."""
    phrases: tuple[Phrase, ...]
    nouns: tuple[Phrase, ...]
    verbs: tuple[Phrase, ...]
    tells: str
    """The kind that its words tell: its own name, or that of the kind whose nouns and verbs it adds to."""


class Vocabulary(msgspec.Struct, frozen=True):
    """Everything that ``data/events.toml`` says; phrases by their first word, longest first."""

    kinds: dict[str, Kind]
    phrases: dict[str, tuple[tuple[Phrase, str], ...]]
    nouns: dict[str, tuple[tuple[Phrase, str], ...]]
    verbs: dict[str, tuple[tuple[Phrase, str], ...]]
    firsts: frozenset[str]
    """The words that any of these begin with."""
    another: frozenset[str]
    apart: frozenset[str]
    unreal: tuple[str, ...]
    coming: tuple[str, ...]
    renewed: frozenset[str]
    """Words of another generation of a model."""
    knowing: tuple[str, ...]
    """Words by which a writer says that an order is unusual."""
    steps: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Verbs that begin something, and those that end it."""
    spans: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]
    """Sets of single words, by what they are good for."""
    milestones: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The table, read once."""
    sections = table("events.toml")
    guards, spans = sections["guards"], sections["spans"]
    kinds = {
        name: Kind(
            name,
            row["chain"],
            frozenset(row.get("after", ())),
            frozenset(row.get("close", ())),
            _phrases(row, "phrases"),
            _phrases(row, "nouns"),
            _phrases(row, "verbs"),
            row.get("tells", name),
        )
        for name, row in sections.items()
        if name not in _LISTS
    }
    all_phrases = [phrase for kind in kinds.values() for phrase in (*kind.phrases, *kind.nouns, *kind.verbs)]
    return Vocabulary(
        firsts=frozenset(phrase[0] for phrase in all_phrases),
        kinds=kinds,
        phrases=_by_first((phrase, kind.name) for kind in kinds.values() for phrase in kind.phrases),
        nouns=_by_first((phrase, kind.name) for kind in kinds.values() for phrase in kind.nouns),
        verbs=_by_first((phrase, kind.name) for kind in kinds.values() for phrase in kind.verbs),
        another=frozenset(guards["another"]),
        apart=frozenset(guards["apart"]),
        unreal=tuple(guards["unreal"]),
        coming=tuple(guards["coming"]),
        renewed=frozenset(guards["renewed"]),
        knowing=tuple(guards["knowing"]),
        steps=tuple((frozenset(row["first"]), frozenset(row["last"])) for row in sections["steps"].values()),
        spans={key: tuple(words) for key, words in spans.items()},
        words={key: frozenset(words) for key, words in sections["words"].items()},
        milestones=frozenset(spans["milestones"]),
    )


def _phrases(row: dict[str, Any], key: str) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in row.get(key, ()))


def _by_first(entries: Iterator[tuple[Phrase, str]]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, name in entries:
        found.setdefault(phrase[0], []).append((phrase, name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}
