"""NUM005."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.claims.misuse import misused


class UnitMisuse(Rule):
    """A figure stands in a unit that cannot measure what it is said of.

    What it does: looks at the words that stand directly at a figure (battery, motor, capacity of a plant, consumption,
    torque, range …) and at its unit.

    Why it matters: kW and kWh are swapped more often than any other pair, and to whoever knows the difference the whole
    article is in doubt.

    How it decides: by a list of quantities, of words that name them at the figure, and of the units that they are
    mistaken for; also by a power in brackets behind the figure, and by a time for which it is held. A word nearby that makes the unit right (charging power of a battery, energy from solar panels) silences it.

    What it leaves alone: power of a battery that charges or discharges, plants that make power, storage given in power and
    energy, range at a steady speed.
    """

    code = "NUM005"
    severity = Severity.WARNING
    wording = "{formula}: {stated} should be in {expected}."
    valid = [
        "The battery of 84 kWh charges at up to 175 kW.",
        "The 84 kWh battery feeds a motor of 150 kW (204 PS).",
        "The battery delivers 150 kW of power, and a 150 kW battery charger is included.",
        "The solar plant has a capacity of 12 GW and the battery plant one of 12 GWh a year.",
        "The storage station has a capacity of 4 GW/8 GWh, enough for the batteries of the town.",
        "Its consumption is 15.1 kWh per 100 km, and the heater takes 2 kW.",
        "At a steady 120 km/h its range is 310 km, and its top speed is 180 km/h.",
        "The battery-electric SUV has 150 kW and 310 Nm of torque.",
        "A 33 kWh charging session costs 15 euros.",
        "It was charged with 40 kWh in 20 minutes, and the wallbox delivers 11 kWh a night.",
        "The storage station can feed 300 MW into the grid for four hours, or 1,200 MWh within four hours.",
    ]
    invalid = [
        Case("The car has a battery of «42.6 kW» and a motor of 110 kW.", says="kWh"),
        Case("For vans it offers a pack of «84 kW» that fits between the rails.", says="kWh"),
        Case("A battery of «87.9 kW» usable takes it 530 km.", says="kWh"),
        Case("The «77-kW» battery is from CATL.", says="kWh"),
        Case("The motor has a peak output of «150 kWh».", says="kW"),
        Case("The battery hall will have an annual capacity of «12 GW».", says="GWh"),
        Case("It has «150 kWh» (204 hp) and rear-wheel drive.", says="kW"),
        Case("The truck was charged with «400 kWh» for 45 minutes.", says="kW"),
        Case("The system stores «400 MW» behind a fence.", says="MWh"),
        Case("The gigafactory will make «35 GW» a year.", says="GWh"),
        Case("The average consumption is «15.1 kW» per 100 km.", says="kWh"),
        Case("It has a top speed of «210 km» and seats five.", says="km/h"),
        Case("The cells have an energy density of «255 Wh» and last 5,000 cycles.", says="Wh/kg"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every figure whose unit cannot measure what its label names."""
        for found in misused(article.bound):
            yield self.finding(found.figure, expected=found.misuse.right, formula=found.misuse.says)
