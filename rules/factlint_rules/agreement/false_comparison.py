"""AGR007."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.comparison import Comparison


class FalseComparison(Rule):
    """A figure is said to surpass or to miss another one, and the two figures say the contrary.

    What it does: compares the two figures that a verb of comparison ("surpassing", "outsold", "missed") stands between.

    Why it matters: who is ahead is the news; the figures under it must bear it out.

    How it decides: both figures are of one kind and unit in one sentence; every value of the one must lie on the wrong
    side of every value of the other.

    What it leaves alone: figures of other things, ranges, hedged marks ("exceeding 30,000"), which are floors.
    """

    code = "AGR007"
    severity = Severity.ERROR
    judges = ()
    wording = "{formula}, yet the text says {stated}."
    valid = [
        "Geely sold 31,205 cars in May, surpassing the 29,800 of Chery.",
        "It sold 31,205 cars, exceeding 30,000 for the first time.",
        "With 28,400 orders the company missed its target of 30,000.",
        "The plant built 61,000 engines, outpacing the 58,000 of its sister plant.",
        "Deliveries of 45,000 fell short of the 50,000 that it had planned.",
    ]
    invalid = [
        Case("Geely sold «29,800» cars in May, surpassing the 31,205 of Chery.", says="29,800 is less than 31,205"),
        Case("It delivered «48,200» vehicles, exceeding its target of 52,000.", says="less than"),
        Case("Orders came to «61,500», well below the 58,000 of last year.", says="61,500 is more than 58,000"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report comparisons that the two figures contradict."""
        for comparison in article.relations(Comparison):
            verdict = comparison.verdict()
            if verdict <= Verdict.LOOSE:
                continue
            order = "less" if comparison.direction > 0 else "more"
            yield self.finding(
                comparison.level,
                because=(comparison.mark,),
                stated=f"“{comparison.word.word}”",
                formula=f"{comparison.level.quote} is {order} than {comparison.mark.quote}",
                severity=self.graded(comparison, verdict is Verdict.BROKEN),
            )
