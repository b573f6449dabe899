"""PCT002."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import decimal, percent
from factlint.relations.growth import Growth
from factlint.relations.rate_change import RateChange


class GrowthMismatch(Rule):
    """A stated change does not follow from the two figures beside it.

    What it does: recomputes every percentage of change whose base and new level are printed with it.

    Why it matters: readers take the percentage for the news; a slip in it is the error most often written in about.

    How it decides: 100 (now / base - 1) is worked out over everything that the printed digits may stand for. Only
    when no value inside the rounding of the two levels gives a change inside the rounding of the percentage is it
    reported. A percentage tied to figures of another sentence is a warning.

    What it leaves alone: percentages whose base is not printed, a base of another comparison (last month's level
    beside a year-on-year rate), changes from a loss to a profit, and hedged figures that stretch far enough.
    """

    code = "PCT002"
    severity = Severity.ERROR
    judges = (Growth, RateChange)
    wording = "{formula}, not {stated}."
    valid = [
        "The maker sold 117,640 vehicles in August, up 21.5 percent from 96,810 a year earlier.",
        "Revenue grew 6.5% to 48.04 trillion yen from 45.10 trillion.",
        "It built 9.36 million cars, 0.9% fewer than the 9.44 million of the year before.",
        "Sales rose 14.2 percent to 1,026,540 vehicles, against 899,020 in the first five months of the previous year.",
        "Profit fell about a tenth, or 10.4%, to 4.80 trillion yen from 5.35 trillion yen.",
        "Exports were 98,310 units in May, after 101,200 in April, and 6.9 percent above the level of last May.",
    ]
    invalid = [
        Case(
            "Profit came to 92 cents last year, compared with $1.15 this year, a gain of «20%».", says="rise of 25.0%"
        ),
        Case(
            "Italy registered 3,350 electric cars, «49%» more than the 2,410 of the previous August.",
            says="39.0%",
        ),
        Case(
            "Shipments abroad stood at 98,310 units. That marked an increase of «4.9 percent» from the 91,940 vehicles "
            "that the group exported last May.",
            says="6.9%",
        ),
        Case("The electric share rose «7.3 percentage points», from 15% to 20.3%.", says="5.3 percentage points"),
        Case("Output fell «15 percent» to 45,000 units from 50,000 a year earlier.", says="a fall of 10.0%"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every change that its two levels do not give."""
        for growth in article.relations(Growth):
            if growth.verdict() <= Verdict.LOOSE or growth.percent.kind == "points":
                continue
            exact = growth.exact()
            expected = _change(exact) if exact is not None else "something else"
            yield self.finding(
                growth.percent,
                because=(growth.now, growth.base),
                expected=expected,
                formula=f"From {growth.base.quote} to {growth.now.quote} is {expected}",
                severity=self.graded(growth, growth.verdict() is Verdict.BROKEN),
            )
        for change in article.relations(RateChange):
            points, relative = change.exact_points(), change.exact_percent()
            if change.change.kind != "points" or change.miscalled or points is None or relative is None:
                continue
            if change.verdict() <= Verdict.LOOSE:
                continue
            yield self.finding(
                change.change,
                because=(change.now, change.base),
                expected=f"{decimal(points)} percentage points",
                formula=(
                    f"From {change.base.quote} to {change.now.quote} is {decimal(points)} percentage points "
                    f"({percent(relative)})"
                ),
                severity=self.graded(change, change.verdict() is Verdict.BROKEN),
            )


def _change(exact: Fraction) -> str:
    """``a rise of 39.0%``, ``a fall of 28.0%``."""
    return f"a {'fall' if exact < 0 else 'rise'} of {percent(abs(exact))}"
