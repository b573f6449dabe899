"""The words that state sums, differences, multiples and rates, from data/sums.toml."""

from __future__ import annotations

from functools import cache

from factlint.data import table


@cache
def cue(name: str) -> frozenset[str]:
    """The words of one list, in lower case; KeyError for a list that the table does not have."""
    return frozenset(table("sums.toml")[name])
