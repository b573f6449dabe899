"""DAT004."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.dated_span import places

_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPENING = compiled(r"\b(?:from|between|period|dates?|during|runs?|open|held)\W{1,2}\Z", re.I)


class ReversedPeriod(Rule):
    """A period ends before it begins.

    What it does: looks at every span of dates that is printed with its years, such as `from March 2024 to January
    2026`.

    Why it matters: one of the two dates is wrong, or they were swapped; either way the reader cannot plan.

    How it decides: the end lies before the beginning as printed. A span that names one year only is read within it.

    What it leaves alone: seasons such as 2025-26, spans without a year, which may run over New Year, and two years that
    are set side by side ("2024 and 2021").
    """

    code = "DAT004"
    severity = Severity.ERROR
    wording = "{stated} ends before it begins."
    valid = [
        "The terminal was built from March 2024 to January 2026.",
        "It is closed from December 20 to January 6.",
        "The 2025-26 season runs from November to March.",
        "Sales in 2024 and 2021 were alike.",
        "It ran between August 28, 2025 and September 6, 2025.",
        "From 3 to 5 May 2024 it was shown in Monza.",
    ]
    invalid = [
        Case("The show is open from «August 28, 2025 to June 6, 2025».", says="before it begins"),
        Case("The terminal was built from «March 2024 to January 2023».", says="before it begins"),
        Case("It was on sale between «May 2021 and June 2019».", says="before it begins"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every span of dates that runs backwards."""
        for figure in article.figures:
            if figure.kind == "period" and figure.period is None and figure.well_formed and figure.calendar is not None:
                before = article.text[max(0, figure.start - 12) : figure.start]
                if _dated(figure) and _OPENING.search(before):
                    yield self.finding(figure, because=places(figure)[1:])


def _dated(figure: Figure) -> bool:
    """Whether both ends are printed with a year."""
    return len(places(figure)) == 2 and all(_YEAR.search(end.quote) for end in places(figure))
