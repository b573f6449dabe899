"""ART003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Option, Place, Reading, Rule, Severity
from factlint.artefacts.repeats import SHORTEST, repeats

_FIRST = (
    "The plant will build 120,000 cars a year and employ 3,000 people when its second line opens in the spring of 2027."
)


class StitchedText(Rule):
    """A paragraph or sentence stands twice in a story.

    What it does: compares the sentences of a story word for word.

    Why it matters: the repetition was left when an article was put together from several versions, and where one is
    doubled another may be lost.

    How it decides: whole sentences of running text that are the same in every word; sentences that follow each other in
    both places are one finding. Short ones may be refrains and are passed over.

    What it leaves alone: pull quotes (a sentence of a paragraph that stands alone as well), headlines, decks, captions, tables,
    page furniture, and the same sentence in two stories of one page.
    """

    code = "ART003"
    severity = Severity.WARNING
    contradicts = False
    options = {
        "shortest": Option(SHORTEST, "how many words a sentence must have to be compared", low=5, high=100),
    }
    wording = "This stands in the text before, word for word."
    valid = [
        f"{_FIRST} It is the largest of its kind.\n\n{_FIRST}\n\nThe second line is to follow.",
        "Prices include tax.\n\nThe car seats five.\n\nPrices include tax.",
        "Sales rose. Exports rose. Profits rose.\n\nSales rose. Why?",
        Case("The plant opens in the spring, and it is to employ 3,000 people.", headline=_FIRST),
        f"{_FIRST} It is the largest.\n\n{_FIRST.replace('2027', '2028')} It is the smallest.",
    ]
    invalid = [
        Case(f"{_FIRST} It is the largest.\n\nThe site is ready.\n\n«{_FIRST} It is the largest.»", says="before"),
        Case(f"The site is ready. {_FIRST}\n\nThe town is glad. «{_FIRST}» Roads are built.", says="before"),
        Case(f"{_FIRST}\n\n«{_FIRST}»\n\nThe town is glad.", says="before"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every repetition with its first occurrence."""
        text = article.text
        for repeat in repeats(article.article, self.settings["shortest"]):
            yield self.finding(
                Place(repeat.start, repeat.end, text[repeat.start : repeat.end]),
                because=(Place(repeat.first_start, repeat.first_end, text[repeat.first_start : repeat.first_end]),),
            )
