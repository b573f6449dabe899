"""SUM005."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount, listed
from factlint.relations.mean import Mean
from factlint.relations.per_unit import PerUnit
from factlint.relations.slipped import slipped

from factlint_rules.arithmetic.per_unit_mismatch import mismatch


class AverageMismatch(Rule):
    """A stated average or monthly rate misses the total over the number.

    What it does: divides a total by the sessions, cars, months or years that it is spread over, and holds the result
    against the average.

    Why it matters: averages are worked out by the writer, not quoted, and nobody works them out again.

    How it decides: units are brought together first (640 GWh over 16.2 million sessions is 39.5 kWh), months are counted
    from the period that the sentence names ("from January to May"). In one sentence it is an error, across sentences
    a warning.

    What it leaves alone: rates that are wanted ("would have to sell"), weighted averages, averages whose total is not
    printed.
    """

    code = "SUM005"
    severity = Severity.ERROR
    judges = (PerUnit, Mean)
    wording = "{formula}, not {stated}."
    valid = [
        "Voltara handled 10.8 million charging sessions from January to June, or 1.8 million a month.",
        "Drivers held 16.2 million charging sessions and drew 640 GWh. The average session delivered 39.5 kWh.",
        "The program set aside $5 billion over five fiscal years, or $1 billion a year on average.",
        "In October the weekly number exceeded 250,000; the average over the 13 weeks of the third quarter was 238,000.",
        "It sold 87,552 cars in the first quarter. To reach the goal, it would have to sell 45,800 a month on average.",
        "The Aveo costs 30,000 euros and the Blazer 40,000 euros; buyers pay 33,000 euros on average.",
        "The plant can build 280,000 vehicles a year. In May it built 21,000.",
    ]
    invalid = [
        Case(
            "Drivers held 16.2 million charging sessions during 2025 and drew 640 GWh of electricity. The average session "
            "therefore delivered «49.5 kWh».",
            says="39.51 kWh",
        ),
        Case(
            "From January to May, 1.144 million points were put up, or «268,800» a month on average.",
            says="228,800",
            date="2023-06-12",
        ),
        Case(
            "They opened 280 stations at a total cost of 1.96 billion yuan. The average cost of «7.6 million yuan» per "
            "station is about the same everywhere.",
        ),
        Case("The three shifts made 412, 398 and 405 cars, on average «425» per shift.", says="405"),
        Case(
            "| Version | 2024 | 2025 |\n|---|---|---|\n| S | $24,155 | $24,995 |\n| SE | $27,195 | $27,995 |\n"
            "| SEL | $32,315 | $33,120 |\n\nThe average across the three rows comes to «$29,703».\n",
            format="markdown",
            says="$28,703",
        ),
        Case("It paid $5 billion over five years, or «$2 billion» a year on average."),
        Case("The line built 960 cars in 16 hours, or «70 cars» an hour."),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every average that its total does not give."""
        for rate in article.relations(PerUnit):
            if rate.average and rate.verdict() > Verdict.LOOSE:
                yield mismatch(self, rate)
        for mean in article.relations(Mean):
            verdict, exact = mean.verdict(), mean.exact()
            if verdict <= Verdict.LOOSE or exact is None:
                continue
            expected = amount(exact, mean.average.unit, 9)
            yield self.finding(
                mean.average,
                because=mean.values,
                expected=expected,
                formula=f"The mean of {listed([value.quote for value in mean.values])} is {expected}",
                repair=slipped(mean.average, exact),
                severity=self.graded(mean, verdict is Verdict.BROKEN),
            )
