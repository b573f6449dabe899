"""What a charge takes: the rate that a battery is said to take, against the time it is said to need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.charges import Charge
from factlint.claims.technical import Technical
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import convert
from factlint.patterns import compiled
from factlint.relations.relation import Certainty, Relation, Verdict, tightest

_SLACK = Fraction(21, 20)
_HELD = Fraction(3, 5)
"""The part of its peak rate that a battery takes on average, at least."""
_CHARGING_POWER = compiled(r"(?i)charg|\bDC\b|fast|plug")
_SLOW = compiled(r"(?i)wall ?box|alternating|on-?board|\bAC\b|household|\bhome\b|overnight|socket")
"""A power at home is not the one that a fast charge takes."""
_WITHIN = 2
"""Sentences between a battery or charging power and the time of the charge."""


class ChargeRate(Relation, frozen=True, eq=False, kw_only=True):
    """``time`` charges ``least`` to ``most`` percent of a battery that takes ``rate`` (C, capacities per hour) at its peak."""

    rate: Figure
    window: Figure
    time: Figure
    least: Fraction
    most: Fraction

    confirms = False
    limit = True

    def computed(self) -> Interval:
        """The average rate in C that the time asks for."""
        return _filled(self.least, self.most).over(_minutes(self.time)).scaled(Fraction(60, 100))

    def verdict(self) -> Verdict:
        """Broken when even the average passes the peak."""
        peak = tightest(self.rate).high
        asked = self.computed().low
        if peak is None or asked is None or asked <= peak * _SLACK:
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.time.soft or self.rate.soft else Verdict.BROKEN

    @property
    def idle(self) -> bool:
        """Whether the charge asks for much less than the rate: then one of the two is not what it seems."""
        asked, peak = self.computed().high, tightest(self.rate).low
        return asked is not None and peak is not None and asked < peak * _HELD

    def fitting_minutes(self) -> Fraction | None:
        """How long the charge takes at the rate, in minutes."""
        return self.most * 60 / 100 / self.rate.value if self.rate.value else None


class ChargePower(Relation, frozen=True, eq=False, kw_only=True):
    """``time`` charges ``least`` to ``most`` percent of ``battery`` (kWh) with ``power`` (kW) at its peak."""

    battery: Figure
    power: Figure
    window: Figure
    time: Figure
    least: Fraction
    most: Fraction

    confirms = False
    limit = True

    def computed(self) -> Interval:
        """The average power in kW that the time asks for."""
        energy = tightest(self.battery).times(_filled(self.least, self.most)).scaled(Fraction(1, 100))
        return energy.over(_minutes(self.time)).scaled(60)

    def verdict(self) -> Verdict:
        """Broken when even the average passes the peak."""
        peak, asked = tightest(self.power).high, self.computed().low
        if peak is None or asked is None or asked <= peak * _SLACK:
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.time.soft or self.battery.soft or self.power.soft else Verdict.BROKEN

    def exact(self) -> Fraction | None:
        """The average power in kW that the printed values give."""
        if self.battery.value is None or not self.time.value:
            return None
        minutes = convert(self.time.value, self.time.unit or "min", "min")
        return self.battery.value * self.least / 100 * 60 / minutes


def _filled(least: Fraction, most: Fraction) -> Interval:
    return Interval(least, most)


def _minutes(time: Figure) -> Interval:
    return convert(tightest(time), time.unit or "min", "min")


def charging(bound: Bound, charges: Iterable[Charge], data: Sequence[Technical]) -> Iterator[ChargeRate | ChargePower]:
    """Every charging time with a rate in its clause, or with a battery and a charging power beside it."""
    times = [charge for charge in charges if charge.time.interval is not None]
    if times:
        yield from _rates(times, data)
        yield from _powers(bound, times, data)


def _rates(times: Iterable[Charge], data: Sequence[Technical]) -> Iterator[ChargeRate]:
    for charge in times:
        rates = [one for one in data if one.quantity.name == "rate" and one.line is charge.line]
        before = [one for one in rates if one.figure.end <= charge.time.start]
        chosen = before[-1] if before else rates[0] if len(rates) == 1 else None
        if chosen is None or chosen.figure.interval is None:
            continue
        rate = chosen.figure
        yield ChargeRate(
            figures=(charge.time, rate, charge.window), rate=rate, window=charge.window, time=charge.time,
            least=charge.least, most=charge.most, certainty=Certainty.STRONG, quoted=charge.line.quoted(rate),
        )  # fmt: skip


def _powers(bound: Bound, times: Iterable[Charge], data: Sequence[Technical]) -> Iterator[ChargePower]:
    powers = list(_charging_powers(bound))
    batteries = [one for one in data if one.quantity.name == "battery" and one.figure.unit == "kWh"]
    for charge in times:
        story, here = charge.line.sentence.story, charge.line.sentence.index
        battery = _least([one.figure for one in batteries if one.line.sentence.story == story])
        power = _greatest([one for index, of, one in powers if of == story and abs(index - here) <= _WITHIN])
        if battery is None or power is None:
            continue
        yield ChargePower(
            figures=(charge.time, battery, power, charge.window), battery=battery, power=power, window=charge.window,
            time=charge.time, least=charge.least, most=charge.most, certainty=Certainty.STRONG,
        )  # fmt: skip


def _charging_powers(bound: Bound) -> Iterator[tuple[int, int, Figure]]:
    """Powers in kW that a sentence speaks of charging with: its index, its story, the figure."""
    text = bound.article.text
    for line in bound.lines:
        for _, figure in line.figures():
            if figure.unit in ("kW", "MW") and figure.interval is not None and not figure.ends:
                around = text[max(line.sentence.start, figure.start - 60) : min(line.sentence.end, figure.end + 40)]
                beside = text[max(line.sentence.start, figure.start - 20) : min(line.sentence.end, figure.end + 25)]
                if _CHARGING_POWER.search(around) and not _SLOW.search(beside):
                    yield line.sentence.index, line.sentence.story, figure


def _least(figures: list[Figure]) -> Figure | None:
    """The smallest battery of a story: what it cannot do, no larger one can."""
    valued = [figure for figure in figures if figure.value is not None and figure.interval is not None]
    return min(valued, key=lambda figure: figure.value or 0, default=None)


def _greatest(figures: list[Figure]) -> Figure | None:
    in_kilowatts = [figure for figure in figures if figure.unit == "kW" and figure.value is not None]
    if len(in_kilowatts) < len(figures):
        return None
    return max(in_kilowatts, key=lambda figure: figure.value or 0, default=None)
