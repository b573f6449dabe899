"""NUM006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint import Case, Finding, Fix, Place, Reading, Rule, Severity
from factlint.artefacts.verbatim import Verbatim
from factlint.data import table
from factlint.patterns import compiled

# (US70,500)  US70,500  USS70,500: the dollar lost, or an S for it
_LOST = compiled(r"(?:USS?|HK|AU|CA)(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? (?=million|billion|bn))(?![\w-])")
_ALONE = compiled(r"\(US ?(?!(?:19|20)\d\d\))\d{4,}\)")
# $$70,500
_DOUBLED = compiled(r"([$€£¥￥₹])\1(?=\d)")
# RMB 109,800 yuan - $70,500 dollars - $70,500 yuan
_BOTH = compiled(
    r"(?P<sign>[$€£¥￥₹]|RMB|CNY|EUR|USD|GBP)\s?\d[\d,.]{0,15}(?:\s?(?:million|billion|trillion|bn|m))?"
    r"\s(?P<word>yuan|renminbi|dollars|euros|pounds|rupees|yen)\b(?!-)"
)
_CODES = {
    "RMB": ["yuan", "renminbi"],
    "CNY": ["yuan", "renminbi"],
    "EUR": ["euros"],
    "USD": ["dollars"],
    "GBP": ["pounds"],
}


class CurrencySlip(Rule):
    """A currency's sign or letters are lost, doubled, or of two currencies at once.

    What it does: reads how amounts of money are printed.

    Why it matters: "(US70,500)" or "$70,500 yuan" leaves open which currency is meant, a factor of seven.

    How it decides: by form. Two currencies on one amount, a lost sign and a doubled sign are warnings; one currency said twice
    ("RMB 109,800 yuan") is a matter of style and a suggestion.

    What it leaves alone: US with a road number, tiers of prices ("$$$"), A$ and HK$, model names, code.
    """

    code = "NUM006"
    severity = Severity.WARNING
    contradicts = False
    wording = "“{quote}”: {expected}."
    valid = [
        "It costs 109,800 yuan ($15,100), or US$15,100.",
        "US 101 is closed; the US 50-mile limit and the A$70,500 price stay.",
        "A $$$ restaurant near US-50.",
        "RMB 109,800 and ¥120,000 are the prices; HK$70,500 in Hong Kong.",
        "The US sold 70,500 cars, the USMCA area 90,000.",
    ]
    invalid = [
        Case("It costs 499,800 yuan («US70,500»).", says="sign"),
        Case("The price is «$$»70,500.", says="twice"),
        Case("It starts at «$70,500 yuan».", says="two currencies"),
        Case("It starts at «RBM» 70,500.", says="letters"),
        Case("It starts at «RMB 109,800 yuan».", severity=Severity.SUGGESTION),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every amount whose currency is printed wrongly."""
        shown = Verbatim(article.article)
        for start, end, says, severity in _slips(article.text):
            if not shown.holds(start, end):
                place = Place(start, end, article.text[start:end])
                yield self.finding(place, expected=says, severity=severity, fix=_fix(place.quote))


def _fix(quote: str) -> Fix | None:
    """A sign that stands twice is typography; which currency was meant is not."""
    return Fix(quote[0], safe=True) if len(quote) == 2 and quote[0] == quote[1] else None


def _slips(text: str) -> Iterator[tuple[int, int, str, Severity]]:
    words = table("slips.toml")["currency"]
    for match in _LOST.finditer(text):
        if text[max(0, match.start() - 1) : match.start()].isalnum():
            continue
        yield match.start(), match.end(), "the currency's sign is lost", Severity.WARNING
    for match in _ALONE.finditer(text) if "(US" in text else ():
        yield match.start() + 1, match.end() - 1, "the currency's sign is lost", Severity.WARNING
    for match in _DOUBLED.finditer(text):
        yield match.start(), match.end(), "the currency's sign stands twice", Severity.WARNING
    codes = [code for code in words["transposed"] if code in text]
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, codes))})(?=\s?\d)", text) if codes else ():
        yield match.start(), match.end(), "letters of the currency are swapped", Severity.WARNING
    signs = words["signs"] | _CODES
    for match in _BOTH.finditer(text):
        own = match["word"].lower() in signs.get(match["sign"].upper(), ())
        says = "one currency is said twice" if own else "two currencies stand on one amount"
        yield match.start(), match.end(), says, Severity.SUGGESTION if own else Severity.WARNING
