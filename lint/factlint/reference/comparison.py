"""Claims beside the record: which facts a claim can be compared with, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.reference.facts import Fact, Sheets
from factlint.relations.relation import tightest, widest

_UNITS = {"percent": "percent", "GWh": "measure"}
_SOLID = ("year", "quarter", "half", "month", "span")


class Compared(msgspec.Struct, frozen=True, eq=False):
    """A claim whose key is on the record. ``other`` is the fact of another period that has the claim's value."""

    claim: Claim
    fact: Fact
    agrees: bool
    other: Fact | None = None

    @property
    def figure(self) -> Figure:
        return self.claim.figure


def compared(bound: Bound, record: Sheets) -> Iterator[Compared]:
    """Every claim whose subject, metric, scope, period and, where several bodies count, body are on the record."""
    metrics = table("record.toml")["metrics"]
    for claim in bound.claims:
        if claim.measure not in metrics or not _plain(bound, claim):
            continue
        entity, body = _entity(bound, claim, record)
        if entity is None:
            continue
        facts = [fact for metric in metrics[claim.measure] for fact in record.of(entity, metric)]
        found = [fact for fact in facts if _same_key(claim, fact, body)]
        if len({fact.series for fact in found}) == 1:
            yield _judged(claim, found[0], facts)


def _plain(bound: Bound, claim: Claim) -> bool:
    """Whether a claim says outright what was in a period that its sentence names."""
    figure = claim.figure
    if claim.role not in ("level", "share") or claim.status != "actual" or claim.quoted or claim.basis is not None:
        return False
    if not {"measure", "period"} <= claim.explicit or claim.period is None or claim.period.grain not in _SOLID:
        return False
    line = bound.line(claim)
    if line.block.cell is not None or line.block.kind is BlockKind.HEADLINE:
        return False
    return figure.value is not None and figure.well_formed and not figure.is_range and not figure.soft


def _entity(bound: Bound, claim: Claim, record: Sheets) -> tuple[str | None, str | None]:
    """(entity, body): a company by itself, a market where the sentence names who counts."""
    named = [token.name for token in bound.line(claim).tokens if token.name is not None]
    bodies = [name.entity for name in named if name.kind == "body"]
    counters = table("record.toml")["counters"]
    if bodies:
        subjects = [name for name in named if name.kind in ("maker", "brand", "model", "supplier", "company")]
        known = [body for body in bodies if body in counters]
        return (counters[known[0]], known[0]) if len(known) == 1 and not subjects else (None, None)
    if claim.subject in record.entities and "subject" in claim.explicit:
        markets = {facet for facet in claim.scope if facet.startswith("in:")}
        return (None, None) if markets else (claim.subject, "company")
    return None, None


def _same_key(claim: Claim, fact: Fact, body: str | None) -> bool:
    scopes = table("record.toml")["scopes"]
    period = claim.period
    if period is None or (period.first, period.last) != (fact.first, fact.last) or fact.body != body:
        return False
    if claim.figure.kind != _UNITS.get(fact.unit, "count"):
        return False
    said = {facet for facet in claim.scope if not facet.startswith("in:")} - {*scopes["implied"], *scopes["ignored"]}
    return said == fact.scope - set(scopes["implied"])


def _judged(claim: Claim, fact: Fact, facts: Sequence[Fact]) -> Compared:
    stated = widest(claim.figure)
    if stated.overlaps(fact.interval):
        return Compared(claim, fact, agrees=True)
    exact = tightest(claim.figure)
    same = [other for other in facts if other.series == fact.series and other is not fact]
    other = next((other for other in same if exact.contains(other.value)), None)
    return Compared(claim, fact, agrees=False, other=other)
