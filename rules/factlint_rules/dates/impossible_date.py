"""DAT001."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity
from factlint.figures.figure import Calendar


class ImpossibleDate(Rule):
    """A date that no calendar has.

    What it does: checks day and month of every date that is printed: 31 April, 30 February, 29 February of a common
    year, the 13th month.

    Why it matters: somebody will stand before closed doors, and a reader who notices trusts nothing else.

    How it decides: by the Gregorian calendar. 29 February is reported only where the year is printed and is no leap
    year.

    What it leaves alone: model and fiscal years, versions and other numbers that only look like dates.
    """

    code = "DAT001"
    severity = Severity.ERROR
    wording = "{expected}, so {stated} cannot be."
    valid = [
        "The berth opens on June 30 and closes on July 31.",
        "The leap day, 29 February 2028, is a Tuesday.",
        "Orders can be placed until February 29.",
        "The 4/5-seat version of May 2024 has 31 speakers.",
        "Software 13.31 follows on April 30, 2026.",
        "From April 1 to 30 it is open daily.",
    ]
    invalid = [
        Case("A third berth will be ready on «June 31».", says="June has 30 days"),
        Case("On «April 31 this year» the trial production was passed.", says="April has 30 days"),
        Case("They can be viewed there until «31 September».", says="September has 30 days"),
        Case("The fair is held from «April 29 to 31».", says="April has 30 days"),
        Case("The recall ends on «29 February 2027».", says="February 2027 has 28 days"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every date that does not exist."""
        for figure in article.figures:
            if figure.kind in ("date", "period") and figure.form == "impossible" and figure.calendar is not None:
                yield self.finding(figure, expected=_length(figure.calendar))


def _length(parts: Calendar) -> str:
    """How long the month is."""
    if parts.month is None or not 1 <= parts.month <= 12:
        return "A year has 12 months"
    name = calendar.month_name[parts.month]
    if parts.month == 2 and parts.year is None:
        return "February has 28 or 29 days"
    days = calendar.monthrange(parts.year or 2024, parts.month)[1]
    return f"{name} {parts.year} has {days} days" if parts.month == 2 else f"{name} has {days} days"
