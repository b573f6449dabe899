"""REF001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Option, Reading, Rule, Severity
from factlint.phrasing import number, percent
from factlint.reference.comparison import compared
from factlint.reference.facts import Fact, sheets
from factlint.relations.on_record import OnRecord


def on_record(fact: Fact) -> str:
    """A fact as a message tells it: value, period and source."""
    value = percent(fact.value) if fact.unit == "percent" else number(fact.value, 5)
    source = f"{fact.body}, {fact.source_date}" if fact.source_date else fact.body
    return f"{value} for {fact.period} ({source})"


def weight(fact: Fact) -> Severity:
    """How much a fact weighs against a claim."""
    return Severity.SUGGESTION if fact.rounded or fact.note else Severity.WARNING


class AgainstTheRecord(Rule):
    """A figure differs from the official or company figure on record.

    What it does: looks sales, production, exports, deliveries, registrations and shares up in fact sheets.

    Why it matters: a wrong official figure is the error that readers in the trade notice first.

    How it decides: the sentence must name the measure, the period and the company, or the association that counts;
    scope, unit and period must be those of the fact; and the figure, rounding allowed for, must miss it by more than
    its last digit. A figure of the measure and period of a fact that has its digits in another order, or at another scale, is
    reported whoever counted it. The message names the source and its date. It is a warning, and a suggestion where the sheet has the
    fact rounded or with a note, for bodies restate.

    What it leaves alone: preliminary figures, targets, quotations, hedged figures, other scopes and other counters, and
    figures near a fact whose sheet notes a doubt.
    """

    code = "REF001"
    judges = (OnRecord,)
    severity = Severity.WARNING
    options = {
        "sheet": Option(
            "",
            "CSV sheet of the newsroom's own facts, from the folder of the configuration; it goes before the built-in ones",
            path=True,
        )
    }
    wording = "On record is {expected}, not {stated}."
    valid = [
        "In December 2025, NIO delivered 48,135 vehicles.",
        "XPeng expects to deliver 600,000 vehicles in 2025.",
        "China's sales reached 25 million vehicles in 2024.",
        "In 2024, Li Auto delivered 12,000 vehicles in Shanghai alone.",
        "In 2024, sales in China came to 31.44 million vehicles.",
        "CPCA counted sales of 26 million vehicles in 2024 in another way.",
        "In 2024, CAAM reported sales of 31.4 million vehicles.",
    ]
    invalid = [
        Case("In December 2025, NIO delivered «84,135» vehicles.", says="48,135"),
        Case("In 2024, CAAM reported sales of «34.1 million» vehicles.", says="31.436 million"),
        Case("China is the largest market: in 2024, sales in China came to «34.14 million» vehicles.", says="swapped"),
        Case("XPeng delivered «492,445» vehicles in 2025.", says="429,445"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report figures that miss the fact of their key."""
        told = set()
        for found in compared(article.bound, sheets(self.settings["sheet"])):
            told.add(found.figure.start)
            if not found.agrees and found.other is None:
                yield self.finding(
                    found.figure, expected=on_record(found.fact), formula=found.fact.source, severity=weight(found.fact)
                )
        for relation in article.relations(OnRecord):
            if relation.slip and relation.figure.start not in told:
                yield self.finding(
                    relation.figure,
                    expected=on_record(relation.fact),
                    formula=relation.fact.source,
                    repair=f"Perhaps {relation.slip}",
                    severity=weight(relation.fact),
                )
