"""NUM004."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factlint import Case, Figure, Finding, Place, Reading, Rule, Severity
from factlint.data import table
from factlint.patterns import compiled

_REACH = 48
_TEMPORAL = frozenset({"duration", "measure", "period", "date"})


class ClashingHedge(Rule):
    """Two words say how exact a figure is, and they exclude each other.

    What it does: reads the words that lead up to a figure.

    Why it matters: "more than up to 500 km" leaves open whether 500 is the least or the most.

    How it decides: a word for "at least" directly before a word for "at most", or the reverse, is a warning; two words of
    approximation ("about roughly") are a suggestion.

    What it leaves alone: "just over", "well under", "almost exactly", "up to more than", and "over" before a time or distance.
    """

    code = "NUM004"
    severity = Severity.WARNING
    contradicts = False
    wording = "“{quote}” says two things at once."
    valid = [
        "It sold just over 5,000 cars, well over half of them abroad.",
        "Sales were almost exactly 40% of the total.",
        "Over nearly 30 years, it built up to 500 cars a year.",
        "The bonus takes the range up to more than 600 km.",
        "At least 5,000 cars, and no more than 6,000, will be built.",
        "It moved over up to 10 km a day.",
    ]
    invalid = [
        Case("The car costs «more than up to» 30,000 euros.", says="two things"),
        Case("It sold «nearly more than» 5,000 units.", says="two things"),
        Case("The plant employs «at least no more than» 300 people.", says="two things"),
        Case("The deal is worth «about roughly» 5 million euros.", severity=Severity.SUGGESTION),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every pair of hedges that exclude each other."""
        for figure in article.figures:
            if figure.hedge is None:
                continue
            start = max(0, figure.start - _REACH)
            clash = _clashes().search(article.text, start, figure.start)
            doubled = clash or _doubles().search(article.text, start, figure.start)
            if doubled is None or _temporal(figure, doubled[0]):
                continue
            yield self.finding(
                Place(doubled.start(), doubled.end(), doubled[0]),
                severity=Severity.WARNING if clash else Severity.SUGGESTION,
            )


def _temporal(figure: Figure, quote: str) -> bool:
    """ "Over nearly 30 years", "over up to 10 km": the word is no hedge there."""
    return figure.kind in _TEMPORAL and quote.lower().startswith(("over", "under", "above", "below"))


def _alternatives(key: str) -> str:
    words = sorted(table("slips.toml")["hedges"][key], key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def _clashes() -> re.Pattern[str]:
    above, below = _alternatives("at_or_above"), _alternatives("at_or_below")
    return compiled(
        rf"\b(?:(?:{above}) (?:{below})|(?:nearly|almost|close to|at most|no more than) (?:{above}))\s+(?:[$€£¥₹]|RMB )?$",
        re.I,
    )


@cache
def _doubles() -> re.Pattern[str]:
    about = _alternatives("approximate")
    return compiled(rf"\b(?:{about}) (?:{about}|{_alternatives('exact')})(?=\s+(?:[$€£¥₹]|RMB )?$)", re.I)
