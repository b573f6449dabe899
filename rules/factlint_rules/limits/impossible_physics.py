"""LIM002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import decimal
from factlint.relations.charging import ChargePower, ChargeRate
from factlint.relations.energy_use import EnergyUse
from factlint.relations.relation import Certainty
from factlint.relations.sprint import Sprint


class ImpossiblePhysics(Rule):
    """Technical figures of one car cannot be true together.

    What it does: works out the average charging rate and power that a charging time asks for, the range that battery and
    consumption give, and the least time to 100 km/h that power and weight allow.

    Why it matters: a reader who knows the field does this sum in passing.

    How it decides: an average above the peak is impossible; so is a range that takes a quarter more energy than the
    battery holds, or a sprint that beats the energy of motion. A charge that asks for less than three fifths of its rate is
    a suggestion: a peak is no average, but it is held for longer than that.

    What it leaves alone: figures of several trims, of different test cycles, cars with an engine beside the motor.
    """

    code = "LIM002"
    severity = Severity.WARNING
    judges = (ChargeRate, ChargePower, EnergyUse, Sprint)
    wording = "{formula}, not {stated}."
    valid = [
        "The pack supports 6C charging and goes from 10% to 80% in 10 minutes.",
        "The battery holds 84 kWh. At up to 250 kW, it charges from 10% to 80% in 18 minutes.",
        "The battery holds 60 kWh and consumption is 14.2 kWh/100 km, for a range of 430 km.",
        "The battery holds 60 kWh. It uses 18.9 kWh/100 km in winter, and the WLTP range is 460 km.",
        "With 150 kW and a kerb weight of 1,800 kg, it takes 7.2 seconds from 0 to 100 km/h.",
        "The hybrid's battery holds 20 kWh; with consumption of 15 kWh/100 km, its total range is 1,200 km.",
    ]
    invalid = [
        Case(
            "It can be charged at a rate of 2C, which fills it from empty to 80% in «6 minutes».",
            says="24",
            severity=Severity.WARNING,
        ),
        Case(
            "The battery holds 84 kWh. At up to 150 kW, it charges from 10% to 80% in «12 minutes».",
            says="294",
            severity=Severity.WARNING,
        ),
        Case(
            "The battery holds 52 kWh. We measured 14.9 kWh/100 km, so that a charge gave us a range of «449 km».",
            says="349",
        ),
        Case("With 150 kW and a kerb weight of 1,800 kg, it takes «2.9 seconds» from 0 to 100 km/h.", says="4.6"),
        Case(
            "The first supports 6C charging (10 minutes for 80%), the second targets 12C («8 minutes» for 80%).",
            says="4 minutes",
            severity=Severity.SUGGESTION,
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report what physics does not allow."""
        rates = article.relations(ChargeRate)
        for rate in rates:
            yield from self._rate(rate, rates)
        for power in article.relations(ChargePower):
            average = power.exact()
            if power.verdict() > Verdict.LOOSE and average is not None:
                asked = f"{decimal(average, 0)} kW"
                formula = f"To charge {power.battery.quote} so takes {asked} on average, more than {power.power.quote}"
                yield self.finding(
                    power.time,
                    because=(power.battery, power.power, power.window),
                    formula=formula,
                    wording="{formula}.",
                    severity=self.graded(power, power.verdict() is Verdict.BROKEN),
                )
        for use in article.relations(EnergyUse):
            fitting = use.fitting_range()
            if use.verdict() > Verdict.LOOSE and fitting is not None:
                expected = f"{decimal(fitting, 0)} km"
                yield self.finding(
                    use.range,
                    because=(use.battery, use.consumption),
                    expected=expected,
                    formula=f"{use.battery.quote} at {use.consumption.quote} last for {expected}",
                    severity=self.graded(use, use.verdict() is Verdict.BROKEN),
                )
        for sprint in article.relations(Sprint):
            least = sprint.least().low
            if sprint.verdict() > Verdict.LOOSE and least is not None:
                expected = f"at least {decimal(least)} seconds"
                yield self.finding(
                    sprint.time,
                    because=(sprint.weight, *sprint.powers),
                    expected=expected,
                    formula=f"With that power and weight it takes {expected}",
                    severity=self.graded(sprint, sprint.verdict() is Verdict.BROKEN),
                )

    def _rate(self, rate: ChargeRate, rates: tuple[ChargeRate, ...]) -> Iterator[Finding]:
        broken = rate.verdict() > Verdict.LOOSE
        fitting = rate.fitting_minutes()
        if fitting is None or not (broken or rate.idle):
            return
        expected = f"{decimal(fitting, 0 if fitting.denominator == 1 else 1)} minutes"
        others = (
            [] if broken else [one for one in rates if one is not rate and not one.idle and _side_by_side(one, rate)]
        )
        yield self.finding(
            rate.time,
            because=(*(figure for one in others for figure in (one.rate, one.time)), rate.rate, rate.window),
            expected=expected,
            formula=f"{decimal(rate.most, 0)}% of a battery takes {expected} at {rate.rate.quote}",
            severity=self.graded(rate, rate.verdict() is Verdict.BROKEN) if broken else Severity.SUGGESTION,
        )


def _side_by_side(one: ChargeRate, other: ChargeRate) -> bool:
    """Whether two charges are compared with each other: less than a sentence's length apart."""
    return one.certainty >= Certainty.STRONG and abs(one.time.start - other.time.start) < 200
