"""ART004."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Place, Reading, Rule, Severity
from factlint.artefacts.garbled import garbled
from factlint.artefacts.verbatim import Verbatim


class GarbledText(Rule):
    """Letters were broken between two encodings.

    What it does: finds the sequences that come from reading UTF-8 as Windows-1252, and the replacement character.

    Why it matters: names and amounts are no longer what was written: "Â£5" may have been £5, "Å koda" was Škoda.

    How it decides: by a list of sequences that no language of the field writes.

    What it leaves alone: letters with accents, and code.
    """

    code = "ART004"
    severity = Severity.WARNING
    contradicts = False
    wording = "“{quote}” are letters that were broken between two encodings."
    valid = [
        "Škoda, Citroën and Mercedes-Benz São Paulo sold 41,200 cars.",
        "The price is £25,000 (€29,000) – tax included.",
        "It was 30 °C in Málaga, and the É-Tech took 20 kWh.",
        "“We’ve sold more,” he said…",
        "Niño, Gösta, Müller and Ångström were there.",
    ]
    invalid = [
        Case("The company«â€™»s sales rose.", says="encodings"),
        Case("It costs «Â£»25,000.", says="encodings"),
        Case("Renault showed the M«Ã©»gane.", says="encodings"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every run of broken letters outside code."""
        shown = Verbatim(article.article)
        text = article.text
        for found in garbled(text):
            if not shown.holds(found.start, found.end):
                yield self.finding(Place(found.start, found.end, text[found.start : found.end]))
