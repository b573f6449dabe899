"""REF003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.reference.designations import meant_by


class UnknownDesignation(Rule):
    """A model is unknown, and another of the brand has its digits in another order.

    What it does: looks for designations that the list of models lacks, though it has their twin.

    Why it matters: swapped digits in a model's name are overlooked by everybody but its owners.

    How it decides: the brand stands with the designation, and exactly one known model of that brand has the same digits
    or the same two letters in another order. It is a suggestion: the model may be new.

    What it leaves alone: known models, designations without a brand, and anything else that the list lacks.
    """

    code = "REF003"
    severity = Severity.SUGGESTION
    judges = ()
    contradicts = False
    wording = "{stated} is no model that we know of; is it {expected}?"
    valid = [
        "The Leapmotor D19 goes on sale in April.",
        "The Lynk & Co 900 has six seats.",
        "The Alpine A390 will be shown in Dieppe.",
        "The Leapmotor C77 was spied in Sweden.",
        "Leapmotor delivered 91 cars on the first day.",
    ]
    invalid = [
        Case("The «Leapmotor D91» goes on sale in April.", says="D19", severity=Severity.SUGGESTION),
        Case("The «Lynk & Co 009» flagship makes its debut.", says="Lynk & Co 900"),
        Case("Dealers have shown the «Leapmotor B50» since Friday.", says="B05"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report unknown designations that have a known twin."""
        for name in article.names:
            meant = meant_by(name)
            if meant is not None:
                yield self.finding(name, expected=meant)
