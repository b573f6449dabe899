"""From a printed number and its hedge to the interval of values that it may honestly stand for."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import msgspec

from factlint.figures.interval import Interval

SOFT = frozenset(("about", "nearly", "just_over"))
"""Hedges whose interval has an end that is a guess."""


ROUNDED_TO = 20
"""A number is rounded to one part in this many at the coarsest."""


class Bounds(msgspec.Struct, frozen=True):
    """What a number says: its value, its step, and its interval by the strict and by the loose step."""

    value: Fraction
    step: Fraction
    interval: Interval
    loose: Interval
    soft: bool

    def narrowed(self, interval: Interval) -> Bounds:
        """The same number with another interval."""
        return Bounds(self.value, self.step, interval, interval, self.soft)


def hedged(value: Fraction, step: Fraction, hedge: str | None) -> Interval:
    """The interval of a value (>= 0) whose last printed digit is worth ``step``, under a hedge.

    about: v ± max(2 steps, 5%); nearly: from v − max(2 steps, 10%) up to v; just_over: from v up to
    v + max(2 steps, 10%); over, at_least, from, up_to, under: open on one side; exactly: v alone;
    without a hedge the number may be rounded or cut off: [v − step/2, v + step).
    """
    if hedge is None:
        if value == 0:
            return Interval(value, step, True, False)
        return Interval(value - step / 2, value + step, True, False)
    if hedge in ("over", "at_least", "from"):
        return Interval(value, None, hedge != "over", False)
    if hedge in ("up_to", "under"):
        return Interval(None, value, False, hedge == "up_to")
    if hedge == "exactly":
        return Interval(value, value)
    if hedge == "about":
        edge = max(2 * step, value / 20)
        return Interval(value - edge, value + edge)
    edge = max(2 * step, value / 10)
    if hedge == "nearly":
        return Interval(value - edge, value, True, False)
    return Interval(value, value + edge, False, False)


def multiplied(value: Fraction, step: Fraction, hedge: str | None) -> Interval:
    """The interval of a multiple or ratio: "nearly three times" is more than two, "roughly one in four" less than a third.

    A hedge stretches by an eighth of the value; without one the digits speak as they do elsewhere.
    """
    return hedged(value, min(step, value / 16), hedge) if hedge in SOFT else hedged(value, step, hedge)


@lru_cache(maxsize=8192)
def bounds(mantissa: int, above: int, below: int, hedge: str | None, negative: bool = False) -> Bounds:
    """Of a number that prints ``mantissa``, whose last digit is worth ``above/below``.

    Trailing zeros of a whole number, when two or more, may be the mark of rounding to a twentieth of the value
    at most: ``loose`` says so.
    A negative number mirrors.
    """
    step = Fraction(above, below)
    value = Fraction(mantissa * above, below)
    if hedge is None and mantissa:
        low, high = Fraction((2 * mantissa - 1) * above, 2 * below), Fraction((mantissa + 1) * above, below)
        interval = Interval(low, high, True, False)
    else:
        interval = hedged(value, step, hedge)
    loose = interval
    if mantissa and mantissa % 100 == 0 and below == 1:
        rounding = 1
        while mantissa % (rounding * 10) == 0 and rounding * 10 * ROUNDED_TO <= mantissa:
            rounding *= 10
        loose = hedged(value, step * rounding, hedge)
    if negative:
        value, interval, loose = -value, -interval, -loose
    return Bounds(value, step, interval, loose, hedge in SOFT)
