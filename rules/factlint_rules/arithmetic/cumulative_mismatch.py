"""SUM008."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.relations.total import Cumulative

from factlint_rules.sums import misses


class CumulativeMismatch(Rule):
    """The months or quarters that a text gives in full miss the figure of the period that they make up.

    What it does: puts together the figures of one measure whose periods follow each other without a gap, and holds
    their sum against the figure of the whole period, in the text and in tables headed by months or quarters.

    Why it matters: year-to-date figures are typed off another table than the monthly ones.

    How it decides: subject, measure and scope must be the same, every period must be named, and no period may have two
    figures. In the text it is a warning; in a table it is an error when other rows add up.

    What it leaves alone: stocks, prices, averages and shares, targets, periods with a month missing.
    """

    code = "SUM008"
    severity = Severity.ERROR
    judges = (Cumulative,)
    wording = "{formula}, not {stated}."
    valid = [
        Case(
            "Zeekr delivered 41,300 cars in the first quarter of 2025 and 49,100 cars in the second quarter of 2025. "
            "Zeekr delivered 90,400 cars in the first half of 2025.",
            date="2025-07-10",
        ),
        Case(
            "Zeekr delivered 41,300 cars in the first quarter of 2025. Its stock was 9,100 cars in the second quarter of "
            "2025 and 8,800 cars in the first half of 2025.",
            date="2025-07-10",
        ),
        Case(
            "| Maker | Q1 2025 | Q2 2025 | H1 2025 |\n|---|---|---|---|\n| Zeekr | 41,300 | 49,100 | 90,400 |\n"
            "| Nio | 42,090 | 72,060 | 114,150 |\n",
            format="markdown",
            date="2025-07-10",
        ),
        Case("In May 2025 it sold 12,000 cars, in June 2025 it sold 13,000 cars.", date="2025-07-10"),
        Case(
            "| Maker | Q1 2025 | Q2 2025 | H1 2025 |\n|---|---|---|---|\n| Margin | 12.1% | 12.9% | 12.5% |\n"
            "| Average price | 268,000 | 262,000 | 265,000 |\n",
            format="markdown",
            date="2025-07-10",
        ),
    ]
    invalid = [
        Case(
            "Zeekr delivered 41,300 cars in the first quarter of 2025 and 49,100 cars in the second quarter of 2025. "
            "Zeekr delivered «96,400» cars in the first half of 2025.",
            says="90,400",
            date="2025-07-10",
        ),
        Case(
            "| Maker | Q1 2025 | Q2 2025 | H1 2025 |\n|---|---|---|---|\n| Zeekr | 41,300 | 49,100 | 90,400 |\n"
            "| Nio | 42,090 | 72,060 | «141,150» |\n",
            says="114,150",
            format="markdown",
            date="2025-07-10",
        ),
        Case(
            "| Maker | April 2025 | May 2025 | June 2025 | Q2 2025 |\n|---|---|---|---|---|\n"
            "| Xpeng | 35,045 | 33,525 | 34,611 | 103,181 |\n| Leapmotor | 41,039 | 45,067 | 48,006 | «144,112» |\n",
            says="134,112",
            format="markdown",
            date="2025-07-10",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every period that its months or quarters miss."""
        yield from misses(self, article.relations(Cumulative))
