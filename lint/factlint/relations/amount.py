"""A printed quantity as a converter sees it: a figure with one value, and how far it may be rounded."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import has_value

_UPWARDS = frozenset({"over", "at_least", "from", "just_over"})
_DOWNWARDS = frozenset({"nearly", "up_to", "under"})
_TENTH = Fraction(1, 10)


class Amount(msgspec.Struct, frozen=True, eq=False):
    """``value`` in ``unit``; ``tight`` are the values that the digits allow, rounded or cut off, ``rounded`` those
    that they allow when trailing zeros below two digits are rounding, ``round`` those of a number in fives or tens.
    """

    figure: Figure
    position: int
    """Position of its token in the line."""
    kind: str
    unit: str | None
    value: Fraction
    tight: Interval
    rounded: Interval
    round: Interval | None
    """None when the number is not one in fives or tens."""
    soft: bool

    @property
    def quote(self) -> str:
        """What is printed."""
        return self.figure.quote


def amounts(line: Line) -> list[Amount]:
    """The amounts of a sentence in order; ranges, and figures without one value, are left out."""
    found: list[Amount] = []
    for position, figure in line.figures():
        amount = amount_of(figure, position)
        if amount is not None:
            found.append(amount)
    return found


def amount_of(figure: Figure, position: int = 0) -> Amount | None:
    """The amount that one figure prints; None for ranges, malformed numbers and orders of magnitude."""
    if figure.value is None or figure.step is None or not has_value(figure):
        return None
    size, step = abs(figure.value), figure.step
    mantissa = int(size / step)
    zeros = _zeros(mantissa)
    coarse = step * 10 ** min(zeros, max(0, len(str(mantissa)) - 2))
    in_fives = mantissa >= 10 and (size / coarse) % 5 == 0
    round_ = _around(size, min(coarse * 5 / 2, size * _TENTH), Fraction(0)) if in_fives else None
    own = (
        _around(size, step / 2, step / 2),
        _around(size, coarse / 2, Fraction(0)).hull(_around(size, step / 2, step / 2)),
        round_,
    )
    tight, rounded, in_fives_ = (
        None if reading is None else _signed(_hedged(reading, figure.hedge, size), figure.value) for reading in own
    )
    assert tight is not None
    assert rounded is not None
    return Amount(figure, position, figure.kind, figure.unit, figure.value, tight, rounded, in_fives_, figure.soft)


def _zeros(mantissa: int) -> int:
    digits = str(mantissa)
    return len(digits) - len(digits.rstrip("0")) if mantissa else 0


def _around(size: Fraction, half: Fraction, cut_off: Fraction) -> Interval:
    """Rounded to the nearest, or cut off after the last digit."""
    return Interval(size - half, size + half + cut_off, True, False)


def _hedged(interval: Interval, hedge: str | None, size: Fraction) -> Interval:
    if hedge == "about":
        return interval.hull(Interval(size - size / 20, size + size / 20))
    if hedge in _UPWARDS:
        return interval.hull(Interval(size, size + size * _TENTH))
    if hedge in _DOWNWARDS:
        return interval.hull(Interval(size - size * _TENTH, size))
    return interval


def _signed(interval: Interval, value: Fraction) -> Interval:
    return -interval if value < 0 else interval
