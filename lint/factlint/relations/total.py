"""Totals: parts that are said to make up a whole."""

from __future__ import annotations

from fractions import Fraction

from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.relation import Relation, Verdict, judge, tightest, widest


class Total(Relation, frozen=True, eq=False, kw_only=True):
    """``parts`` are all there is of ``whole``; what is missing is then a contradiction."""

    whole: Figure
    parts: tuple[Figure, ...]

    def computed(self, loose: bool = False) -> Interval:
        """The sum of the parts."""
        reading = widest if loose else tightest
        total = reading(self.parts[0])
        for part in self.parts[1:]:
            total = total + reading(part)
        return total

    def verdict(self) -> Verdict:
        soft = self.whole.soft or any(part.soft for part in self.parts)
        return judge(tightest(self.whole), self.computed(), widest(self.whole), self.computed(True), soft)

    def exact(self) -> Fraction | None:
        """The sum of the printed values."""
        values = [part.value for part in self.parts]
        return sum((value for value in values if value is not None), Fraction(0)) if None not in values else None
