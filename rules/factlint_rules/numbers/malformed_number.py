"""NUM001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factlint import Case, Figure, Finding, Place, Reading, Rule, Severity
from factlint.artefacts.verbatim import Verbatim
from factlint.article.article import BlockKind
from factlint.data import table
from factlint.patterns import compiled
from factlint.phrasing import decimal, number

_SAYS = {
    "grouping": "“{quote}” fits no grouping of digits: {expected}?",
    "separator": "“{quote}” mixes commas and points: {expected}?",
    "points": "“{quote}” has a point too many: {expected}?",
    "space": "“{quote}” has a space inside the number: {expected}?",
}
# 45, 000 - 41 ,200 - 250. 000: torn where no list and no sentence can end
_TORN = compiled(r"(?<![\w.,])[1-9]\d{0,2}(?:[,.] 000| ,\d{3})(?![\d,.]\d|\d)")
# 1O,000 - 25,O00 - 4O%: a letter among digits
_LETTER = compiled(r"[1-9](?<![\w.,][1-9])[\d,.]{0,8}[OolI][\d,OolI]{0,8}(?:(?<=,[\dOo]{3})|(?=%))(?![\w,])")
_INDIAN = compiled(
    r"₹|\b(?:Rs|lakhs?|crores?|rupees?|Indian?|INR|Bangladesh|Pakistan|Nepal|Sri Lanka|Tata|Mahindra|Maruti|Bajaj|Hero|TVS|Ola"
    r"|Ather|Ashok Leyland|Eicher|Royal Enfield|SIAM|FADA|Vahan|Delhi|Mumbai|Pune|Chennai)\b"
)
_LAKH = compiled(r"\d{1,2}(?:,\d{2})+,\d{3}")
_POINTED = compiled(r"[1-9]\d{0,2}(?:,\d{3})*\.\d{3}")
_GROUPED = compiled(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
_WHOLE = compiled(r"(?:vehicle|car|unit|truck|buse|van|store|employee|worker|order|people|customer|deliver|job)", re.I)
_NUMBERED = frozenset(table("slips.toml")["numbered"]["words"].split())
_UNREAD = (BlockKind.METADATA, BlockKind.CODE, BlockKind.BOILERPLATE)
_SHOWN = 3


class MalformedNumber(Rule):
    """The digits of a number fit no way of grouping them.

    What it does: reads every number by the Western, the Indian and, where a document uses it throughout, the continental
    grouping, and reports what none of them allows.

    Why it matters: a lost digit or a slipped comma makes a number wrong by a factor of ten, and nobody can tell which.

    How it decides: by form. A count of whole things with three decimals in an article that groups with commas, and Indian
    grouping in an article without a trace of India, are warnings.

    What it leaves alone: versions, sections, scores, dates, telephone numbers, lists of figures, code, and page furniture.
    """

    code = "NUM001"
    severity = Severity.ERROR
    wording = "“{quote}” is no well-formed number: {expected}?"
    valid = [
        "Version 2.0.1 of the software reached 3,000 cars, 33 vans and 829 trucks.",
        "Dispatches were 3,07,389 units in May, worth Rs 5 lakh each.",
        "L'usine: 12 500 voitures, 12,5 % de plus, 1.234,5 millions.",
        "In 2024, 829 cars were sold; on May 12, 500 more followed.",
        "The rate was 25.269 and the time 1:24.614 minutes.",
        "Section 4.10.2 of the rule covers version 3.2.1 users and address 192.168.1.20.",
        "Sales were 1.234 million vehicles, after 1,198,000.",
        "Call 400-820-0000 or write to section 4.2.1.",
    ]
    invalid = [
        Case("The plant has an annual output of «30,00» NEVs.", says="3,000, 30,000 or 300,000"),
        Case("The deal is worth «$1.2.4 billion».", says="point"),
        Case("Of «47,5520» questionnaires, half came back.", says="475,520"),
        Case("It sold «16,233,99» motorcycles worth Rs 5 lakh each.", says="1,623,399"),
        Case("BYD delivered «33, 829» vehicles.", says="33,829"),
        Case("Dealers got «45, 000» cars and sold 41,200 of them.", says="45,000"),
        Case("It sold «25.269» units, after 26,414 in May.", says="25,269", severity=Severity.WARNING),
        Case("The plant makes «1O,000» cars a year.", says="letter"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every malformed number of the article's own text."""
        shown = Verbatim(article.article)
        unread = [(block.start, block.end) for block in article.blocks if block.kind in _UNREAD]
        for finding in self._findings(article):
            place = finding.place
            if shown.holds(place.start, place.end) or any(start <= place.start < end for start, end in unread):
                continue
            yield finding

    def _findings(self, article: Reading) -> Iterator[Finding]:
        text = article.text
        commas = _GROUPED.search(text) is not None
        foreign = _foreign_lakh(article)
        for figure in article.figures:
            if figure.form in _SAYS:
                if figure.form == "points" and _may_be_version(text, figure):
                    continue
                expected = _meant(figure)
                yield self.finding(figure, expected=expected, wording=_SAYS[figure.form], repair="")
            elif foreign and _LAKH.search(figure.quote):
                yield self.finding(figure, expected="Western or Indian grouping", severity=Severity.WARNING)
            elif commas and _is_pointed(figure):
                assert figure.value is not None
                yield self.finding(figure, expected=number(figure.value * 1000, 9), severity=Severity.WARNING)
        for start, end, wording in _torn(text):
            if not any(figure.form in _SAYS for figure in article.figures_in(start, end)):
                quote = text[start:end]
                expected = re.sub(r"[ .]", "", quote.replace(". ", ","))
                yield self.finding(Place(start, end, quote), expected=expected, wording=wording)


