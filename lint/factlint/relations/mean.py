"""Averages of values that are all printed: in the sentence, or in a column of a table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.column import columns_spoken_of
from factlint.relations.denominator import averaged, denominator
from factlint.relations.nearby import lines_before, printed, quantities, rounded
from factlint.relations.relation import Certainty, Relation, Verdict, judge
from factlint.relations.slipped import slipped
from factlint.relations.total import sum_of, summed

_KINDS = frozenset({"count", "money", "measure", "duration"})
_MANY = 3


class Mean(Relation, frozen=True, eq=False, kw_only=True):
    """``average`` is said to be the mean of ``values``."""

    average: Figure
    values: tuple[Figure, ...]

    def computed(self, loose: bool = False) -> Interval:
        """The sum of the values over their number."""
        return summed(self.values, loose).scaled(Fraction(1, len(self.values)))

    def verdict(self) -> Verdict:
        soft = self.average.soft or any(value.soft for value in self.values)
        return judge(printed(self.average), self.computed(), rounded(self.average), self.computed(True), soft)

    def exact(self) -> Fraction | None:
        """The mean of the printed values."""
        total = sum_of(self.values)
        return total / len(self.values) if total is not None else None


def find(bound: Bound) -> Iterator[Mean]:
    """Every average whose values are printed beside it or in a table of its story."""
    for line in bound.lines:
        for position, average in line.figures():
            if average.kind not in _KINDS or average.value is None or not has_value(average) or average.is_range:
                continue
            if not averaged(line, position):
                continue
            found = _beside(bound, line, position, average) or _in_table(bound, line, average)
            if found is not None:
                yield found


def _mean(line: Line, average: Figure, values: list[Figure], certainty: Certainty) -> Mean:
    return Mean(
        figures=(average, *values),
        average=average,
        values=tuple(values),
        certainty=certainty,
        quoted=line.quoted(average),
    )


def _beside(bound: Bound, line: Line, position: int, average: Figure) -> Mean | None:
    """``412, 398 and 405 cars, on average 405``."""
    values = [
        figure
        for at, figure in quantities(bound, line, frozenset({average.kind}))
        if at < position and alike(figure, average) and not counts_few(figure)
    ]
    for first in range(len(values) - 1):
        mean = _mean(line, average, values[first:], Certainty.KNOWN)
        if mean.verdict() <= Verdict.LOOSE:
            return mean
    if not values and line.tokens[0].word in ("the", "their", "on average", "that", "which", "this"):
        return _of_line_before(bound, line, average)
    if len(values) < _MANY:
        return None
    mean = _mean(line, average, values, Certainty.KNOWN)
    per = denominator(line, position)
    outside = not min(_values(values)) <= (average.value or 0) <= max(_values(values))
    if outside and not (per is not None and per.timed) and _near(mean):
        return mean
    return _mean(line, average, values, Certainty.STRONG) if slipped(average, mean.exact() or Fraction(0)) else None


def _of_line_before(bound: Bound, line: Line, average: Figure) -> Mean | None:
    """``22, 27 and 29 minutes. The mean is 26 minutes``: all the values of the sentence before, three at the least."""
    for before in lines_before(bound, line, 1):
        kinds = frozenset({average.kind})
        values = [one for _, one in quantities(bound, before, kinds) if alike(one, average) and not counts_few(one)]
        if len(values) < _MANY:
            return None
        mean = _mean(line, average, values, Certainty.STRONG)
        found = mean.verdict() <= Verdict.LOOSE or slipped(average, mean.exact() or Fraction(0))
        return mean if found else None
    return None


def _values(figures: list[Figure]) -> list[Fraction]:
    return [figure.value or Fraction(0) for figure in figures]


def _near(mean: Mean) -> bool:
    exact, stated = mean.exact(), mean.average.value
    return bool(exact and stated and exact / 2 <= stated <= exact * 2)


def _in_table(bound: Bound, line: Line, average: Figure) -> Mean | None:
    """``the average across the five rows``: the mean of a column that the sentence speaks of."""
    means = [
        _mean(line, average, column, Certainty.STRONG)
        for column in columns_spoken_of(bound, line, average)
        if len(column) >= _MANY
    ]
    for mean in means:
        if mean.verdict() <= Verdict.LOOSE:
            return mean
    slips = [mean for mean in means if slipped(average, mean.exact() or Fraction(0))]
    return slips[0] if len(slips) == 1 else None
