"""CNV002."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Option, Reading, Rule, Severity, Verdict
from factlint.phrasing import amount, decimal
from factlint.relations.exchange import Exchange


class ExchangeRate(Rule):
    """An amount in two currencies implies a rate that nobody paid.

    What it does: divides the two amounts of a pair such as `720 million yuan ($100 million)` and compares the rate with
    the one that the text states, with the article's other pairs, or with the rates of the years that may be meant.

    Why it matters: the second amount is what readers abroad take away, and it is typed in by hand.

    How it decides: the rounding of both amounts is allowed for. A rate named in the text ("at 145 yen to the dollar")
    comes first, then two or more other pairs that agree, then the band of monthly rates of the article's year (until
    April of the year before too) and of every year that the sentence names, three percent wider. Rates go back to 1980;
    before 2015, where only the mean of a year is at hand, the band is that of the years around it and wider. An article
    without a date may be of any year that suits the years and the electric cars in it.

    What it leaves alone: list prices of two markets, amounts of two different things, currencies and years for which
    no rate is at hand, and pairs that are off by a power of ten (scale-slip).
    """

    code = "CNV002"
    severity = Severity.ERROR
    judges = (Exchange,)
    options = {"prices": Option(True, "Judge list prices too, which may be those of two markets.")}
    wording = "{formula}, not {stated}."
    valid = [
        Case("Chery paid 720 million yuan ($100 million) for the ship.", date="2025-06-01"),
        Case("The car starts at 195,800 yuan (about $27,300).", date="2025-06-01"),
        Case("It cost 225,800 yuan in China ($45,990 in Mexico, the nearest market).", date="2026-05-21"),
        Case("In 2017 it was to cost 10 billion yuan, at the time $1.48 billion.", date="2026-05-21"),
        Case("Honda assumes 145 yen to the dollar; sales were 290 billion yen ($2 billion).", date="2023-05-11"),
        Case("The list says 49,900 euros; in America it is $39,995.", date="2025-06-01"),
        Case("It expects 22 billion to 24 billion yuan ($3.1 billion to $3.3 billion).", date="2025-06-01"),
        Case("The night cost 145 euros in all, or 11 cents per km.", date="2025-06-01"),
        Case("In 1987 the loan was 500 million marks ($280 million).", date="1987-06-01"),
        Case("The airline lost 90 million pounds ($171 million).", date="2005-02-04"),
        "The lender is owed 479 million pounds ($900 million) by the buyer of the refinery.",
    ]
    invalid = [
        Case(
            "Chery paid 720 million yuan ($100 million) for it. A further 360 million yuan («$61 million») is budgeted.",
            says="$47",
            date="2025-06-01",
        ),
        Case("In 2004 net profit went up to 1.9bn euros ($2.5bn; «£2.3bn»).", says="£1", date="2005-02-09"),
        Case("Research cost 1.26 billion yuan («$169 million»).", says="$188 million", date="2021-11-23"),
        Case("At 145 yen to the dollar, profit was 290 billion yen («$2.9 billion»).", says="$1.9", date="2025-05-11"),
        Case(
            "Sales were 52.4 billion crowns ($5.04 billion). The hall takes 3.2 billion crowns («$380 million»).",
            says="$3",
            date="2024-10-25",
        ),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every pair whose rate fits nothing that it can be held against."""
        for pair in article.relations(Exchange):
            verdict = pair.verdict()
            if verdict <= Verdict.LOOSE or pair.slip() is not None or (pair.priced and not self.settings["prices"]):
                continue
            expected = worth(pair)
            given, repeated = pair.given, pair.repeated
            yield self.finding(
                repeated.figure,
                because=(given.figure, *pair.measured_by()),
                stated=repeated.quote,
                expected=expected,
                formula=f"{given.quote} is {expected} at {rates(pair)}",
                severity=self.graded(pair, verdict is Verdict.BROKEN),
            )


def worth(pair: Exchange) -> str:
    """What the second amount should be, as a value or a span of values."""
    span = pair.expected()
    if span is None:
        return "something else"
    unit = pair.repeated.unit
    low, high = (amount(value, unit, 3) for value in span)
    return low if low == high else f"{low} to {high}"


def rates(pair: Exchange) -> str:
    """The rate that a pair is held against, in words."""
    lows = [band.low for band in pair.standards() if band.low]
    highs = [band.high for band in pair.standards() if band.high]
    low, high = decimal(min(lows), 2), decimal(max(highs), 2)
    span = low if low == high else f"{low} to {high}"
    return f"{span} {pair.given_currency} for one {pair.repeated_currency}"
