"""What a multiple says of the quotient of two levels: doubled, three times higher, a third less, more than halved."""

from __future__ import annotations

from fractions import Fraction

from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval

_ALMOST, _BELOW, _CLOSE = Fraction(4, 5), Fraction(7, 8), Fraction(95, 100)
_PAST, _ABOVE = Fraction(11, 10), Fraction(6, 5)
Quotients = tuple[Interval, Interval]
"""The quotients that a multiple allows, strictly and in loose use."""


def readings_of(line: Line, position: int, times: Figure, claim: Claim | None) -> list[Quotients]:
    """The quotients that a multiple may mean; none when it is no multiple of a level."""
    if times.interval is None or times.value is None or times.is_range:
        return []
    direction = claim.direction if claim is not None else 0
    role = claim.role if claim is not None else "level"
    if times.kind == "ratio":
        if role != "change" or not direction or times.hedge in ("up_to", "under"):
            return []
        change = times.interval if direction > 0 else -times.interval
        return [(change.shifted(1), change.shifted(1))]
    if times.kind != "multiple" or (direction < 0 and not verbal(times)):
        return []
    halved = times.quote.lower().startswith("halv")
    found = _halved(times.value, times.hedge) if halved else _times(times)
    if any(token.word.rstrip(".,") == "again" for token in line.tokens[position + 1 : position + 5]):
        return [(found[0].shifted(1), found[1].shifted(1))]
    if not verbal(times) and (direction > 0 or _grown_by(line, position)):
        return [found, (found[0].shifted(1), found[1].shifted(1))]
    return [found]


def _grown_by(line: Line, position: int) -> bool:
    """``went up from 20% to 50%, that is, by 30 points or one and a half times``."""
    before = line.tokens[:position]
    by = next((at for at in range(len(before) - 1, -1, -1) if before[at].word == "by"), None)
    return by is not None and any("up" in token.tags for token in before[:by])


def verbal(times: Figure) -> bool:
    """Whether a multiple is one word (doubled, triple), which leaves no doubt of what it multiplies."""
    return not times.quote[0].isdigit() and " " not in times.quote and not times.quote.lower().endswith("fold")


def _times(times: Figure) -> Quotients:
    """Of a whole number the honest use: a bare "tripled" stretches from 2.6 to 3.6, "almost" from 2.4."""
    value, interval = times.value, times.interval
    assert value is not None
    assert interval is not None
    if times.hedge == "nearly":
        near = Interval(value * _ALMOST, value)
        return near, near
    if times.hedge in ("about", None) and "." not in times.quote:
        return Interval(value * _CLOSE, value * _PAST), Interval(value * _BELOW, value * _ABOVE)
    return interval, interval


def _halved(value: Fraction, hedge: str | None) -> Quotients:
    """Of ``nearly halved`` the fall is smaller than a half, of ``more than halved`` it is larger."""
    near, far = value - Fraction(1, 10), value + Fraction(1, 10)
    if hedge == "nearly":
        found = Interval(value, far)
    elif hedge in ("over", "just_over", "at_least"):
        found = Interval(Fraction(0), value)
    elif hedge == "under":
        found = Interval(value, Fraction(1))
    else:
        found = Interval(near, far)
    return found, found
