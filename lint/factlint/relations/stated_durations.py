"""The durations of a sentence, in days or longer units: also in two units (``two years and five months``)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.scan import scan
from factlint.relations.dated_span import DAYS, calendar

_JOINTS = frozenset({" and ", ", ", " ", " plus "})
_BACKWARDS = ("ago", "earlier", "before", "previously")
"""The words behind a duration that make it a period of its own."""


def durations(text: str, line: Line) -> list[Figure]:
    """Every duration of a sentence in order, one that is printed in two units as one figure in the smaller unit."""
    found = list(_single(line))
    joined: list[Figure] = []
    at = 0
    while at < len(found):
        whole = _joined(text, found[at], found[at + 1]) if at + 1 < len(found) else None
        joined.append(whole or found[at])
        at += 2 if whole else 1
    return joined


def _single(line: Line) -> Iterator[Figure]:
    for _, printed in line.figures():
        figure = _without_direction(printed)
        if figure is not None and calendar(figure):
            yield figure


def _without_direction(printed: Figure) -> Figure | None:
    """Of ``38 years ago`` the 38 years; any other figure as it is."""
    if printed.relative is None or not printed.quote.endswith(_BACKWARDS):
        return printed
    inner = next(iter(scan(printed.quote.rpartition(" ")[0])), None)
    if inner is None:
        return None
    end = printed.start + inner.end
    return msgspec.structs.replace(inner, start=printed.start, end=end, phrase_start=printed.start, phrase_end=end)


def _joined(text: str, one: Figure, other: Figure) -> Figure | None:
    """``two years and five months``: 29 months."""
    large, small = DAYS[one.unit or ""], DAYS[other.unit or ""]
    if small >= large or one.value is None or other.value is None or text[one.end : other.start] not in _JOINTS:
        return None
    if one.value.denominator != 1 or other.value * small > large:
        return None
    return msgspec.structs.replace(
        other,
        start=one.start,
        quote=text[one.start : other.end],
        value=one.value * large / small + other.value,
        hedge=one.hedge,
        soft=one.soft,
        phrase_start=one.phrase_start,
    )
