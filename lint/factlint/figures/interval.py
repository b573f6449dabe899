"""Closed, open and half-open intervals of exact rationals: the value of every figure."""

from __future__ import annotations

from fractions import Fraction

import msgspec

Number = Fraction | int


class Interval(msgspec.Struct, frozen=True, gc=False):
    """The values that a figure may honestly stand for.

    ``low`` and ``high`` are exact; ``None`` is an open end (no bound).
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: Number) -> Interval:
        """The interval that holds one value only."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def bounded(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return not (self.low_closed and self.high_closed)
        return self.low > self.high

    def contains(self, value: Number) -> bool:
        """Whether one value lies inside."""
        return self.overlaps(Interval.point(value))

    def overlaps(self, other: Interval) -> bool:
        """Whether a value exists that lies in both."""
        return not self._ends_before(other) and not other._ends_before(self)

    def _ends_before(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def below(self, other: Interval) -> bool:
        """Whether every value here is smaller than every value there."""
        return self._ends_before(other)

    def above(self, other: Interval) -> bool:
        """Whether every value here is larger than every value there."""
        return other._ends_before(self)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def shifted(self, amount: Number) -> Interval:
        """Every value moved by ``amount``."""
        return Interval(
            None if self.low is None else self.low + amount,
            None if self.high is None else self.high + amount,
            self.low_closed,
            self.high_closed,
        )

    def scaled(self, factor: Number) -> Interval:
        """Every value times ``factor``; a negative factor mirrors, zero is refused."""
        if factor == 0:
            raise ValueError("an interval cannot be scaled by zero")
        if factor < 0:
            return (-self).scaled(-factor)
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_closed,
            self.high_closed,
        )

    def times(self, other: Interval) -> Interval:
        """Products of two non-negative intervals."""
        low = None
        if self.low is not None and other.low is not None:
            low = max(self.low, Fraction(0)) * max(other.low, Fraction(0))
        high = None if self.high is None or other.high is None else self.high * other.high
        return Interval(low, high, self.low_closed and other.low_closed, self.high_closed and other.high_closed)

    def over(self, other: Interval) -> Interval:
        """Quotients of two non-negative intervals; division by an interval that reaches zero is unbounded."""
        low = None
        if self.low is not None and other.high:
            low = max(self.low, Fraction(0)) / other.high
        elif self.low is not None and other.high is None:
            low = Fraction(0)
        high = None
        if self.high is not None and other.low is not None and other.low > 0:
            high = self.high / other.low
        return Interval(low, high, self.low_closed and other.high_closed, self.high_closed and other.low_closed)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_closed = self.low, self.low_closed
        if low is not None:
            if other.low is None or other.low < low:
                low, low_closed = other.low, other.low_closed
            elif other.low == low:
                low_closed = low_closed or other.low_closed
        high, high_closed = self.high, self.high_closed
        if high is not None:
            if other.high is None or other.high > high:
                high, high_closed = other.high, other.high_closed
            elif other.high == high:
                high_closed = high_closed or other.high_closed
        return Interval(low, high, low_closed, high_closed)

    def widened(self, amount: Number) -> Interval:
        """Both ends moved outwards by ``amount``."""
        return Interval(
            None if self.low is None else self.low - amount,
            None if self.high is None else self.high + amount,
            self.low_closed,
            self.high_closed,
        )
