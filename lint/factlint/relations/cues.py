"""The words that state sums, differences, multiples and rates, from data/sums.toml, and those that tie a figure to what
was said before, from data/passages.toml.
"""

from __future__ import annotations

from functools import cache

from factlint.data import table


@cache
def cue(name: str) -> frozenset[str]:
    """The words of one list, in lower case; KeyError for a list that neither table has."""
    lists = table("sums.toml")
    return frozenset(lists[name] if name in lists else table("passages.toml")[name])
