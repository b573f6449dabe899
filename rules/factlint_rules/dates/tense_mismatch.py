"""DAT007."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.relations.tense import Tense


class TenseMismatch(Rule):
    """What is told as past lies after the day of the article, or what will happen lies before it.

    What it does: holds the dates of sentences of one tense against the day that the article carries.

    Why it matters: a launch "on June 15" in a story of June 10 is a wrong day, "will open in May 2024" in 2026 a wrong year.

    How it decides: the article must print its day, the date its year or a day near that one, and the sentence must be in
    the past with no word of planning, or in the future with no verb of the past but one of saying.

    What it leaves alone: plans, contracts, orders and laws, quotations, model years, dates behind "by", "until" and "from",
    articles without a date of their own.
    """

    code = "DAT007"
    severity = Severity.WARNING
    judges = (Tense,)
    wording = "{formula}."
    valid = [
        Case("The company launched the van on June 5.", date="2026-06-10"),
        Case("The company signed a contract for cells in 2028.", date="2026-06-10"),
        Case("It was expected to open in March 2027.", date="2026-06-10"),
        Case("It will deliver more cars than in March 2024.", date="2026-06-10"),
        Case("The plant opened in 2024 and will be enlarged in 2027.", date="2026-06-10"),
        Case("It unveiled a concept for 2030 in May 2026.", date="2026-06-10"),
        Case("The company launched the van on June 15.", date=""),
    ]
    invalid = [
        Case("The company launched the van on «June 25».", date="2026-06-10", says="15 days after"),
        Case("Sales rose by 8 percent in «May 2027».", date="2026-06-10", says="after"),
        Case("The plant will open in «March 2024».", date="2026-06-10", says="before"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report dates on the wrong side of the article's own."""
        for found in article.relations(Tense):
            if found.verdict() == 0:
                continue
            assert found.date.period is not None
            if found.past:
                days = (found.date.period.first - found.today).days
                formula = f"{found.date.quote} is told as past but lies {days} days after the article"
            else:
                days = (found.today - found.date.period.last).days
                formula = f"{found.date.quote} is told as coming but ended {days} days before the article"
            yield self.finding(found.date, formula=formula, severity=self.graded(found))
