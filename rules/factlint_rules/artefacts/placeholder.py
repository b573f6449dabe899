"""ART001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Place, Reading, Rule, Severity
from factlint.artefacts.placeholders import placeholders
from factlint.artefacts.verbatim import Verbatim

_SAYS = {
    "template": "{quote} is a template mark that was not filled in.",
    "citation": "{quote} is a broken citation mark.",
    "footnote": "{quote} points to a footnote that is not there.",
    "bracket": "{quote} is a note for editors, not for readers.",
    "stock phrase": "“{quote}” holds a place for text that is missing.",
    "digits": "{quote} stands where a figure is missing.",
    "number": "{quote} stands where a figure is missing.",
    "gap": "{quote} stands where something is still to come.",
}


class Placeholder(Rule):
    """Something holds the place of text that never came.

    What it does: finds template marks, broken citations, editors' brackets, TK, XX%, and stock filler in the whole text,
    page furniture included.

    Why it matters: it is the plainest sign that nobody read the page before it went out.

    How it decides: by form. What can be nothing else is an error; letters and zeroes that stand for digits are a warning.

    What it leaves alone: code, marks in quotation marks, TK or XX as a name or model, "TBA" as an entry of a table of
    specifications, an editor's words inside a quotation.
    """

    code = "ART001"
    severity = Severity.ERROR
    contradicts = False
    wording = "{quote} is a placeholder."
    valid = [
        "“TK” is the factory code of an engine family, and TK Holdings made airbags.",
        "The Ferrari SF90 XX will be built 799 times; 599 SF90 XX units are coupes.",
        "Its range is 410 km [255 miles], and the price is TBA.",
        "“We sold [almost] 40,000 cars,” he said [in Mandarin].",
        "For every X units sold, the dealer gets a bonus; 10,000,000 units were built in all.",
        Case("The template writes `{{ name }}` where the name should be.", format="markdown"),
        "The association [CAAM] counts 31.1 million vehicles (source: customs).",
        "“We [the company] sold more,” he said. And the price?? Nobody knows, and “[name]” stands in no quotation.",
    ]
    invalid = [
        Case("It added 200,000 users in November alone «[cite: -]», it said.", says="citation"),
        Case("The country needs 182,000 fast chargers by 2030 «[cite: 7†source]».", says="citation"),
        Case("Deliveries start in «[TK month]», the company says.", says="note for editors"),
        Case("With a night tariff, owners save «XX%» of the normal price.", says="figure is missing"),
        Case("The chart shows net income.\n\n«{{ chart:net-income-q1 }}»\n\nSales rose.", says="template"),
        Case("Sales came to «TK units» in the first quarter.", says="missing"),
        Case("The first cars reach customers.\n\n«[IMAGE_PLACEHOLDER_3]»\n\nMore will follow.", says="editors"),
        Case("The pickup will start at «??» before incentives.", says="missing"),
        Case("The plant is worth «RMB XX billion».", says="missing"),
        Case("The chief executive, «[name]», said so on Monday.", says="editors"),
        Case("It starts at «$price» in Germany.", says="template"),
        Case("The car is new.\n\n«See translation»\n\nIt is cheap.", says="missing"),
        Case("«Lorem ipsum» dolor amet: the new model has arrived.", says="missing"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every placeholder outside code."""
        shown = Verbatim(article.article)
        text = article.text
        for found in placeholders(text, templated=article.source.format == "markdown"):
            if shown.holds(found.start, found.end):
                continue
            yield self.finding(
                Place(found.start, found.end, text[found.start : found.end]),
                severity=Severity.ERROR if found.sure else Severity.WARNING,
                wording=_SAYS[found.sort],
            )
