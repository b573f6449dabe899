"""AGR004."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.part_of import PartOf


class PartExceedsWhole(Rule):
    """A part is larger than the whole it is part of.

    What it does: compares figures that the text ties as part and whole ("of which", "including", "of the country's ports").

    Why it matters: one of the two is wrong, and every share that readers work out from them is too.

    How it decides: reports when even the smallest value of the part passes the largest value of the whole.

    What it leaves alone: parts of other things (sales beside installations), and rounded figures that may be equal.
    """

    code = "AGR004"
    severity = Severity.ERROR
    judges = ()
    wording = "{formula}."
    valid = [
        "It sold 24,310 such cars, of which 16,150 were conventional hybrids.",
        "Deliveries came to 90,812 vehicles, including 19,287 for export.",
        "The country has 214,000 public ports. Of these, 51,800 are DC fast-charging ports.",
        "Exports of 1.2 million cars, including 1.2 million with combustion engines, were a record.",
        "It sold 5,000 cars and 7,000 motorcycles.",
    ]
    invalid = [
        Case("It sold 24,310 electrified cars, of which «26,150» were hybrids.", says="26,150 is more than 24,310"),
        Case("Wholesale volume was 90,812 vehicles, including «91,287» for export.", says="more than"),
        Case(
            "The country has 51,800 DC fast-charging ports. Tesla operates «54,300» of the country's DC fast-charging ports.",
            says="54,300 is more than 51,800",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report parts that pass their whole."""
        for part_of in article.relations(PartOf):
            verdict = part_of.verdict()
            if verdict <= Verdict.LOOSE:
                continue
            yield self.finding(
                part_of.part,
                because=(part_of.whole,),
                expected=f"at most {part_of.whole.quote}",
                formula=f"{part_of.part.quote} is more than {part_of.whole.quote}, of which it is part",
                severity=self.graded(part_of, verdict is Verdict.BROKEN),
            )
