"""HSE002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Option, Reading, Rule, Severity


class StaleTarget(Rule):
    """A target is told for a period that is long over.

    What it does: compares the period of every target with the article's date.

    Why it matters: when the year is over, readers want to know whether the target was met.

    How it decides: the period must have ended more days ago than the option allows.

    What it leaves alone: articles without a date, and targets without a period.
    """

    code = "HSE002"
    severity = Severity.WARNING
    options = {"days": Option(60, "how many days after its end a target may still be told as one", low=0, high=3650)}
    wording = "The target {quote} is for a period that ended on {expected}: was it met?"
    valid = [
        Case("The maker aims to sell 500,000 cars in 2025.", date="2025-03-01"),
        Case("The maker sold 500,000 cars in 2023.", date="2025-03-01"),
        Case("The maker aims to sell 500,000 cars in 2023.", date="2025-03-01", options={"days": 3650}),
    ]
    invalid = [
        Case("The maker aims to sell «500,000» cars in 2023.", date="2025-03-01", says="ended on 2023-12-31"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report targets whose period is over."""
        if article.date is None:
            return
        for claim in article.claims:
            over = claim.status == "target" and claim.period is not None
            if (
                over
                and claim.figure.kind == "count"
                and (article.date - claim.period.last).days > self.settings["days"]
            ):
                yield self.finding(claim.figure, expected=claim.period.last.isoformat())
