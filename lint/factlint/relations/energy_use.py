"""Battery, consumption and range of one car: any two of them give the third."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.technical import Technical
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import convert
from factlint.patterns import compiled
from factlint.relations.relation import Certainty, Relation, Verdict, tightest

_WITHIN = 2
"""Sentences that the three figures may be apart."""
_LEAST, _MOST = Fraction(6, 10), Fraction(5, 4)
"""What consumption times range may be of the capacity: charging losses are counted on one side, a reserve on the other."""
_FUEL = compiled(
    r"(?i)range[- ]extend|extended[- ]range|extender|\bEREV|hybrid|PHEV|petrol|gasoline|combined range|total range|\bengine\b|fuel"
)
_CYCLE = compiled(r"CLTC|WLTP|EPA|NEDC|(?i:real[- ]world|measured|tested|our test|motorway|highway|winter|summer|city)")


class EnergyUse(Relation, frozen=True, eq=False, kw_only=True):
    """``range`` (km) is what ``battery`` (kWh) gives at ``consumption`` (kWh/100 km)."""

    range: Figure
    battery: Figure
    consumption: Figure

    def used(self) -> Interval:
        """The energy in kWh that the range takes at the consumption."""
        distance = convert(tightest(self.range), self.range.unit or "km", "km")
        per_hundred = convert(tightest(self.consumption), self.consumption.unit or "kWh/100km", "kWh/100km")
        return distance.times(per_hundred).scaled(Fraction(1, 100))

    def verdict(self) -> Verdict:
        """Broken when the range takes far more than the battery holds, or far less."""
        possible = tightest(self.battery)
        allowed = Interval(
            None if possible.low is None else possible.low * _LEAST,
            None if possible.high is None else possible.high * _MOST,
        )
        if self.used().overlaps(allowed):
            return Verdict.HOLDS
        soft = self.range.soft or self.battery.soft or self.consumption.soft
        return Verdict.DOUBTFUL if soft else Verdict.BROKEN

    def fitting_range(self) -> Fraction | None:
        """The range in km that battery and consumption give."""
        if self.battery.value is None or not self.consumption.value:
            return None
        return (
            self.battery.value
            * 100
            / convert(self.consumption.value, self.consumption.unit or "kWh/100km", "kWh/100km")
        )


def energy_uses(bound: Bound, technical: Sequence[Technical]) -> Iterator[EnergyUse]:
    """Every battery, consumption and range that stand close together and are the only ones of their kind there."""
    data = [one for one in technical if one.quantity.name in ("battery", "consumption", "range")]
    for one in data:
        if one.quantity.name == "consumption" and one.figure.interval is not None:
            relation = _around(bound, one, data)
            if relation is not None:
                yield relation


def _around(bound: Bound, consumption: Technical, data: list[Technical]) -> EnergyUse | None:
    here = consumption.line.sentence
    near = [
        one
        for one in data
        if one.line.sentence.story == here.story and abs(one.line.sentence.index - here.index) <= _WITHIN
    ]
    ranges = [one for one in near if one.quantity.name == "range"]
    batteries = [one for one in near if one.quantity.name == "battery"]
    rates = [one for one in near if one.quantity.name == "consumption"]
    if not (len(ranges) == len(batteries) == len(rates) == 1) or not _of_one_cycle(bound, ranges[0], consumption):
        return None
    distance, battery = ranges[0].figure, batteries[0].figure
    if distance.interval is None or battery.interval is None:
        return None
    return EnergyUse(
        figures=(distance, battery, consumption.figure), range=distance, battery=battery,
        consumption=consumption.figure, certainty=Certainty.STRONG,
    )  # fmt: skip


def _of_one_cycle(bound: Bound, distance: Technical, consumption: Technical) -> bool:
    """Whether range and consumption may be of one test, and no fuel helps."""
    first, second = (
        bound.article.text[one.line.sentence.start : one.line.sentence.end] for one in (distance, consumption)
    )
    if _FUEL.search(first) or _FUEL.search(second):
        return False
    if distance.line is consumption.line:
        return len({found.upper() for found in _CYCLE.findall(first)}) <= 1
    cycles = [{found.upper() for found in _CYCLE.findall(text)} for text in (first, second)]
    return cycles[0] == cycles[1]
