"""CNV004."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Figure, Finding, Reading, Rule, Severity
from factlint.relations.unit_slip import UnitSlip


class UnitSlipped(Rule):
    """Two figures that are compared have different units or currencies, yet their bare numbers fit the change.

    What it does: looks at a level and its base in one sentence that are printed in two units or currencies.

    Why it matters: one of the two units is a slip of the pen, by a factor of a thousand or of seven.

    How it decides: reports only when the percentage printed with them follows from the bare numbers, as it would if both
    had one unit; and a bracket that repeats the unit before it with the value that the other unit would have.

    What it leaves alone: conversions in brackets, comparisons without a percentage, and percentages that do not fit.
    """

    code = "CNV004"
    severity = Severity.WARNING
    judges = ()
    wording = "{formula}."
    valid = [
        "Revenue rose to 2.31 billion yuan, up 56 percent from 1.48 billion yuan.",
        "Revenue was 2.31 billion yuan ($320 million), up 56 percent from 1.48 billion yuan.",
        "It used 894.4 GWh, 26.9% more than the 704.9 GWh of 2023.",
        "A car costs 20,000 euros in Spain, compared with 24,000 dollars in Texas.",
        "The pack weighs 380 kg, 12% less than before, and holds 60 kWh instead of 55 kWh.",
    ]
    invalid = [
        Case("Revenue rose to 2.31 billion yuan, up 56 percent from «1.48 billion dollars».", says="one unit"),
        Case("Batteries of 894.4 GWh were used, up 26.9% from «704.9 MWh» in 2023.", says="one unit"),
        Case("Its top speed is 210 km/h («130 km/h»).", says="right in mph"),
        Case("Its profit fell 20.8% to 3.80 trillion yen from «4.80 trillion won».", says="one unit"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report pairs that fit only without their units."""
        for slip in article.relations(UnitSlip):
            if slip.percent is not None:
                beside: tuple[Figure, ...] = (slip.other, slip.percent)
                formula = (
                    f"{slip.odd.quote} and {slip.other.quote} differ in unit, but {slip.percent.quote} fits them only if "
                    "they had one unit"
                )
            else:
                beside = (slip.other,)
                formula = f"{slip.odd.quote} repeats the unit of {slip.other.quote}; it would be right in {slip.unit}"
            yield self.finding(slip.odd, because=beside, formula=formula, severity=self.graded(slip))
