"""ART005."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Place, Reading, Rule, Severity
from factlint.artefacts.talk import talk


class GeneratorTalk(Rule):
    """A text generator speaks to who asked it.

    What it does: finds the phrases with which assistants open, close and excuse their answers.

    Why it matters: the text was pasted unread, and its figures may be invented.

    How it decides: by a list of phrases that no report needs.

    What it leaves alone: the same words in quotation marks.
    """

    code = "ART005"
    severity = Severity.WARNING
    contradicts = False
    wording = "“{quote}” is a text generator speaking to its user."
    valid = [
        "The assistant answered: “As an AI language model, I cannot drive.”",
        "The car says “I hope this helps” when it has found a charger.",
        "Here is a look at the figures of May.",
        "The new model, a language model for cars, answers in a second.",
        "Would you like to know more? Dealers have the details.",
    ]
    invalid = [
        Case("Sales rose by 4%.\n\n«Would you like me to» add a chart?", says="generator"),
        Case("«As of my last knowledge update», the company had sold 41,200 cars.", says="generator"),
        Case("«Here is the translation» of the article:\n\nSales rose.", says="generator"),
        Case("Sales rose.\n\n(«Translated with DeepL»)", says="generator"),
        Case("«Certainly! Here» is the article.\n\nSales rose.", says="generator"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every such phrase."""
        text = article.text
        for found in talk(text):
            yield self.finding(Place(found.start, found.end, text[found.start : found.end]))
