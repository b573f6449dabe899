"""SUM002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount
from factlint.relations.difference import Difference
from factlint.relations.slipped import slipped


class DifferenceMismatch(Rule):
    """A stated difference in units or money misses the two figures.

    What it does: subtracts the two levels that a difference lies between: "6,872 more than the 26,538", "a lead of 398",
    "up by 5,000 to 31,000 from 26,000", "so you pay 5,400 extra".

    Why it matters: the difference is often worked out by hand from figures that stand right beside it.

    How it decides: both levels must be printed in the unit of the difference. In one sentence with just two levels it
    is an error; levels of the sentences before make it a warning, and where there is a choice of levels only a
    difference that one slip of the keyboard explains is reported.

    What it leaves alone: differences from a level that is not printed, changes in percent, differences of other subjects.
    """

    code = "SUM002"
    severity = Severity.ERROR
    judges = (Difference,)
    wording = "{formula}, not {stated}."
    valid = [
        "It delivered 34,410 cars. That is 7,872 more than the 26,538 of the year before.",
        "754,303 cars were electric and 753,905 ran on petrol: a lead of 398.",
        "Rival Fulmina has 13,240 chargers, 1,240 more than Voltara; a year ago the gap was 2,100.",
        "The wheelbase is 2,850 mm, 50 mm more than that of the Starlight S.",
        "The dividend is 90 yen a share, 15 yen more than for the prior year.",
        "The small pack makes it 37,590 euros. The long-range car starts at 42,990 euros, so you pay 5,400 euros extra.",
        "The list starts at 99,800 yuan and ends at 139,800 yuan, and each version is 6,000 yuan cheaper than in the pre-sale.",
        "The maker had 116 stands, against about 70 in 2023.",
        "Sales rose by 5,000 to 31,000 from 26,000.",
    ]
    invalid = [
        Case(
            "| Version | 2024 | 2025 | Increase |\n|---|---|---|---|\n| S | $24,155 | $24,995 | $840 |\n"
            "| SE | $27,195 | $27,995 | $800 |\n| SE 4Motion | $29,465 | $30,395 | $930 |\n"
            "| SEL | $32,315 | $33,120 | «$850» |\n",
            says="$805",
            format="markdown",
        ),
        Case("Mazda delivered 34,410 cars. That is «6,872» more than the 26,538 of the year before.", says="7,872"),
        Case("In all 754,303 cars were electric and 753,905 ran on petrol: a lead of «598».", says="398"),
        Case("Sales rose by «4,900» to 31,560 units from 27,660."),
        Case(
            "It had 271 outlets at the end of September. Three months before there had been 200, which means that «91» were added."
        ),
        Case(
            "The base car costs 36,990 euros. The new one starts at 33,490 euros, which makes it «3,000 euros» cheaper."
        ),
        Case("The maker missed its target of 100,000 cars with 93,200 sold, a shortfall of «7,800».", says="6,800"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every difference that its two levels do not give."""
        for difference in article.relations(Difference):
            verdict, exact = difference.verdict(), difference.exact()
            if verdict <= Verdict.LOOSE or exact is None:
                continue
            expected = amount(exact, difference.amount.unit, 9)
            yield self.finding(
                difference.amount,
                because=(difference.one, difference.other),
                expected=expected,
                formula=f"Between {difference.one.quote} and {difference.other.quote} lie {expected}",
                repair=slipped(difference.amount, exact),
                severity=self.graded(difference, verdict is Verdict.BROKEN),
            )
