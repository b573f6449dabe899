"""SUM009."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount
from factlint.relations.instalments import Instalments
from factlint.relations.slipped import slipped


class InstalmentMismatch(Rule):
    """What is paid, made or delivered piece by piece does not come to the sum that is given.

    What it does: multiplies the payment by the number of times it is made, adds a deposit or a final payment, and holds the
    result against the sum: "24 instalments of 4,575 yuan, 109,800 yuan in all", "728 yuan a month, or 8,736 a year".

    Why it matters: monthly rates are what advertisements say, and the sum is what the reader pays.

    How it decides: the sum must be called one ("in all", "altogether", "or"), or be for the longer stretch of time, or stand
    before instalments that are counted ("a fine of $125 million in five instalments of $25 million"). It is a warning.

    What it leaves alone: loans and prices that may carry interest, unless the text says that there is none, and sums
    that are off by a large factor.
    """

    code = "SUM009"
    severity = Severity.WARNING
    judges = (Instalments,)
    wording = "{formula}, not {stated}."
    valid = [
        "Buyers pay 24 instalments of 4,575 yuan, 109,800 yuan in all.",
        "The loan of 100,000 yuan is repaid in 60 instalments of 1,950 yuan, with interest.",
        "It costs 399 euros a month for 48 months, after a deposit of 4,000 euros; the list price is 38,990 euros.",
        "Pay £4,500 up front, then 48 payments of £299 and a final payment of £9,200: £28,052 altogether.",
        "The plant makes 1,000 cars a day, or 250,000 in a year of 250 working days.",
        "It sold 1,200 cars a month in spring, or 18,000 in the year as a whole.",
    ]
    invalid = [
        Case("Buyers pay 24 instalments of 4,575 yuan, «108,900 yuan» in all.", says="109,800"),
        Case(
            "The regulator imposed a fine of «$152 million» in five annual instalments of $25 million.",
            says="$125 million",
        ),
        Case("The rent of 728 yuan a month comes to «8,376 yuan» a year.", says="8,736"),
        Case("It is offered for 120 euros a month for 36 months, or «3,420 euros» in total.", says="4,320"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every sum that its payments do not come to."""
        for paid in article.relations(Instalments):
            verdict, exact = paid.verdict(), paid.exact()
            if verdict <= Verdict.LOOSE or exact is None:
                continue
            expected = amount(exact, (paid.total.unit or "").partition("/")[0] or None)
            yield self.finding(
                paid.total,
                because=paid.figures[1:],
                expected=expected,
                formula=f"{' and '.join(figure.quote for figure in paid.figures[1:])} come to {expected}",
                repair=slipped(paid.total, exact),
                severity=self.graded(paid, verdict is Verdict.BROKEN),
            )
