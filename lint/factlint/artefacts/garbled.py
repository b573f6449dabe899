"""Letters that were broken on the way: UTF-8 read as Windows-1252, the replacement character."""

from __future__ import annotations

import re
from functools import cache

from factlint.artefacts.leftover import Leftover, any_of, vocabulary, without_overlaps
from factlint.patterns import compiled


@cache
def _sequences() -> re.Pattern[str]:
    return compiled(rf"(?:{any_of('garbled', 'sequences')})+")


@cache
def _firsts() -> frozenset[str]:
    """The letters that broken sequences begin with."""
    return frozenset(sequence[0] for sequence in vocabulary("garbled")["sequences"])


def garbled(text: str) -> tuple[Leftover, ...]:
    """Every run of broken letters, in order."""
    if not any(first in text for first in _firsts()):
        return ()
    return without_overlaps(Leftover(m.start(), m.end(), "broken letters") for m in _sequences().finditer(text))
