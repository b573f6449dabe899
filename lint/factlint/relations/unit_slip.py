"""Two levels that agree with a change between them only if their different units or currencies are left aside."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import before_figure
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.growth import Growth
from factlint.relations.relation import Certainty, Relation, Verdict

_KINDS = frozenset({"money", "measure"})


class UnitSlip(Relation, frozen=True, eq=False, kw_only=True):
    """``odd`` and ``other`` are compared as if they had one unit: ``percent`` fits their bare numbers."""

    confirms = False
    odd: Figure
    other: Figure
    percent: Figure

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


def find(bound: Bound) -> Iterator[UnitSlip]:
    """``2.31 billion yuan, up 56 percent from 1.48 billion dollars``: in one sentence, with a percentage that fits."""
    for line in bound.lines:
        for _, percent in line.figures():
            claim = bound.claim(percent)
            if percent.kind != "percent" or claim is None or claim.role != "change" or not has_value(percent):
                continue
            for now, base in _pairs(bound, line):
                growth = Growth(
                    figures=(percent, now, base), percent=percent, now=now, base=base, direction=claim.direction
                )
                if growth.verdict() is Verdict.HOLDS and not percent.soft:
                    yield UnitSlip(
                        figures=(base, now, percent),
                        odd=base,
                        other=now,
                        percent=percent,
                        certainty=Certainty.STRONG,
                        quoted=line.quoted(percent),
                    )


def _pairs(bound: Bound, line: Line) -> Iterator[tuple[Figure, Figure]]:
    """A level and a base of one kind that differ in unit, neither in brackets."""
    figures = [(at, f) for at, f in line.figures() if f.kind in _KINDS and has_value(f) and not line.tokens[at].depth]
    for base_at, base in figures:
        claim = bound.claim(base)
        word = before_figure(line, base_at)
        if claim is None or claim.role != "base" or word is None:
            continue
        for _, now in figures:
            if now is not base and now.kind == base.kind and now.unit != base.unit and not now.soft and not base.soft:
                yield now, base
