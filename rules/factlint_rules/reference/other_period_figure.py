"""REF002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Option, Reading, Rule, Severity
from factlint.reference.comparison import compared
from factlint.reference.facts import sheets

from factlint_rules.reference.against_the_record import on_record, weight


class OtherPeriodFigure(Rule):
    """A figure is on record, but for another period.

    What it does: compares figures with fact sheets, and recognises one that belongs to another year or month.

    Why it matters: last year's number is the easiest to copy, and it looks right.

    How it decides: as against-the-record, and the very figure stands in the sheet for another period of the same
    company or body, measure and scope. It is a warning, and a suggestion where the sheet has the fact rounded.

    What it leaves alone: everything that against-the-record leaves alone, and figures that fit both periods.
    """

    code = "REF002"
    severity = Severity.WARNING
    options = {
        "sheet": Option(
            "",
            "CSV sheet of the newsroom's own facts, from the folder of the configuration; it goes before the built-in ones",
            path=True,
        )
    }
    judges = ()
    wording = "{stated} is on record as {formula}; for the period named here it is {expected}."
    valid = [
        "NIO delivered 221,970 vehicles in 2024.",
        "NIO delivered 160,038 vehicles in 2023.",
        "In 2024, NIO wanted to deliver 160,038 vehicles.",
        "After 160,038 vehicles in 2023, NIO delivered 221,970 in 2024.",
        "In 2024, a dealer of NIO delivered about 160,000 vehicles.",
    ]
    invalid = [
        Case("NIO delivered «160,038» vehicles in 2024.", says="2023"),
        Case("In 2025, XPeng delivered «120,757» vehicles to customers.", says="429,445"),
        Case("In December 2025, NIO delivered «36,275» vehicles.", says="2025-11"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report figures that are those of another period."""
        for found in compared(article.bound, sheets(self.settings["sheet"])):
            if found.other is not None:
                yield self.finding(
                    found.figure,
                    expected=on_record(found.fact),
                    formula=on_record(found.other),
                    severity=weight(found.fact),
                )
