"""DAT002."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.weekday import DatedWeekday


class WeekdayMismatch(Rule):
    """A date does not fall on the weekday that is printed with it.

    What it does: works out the day of the week of every date that is printed with one.

    Why it matters: one of the two is wrong, and only the writer knows which; readers plan by either.

    How it decides: by the Gregorian calendar. Where the date names no year, it is that of the article; far from the
    article's date the years before and after are admitted too.

    What it leaves alone: dates without a year in an article without a date, and weekdays that stand alone.
    """

    code = "DAT002"
    severity = Severity.ERROR
    judges = (DatedWeekday,)
    wording = "{formula}, not {expected}."
    valid = [
        "On June 5, 2025, Friday's edition was printed early; the Friday after June 5, 2025 was a holiday.",
        "The Zeekr 8X was launched on Wednesday, May 20, 2026.",
        Case("The press day is Friday, August 28.", date="2026-05-20"),
        Case("The Open Space runs until Sunday 14 September.", date="2025-09-09"),
        Case("It signed the contract on Monday (Dec 1).", date="2025-12-01"),
        "It was launched on Monday, May 20.",
        Case("On Friday the plant opened; on May 17, the first car left it.", date="2025-05-19"),
    ]
    invalid = [
        Case("It opened on «June 5, 2025», a Friday.", says="Thursday"),
        Case("It opened on «2025-06-05» (Friday).", says="Thursday"),
        Case("The show runs from «Friday, June 5, 2025» to Sunday, June 8, 2025.", says="Thursday"),
        Case("He spoke on «Thursday, April 14, 2026».", says="14 April 2026 is a Tuesday, not Thursday"),
        Case("The ship left before dawn on «Tuesday, Sept. 14».", says="Wednesday", date="2022-09-14"),
        Case("The figures came out on «Tuesday, 4 May 2023».", says="4 May 2023 is a Thursday"),
        Case("It signed the contract on Tuesday («Dec 1»).", says="Monday", date="2025-12-01"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every date on a wrong weekday."""
        for dated in article.relations(DatedWeekday):
            if dated.verdict() <= Verdict.LOOSE:
                continue
            day = dated.dates[len(dated.dates) // 2]
            said = calendar.day_name[dated.weekday]
            yield self.finding(
                dated.date,
                because=dated.figures[1:],
                expected=said,
                formula=f"{day.day} {calendar.month_name[day.month]} {day.year} is a {calendar.day_name[day.weekday()]}",
                severity=self.graded(dated),
            )
