"""CNV004."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.relations.unit_slip import UnitSlip


class UnitSlipped(Rule):
    """Two figures that are compared have different units or currencies, yet their bare numbers fit the change.

    What it does: looks at a level and its base in one sentence that are printed in two units or currencies.

    Why it matters: one of the two units is a slip of the pen, by a factor of a thousand or of seven.

    How it decides: reports only when the percentage, sum, difference or average printed with them follows from the bare
    numbers, as it would if all had one unit; a repetition in brackets or behind "or" with the value that another unit would
    have; and a range whose ends are in two currencies.

    What it leaves alone: conversions in brackets, comparisons without arithmetic, and arithmetic that does not fit.
    """

    code = "CNV004"
    severity = Severity.WARNING
    judges = ()
    wording = "{formula}."
    valid = [
        "Revenue rose to 2.31 billion yuan, up 56 percent from 1.48 billion yuan.",
        "Revenue was 2.31 billion yuan ($320 million), up 56 percent from 1.48 billion yuan.",
        "It used 894.4 GWh, 26.9% more than the 704.9 GWh of 2023.",
        "It averaged 168.7 km/h, or 104.8 mph, and the pack holds 60 kWh (150 kW of charging power).",
        "It lowered the price by 20,000 yuan (2,800 dollars), from 269,000 to 249,000 yuan.",
        "It costs 109,800 yuan, or 32,000 pounds in Britain (26,667 pounds); in the US the same car is $45,000 ($42,500).",
        "It paid 13,600 dollars to European dealers and 17,700 euros to others.",
        "It has 150 kW (204 PS) or 160 kW in the faster version.",
        "A car costs 20,000 euros in Spain, compared with 24,000 dollars in Texas.",
        "The pack weighs 380 kg, 12% less than before, and holds 60 kWh instead of 55 kWh.",
    ]
    invalid = [
        Case("Revenue rose to 2.31 billion yuan, up 56 percent from «1.48 billion dollars».", says="one unit"),
        Case("Batteries of 894.4 GWh were used, up 26.9% from «704.9 MWh» in 2023.", says="one unit"),
        Case("Its top speed is 210 km/h («130 km/h»).", says="right in mph"),
        Case("The lap is «20.832 miles» (12.94 miles) long.", says="right in km"),
        Case("It averaged «168.7 mph», or 104.8 mph.", says="right in km/h"),
        Case("Four motors make 2,220 kW (3,019 PS) and a fifth adds «150 kWh» (204 PS).", says="right in kW"),
        Case("It lowered the price by «20,000 dollars», from 269,000 to 249,000 yuan.", says="one unit"),
        Case("It supplied «339.3 MWh» in 2024, or 37.9% of the 894.4 GWh used worldwide.", says="one unit"),
        Case("It costs 99,800 to 129,800 yuan ($13,600 to «€17,700»).", says="one unit"),
        Case(
            "Its debt is 12.4 billion yuan. Cash and deposits came to «54.4 billion dollars» ($7.6 billion).",
            says="right in CNY",
            date="2025-05-20",
        ),
        Case("Its profit fell 20.8% to 3.80 trillion yen from «4.80 trillion won».", says="one unit"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report pairs that fit only without their units."""
        for slip in article.relations(UnitSlip):
            if slip.unit is None:
                beside = ", ".join(figure.quote for figure in slip.beside)
                formula = f"{slip.odd.quote} fits {beside} only if they had one unit"
            else:
                formula = f"{slip.odd.quote} repeats {slip.beside[0].quote}; it would be right in {slip.unit}"
            yield self.finding(slip.odd, because=slip.beside, formula=formula, severity=self.graded(slip))
