"""Whether a printed figure may be a slip of the keyboard for what the arithmetic gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.figures.figure import Figure
from factlint.figures.interval import Interval

_SHIFTS = (10, 100, 1000)
_LONGEST = 12
_SHORTEST = 3
"""Digits, trailing zeros aside, without which a number is a slip away from too many others."""
_DIGITS = "0123456789"
_COARSE = Fraction(1, 20)
"""What zeros that a shift has brought may stand for at the most."""


def may_be_slip(printed: Figure, computed: Interval) -> bool:
    """Whether one slip leads from a number in ``computed`` to the printed one: digits swapped, doubled or dropped, a first
    digit changed, or the point or the scale moved.

    A slip may make a number ten times too large, so this tells what is meant where nearness does not.
    """
    if computed.low is None or computed.low <= 0:
        return False
    return any(interval.overlaps(computed) for interval in _meant(printed, _narrow(computed)))


def product_slipped(product: Figure, one: Figure, other: Figure, scale: Fraction | int = 1) -> bool:
    """Whether one slip explains that ``product`` is not ``scale`` times ``one`` times ``other``."""
    values = (product.value, one.value, other.value)
    if any(value is None or value <= 0 for value in values):
        return False
    intervals = [figure.interval for figure in (product, one, other)]
    if any(interval is None or interval.low is None or interval.low <= 0 for interval in intervals):
        return False
    whole, first, second = (interval for interval in intervals if interval is not None)
    return (
        may_be_slip(product, first.times(second).scaled(scale))
        or may_be_slip(one, whole.over(second).scaled(1 / Fraction(scale)))
        or may_be_slip(other, whole.over(first).scaled(1 / Fraction(scale)))
    )


_NARROW = Fraction(1, 100)
"""Into a wider interval some slip of a digit leads by chance."""


def _narrow(computed: Interval) -> bool:
    if computed.low is None or computed.high is None:
        return False
    return computed.high - computed.low <= abs(computed.high) * _NARROW


def level_slipped(amount: Figure, one: Figure, other: Figure) -> bool:
    """Whether one slip explains that two levels do not lie ``amount`` apart."""
    gap, first, second = amount.interval, one.interval, other.interval
    if gap is None or first is None or second is None or one.value is None or other.value is None:
        return False
    if not (gap.bounded and first.bounded and second.bounded):
        return False
    if one.value < other.value:
        one, other, first, second = other, one, second, first
    return may_be_slip(one, second + gap) or may_be_slip(other, first - gap)


def _meant(printed: Figure, digitwise: bool) -> Iterator[Interval]:
    """What may have been meant, each as it would be printed; changed in its digits too, or at another scale only."""
    value, step = printed.value, printed.step
    if value is None or not step or value <= 0:
        return
    digits = str(int(value / step))
    zeros = step * 10 ** (len(digits) - len(digits.rstrip("0")))
    for shift in _SHIFTS:
        yield _around(value * shift, step * shift)
        yield _around(value / shift, min(zeros, value * _COARSE) / shift)
    if not digitwise or len(digits) > _LONGEST or len(digits.rstrip("0")) < _SHORTEST:
        return
    for meant in _edits(digits):
        yield _around(int(meant) * step, step)
    if step < 1:
        for meant in _one_more(digits):
            yield _around(int(meant) * step / 10, step / 10)
        yield from (_around(int(meant) * step * 10, step * 10) for meant in _one_less(digits))


def _edits(digits: str) -> Iterator[str]:
    for at in range(len(digits) - 1):
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    yield from _one_less(digits)
    yield from _one_more(digits)
    yield from (digit + digits[1:] for digit in _DIGITS if digit != digits[0])


def _one_less(digits: str) -> Iterator[str]:
    return (digits[:at] + digits[at + 1 :] for at in range(len(digits)))


def _one_more(digits: str) -> Iterator[str]:
    return (digits[:at] + digit + digits[at:] for at in range(len(digits) + 1) for digit in _DIGITS)


def _around(value: Fraction, step: Fraction) -> Interval:
    return Interval(value - step / 2, value + step, True, False)
