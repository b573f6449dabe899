"""NUM005."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factlint import Case, Figure, Finding, Reading, Rule, Severity
from factlint.claims.labels import Label, cell_labels, label_of, near, sentence_of
from factlint.claims.lines import Line
from factlint.figures.tables import table

# 15 kW per 100 km, 15 kW/100km
_DISTANCE = re.compile(r"\s*(?:/|per|for every|every)\s*(?:100|(?:a )?hundred)?\s*(?:km|kilomet|mile)(?!\w*/h)")
_PER = re.compile(r"\s*(?:/|per\b)\s*")


class UnitMisuse(Rule):
    """A figure stands in a unit that cannot measure what it is said of.

    What it does: looks at the words that stand directly at a figure (battery, motor, capacity of a plant, consumption,
    torque, range …) and at its unit.

    Why it matters: kW and kWh are swapped more often than any other pair, and to whoever knows the difference the whole
    article is in doubt.

    How it decides: by a list of quantities, of words that name them at the figure, and of the units that they are
    mistaken for. A word nearby that makes the unit right (charging power of a battery, energy from solar panels) silences it.

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
    ]
    invalid = [
        Case("The car has a battery of «42.6 kW» and a motor of 110 kW.", says="kWh"),
        Case("For vans it offers a pack of «84 kW» that fits between the rails.", says="kWh"),
        Case("A battery of «87.9 kW» usable takes it 530 km.", says="kWh"),
        Case("The «77-kW» battery is from CATL.", says="kWh"),
        Case("The motor has a peak output of «150 kWh».", says="kW"),
        Case("The battery hall will have an annual capacity of «12 GW».", says="GWh"),
        Case("The average consumption is «15.1 kW» per 100 km.", says="kWh"),
        Case("It has a top speed of «210 km» and seats five.", says="km/h"),
        Case("The cells have an energy density of «255 Wh» and last 5,000 cycles.", says="Wh/kg"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every figure whose unit cannot measure what its label names."""
        misuses = table("misuse.toml")
        suspects = {unit for entry in misuses.values() for unit in entry["wrong"]}
        cells = cell_labels(article.bound)
        for line in article.bound.lines:
            for position, figure in line.figures():
                if figure.unit in suspects and figure.kind == "measure" and figure.value is not None:
                    label = label_of(line, position, cells.get(figure.start, ""))
                    entry = _misuse(article.text, line, position, label, misuses)
                    if entry is not None:
                        yield self.finding(figure, expected=entry["right"], formula=entry["says"])


def _misuse(text: str, line: Line, position: int, label: Label, misuses: dict[str, Any]) -> dict[str, Any] | None:
    figure = line.tokens[position].figure
    assert figure is not None
    for entry in misuses.values():
        if figure.unit in entry["wrong"] and _applies(text, line, position, figure, label, entry):
            found: dict[str, Any] = entry
            return found
    return None


def _applies(text: str, line: Line, position: int, figure: Figure, label: Label, entry: dict[str, Any]) -> bool:
    if figure.value is None or figure.value > entry.get("at_most", figure.value):
        return False
    by_distance = "distance" in entry and _DISTANCE.match(text, figure.end) is not None
    if not by_distance and not label.names(tuple(entry["before"]), tuple(entry.get("behind", ()))):
        return False
    if not by_distance and _PER.match(text, figure.end) and entry["right"] != "Wh/kg":
        return False
    whole = sentence_of(line, text)
    around = whole if entry.get("wide") else near(line, position, text)
    if any(re.search(rf"(?<![a-z]){re.escape(word)}", around) for word in entry.get("unless", ())):
        return False
    return not entry.get("only") or any(word in whole for word in entry["only"])
