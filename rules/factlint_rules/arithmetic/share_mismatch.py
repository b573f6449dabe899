"""PCT001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import decimal, percent
from factlint.relations.share import Share


class ShareMismatch(Rule):
    """A stated share does not follow from the part and the whole.

    What it does: divides the part by the whole wherever the text prints both, and holds the result against the share.

    Why it matters: a share that does not follow often is that of another year, another market or another count.

    How it decides: part and whole may take every value that their digits and hedges allow; the share is reported only
    when none of them gives it. In one sentence that states all three it is an error; a whole that stands elsewhere in
    the story makes it a warning.

    What it leaves alone: shares of a whole that is not printed, of another body's count, of another period or scope.
    """

    code = "PCT001"
    severity = Severity.ERROR
    judges = (Share,)
    wording = "{formula}, not {stated}."
    valid = [
        "Of 31.1 million cars sold, 15 million were NEVs, or 48%.",
        "CATL supplied 339.3 GWh in 2024, or 37.9% of the 894.4 GWh used in EVs worldwide.",
        "Of the 280 stations, 172, or 61 percent, are along expressways.",
        "The two held 55.1% of the market between them.",
        "Just over 40 percent of buyers were under 35.",
    ]
    invalid = [
        Case(
            "Of 31.1 million cars sold, 15 million were NEVs, or «40.9%».",
            says="15 million of 31.1 million is 48.2%",
        ),
        Case("CATL supplied 339.3 GWh, or «47.9%» of the 894.4 GWh used worldwide.", says="37.9%"),
        Case("It sold 118,400 cars in the quarter, or «44%» of the 289,000 that were imported.", says="41.0%"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every share that its part and whole do not give."""
        for share in article.relations(Share):
            if share.verdict() <= Verdict.LOOSE:
                continue
            exact = share.exact()
            if exact is None:
                expected = "something else"
            elif share.rate.kind == "ratio":
                expected = decimal(exact / 100, 2)
            else:
                expected = percent(exact)
            yield self.finding(
                share.rate,
                because=(share.part, share.whole),
                expected=expected,
                formula=f"{share.part.quote} of {share.whole.quote} is {expected}",
                severity=self.graded(share, share.verdict() is Verdict.BROKEN),
            )
