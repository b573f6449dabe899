"""The words of ``data/restatements.toml``."""

from __future__ import annotations

from functools import cache

import msgspec

from factlint.data import table


class Restatements(msgspec.Struct, frozen=True, eq=False):
    """The word lists of ``data/restatements.toml``."""

    results: frozenset[str]
    flows: frozenset[str]
    stocks: frozenset[str]
    specifications: frozenset[str]
    links: frozenset[str]
    neutral: frozenset[str]
    versions: frozenset[str]
    apart: frozenset[str]
    common: frozenset[str]
    definite: frozenset[str]
    comparing: frozenset[str]
    elsewhere: frozenset[str]
    taken_up: frozenset[str]
    partial: frozenset[str]
    tallies: frozenset[str]
    ordinals: frozenset[str]
    comparing_more: frozenset[str]
    correcting: frozenset[str]
    tolerated: frozenset[str]


@cache
def restatements() -> Restatements:
    """The lists, read once."""
    lists = table("restatements.toml")
    return Restatements(**{name: frozenset(words) for name, words in lists.items()})
