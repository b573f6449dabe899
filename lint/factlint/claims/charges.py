"""Charging times: a duration with the part of the battery that it fills."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled

_CHARGE = compiled(r"(?i)charg|top(?:ped|s)? up|replenish|\bSoC\b|\bfull\b|fill|\b\d+C\b|juice")
# from empty to 80%, gains 80%
_FROM_EMPTY = compiled(r"(?i)\b(?:empty|flat|zero|nothing|gains?|adds?|replenish(?:es)?|recovers?|restores?)\b")
# 10% to 80% | in | 18 minutes;   10 minutes | for | 80%
_TO_TIME = compiled(r"\b(?:in|takes?|within|needs?|taking|requires?|:|under|just|lasts?|needing)\b|\(|^\s*$")
_TO_WINDOW = compiled(r"\b(?:for|to|from|fills?)\b|^\s*\(?$|\(")
_TIMES = ("min", "s", "h")
_REACH = 60
_UNSAID = 30
"""Percent that a battery may hold where only the end of a charge is said ("80% in 10 minutes")."""


class Charge(msgspec.Struct, frozen=True, eq=False):
    """``time`` charges a battery by ``least`` to ``most`` percent of its capacity; ``window`` is the figure that says so."""

    time: Figure
    window: Figure
    least: Fraction
    most: Fraction
    line: Line


def charges(bound: Bound) -> Iterator[Charge]:
    """Every charging time with the part of the capacity that it fills, in the order of the text."""
    text = bound.article.text
    for line in bound.lines:
        figures = [figure for _, figure in line.figures() if figure.kind in ("duration", "percent")]
        if len(figures) < 2 or not any(one.kind == "duration" for one in figures):
            continue
        if not _CHARGE.search(text, line.sentence.start, line.sentence.end):
            continue
        for at, window in enumerate(figures):
            if window.kind == "percent":
                charge = _charge(text, line, figures, at)
                if charge is not None:
                    yield charge


def _charge(text: str, line: Line, figures: list[Figure], at: int) -> Charge | None:
    window = figures[at]
    low, high = (window.ends[0].value, window.ends[-1].value) if window.ends else (None, window.value)
    if high is None or not 50 <= high <= 100:
        return None
    first = at
    if low is None and at and _opens(text, figures[at - 1], window):
        first, low = at - 1, figures[at - 1].value
    beside = [other for other in (at + 1, first - 1) if 0 <= other < len(figures)]
    for other in sorted(beside, key=lambda number: _distance(figures[number], window)):
        if _is_its_time(text, figures[other], window if other > at else figures[first]):
            if low is None and _FROM_EMPTY.search(text, max(line.sentence.start, window.start - 24), window.start):
                low = Fraction(0)
            least = high - (_UNSAID if low is None else low)
            return Charge(figures[other], window, least, high - (low or 0), line)
    return None


def _opens(text: str, low: Figure, high: Figure) -> bool:
    """Whether a percentage is where the charge begins that ends at the next one: ``from 15% to 80%``."""
    if low.kind != "percent" or low.value is None or high.value is None or low.value >= high.value:
        return False
    return text[low.end : high.start].strip() in ("to", "-", "–", "up to", "and")


def _distance(one: Figure, other: Figure) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _is_its_time(text: str, time: Figure, window: Figure) -> bool:
    """Whether a figure is the time of a charge: the words between say so."""
    if time.kind != "duration" or time.unit not in _TIMES or not time.value:
        return False
    gap = text[min(window.end, time.end) : max(window.start, time.start)]
    if len(gap) > _REACH or ";" in gap or ")" in gap:
        return False
    return (_TO_TIME if time.start > window.start else _TO_WINDOW).search(gap) is not None
