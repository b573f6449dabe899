"""Totals: parts that are said to make up a whole."""

from __future__ import annotations

from fractions import Fraction

from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.nearby import in_step, printed, rounded
from factlint.relations.relation import Relation, Verdict, judge
from factlint.relations.slipped import slipped

_DIGITS = 3


class Sum(Relation, frozen=True, eq=False, kw_only=True):
    """``parts`` that must add up to ``whole``."""

    whole: Figure
    parts: tuple[Figure, ...]

    def computed(self, loose: bool = False) -> Interval:
        """The sum of the parts."""
        return summed(self.parts, loose)

    def verdict(self) -> Verdict:
        """DOUBTFUL where only zeros rounded more coarsely than the other figures of the sum could help."""
        step = in_step(self.figures)
        total = plus([step[part.start] for part in self.parts])
        soft = self.whole.soft or any(part.soft for part in self.parts)
        found = judge(printed(self.whole), self.computed(), step[self.whole.start], total, soft)
        if found is Verdict.BROKEN and rounded(self.whole).overlaps(self.computed(True)):
            return Verdict.DOUBTFUL if self.slip() else Verdict.LOOSE
        return found

    def exact(self) -> Fraction | None:
        """The sum of the printed values."""
        return sum_of(self.parts)

    def slip(self) -> str:
        """How the whole, or one of the parts, came to miss the sum by one slip of the keyboard; empty when none did."""
        exact = self.exact()
        if exact is None or self.whole.value is None:
            return ""
        if found := slipped(self.whole, exact):
            return found
        missing = self.whole.value - exact
        for part in self.parts:
            if part.value is not None and _telling(part) and (found := slipped(part, part.value + missing)):
                return found
        return ""


class Total(Sum, frozen=True, eq=False, kw_only=True):
    """``parts`` are all there is of ``whole``; what is missing is then a contradiction."""


class Cumulative(Sum, frozen=True, eq=False, kw_only=True):
    """``parts`` are of the months or quarters that make up the period of ``whole``."""


class Shares(Relation, frozen=True, eq=False, kw_only=True):
    """Percentages that are said to be all the parts of one whole, and then make 100."""

    parts: tuple[Figure, ...]

    def verdict(self) -> Verdict:
        hundred = Interval.point(100)
        soft = any(part.soft for part in self.parts)
        return judge(hundred, summed(self.parts), hundred, summed(self.parts, True), soft)

    def exact(self) -> Fraction | None:
        """The sum of the printed percentages."""
        return sum_of(self.parts)


def _telling(part: Figure) -> bool:
    """Whether a figure has three digits: with fewer, some part of every sum is one slip away from fitting."""
    return (
        part.value is not None
        and bool(part.step)
        and len(str(int(part.value / (part.step or 1))).rstrip("0")) >= _DIGITS
    )


def summed(parts: tuple[Figure, ...], loose: bool = False) -> Interval:
    """What parts may add up to, every digit and hedge taken at its word."""
    reading = rounded if loose else printed
    return plus([reading(part) for part in parts])


def plus(intervals: list[Interval]) -> Interval:
    """The sum of intervals, of which there is at least one."""
    total = intervals[0]
    for interval in intervals[1:]:
        total = total + interval
    return total


def sum_of(parts: tuple[Figure, ...]) -> Fraction | None:
    """The sum of the printed values; None when one has none."""
    values = [part.value for part in parts]
    return sum((value for value in values if value is not None), Fraction(0)) if None not in values else None
