"""Sentences in which a text generator speaks to who asked it, not to readers."""

from __future__ import annotations

import re
from functools import cache

from factlint.artefacts.leftover import Leftover, any_of, without_overlaps


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('talk', 'openings')})")


def talk(text: str) -> tuple[Leftover, ...]:
    """Every such phrase outside quotation marks, in order."""
    level = text.lower().replace("’", "'")
    if len(level) != len(text):
        return ()
    found = (Leftover(m.start(), m.end(), "generator") for m in _openings().finditer(level))
    return without_overlaps(one for one in found if one.start == 0 or text[one.start - 1] not in "\"“‘'")
