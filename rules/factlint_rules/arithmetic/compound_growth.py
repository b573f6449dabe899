"""SUM007."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import percent
from factlint.relations.compound import Compound


class CompoundGrowth(Rule):
    """A yearly growth rate does not lead from the first level to the last.

    What it does: lets the first level grow by the stated rate for as many years as lie between the two levels.

    Why it matters: a compound rate cannot be checked in the head, and the total growth divided by the years is no such rate.

    How it decides: rate and levels are taken as far as their digits allow; a year more or less is allowed, since years
    are counted with and without their ends.

    What it leaves alone: rates of forecasts without levels, growth of a single year, levels without a year of their own.
    """

    code = "SUM007"
    severity = Severity.ERROR
    judges = (Compound,)
    wording = "{formula}, not {stated}."
    valid = [
        "Chargers rose from 4,000 in 2020 to 12,000 in 2025, an average growth of 24.6 percent a year.",
        "Sales went from 1.2 million in 2019 to 11.25 million in 2024, a compound annual growth rate of 56.5%.",
        "The market is to grow by 8 percent a year until 2030.",
        "Exports grew 12 percent a year on average. They were 310,000 in 2023 and 347,000 in 2024.",
        "Prices rose by 3 percent a year.",
    ]
    invalid = [
        Case(
            "Chargers rose from 4,000 in 2020 to 12,000 in 2025, an average growth of «40 percent» a year.",
            says="24.5%",
        ),
        Case("Sales went from 1.2 million in 2019 to 11.25 million in 2024, a compound annual growth rate of «36.5%»."),
        Case("Revenue grew from 20 billion yuan in 2018 to 80 billion yuan in 2024, a CAGR of «50 percent»."),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every yearly rate that its two levels do not give."""
        for growth in article.relations(Compound):
            verdict = growth.verdict()
            if verdict <= Verdict.LOOSE:
                continue
            expected = percent(growth.exact())
            yield self.finding(
                growth.rate,
                because=(growth.last, growth.first),
                expected=expected,
                formula=f"From {growth.first.quote} to {growth.last.quote} in {growth.years} years is {expected} a year",
                severity=self.graded(growth, verdict is Verdict.BROKEN),
            )
