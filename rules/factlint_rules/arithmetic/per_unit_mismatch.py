"""SUM004."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount, number
from factlint.relations.cadence import Cadence
from factlint.relations.per_unit import PerUnit
from factlint.relations.slipped import slipped


class PerUnitMismatch(Rule):
    """A price or amount per piece does not follow from the total and the number of pieces.

    What it does: divides the total by the number and holds the result against what is said of one.

    Why it matters: "per car" and "per station" are what readers compare; the total and the number are right beside it.

    How it decides: the number must count the very thing that the rate is for one of, total and rate must be in units
    that lead to each other. All three in one sentence make an error, a total in the sentences before a warning.

    What it leaves alone: rates that are wanted or forecast, rates off by a large factor (they are of something else),
    and sentences with several totals or numbers unless a slip of one digit explains the difference.
    """

    code = "SUM004"
    severity = Severity.ERROR
    judges = (Cadence,)
    wording = "{formula}, not {stated}."
    valid = [
        "A site with eight points costs some €4.8 million. The park has 120 points for 72 million euros, or 600,000 euros "
        "per point.",
        "It ordered 120 trucks. The contract is worth 42 million euros. Each truck hence costs it 350,000 euros.",
        "The network had 4,020 stations with 22,300 stalls, or 5.5 stalls per station.",
        "The city tendered 640 stalls for 76.8 million yuan. A home charger costs 2,000 yuan each.",
        "We make one engine every 72 seconds, 800 in 16 hours, and in two shifts of nine hours 900 a day.",
        "To reach 120 million euros, the 400 dealers would have to sell cars for 310,000 euros each.",
        "Incentives averaged $2,808 a vehicle, or 5.9% of the average price of $47,244.",
    ]
    invalid = [
        Case(
            "The city tendered 640 stalls for 76.8 million yuan. The price per stall, «160,000 yuan», is below that of May."
        ),
        Case(
            "The haulier has ordered 120 trucks. The contract is worth 42 million euros. Each truck hence costs it "
            "«305,000 euros».",
            says="350,000",
        ),
        Case("The line turns out one gearbox every 72 seconds, «900» in 16 hours.", says="800"),
        Case("It bought 260 buses for 93.6 million euros, or «420,000 euros» each.", says="360,000"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every amount per piece that its total does not give."""
        for rate in article.relations(PerUnit):
            if not rate.average and rate.verdict() > Verdict.LOOSE:
                yield mismatch(self, rate)
        for cadence in article.relations(Cadence):
            verdict, exact = cadence.verdict(), cadence.exact()
            if verdict <= Verdict.LOOSE or exact is None:
                continue
            expected = number(exact)
            most = "at most " if cadence.most else ""
            yield self.finding(
                cadence.number,
                because=(cadence.interval,),
                expected=expected,
                formula=f"One every {cadence.interval.quote} makes {most}{expected} in that time",
                severity=self.graded(cadence, verdict is Verdict.BROKEN),
            )


def mismatch(rule: Rule, rate: PerUnit) -> Finding:
    """The finding on a rate that its total and number do not give."""
    exact = rate.exact()
    expected = amount(exact, rate.rate.unit) if exact is not None else "something else"
    repair = slipped(rate.rate, exact) if exact is not None else ""
    return rule.finding(
        rate.rate,
        because=(rate.total, rate.counted),
        expected=expected,
        formula=f"{rate.total.quote} over {rate.counted.quote} is {expected}",
        repair=repair,
        severity=rule.graded(rate, rate.verdict() is Verdict.BROKEN),
    )
