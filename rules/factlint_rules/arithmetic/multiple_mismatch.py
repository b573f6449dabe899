"""SUM003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import decimal
from factlint.relations.multiple import Multiple


class MultipleMismatch(Rule):
    """Doubled, three times, a third less: the two levels give another multiple.

    What it does: divides the level by the one it is compared with and holds the quotient against the multiple.

    Why it matters: a multiple is what readers remember, and it is mostly written by feel.

    How it decides: "more than doubled" asks for more than two, "nearly tripled" for a little less than three; a bare
    "doubled" may be rounded. After a verb or adjective of growth ("rose three times", "four times higher") both
    n and n + 1 are tried. Levels of the sentences before count when there are just two of one kind.

    What it leaves alone: plans and conditions without levels of their own, multiples of a figure that is not printed,
    shares written as fractions, frequencies ("twice a year").
    """

    code = "SUM003"
    severity = Severity.ERROR
    judges = (Multiple,)
    wording = "{formula}, not {stated}."
    valid = [
        "Sales have more than doubled in two years, from 412 GWh in 2023 to 988 GWh in 2025.",
        "The number of chargers rose 1.2-fold, from 150 to 330.",
        "In Spain it went up fourfold, from 150 to 600, and in Greece it increased by four times, from 50 to 250.",
        "It delivered over 1.6 million lidars, roughly three times the 501,889 of 2024.",
        "Spending was 1.26 billion yuan, close to twice as high as a year ago, when it was 635 million yuan.",
        "It has 310 stations. If the number triples by 2028, there will be fewer queues than at the 120 of today.",
        "Xiaomi's number was more than three times as high as in September 2024, when sales were 13,610.",
        "XPeng sold 30,086 cars, a little over three and a half times the 8,526 of a year ago.",
        "Rates fell to $38,000, down by two-thirds from $115,000.",
        "They fell by a third to 28,000 from 42,000.",
        "The network had 3,890 points in 2023. It has 5,150 today. A session costs half of what petrol costs.",
    ]
    invalid = [
        Case("It «more than doubled» its purchases, from 812 million yuan to 1.53 billion yuan.", says="1.88 times"),
        Case(
            "It had 240 points at the end of 2023 and 560 by the middle of 2025, more than «triple» the earlier figure.",
            says="2.33 times",
        ),
        Case("The service provided 2.4 million rides, which is more than «three times» the 988,000 of 2024."),
        Case(
            "The company had 5,150 points at the end of December 2025. Two years before that it had 3,890 points. "
            "We have more than «doubled» the network in two years.",
            says="1.32 times",
            severity=Severity.WARNING,
        ),
        Case(
            "Points delivered about 2.99 billion kWh, almost «three times» as much as the 1.60 billion kWh of May 2022."
        ),
        Case("Exports «tripled» to 4,440 from 1,850.", says="2.4 times"),
        Case("Profit fell by «a third» to 2.1 billion yuan from 4.2 billion yuan.", says="0.5 times"),
        Case("The pack has 60 kWh, almost «a third» more than the 54 kWh of the old one.", says="1.11 times"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every multiple that its two levels do not give."""
        for multiple in article.relations(Multiple):
            verdict = multiple.verdict()
            exact = multiple.exact()
            if verdict <= Verdict.LOOSE or exact is None:
                continue
            number = _plain(decimal(exact, 2))
            yield self.finding(
                multiple.times,
                because=(multiple.now, multiple.base),
                expected=f"{number} times",
                formula=f"{multiple.now.quote} is {number} times {multiple.base.quote}",
                severity=self.graded(multiple, verdict is Verdict.BROKEN),
            )


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".")
