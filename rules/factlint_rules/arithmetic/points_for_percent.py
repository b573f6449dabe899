"""PCT003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import decimal, percent
from factlint.relations.growth import Growth
from factlint.relations.pointed_count import PointedCount
from factlint.relations.rate_change import RateChange


class PointsForPercent(Rule):
    """A change between two rates is called per cent where it is percentage points, or the reverse.

    What it does: where the text prints two rates and the change between them, works out both their difference (in
    percentage points) and their relative change (in per cent).

    Why it matters: a share that goes from 15.1% to 18.5% rises by 3.4 points, but by 22.5%; readers take one for
    the other.

    How it decides: reports a change that fits the one computation but carries the name of the other.

    What it leaves alone: sentences that speak of points anywhere, and changes that fit as they are called.
    """

    code = "PCT003"
    severity = Severity.ERROR
    judges = (RateChange,)
    wording = "{formula}: {stated} should be {expected}."
    valid = [
        "Battery cars took 18.5% of registrations, after 15.1% a year ago, a gain of 3.4 percentage points.",
        "The margin narrowed to 10.0% from 11.9%, a decline of some 190 basis points.",
        "The operating margin fell to 9.4% from 13.2%, that is, by 3.8 percentage points.",
        "The share rose to 18.5% from 15.1%, an increase of 22.5%.",
        "Sales of the brand rose 3.4%, and its share was 18.5% after 15.1%.",
    ]
    invalid = [
        Case(
            "Battery cars took 18.5% of all registrations, after 15.1% a year ago. The gain of «3.4%» is the largest "
            "this year.",
            says="3.4 percentage points",
        ),
        Case(
            "The penetration rate reached 44.0%, compared with 40.0% in May, an increase of «4%».",
            says="4.0 percentage",
        ),
        Case("Sales came to 117,640, up «21.5 percentage points» from 96,810 a year earlier.", says="21.5%"),
        Case("Registrations of battery cars were «22.8 percentage points» higher than in April 2025.", says="per cent"),
        Case("Its share was 30.0%, against 25.0% in 2023, a rise of «20 percentage points».", says="20.0%"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report changes of a rate that carry the wrong name, and points said of what is no rate."""
        grown = [growth for growth in article.relations(Growth) if growth.percent.kind == "points"]
        for growth in grown:
            exact = growth.exact()
            if growth.verdict() <= Verdict.LOOSE and exact is not None:
                yield self.finding(
                    growth.percent,
                    because=(growth.now, growth.base),
                    expected=percent(abs(exact)),
                    formula=f"From {growth.base.quote} to {growth.now.quote} is {percent(exact)}",
                    severity=self.graded(growth),
                )
        told = {growth.percent.start for growth in grown}
        for pointed in article.relations(PointedCount):
            if pointed.change.start in told:
                continue
            yield self.finding(
                pointed.change,
                expected="per cent",
                formula=f"A number of {pointed.measure.replace('_', ' ')} changes by per cent",
                wording="{formula}, not by points ({stated}).",
                severity=self.graded(pointed),
            )
        for change in article.relations(RateChange):
            points, relative = change.exact_points(), change.exact_percent()
            if not change.miscalled or points is None or relative is None:
                continue
            right = percent(relative) if change.change.kind == "points" else f"{decimal(points)} percentage points"
            other = f"{decimal(points)} percentage points" if change.change.kind == "points" else percent(relative)
            yield self.finding(
                change.change,
                because=(change.now, change.base),
                expected=right,
                formula=f"From {change.base.quote} to {change.now.quote} is {right} ({other})",
                severity=self.graded(change),
            )
