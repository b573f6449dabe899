"""Shares that leave nothing out: ``80 percent and passenger cars the remaining 20``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.nearby import quantities
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.total import Shares

_HUNDRED = 100


def bare_percent(line: Line, at: int) -> bool:
    """``80 percent and passenger cars the remaining 20``: a number that goes on with the percentages before it."""
    last = line.tokens[at].figure
    before = [figure for position, figure in line.figures() if position < at and figure.kind not in ("period", "date")]
    if any(figure.kind == "percent" for position, figure in line.figures() if position > at):
        return False
    bare = last is not None and last.kind == "count" and last.noun is None and (last.value or 0) < _HUNDRED
    return bare and bool(before) and before[-1].kind == "percent"


def hundred(bound: Bound, line: Line, at: int, last: Figure) -> Iterator[Shares]:
    """``80 percent and passenger cars the remaining 20``: shares that leave nothing out."""
    parts = [
        figure
        for position, figure in quantities(bound, line, frozenset({"percent", last.kind}))
        if (position < at and figure.kind == "percent") or figure is last
    ]
    if len(parts) < 2:
        return
    for first in range(len(parts) - 1):
        shares = _shares(parts[first:], line)
        if shares.verdict() <= Verdict.LOOSE:
            yield shares
            return
    total = sum((part.value or Fraction(0) for part in parts), Fraction(0))
    if 80 <= total <= 120:
        yield _shares(parts, line)


def _shares(parts: list[Figure], line: Line) -> Shares:
    return Shares(
        figures=(parts[-1], *parts[:-1]), parts=tuple(parts), certainty=Certainty.KNOWN, quoted=line.quoted(parts[-1])
    )