def _torn(text: str) -> Iterator[tuple[int, int, str]]:
    """Numbers that a blank or a letter tears apart."""
    if ", 000" in text or ". 000" in text or " ," in text:
        for match in _TORN.finditer(text):
            yield match.start(), match.end(), _SAYS["space"]
    for match in _LETTER.finditer(text):
        yield match.start(), match.end(), "“{quote}” has a letter among its digits."


def _meant(figure: Figure) -> str:
    """The values that a malformed number may have been meant to have: ``3,000, 30,000 or 300,000``."""
    said = [_value(value, figure.quote) for value in sorted(set(figure.readings[:_SHOWN]))]
    return " or ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def _value(value: Fraction, quote: str) -> str:
    """A value as the figure would print it: in full, unless a scale word stands with the number."""
    if value >= 10**6 and any(character.isalpha() for character in quote):
        return number(value, 12)
    return decimal(value, 0) if value.denominator == 1 else decimal(value, 3).rstrip("0").rstrip(".")


def _may_be_version(text: str, figure: Figure) -> bool:
    """Whether digits with two points may count software or sections: no unit, no currency, and a name or nothing counted."""
    if figure.unit is not None or any(character.isalpha() for character in figure.quote):
        return False
    before = text[max(0, figure.start - 30) : figure.start].split()[-1:]
    named = bool(before) and (before[0][:1].isupper() or before[0].lower().rstrip(".") in _NUMBERED)
    return figure.noun is None or named


def _foreign_lakh(article: Reading) -> bool:
    """Whether Indian grouping would be a stranger: names, none of them Indian, and no more than one number of that form."""
    if not article.names:
        return False
    found = sum(1 for figure in article.figures if "," in figure.quote and _LAKH.search(figure.quote))
    return found == 1 and not _INDIAN.search(article.text)


def _is_pointed(figure: Figure) -> bool:
    """Whether a count has exactly three decimals and no scale word: of whole things, or all zeros (``104.000``)."""
    if figure.kind != "count" or figure.value is None or not _POINTED.fullmatch(figure.quote):
        return False
    if figure.noun is None:
        return figure.quote.endswith(".000")
    return figure.value.denominator != 1 and _WHOLE.search(figure.noun) is not None
