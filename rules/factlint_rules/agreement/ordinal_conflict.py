"""AGR006."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.comparison import Comparison
from factlint.relations.placings import Placing
from factlint.relations.ranking import Ranking


class OrdinalConflict(Rule):
    """A rank, or the length of a run, is told in two ways.

    What it does: compares runs of one subject ("third consecutive month" beside "fourth straight month"), and ranks in
    the text with those of a table in the same story.

    Why it matters: readers remember the rank before the figure, and the league table stands just below.

    How it decides: runs must be of the same subject, the same unit of time and the same measure; a rank must be said of
    a subject that the table ranks. It is a warning: two rankings may be meant, and then the text should say so.

    What it leaves alone: ranks of other periods, other rankings, and runs of other measures.
    """

    code = "AGR006"
    severity = Severity.WARNING
    judges = ()
    wording = "{formula}."
    valid = [
        "Sales rose for the third consecutive month. It was the third straight month of growing sales.",
        "Sales rose for the third consecutive month, and exports for the seventh month in a row.",
        "Sales rose for the third consecutive month and the second straight quarter.",
        "Sales rose for the third straight month. On a monthly basis they rose 0.9 percent, for the fourth month running.",
        "Sales stayed above 20,000 cars for the second month in a row. It was the second month in a row of growing sales.",
        "BYD sales grew for a fifth straight month. Tesla sales grew for the second straight month.",
        Case(
            "| Rank | Maker | Units |\n|---|---|---|\n| 1 | BYD | 30,000 |\n| 2 | Geely | 20,000 |\n| 3 | Chery | 10,000 |\n\n"
            "Geely, the second-largest maker of the month, sold 20,000 cars.",
            format="markdown",
        ),
    ]
    invalid = [
        Case(
            "Sales rose for the third consecutive month in May. The company said that it was the «fourth» straight month "
            "of rising sales.",
            says="fourth",
        ),
        Case(
            "NIO deliveries grew for a seventh straight quarter. With this, NIO deliveries have grown for the «eighth» "
            "quarter in a row.",
            says="eighth",
        ),
        Case(
            "| Rank | Maker | Units |\n|---|---|---|\n| 1 | BYD | 30,000 |\n| 2 | Geely | 20,000 |\n| 3 | Chery | 10,000 |\n\n"
            "Chery became the «second»-largest maker of the month.",
            says="second",
            format="markdown",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report ranks and runs that are told in two ways."""
        for ranking in article.relations(Ranking):
            if ranking.verdict() <= Verdict.LOOSE:
                continue
            kind = ranking.what if ranking.what in ("rank", "edition") else f"run of {ranking.what}s"
            yield self.finding(
                ranking.one,
                because=(ranking.other,),
                expected=ranking.other.quote,
                formula=f"The {kind} is {ranking.one.quote} here, but {ranking.other.quote} elsewhere",
                severity=self.graded(ranking),
            )
        compared = {
            figure.start
            for one in article.relations(Comparison)
            if one.verdict() > Verdict.LOOSE
            for figure in one.figures
        }
        for placing in article.relations(Placing):
            verdict = placing.verdict()
            if verdict > Verdict.LOOSE and not compared & {figure.start for figure in placing.figures}:
                yield self.finding(
                    placing.upper,
                    because=(placing.lower,),
                    expected=f"more than {placing.lower.quote}",
                    formula=f"{placing.upper.quote} stands in place {placing.place}, but the {placing.lower.quote} behind it is more",
                    severity=self.graded(placing, verdict is Verdict.BROKEN),
                )
