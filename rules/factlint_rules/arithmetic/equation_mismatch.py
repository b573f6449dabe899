"""SUM012."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount
from factlint.relations.equation import Equation


class EquationMismatch(Rule):
    """A calculation that is written out does not give what it is said to give.

    What it does: works out products and sums with their signs, as in "24 × $299 = $7,176".

    Why it matters: a reader who is shown the calculation will do it again.

    How it decides: figures with nothing but signs between them, and a sign of equality, "comes to", "makes" or "gives" before
    the result; each figure may be rounded to its last digit.

    What it leaves alone: sizes such as "4,488 x 1,884 mm", dashes without a sign of equality, ranges.
    """

    code = "SUM012"
    severity = Severity.ERROR
    judges = (Equation,)
    wording = "{formula}, not {stated}."
    valid = [
        "The lease comes to 24 × $299 = $7,176, plus $2,999.",
        "That is 1,200 + 350 − 50 = 1,500 cars.",
        "The car is 4,488 x 1,884 mm in size and makes 150 kW.",
        "Half of it: 50% × 3,000 euros = 1,500 euros.",
        "At 44 × £339 comes to £14,916, it is no bargain; from 10 - 80% it takes 26 minutes.",
        "With 60 kWh / 15 kWh = 4, it goes four times as far.",
    ]
    invalid = [
        Case("The lease comes to 24 × $299 = «$7,716».", says="24 × $299 make $7,176"),
        Case("That is 1,200 + 350 = «1,505» cars.", says="1,550"),
        Case("The rentals are 44 × £339 = «£1,491».", says="£14,916"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report results that do not follow."""
        for found in article.relations(Equation):
            exact = found.exact()
            if found.verdict() is Verdict.BROKEN and exact is not None:
                expected = amount(exact, found.result.unit)
                yield self.finding(
                    found.result,
                    because=found.terms,
                    expected=expected,
                    formula=f"{found.told()} make {expected}",
                    severity=self.graded(found),
                )
