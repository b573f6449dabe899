"""HSE001."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Option, Reading, Rule, Severity


class ForeignUnit(Rule):
    """A figure in a foreign unit has no figure in ours beside it.

    What it does: looks for figures in the units of the list, miles as it comes.

    Why it matters: our readers think in kilometres.

    How it decides: the same sentence must hold another figure of the same kind in another unit.

    What it leaves alone: figures that are converted where they stand, and names such as Mile High.
    """

    code = "HSE001"
    severity = Severity.SUGGESTION
    options = {"units": Option("mi", "the foreign units, separated by blanks, as `factlint figures` prints them")}
    wording = "{quote} is given without a figure in our units."
    valid = [
        "It drives 249 miles (400 km) on a charge.",
        "It drives 400 km on a charge.",
        Case("It drives 249 miles on a charge.", options={"units": "ft lb"}),
    ]
    invalid = [
        Case("It drives «249 miles» on a charge.", says="249 miles is given without", severity=Severity.SUGGESTION),
        Case("The car weighs «3,300 lb».", options={"units": "mi lb"}),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every figure in a foreign unit that stands alone in its sentence."""
        foreign = frozenset(self.settings["units"].split())
        for sentence in article.sentences:
            figures = article.figures_in(sentence.start, sentence.end)
            for figure in figures:
                if figure.unit in foreign and not any(
                    other.kind == figure.kind and other.unit not in foreign for other in figures
                ):
                    yield self.finding(figure)
