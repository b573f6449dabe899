"""Power, weight and the time from 0 to 100 km/h: the least time that the energy of motion allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.technical import Technical
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import convert
from factlint.relations.around import has_value
from factlint.relations.relation import Certainty, Relation, Verdict, tightest

_SPEED = Fraction(250, 9)
"""100 km/h in metres per second; 60 mph is 3.4% less, which the slack covers."""
_SLACK = Fraction(9, 10)


class Sprint(Relation, frozen=True, eq=False, kw_only=True):
    """``time`` is what a car of ``weight`` takes to 100 km/h with ``powers``, all that the story prints."""

    time: Figure
    weight: Figure
    powers: tuple[Figure, ...]

    confirms = False
    limit = True

    def least(self) -> Interval:
        """The time in seconds that the energy of motion takes at full power: m v² / 2 P."""
        mass = convert(tightest(self.weight), self.weight.unit or "kg", "kg")
        watts = Interval.point(0)
        for power in self.powers:
            watts = watts + convert(tightest(power), power.unit or "kW", "W")
        return mass.scaled(_SPEED * _SPEED / 2).over(watts)

    def verdict(self) -> Verdict:
        """Broken when the time is shorter than any car of that power and weight can take."""
        least, time = self.least().low, convert(tightest(self.time), self.time.unit or "s", "s").high
        if least is None or time is None or time >= least * _SLACK:
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.time.soft else Verdict.BROKEN


def sprints(bound: Bound, data: Sequence[Technical]) -> Iterator[Sprint]:
    """Every sprint of a story that prints one kerb weight and at least one power."""
    stories: dict[int, list[Technical]] = {}
    for one in data:
        if one.quantity.name in ("sprint", "weight") and one.figure.interval is not None:
            stories.setdefault(one.line.sentence.story, []).append(one)
    for story, own in stories.items():
        times = [one.figure for one in own if one.quantity.name == "sprint"]
        weights = [one.figure for one in own if one.quantity.name == "weight"]
        powers = _powers(bound, story) if times and len(weights) == 1 else ()
        if not powers:
            continue
        for time in times:
            yield Sprint(
                figures=(time, weights[0], *powers), time=time, weight=weights[0], powers=powers,
                certainty=Certainty.STRONG,
            )  # fmt: skip


def _powers(bound: Bound, story: int) -> tuple[Figure, ...]:
    """Every power that the story prints in its commonest unit: their sum is more than the car has."""
    found: dict[str, list[Figure]] = {}
    for line in bound.lines:
        if line.sentence.story == story:
            for _, figure in line.figures():
                if figure.unit in ("kW", "hp", "PS") and has_value(figure) and not figure.ends:
                    found.setdefault(figure.unit, []).append(figure)
    unit = max(found, key=lambda name: len(found[name]), default="")
    return tuple(found.get(unit, ()))
