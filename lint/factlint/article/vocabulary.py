"""The words by which a page shows what its lines are, from ``data/page.toml``."""

from __future__ import annotations

import os
import re
from functools import cache

import msgspec

_PAGE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "page.toml")


class PageWords(msgspec.Struct, frozen=True, eq=False):
    """The lists of ``data/page.toml`` as sets, and its phrases as patterns."""

    months: dict[str, int]
    abbreviations: frozenset[str]
    never_last: frozenset[str]
    openers: frozenset[str]
    verbs: frozenset[str]
    not_verbs: frozenset[str]
    determiners: frozenset[str]
    common: frozenset[str]
    generic: frozenset[str]
    anaphors: frozenset[str]
    roles: frozenset[str]
    future: frozenset[str]
    bounds: frozenset[str]
    foundings: frozenset[str]
    round_up: re.Pattern[str]
    metadata: re.Pattern[str]
    byline: re.Pattern[str]
    boilerplate: re.Pattern[str]
    pointers: re.Pattern[str]


@cache
def page_words() -> PageWords:
    """The vocabulary, read once."""
    import tomllib

    with open(_PAGE, "rb") as file:
        data = tomllib.load(file)
    lists: dict[str, object] = {name: frozenset(words.split()) for name, words in data["words"].items()}
    for name, phrases in data["phrases"].items():
        lists[name] = _any_of(phrases)
    lists["months"] = {name: number for number, names in enumerate(data["months"], 1) for name in names.split()}
    return PageWords(**lists)  # type: ignore[arg-type]


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Phrases at the start of words, in any case; a blank stands for any white space."""
    pieces = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile("|".join(rf"(?<!\w){piece}" for piece in pieces), re.I)
