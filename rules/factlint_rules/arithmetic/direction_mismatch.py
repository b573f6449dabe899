"""PCT004."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.movement import Movement


class DirectionMismatch(Rule):
    """The words say up where the figures go down, or the reverse.

    What it does: compares the word of change ("rose", "down", "a decline") with the two levels it stands between.

    Why it matters: swapped levels or a wrong verb turn the news around.

    How it decides: reports when every value that the two printed levels may stand for goes the other way.

    What it leaves alone: losses that narrow or widen, times and other measures where less is better, words of change
    that belong to another figure, and levels that are equal within their rounding.
    """

    code = "PCT004"
    severity = Severity.ERROR
    judges = ()
    wording = "{formula}, yet the text says {stated}."
    valid = [
        "Sales rose to 98,310 units from 91,940 a year earlier.",
        "Output fell from 120,000 in May to 98,000 in June.",
        "The net loss narrowed to 0.94 billion yuan from 1.12 billion yuan.",
        "Deliveries were 31,205 in March, compared with 29,800 in February.",
        "The price was cut to 129,800 yuan from 139,800 yuan.",
        "Revenue rose 5% while costs fell to 2.1 billion yuan from 2.4 billion yuan.",
    ]
    invalid = [
        Case("Sales rose to «91,940» units from 98,310 a year earlier.", says="91,940 is less than 98,310"),
        Case("Exports declined from 41,200 in May to «46,900» in June.", says="more than"),
        Case(
            "Nordal earned «$61.2 million», or 84 cents a share, up from $73.5 million, or 80 cents a share.",
            says="$61.2 million is less",
        ),
        Case("Registrations came to «12,450», up from 13,980 in the same month of 2023.", says="12,450 is less"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report movements whose levels go the other way."""
        for movement in article.relations(Movement):
            verdict = movement.verdict()
            if verdict <= Verdict.LOOSE:
                continue
            order = "less" if movement.direction > 0 else "more"
            yield self.finding(
                movement.now,
                because=(movement.base,),
                stated=f"“{movement.word.word}”",
                expected="down" if movement.direction > 0 else "up",
                formula=f"{movement.now.quote} is {order} than {movement.base.quote}",
                severity=self.graded(movement, verdict is Verdict.BROKEN),
            )
