"""Counts and sums of money that are said to change by percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.relation import Certainty, Relation, Verdict

_REACH = 9


class PointedCount(Relation, frozen=True, eq=False, kw_only=True):
    """``change`` is in percentage points, but what changes is no rate."""

    confirms = False
    change: Figure
    measure: str

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


def find(bound: Bound) -> Iterator[PointedCount]:
    """``Registrations were 22.8 percentage points higher``: the only measure before the change counts things."""
    for line in bound.lines:
        for position, change in line.figures():
            claim = bound.claim(change)
            if change.kind != "points" or claim is None or claim.role != "change" or line.block.cell is not None:
                continue
            measure = _counted(bound, line, position)
            if measure is not None:
                yield PointedCount(
                    figures=(change,),
                    change=change,
                    measure=measure,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(change),
                )


def _counted(bound: Bound, line: Line, position: int) -> str | None:
    """The one measure of the clause, when it is no rate and no rate is printed or named in the sentence."""
    if any((t.figure is not None and t.figure.kind == "percent") or "share" in t.tags for t in line.tokens):
        return None
    named = {name for token in line.tokens for name in measures_of(token.tags)}
    if not named or any("percent" in bound.words.measures[name].kinds for name in named):
        return None
    segment = line.tokens[position].segment
    before = [
        name
        for token in line.tokens[max(0, position - _REACH) : position]
        if token.segment == segment
        for name in measures_of(token.tags)
    ]
    return before[0] if before else None
