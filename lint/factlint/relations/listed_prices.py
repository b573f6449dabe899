"""Ranges and the list or table they are the ends of: ``between 119,800 and 151,800 yuan`` above a list up to 158,800."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.bounds import Bounds
from factlint.relations.column import columns_of
from factlint.relations.relation import Certainty

_KINDS = frozenset({"money", "measure", "count"})
_FAR = Fraction(3, 2)
_DIGITS = 100
_LONGEST = 40


def find(bound: Bound) -> Iterator[Bounds]:
    """Members of a list that lie outside a range, one end of which is the first or last value of that list.

    The list is known by that end. Where it has both ends of the range, what lies outside is another version.
    """
    columns: dict[int, list[list[Figure]]] = {}
    for table in (*bound.tables, *bound.lists):
        if len(table.rows) <= _LONGEST:
            columns.setdefault(table.story, []).extend(columns_of(table))
    if not columns:
        return
    for claim in bound.claims:
        ends = _ends(bound, claim)
        if ends is None:
            continue
        for column in columns.get(claim.story, ()):
            if _of_kind(column[0], ends[0]):
                yield from _outside(claim, ends, column)


def _ends(bound: Bound, claim: Claim) -> tuple[Figure, Figure] | None:
    """The two ends of a range in running text, printed in three digits or more."""
    figure = claim.figure
    if figure.kind not in _KINDS or len(figure.ends) != 2 or bound.line(claim).block.cell is not None:
        return None
    low, high = figure.ends
    if not has_value(low) or not has_value(high) or low.value is None or high.value is None or low.value >= high.value:
        return None
    sharp = all(end.step and (end.value or 0) / end.step >= _DIGITS for end in (low, high))
    return (low, high) if sharp else None


def _of_kind(cell: Figure, end: Figure) -> bool:
    """Whether a cell may be of a range: in its unit, or a bare number below a heading that names the unit."""
    return (cell.kind == end.kind and cell.unit == end.unit) or (cell.kind == "count" and cell.noun is None)


def _outside(claim: Claim, ends: tuple[Figure, Figure], column: Sequence[Figure]) -> Iterator[Bounds]:
    low, high = ends[0].value or Fraction(0), ends[1].value or Fraction(0)
    values = [figure.value or Fraction(0) for figure in column]
    above = min(values) == low and high not in values and high < max(values) < high * _FAR
    below = max(values) == high and low not in values and low / _FAR < min(values) < low
    if not (above or below):
        return
    beyond = [figure for figure in column if not low <= (figure.value or Fraction(0)) <= high]
    if len(beyond) * 2 <= len(column):
        for member in beyond:
            yield Bounds(
                figures=(member, claim.figure),
                low=claim.figure,
                high=claim.figure,
                member=member,
                certainty=Certainty.STRONG,
                quoted=claim.quoted,
            )
