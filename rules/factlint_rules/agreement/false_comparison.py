"""AGR007."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.comparison import Comparison


class FalseComparison(Rule):
    """A figure is said to surpass or to miss another one, and the two figures say the contrary.

    What it does: compares the figures that the text puts in an order: by a verb of comparison ("surpassing", "outsold",
    "missed"), by "ahead of", "followed by" and "behind", by places ("second with 15,022, third with 10,989"), by "than", by a
    superlative over values that a table, a list or a sentence gives ("the cheapest of the three"), by the rows of a ranking,
    and by a month or record that is remembered ("the highest since March, when it was 6.5 billion").

    Why it matters: who is ahead is the news; the figures under it must bear it out.

    How it decides: both figures are of one kind and unit; every value of the one must lie on the wrong side of every
    value of the other. Two figures that a verb of comparison parts make an error, the others a warning. In a ranking, one
    value must be out of order and all others in it.

    What it leaves alone: figures of other things, ranges, hedged marks ("exceeding 30,000"), which are floors, superlatives
    that are narrowed ("the cheapest Chinese car"), prices that are "ahead of" others, and one maker's places in different
    months.
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
        "BYD led with 441,706 cars, followed by Geely with 307,133 and Chery with 268,000.",
        "The Spring costs 16,900 euros and the T03 18,900 euros. The T03 is the cheapest Chinese car, the Spring the cheapest of the two.",
        "Exports reached $6.4 billion in September, the highest since March, when they were $6.5 billion.",
        "The Mini weighs 1,540 kg, 65 kg less than the old one with its 1,605 kg.",
        "Nissan led with 19,871 cars. General Motors came second with 15,022 and Volkswagen third with 10,989.",
        "Deliveries of 45,000 fell short of the 50,000 that it had planned.",
    ]
    invalid = [
        Case("Geely sold «29,800» cars in May, surpassing the 31,205 of Chery.", says="29,800 is less than 31,205"),
        Case("Nissan led with 19,871 cars. GM came second with 9,522 and Volkswagen third with «10,989»."),
        Case("Leapmotor delivered «36,006» cars, ahead of Li Auto with 36,279.", says="less than"),
        Case(
            "The Spring costs 16,900 euros and the T03 «18,900 euros». The T03 is the cheapest of the two.",
            says="cheapest",
        ),
        Case("Exports reached «$6.4 billion», the highest since March, when they were $6.2 billion.", says="more than"),
        Case("The new Mini weighs «1,540 kg», more than the old one with its 1,605 kg.", says="less than"),
        Case(
            "# The biggest battery makers\n\n1. CATL - 254.5 GWh\n2. BYD - 119.8 GWh\n3. LG - 26.1 GWh\n4. CALB - «30.2 GWh»\n"
            "5. SK On - 26.0 GWh",
            format="markdown",
        ),
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
