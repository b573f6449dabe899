"""Counts of vehicles beside all the vehicles of the world: so many are made in a year, so many were ever made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import lexicon
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.relation import Certainty, Relation, Verdict, tightest


class OfTheWorld(Relation, frozen=True, eq=False, kw_only=True):
    """``count`` is of vehicles, of which the world has at the most ``most``: in a year, where ``yearly``, or at all."""

    count: Figure
    most: int
    yearly: bool

    confirms = False
    limit = True

    def verdict(self) -> Verdict:
        low = tightest(self.count).low
        return Verdict.BROKEN if low is not None and low > self.most else Verdict.HOLDS


class _World(msgspec.Struct, frozen=True):
    """The ``[world]`` of data/record.toml."""

    yearly: int
    ever: int
    unlike: frozenset[str]


@cache
def _world() -> _World:
    entry = table("record.toml")["world"]
    return _World(entry["yearly"], entry["ever"], frozenset(entry["unlike"]))


def find(bound: Bound) -> Iterator[OfTheWorld]:
    """Every count that names vehicles."""
    world = _world()
    for claim in bound.claims:
        figure = claim.figure
        if (
            figure.kind == "count"
            and has_value(figure)
            and figure.value is not None
            and _vehicles(bound, figure, world)
        ):
            yearly = _of_a_year(bound, claim)
            yield OfTheWorld(
                figures=(figure,),
                count=figure,
                most=world.yearly if yearly else world.ever,
                yearly=yearly,
                certainty=Certainty.KNOWN,
                quoted=claim.quoted,
            )


def _vehicles(bound: Bound, figure: Figure, world: _World) -> bool:
    """Whether the noun of a count is one for vehicles, and no word before it makes them something else."""
    if figure.noun is None or "vehicle_noun" not in lexicon().tags(figure.noun.lower().split()[-1]):
        return False
    words = bound.article.text[figure.end : max(figure.end, figure.phrase_end)].lower().split()
    return world.unlike.isdisjoint(words)


def _of_a_year(bound: Bound, claim: Claim) -> bool:
    """Whether a count is of what was made or sold in a year or less, as its sentence says."""
    measure = bound.words.measures.get(claim.measure or "")
    period = claim.period
    return (
        measure is not None
        and measure.flow
        and period is not None
        and {"measure", "period"} <= claim.explicit
        and (period.last - period.first).days <= _YEAR
        and "cumulative" not in claim.scope
    )


_YEAR = 366
