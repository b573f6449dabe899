"""Whether a printed figure is what the arithmetic gives, but for one slip of the keyboard."""

from __future__ import annotations

from fractions import Fraction

from factlint.figures.figure import Figure
from factlint.phrasing import amount
from factlint.relations.slips import slip

_DIGITS = 12


def slipped(printed: Figure, expected: Fraction) -> str:
    """How ``printed`` may have come from ``expected``, for an editor; empty when no single slip explains it.

    ``expected`` is rounded, and cut, to the last digit that is printed.
    """
    step = printed.step
    if step is None or printed.value is None or expected <= 0:
        return ""
    for meant in (_rounded(expected, step) * step, (expected // step) * step):
        right = Figure(0, 0, amount(meant, printed.unit, _DIGITS), printed.kind, meant)
        if _one_digit(str(int(printed.value / step)), str(int(meant / step))):
            return f"{right.quote} with one digit changed."
        if found := slip(printed, right):
            return found
    return ""


def _rounded(value: Fraction, step: Fraction) -> int:
    return int((2 * value / step + 1) // 2)


def _one_digit(typed: str, meant: str) -> bool:
    """Whether two numbers of two or more digits, trailing zeros included, differ in one of them."""
    if len(typed) != len(meant) or len(typed) < 2:
        return False
    return sum(one != other for one, other in zip(typed, meant, strict=True)) == 1
