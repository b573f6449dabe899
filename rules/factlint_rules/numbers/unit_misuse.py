"""NUM005."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from factlint import Case, Figure, Finding, Reading, Rule, Severity
from factlint.claims.labels import Endings, Label, cell_labels, label_of, near, sentence_of
from factlint.claims.lines import Line
from factlint.data import table
from factlint.patterns import compiled

# 15 kW per 100 km, 15 kW/100km
_DISTANCE = compiled(r"\s*(?:/|per|for every|every)\s*(?:100|(?:a )?hundred)?\s*(?:km|kilomet|mile)(?!\w*/h)")
_PER = compiled(r"\s*(?:/|per\b)\s*")


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
        cells = cell_labels(article.bound)
        suspects = _suspects()
        for line in article.bound.lines:
            for position, figure in line.figures():
                if figure.unit in suspects and figure.kind == "measure" and figure.value is not None:
                    label = label_of(line, position, cells.get(figure.start, ""))
                    for misuse in suspects[figure.unit]:
                        if _applies(article.text, line, position, figure, label, misuse):
                            yield self.finding(figure, expected=misuse.right, formula=misuse.says)
                            break


class _Misuse(msgspec.Struct, frozen=True):
    """An entry of data/misuse.toml."""

    says: str
    right: str
    wrong: tuple[str, ...]
    before: Endings
    behind: Endings
    unless: re.Pattern[str] | None
    only: tuple[str, ...]
    at_most: int | None
    wide: bool
    distance: bool


@cache
def _suspects() -> dict[str, tuple[_Misuse, ...]]:
    """The misuses by the units that they are printed in."""
    found: dict[str, list[_Misuse]] = {}
    for entry in table("misuse.toml").values():
        words = "|".join(re.escape(word) for word in entry.get("unless", ()))
        misuse = _Misuse(
            entry["says"], entry["right"], tuple(entry["wrong"]), Endings.of(entry["before"]),
            Endings.of(entry.get("behind", ())), compiled(rf"(?<![a-z])(?:{words})") if words else None,
            tuple(entry.get("only", ())), entry.get("at_most"), "wide" in entry, "distance" in entry,
        )  # fmt: skip
        for unit in misuse.wrong:
            found.setdefault(unit, []).append(misuse)
    return {unit: tuple(misuses) for unit, misuses in found.items()}


def _applies(text: str, line: Line, position: int, figure: Figure, label: Label, misuse: _Misuse) -> bool:
    if figure.value is None or (misuse.at_most is not None and figure.value > misuse.at_most):
        return False
    by_distance = misuse.distance and _DISTANCE.match(text, figure.end) is not None
    if not by_distance:
        if not (label.ends_with(misuse.before) or label.starts_with(misuse.behind)):
            return False
        if _PER.match(text, figure.end) and misuse.right != "Wh/kg":
            return False
    whole = sentence_of(line, text)
    if misuse.unless and misuse.unless.search(whole if misuse.wide else near(line, position, text)):
        return False
    return not misuse.only or any(word in whole for word in misuse.only)
