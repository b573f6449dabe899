"""CNV003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount
from factlint.relations.amount import Amount
from factlint.relations.conversion import Conversion
from factlint.relations.exchange import Exchange


class ScaleSlip(Rule):
    """A power of ten was lost between two prints of one number.

    What it does: finds pairs such as `1.2 million (12万辆)`, `9.8 lakh (98,000)` or `9.6 billion yuan ($140 million)`
    that become right when one side is moved by a power of ten.

    Why it matters: wan, yi, lakh and crore do not step in thousands as million and billion do; these slips make a
    factory ten times as dear and are the commonest of all in translated news.

    How it decides: a number printed in two systems of scale must be the same number, within the rounding of both. An
    exchange pair must imply a rate that was paid. When neither holds and a power of ten repairs it, that is the slip.

    What it leaves alone: brackets that give another figure (`31.1 million (15 million of them electric)`), two figures
    in one system of scale, and pairs that no power of ten repairs (unit-conversion, exchange-rate).
    """

    code = "CNV003"
    severity = Severity.ERROR
    judges = (Conversion, Exchange)
    wording = "{formula}."
    valid = [
        "Sales came to 1.2 million (120万辆) in the year.",
        "Investment is 61.5亿元 (6.15 billion yuan).",
        "Dealers registered 9.8 lakh (980,000) scooters, or nearly 1 million.",
        "It sold 31.1 million (15 million of them electric) and 3,07,389 (2,98,110) in April.",
        Case("The round values the company at 9.6 billion yuan ($1.4 billion).", date="2026-05-14"),
        "The order is worth Rs 1,200 crore (12 billion rupees).",
    ]
    invalid = [
        Case("Subsidies were paid for 4.12 million cars («4,120 wan»).", says="41.2 million"),
        Case("It plans to raise RMB 4.8 billion (48亿, or «480 million yuan»).", says="4.8 billion"),
        Case("The hall cost 1.8 yi yuan («1.8 billion yuan»).", says="180 million"),
        Case("Sales came to 1.2 million («12万»辆) in the year.", says="120,000"),
        Case("Investment is 61.5亿元 («615 million yuan»).", says="6.15 billion yuan"),
        Case("Dealers registered 9.8 lakh («98,000») scooters.", says="980,000"),
        Case(
            "The round values the company at 9.6 billion yuan («$140 million»).", says="factor of 10", date="2026-05-14"
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every pair that a power of ten repairs."""
        for pair in article.relations(Conversion):
            if pair.rescaled and pair.verdict() > Verdict.LOOSE:
                slip = pair.slip()
                if slip is not None:
                    value = amount(pair.given.value, pair.given.unit)
                    yield self._slipped(pair, slip, value, f"{_spelled(pair.given)}, but {_spelled(pair.repeated)}")
        for deal in article.relations(Exchange):
            if deal.verdict() > Verdict.LOOSE:
                slip = deal.slip()
                span = deal.expected()
                if slip is not None and span is not None:
                    value = f"about {amount((span[0] + span[1]) / 2, deal.repeated.unit, 2)}"
                    yield self._slipped(deal, slip, value, f"{deal.given.quote} is {value}, not {deal.repeated.quote}")

    def _slipped(self, pair: Conversion | Exchange, slip: int, expected: str, formula: str) -> Finding:
        return self.finding(
            pair.repeated.figure,
            because=(pair.given.figure,),
            stated=pair.repeated.quote,
            expected=expected,
            formula=formula,
            repair=f"They are apart by a factor of {10 ** abs(slip):,}.",
            severity=self.graded(pair, pair.verdict() is Verdict.BROKEN),
        )


def _spelled(printed: Amount) -> str:
    """``12万 is 120,000``, or the quote alone where it is printed in the Western scale."""
    value = amount(printed.value, printed.unit)
    return printed.quote if value == printed.quote else f"{printed.quote} is {value}"
