"""PCT006."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.relations.to_for_by import ToForBy


class ToWrittenForBy(Rule):
    """A figure is said to be where something rose to, when it is by how much it rose, or the reverse.

    What it does: looks at a figure behind "to" or "by" with the base and the percentage of the same sentence.

    Why it matters: sales that rise by 98,310 instead of to 98,310 have doubled.

    How it decides: reports when the percentage, or the points between two rates, follow from the figure only if it plays the
    other part; and a percentage that something rose to when a level follows that it rose to.

    What it leaves alone: sentences without a base or a percentage, hedged figures, and what fits as it is written.
    """

    code = "PCT006"
    severity = Severity.ERROR
    judges = ()
    wording = "{formula}: {stated} should be {expected}."
    valid = [
        "Sales rose by 6,370 units, or 6.9 percent, from 91,940.",
        "Sales rose 6.9 percent to 98,310 units from 91,940.",
        "Output fell by 5,000 cars from 50,000, or by 10%.",
        "The margin fell by 2.2 points to 9.4%, and by 3.8 points from 13.2% in two years.",
        "Its share rose from 8.5 percent to 12 percent, and sales to 41,000 cars.",
        "Exports rose to 98,310 from 91,940 a year earlier.",
        "Profit doubled to 4.2 billion yuan from 2.1 billion yuan, an increase of 100 percent.",
    ]
    invalid = [
        Case("Sales rose 6.9 percent by «98,310» units from 91,940 a year earlier.", says="should be “to”"),
        Case("Output fell 10% to «5,200» cars from 52,000.", says="should be “by”"),
        Case("Revenue grew by «2.31 billion yuan» from 1.48 billion yuan, an increase of 56.1 percent.", says="“to”"),
        Case("The margin fell by «9.4%» from 13.2%, that is, by 3.8 percentage points.", says="“to”"),
        Case("The market grew to «8.5 percent» to 621,200 cars.", says="should be “by”"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report figures behind the wrong word."""
        for found in article.relations(ToForBy):
            if found.base is found.percent:
                formula = f"{found.figure.quote} cannot be what it came to, for that is {found.base.quote}"
            else:
                formula = (
                    f"{found.percent.quote} from {found.base.quote} fits {found.figure.quote} only with “{found.other}”"
                )
            yield self.finding(
                found.figure,
                because=tuple(dict.fromkeys((found.base, found.percent))),
                stated=f"“{found.word}”",
                expected=f"“{found.other}”",
                formula=formula,
                severity=self.graded(found),
            )
