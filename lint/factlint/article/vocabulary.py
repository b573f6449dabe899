"""The words by which a page shows what its lines are, from ``data/page.toml``."""

from __future__ import annotations

from functools import cache

import msgspec

from factlint.data import table


class Phrases:
    """Phrases to look for at the start of a line or at the start of any word, in any case."""

    def __init__(self, phrases: list[str]) -> None:
        self._phrases = tuple(phrase.lower() for phrase in phrases)

    def opens(self, text: str) -> int:
        """The length of the longest phrase that opens the line, 0 when none does."""
        lowered = text.lower()
        if not lowered.startswith(self._phrases):
            return 0
        return max(len(phrase) for phrase in self._phrases if lowered.startswith(phrase))

    def stand_in(self, text: str) -> bool:
        """Whether a phrase stands in it, at the start of a word."""
        lowered = text.lower()
        for phrase in self._phrases:
            at = lowered.find(phrase)
            if at == 0 or (at > 0 and not lowered[at - 1].isalnum()):
                return True
        return False


class PageWords(msgspec.Struct, frozen=True, eq=False):
    """The lists of ``data/page.toml`` as sets and phrases."""

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
    date_line: frozenset[str]
    round_up: Phrases
    metadata: Phrases
    byline: Phrases
    boilerplate: Phrases
    pointers: Phrases


@cache
def page_words() -> PageWords:
    """The vocabulary, read once."""
    data = table("page.toml")
    lists: dict[str, object] = {name: frozenset(words.split()) for name, words in data["words"].items()}
    for name, phrases in data["phrases"].items():
        lists[name] = Phrases(phrases)
    lists["months"] = {name: number for number, names in enumerate(data["months"], 1) for name in names.split()}
    return PageWords(**lists)  # type: ignore[arg-type]
