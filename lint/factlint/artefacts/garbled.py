"""Letters that were broken on the way: UTF-8 read as Windows-1252, the replacement character."""

from __future__ import annotations

import re
from functools import cache

from factlint.artefacts.leftover import Leftover, any_of, without_overlaps


@cache
def _sequences() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('garbled', 'sequences')})+")


def garbled(text: str) -> tuple[Leftover, ...]:
    """Every run of broken letters, in order."""
    if text.isascii():
        return ()
    return without_overlaps(Leftover(m.start(), m.end(), "broken letters") for m in _sequences().finditer(text))
