"""Figures that stand on the record, to the last digit that is printed."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.figures.figure import Figure
from factlint.reference.facts import Fact, facts_about, sheets
from factlint.relations.relation import Relation, Verdict

_DIGITS = 1000
"""A figure of fewer steps than this may be on the record by chance."""


class OnRecord(Relation, frozen=True, eq=False, kw_only=True):
    """``figure`` is that of a fact: the same entity, the same year, the same value."""

    figure: Figure
    fact: Fact

    def verdict(self) -> Verdict:
        return Verdict.HOLDS


def find(bound: Bound) -> Iterator[OnRecord]:
    """Counts and rates of at least four digits whose entity the fact sheets know, with the fact that they repeat."""
    known = sheets().entities
    markets = [name.entity for name in bound.scanned.names if name.kind == "market" and name.entity in known]
    home = markets[0] if markets else None
    for claim in bound.claims:
        figure = claim.figure
        if figure.kind not in ("count", "percent", "measure") or figure.value is None or not figure.step:
            continue
        if figure.value < _DIGITS * figure.step or claim.role not in ("level", "share"):
            continue
        for entity in (claim.subject, home):
            fact = _fact(claim, entity) if entity in known and entity is not None else None
            if fact is not None:
                yield OnRecord(figures=(figure,), figure=figure, fact=fact)
                break


def _fact(claim: Claim, entity: str) -> Fact | None:
    """The fact of the claim's year, or of any year where the text names none, that has its value."""
    about = facts_about(entity)
    years = about if claim.period is None else (claim.period.first.year,)
    value, step = claim.figure.value, claim.figure.step
    if value is None or step is None:
        return None
    low, high = value - step, value + step
    rate = claim.figure.kind == "percent"
    for year in years:
        for fact in about.get(year, ()):
            if low < fact.value < high and (fact.unit == "percent") == rate and fact.precision <= step:
                return fact
    return None
