"""Stories that say that their percentages are not worked out from the levels they print: on daily selling rates, adjusted."""

from __future__ import annotations

from functools import cache
from re import Pattern

from factlint.claims.bind import Bound
from factlint.patterns import compiled
from factlint.relations.cues import cue


@cache
def _said() -> Pattern[str]:
    rates, terms = "|".join(sorted(cue("rates_of_change"))), "|".join(sorted(cue("other_terms")))
    return compiled(rf"(?i)\b(?:{rates})\b[^.\n]{{0,80}}\b(?:{terms})\b")


def stories_on_other_terms(bound: Bound) -> frozenset[int]:
    """The stories in which a sentence says on what terms the changes are given."""
    found = set()
    for match in _said().finditer(bound.article.text):
        sentence = bound.article.sentence_at(match.start())
        if sentence is not None:
            found.add(sentence.story)
    return frozenset(found)
