"""Growth over several years at one rate a year: ``24.6 percent a year over five years`` between two printed levels."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import has_value
from factlint.relations.nearby import akin, lines_before, positive, printed, quantities
from factlint.relations.relation import Certainty, Relation, Verdict, judge

_HUNDRED = 100
_LONGEST = 40
_KINDS = frozenset({"count", "money", "measure"})


class Compound(Relation, frozen=True, eq=False, kw_only=True):
    """``rate`` percent a year leads from ``first`` to ``last`` in ``years`` years."""

    rate: Figure
    first: Figure
    last: Figure
    years: int

    def grown(self, years: int) -> Interval:
        """What the rate makes of the first level."""
        factor = printed(self.rate).scaled(Fraction(1, _HUNDRED)).shifted(1)
        found = Interval.point(1)
        for _ in range(years):
            found = found.times(factor)
        return found.times(printed(self.first))

    def verdict(self) -> Verdict:
        """A year may be counted at both ends; HOLDS for one year more or less would hide a slip of the rate."""
        soft = self.rate.soft or self.first.soft or self.last.soft
        last = printed(self.last)
        found = judge(last, self.grown(self.years), last, self.grown(self.years), soft)
        if found is Verdict.HOLDS:
            return found
        near = any(self.grown(years).overlaps(last) for years in (self.years - 1, self.years + 1) if years > 0)
        return Verdict.LOOSE if near else found

    def exact(self) -> Fraction:
        """The rate in percent that leads from the first level to the last, to a tenth."""
        assert self.first.value is not None
        assert self.last.value is not None
        target = self.last.value / self.first.value
        low, high = 0, 20 * _HUNDRED
        while high - low > 1:
            middle = (low + high) // 2
            if (1 + Fraction(middle, 1000)) ** self.years <= target:
                low = middle
            else:
                high = middle
        return Fraction(low, 10)


def find(bound: Bound) -> Iterator[Compound]:
    """Every yearly rate over several years whose two levels and years are printed."""
    for line in bound.lines:
        for position, rate in line.figures():
            if rate.kind != "percent" or not has_value(rate) or rate.is_range or not positive(rate):
                continue
            if not _yearly(line, position):
                continue
            found = _chosen(list(_readings(bound, line, rate)))
            if found is not None:
                yield found


def _chosen(candidates: list[Compound]) -> Compound | None:
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    return candidates[0] if len(candidates) == 1 else None


def _yearly(line: Line, position: int) -> bool:
    """``a compound annual growth rate of 24.6%``, ``24.6 percent a year``, ``by 24.6 percent annually``."""
    tokens = line.tokens
    after = [word for token in tokens[position + 1 : position + 4] for word in token.word.split()]
    before = [word for token in tokens[max(0, position - 7) : position] for word in token.word.split()]
    compound = any(word.startswith(("compound", "cagr")) for word in (*before, *after))
    a_year = "annually" in after or any(pair in pairwise(after) for pair in (("a", "year"), ("per", "year")))
    grows = any(token.tags & {"up", "average"} for token in tokens[max(0, position - 7) : position])
    return compound or (a_year and grows) or ("annual" in before and "average" in before)


def _readings(bound: Bound, line: Line, rate: Figure) -> Iterator[Compound]:
    """Levels of two different years in the sentence or the one before, in the order of their years."""
    for lines in ([line], [line, *lines_before(bound, line, 1)]):
        dated = [(year, figure) for one in lines for figure, year in _dated(one, bound)]
        dated.sort(key=lambda pair: pair[0])
        pairs = [
            (first, last)
            for at, first in enumerate(dated)
            for last in dated[at + 1 :]
            if akin(first[1], last[1]) and 2 <= last[0] - first[0] <= _LONGEST
        ]
        if pairs and len(dated) <= 6:
            for first, last in pairs:
                yield Compound(
                    figures=(rate, first[1], last[1]),
                    rate=rate,
                    first=first[1],
                    last=last[1],
                    years=last[0] - first[0],
                    certainty=Certainty.KNOWN if len(lines) == 1 else Certainty.STRONG,
                    quoted=line.quoted(rate),
                )
            return


def _dated(line: Line, bound: Bound) -> Iterator[tuple[Figure, int]]:
    """The levels of a line with the year that stands right behind or before each."""
    for at, figure in quantities(bound, line, _KINDS):
        if not positive(figure):
            continue
        year = _year(line, at, 1) or _year(line, at, -1)
        if year is not None:
            yield figure, year


def _year(line: Line, at: int, step: int) -> int | None:
    for distance in range(1, 7):
        place = at + step * distance
        if not 0 <= place < len(line.tokens):
            return None
        token = line.tokens[place]
        figure = token.figure
        if figure is not None and figure.is_stretch and figure.period is not None and figure.period.grain == "year":
            return figure.period.first.year
        if token.word in (",", ";", "and", "to") or (figure is not None and figure.kind in _KINDS):
            return None
    return None
