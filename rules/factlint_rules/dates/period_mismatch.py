"""DAT006."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.compared_periods import ComparedPeriods


class PeriodMismatch(Rule):
    """A change is measured from the very period that it is of.

    What it does: sets the period of a change against the period that its sentence names for the base.

    Why it matters: "up on the same period of 2024" in a story about 2024 leaves open which year is wrong.

    How it decides: both periods must be printed with their year in the sentence of the change. The base is the period
    behind "the same period of", or behind "from", "than" or "compared with" where it is the same stretch of months.

    What it leaves alone: comparisons with another quarter or month of one year, and periods named by "last year" and
    the like.
    """

    code = "DAT006"
    severity = Severity.WARNING
    judges = (ComparedPeriods,)
    wording = "{formula}."
    valid = [
        "In the first half of 2024, sales rose 5 percent from the same period of 2023.",
        "Sales in the first quarter of 2024 fell 12 percent from the fourth quarter of 2023.",
        "In June 2024, deliveries rose 8 percent from May 2024.",
        "Sales rose 5 percent in 2024, the best result since 2019.",
        "From January 2024 to June 2024, prices fell 5 percent.",
        "In 2024 the company sold 12 percent more than in the same months of last year.",
    ]
    invalid = [
        Case(
            "In the first half of 2024, sales rose 5 percent from the same period of «2024».", says="first half of 2024"
        ),
        Case("Exports in May 2023 were up 12 percent on the same month of «2023».", says="May 2023"),
        Case("Profit for 2022 fell 8 percent from «2022».", says="2022"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every change that is measured from its own period."""
        for compared in article.relations(ComparedPeriods):
            if compared.verdict() > Verdict.LOOSE:
                yield self.finding(
                    compared.base,
                    because=(compared.now,),
                    formula=f"A change of {compared.now.quote} cannot be measured from {compared.base.quote}",
                    severity=self.graded(compared),
                )
