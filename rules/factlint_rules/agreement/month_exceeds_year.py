"""AGR005."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.within import Within


class MonthExceedsYear(Rule):
    """A month or quarter counts more than the year, or the year to date, that it lies in.

    What it does: compares figures of one subject, measure and scope whose periods lie one inside the other.

    Why it matters: the two were swapped, or a digit is wrong.

    How it decides: reports when even the smallest value of the shorter period passes the largest of the longer one.

    What it leaves alone: orders, which can be cancelled, profits, targets and forecasts, and periods that are not named.
    """

    code = "AGR005"
    severity = Severity.ERROR
    judges = ()
    wording = "{formula}."
    valid = [
        Case(
            "In May 2025 the group sold 218,660 vehicles. From January to May 2025 it sold 1,026,540 vehicles.",
            date="2025-06-05",
        ),
        Case("BYD sold 321,430 cars in September 2025, against 3.1 million in all of 2024.", date="2025-10-14"),
        Case("Tesla delivered 71,525 cars in China in September 2025 and 8,000 in Japan in 2025.", date="2025-10-14"),
        Case(
            "NIO delivered 24,300 cars in May 2025. NIO exported 21,900 cars in the first five months of 2025.",
            date="2025-06-05",
        ),
        Case(
            "Geely sold 157,710 cars in September 2025. Geely plans to sell 100,000 cars in 2025 abroad.",
            date="2025-10-14",
        ),
    ]
    invalid = [
        Case(
            "BYD sold «321,430» cars in September 2025. BYD sold 210,200 cars in the first nine months of 2025.",
            says="321,430",
            date="2025-10-14",
        ),
        Case(
            "In May 2025, Leapmotor delivered «24,300» vehicles. In the first five months of 2025, Leapmotor delivered "
            "21,900 vehicles.",
            says="more than 21,900",
            date="2025-06-05",
        ),
        Case(
            "Audi sold «46,000» cars in the first quarter of 2025. Audi sold 39,800 cars in the first half of 2025.",
            says="more than 39,800",
            date="2025-07-14",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report shorter periods that count more than the longer ones they lie in."""
        for within in article.relations(Within):
            verdict = within.verdict()
            if verdict <= Verdict.LOOSE:
                continue
            yield self.finding(
                within.short,
                because=(within.long,),
                expected=f"at most {within.long.quote}",
                formula=f"{within.short.quote} in the shorter period is more than {within.long.quote} in the longer one",
                severity=self.graded(within, verdict is Verdict.BROKEN),
            )
