"""Figures that stand on the record, to the last digit that is printed."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.phrasing import number
from factlint.reference.facts import Fact, facts_about, facts_near, sheets
from factlint.relations.relation import Relation, Verdict
from factlint.relations.slips import slip

_DIGITS = 1000
"""A figure of fewer steps than this may be on the record by chance."""
_LONG = 100_000
"""With so many steps it is on the record whatever the text calls it; with fewer, the measure must be the fact's."""


class OnRecord(Relation, frozen=True, eq=False, kw_only=True):
    """``figure`` is that of a fact: the same entity, the same year, the same value.

    Of a figure whose measure and period are those of a fact, ``slip`` tells how it was mistyped.
    """

    figure: Figure
    fact: Fact
    slip: str = ""

    def verdict(self) -> Verdict:
        return Verdict.BROKEN if self.slip else Verdict.HOLDS


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
            if entity is None or entity not in known:
                continue
            fact = _fact(claim, entity)
            if fact is not None:
                yield OnRecord(figures=(figure,), figure=figure, fact=fact)
                break
        else:
            yield from _mistyped(claim, [entity for entity in (claim.subject, home) if entity in known])


def _fact(claim: Claim, entity: str) -> Fact | None:
    """The fact of the claim's year, or of any year where the text names none, that has its value."""
    metrics = table("record.toml")["metrics"].get(claim.measure, ())
    value, step = claim.figure.value, claim.figure.step
    if value is None or step is None:
        return None
    fine = value >= _LONG * step
    rate = claim.figure.kind == "percent"
    for fact in facts_near(entity, value - step, value + step):
        if claim.period is not None and claim.period.first.year != fact.first.year:
            continue
        if (fine or fact.metric in metrics) and (fact.unit == "percent") == rate and fact.precision <= step:
            return fact
    return None


def _mistyped(claim: Claim, entities: list[str]) -> Iterator[OnRecord]:
    """A fact of the claim's year whose digits the figure has in another order, or one of them twice, or at another scale.

    Of a figure with few digits, measure and period must be those of the fact.
    """
    metrics = table("record.toml")["metrics"].get(claim.measure, ())
    period, figure = claim.period, claim.figure
    if period is None or claim.status != "actual" or figure.soft or not figure.value or not figure.step:
        return
    long = figure.value >= _LONG * figure.step and len(str(int(figure.value / figure.step)).rstrip("0")) > _TELLING
    telling = len(str(int(figure.value / figure.step)).rstrip("0")) >= _TELLING
    keyed = telling and bool(metrics) and {"measure", "period"} <= claim.explicit
    if not keyed and not long:
        return
    for entity in entities:
        for fact in facts_about(entity, period.first.year):
            own = keyed and fact.metric in metrics and (fact.first, fact.last) == (period.first, period.last)
            if (own or (long and entity == claim.subject)) and (fact.unit == "percent") == (figure.kind == "percent"):
                told = slip(figure, Figure(0, 0, number(fact.value, 9), figure.kind, fact.value))
                if told.endswith(_SURE if own else _PLAIN):
                    yield OnRecord(figures=(figure,), figure=figure, fact=fact, slip=told, quoted=claim.quoted)
                    return


_TELLING = 4
_PLAIN = ("two digits swapped.", "a digit doubled.")
_SURE = (*_PLAIN, "scale shifted.")
"""Slips that hardly make another true figure."""
