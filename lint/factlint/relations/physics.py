"""Technical data of vehicles: each figure by itself, and those that physics ties together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.claims.bind import Bound
from factlint.claims.charges import Charge, charges
from factlint.claims.technical import Technical, in_unit, quantities, technical
from factlint.relations.charging import charging
from factlint.relations.energy_use import energy_uses
from factlint.relations.relation import Relation, Verdict
from factlint.relations.sprint import sprints

_WHOLE_CHARGE = 45
"""Percent of a battery that a charge must fill before its time is held against bounds."""


class Measured(Relation, frozen=True, eq=False, kw_only=True):
    """One technical figure; whether it is possible depends on the vehicles of its story."""

    data: Technical

    confirms = False
    limit = True

    def verdict(self) -> Verdict:
        return Verdict.HOLDS


def find(bound: Bound) -> Iterator[Relation]:
    """Every technical figure, and every charge, energy use and sprint that they make up."""
    data = tuple(technical(bound))
    times = tuple(charges(bound))
    for one in (*data, *_charging_times(times)):
        yield Measured(figures=(one.figure,), data=one)
    yield from charging(bound, times, data)
    yield from energy_uses(bound, data)
    yield from sprints(bound, data)


def _charging_times(times: Iterable[Charge]) -> Iterator[Technical]:
    for charge in times:
        minutes = in_unit(charge.time, "min")
        if minutes is not None and charge.least >= _WHOLE_CHARGE:
            yield Technical(charge.time, quantities()["charging_time"], minutes, charge.line)
