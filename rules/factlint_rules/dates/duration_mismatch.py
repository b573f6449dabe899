"""DAT003."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.phrasing import decimal
from factlint.relations.anniversary import Anniversary
from factlint.relations.clock_span import ClockSpan
from factlint.relations.dated_span import places
from factlint.relations.same_process import SameProcess
from factlint.relations.span_of_time import SpanOfTime


class DurationMismatch(Rule):
    """A stated duration is not the time between its two dates.

    What it does: counts the days between the dates that a duration lies between: those printed with it, those of the
    events that it names ("between the launch and the 250,000th handover"), or those of a building's first sod and
    opening. Two durations of one process (the first million cars of a brand; "five years, or 58 months") must agree.

    Why it matters: "in only five years" is the point of the story, and often nobody has counted.

    How it decides: a month or year without a day may be any day of it. A duration in weeks, months or years may be
    rounded or cut off, days may include the first one or not. Only what no choice explains is reported. Dates of
    other sentences make it a warning.

    What it leaves alone: guarantees, contracts and plans, durations of other processes, and dates whose event is not
    said to begin or end the duration.
    """

    code = "DAT003"
    severity = Severity.ERROR
    judges = (SpanOfTime, SameProcess, Anniversary, ClockSpan)
    wording = "{formula}, not {stated}."
    valid = [
        "The show runs from August 28 to September 6, ten days in all.",
        "The terminal was built from March 2024 to January 2026. Construction took 22 months and cost 1.3 billion yuan.",
        "Ground was broken on March 12, 2022. The site opened on Nov 28, 2024, after a building time of 32 months.",
        "The car was launched on December 26, 2023. The 250,000th was handed over on August 22, 2025. Only 605 days lay "
        "between the launch and the 250,000th handover.",
        "From 2024 to 2028 the plant will be enlarged. The warranty is eight years or 160,000 km.",
        "Contracts run for five years. It was founded in 2010, and the lease is for 30 years.",
        "The plant opened in March 2022. Sixteen months later, in July 2023, the second shift was added.",
        "The model was launched in March 2020 and withdrawn in May 2025, after five years. It took three years to develop.",
        "Deliveries began in June 2024. Two months later, production was stopped, and it resumed in May 2025.",
        "The development has taken almost five years, or 58 months.",
        "BYD needed 13 years for the first million and one year for the second; GAC took five years for a million.",
        "From 22:00 to 06:00, or eight hours, it charges; from 10:00 to 11:00 it does so for 30 minutes at most.",
        "Founded in 1985, the club celebrates the 50th anniversary of the Golf this year.",
        "In June 2025, six months after the strike in Genk in January 2025, the line stood still again.",
        "Ground was broken in March 2022; the guarantee of ten years began on November 28, 2024.",
    ]
    invalid = [
        Case(
            "The car was launched on December 26, 2023. The 250,000th was handed over on August 22, 2025. Only «575 "
            "days» lay between the launch and the 250,000th handover.",
            says="605",
        ),
        Case(
            "The terminal was built from March 2024 to January 2026. Construction took «32 months» and cost 1.3 "
            "billion yuan.",
            says="21 to 23",
        ),
        Case(
            "Ground was broken on March 12, 2022. The site opened on Nov 28, 2024, after a building time of «24 months».",
            says="33",
        ),
        Case(
            "The first vans had been handed to customers in December 2021. The final decision to stop came in July "
            "2025. So it was after «23 months» on the road that it was called off.",
            says="42 to 44",
        ),
        Case(
            "AITO's chairman said that reaching the first million took five years. AITO hit the one-million-delivery "
            "milestone in just «46 months».",
            says="five years",
        ),
        Case("The development has taken three years, or «57 months».", says="three years"),
        Case("The factory opened in 1998, «38 years» ago.", says="27", date="2026-06-09"),
        Case(
            "The plant opened in March 2022. «Ten months» later, in July 2023, the second shift was added.",
            says="15 to 17 months",
        ),
        Case(
            "«Three years» after its launch in March 2020, the model was withdrawn in May 2025.",
            says="5.1 to 5.3 years",
        ),
        Case(
            "Leapmotor, which was founded in December 2015, will celebrate its «ninth» anniversary next month.",
            says="10 years",
            date="2025-11-18",
        ),
        Case(
            "The model was shown in May 2022 and revised in October 2025, «two years and five months» later.",
            says="40 to 42 months",
        ),
        Case(
            "Ground was broken in November 2023, and the first car left the line in May 2025. The project had thus taken "
            "«26 months».",
            says="17 to 19",
        ),
        Case(
            "The bank failed on March 12, 2025. The first loan had been paid out in the last days of December 2021. From "
            "there to the failure it was a matter of «51 months».",
            says="38 to 39",
        ),
        Case("The race was halted from 02:14 to 03:02, so «58 minutes».", says="48 minutes"),
        Case("The fair is open from June 3 to June 12, «14 days» in all.", says="10", date="2026-05-20"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every duration that its dates do not give."""
        for span in article.relations(SpanOfTime):
            verdict = span.verdict()
            if verdict <= Verdict.LOOSE:
                continue
            digits = 1 if span.duration.unit == "year" else 0
            low, high = (decimal(value, digits) for value in span.exact())
            unit = span.duration.unit or "day"
            expected = f"{low} {unit}s" if low == high else f"{low} to {high} {unit}s"
            yield self.finding(
                span.duration,
                because=[place for date in span.figures[1:] for place in places(date)],
                expected=expected,
                formula=f"The time between the dates is {expected}",
                severity=self.graded(span, verdict is Verdict.BROKEN),
            )
        for twice in article.relations(SameProcess):
            verdict = twice.verdict()
            if verdict > Verdict.LOOSE:
                yield self.finding(
                    twice.other,
                    because=(twice.one,),
                    expected=twice.one.quote,
                    formula=f"The same time is {twice.one.quote} elsewhere",
                    severity=self.graded(twice, verdict is Verdict.BROKEN),
                )
        for feast in article.relations(Anniversary):
            if feast.verdict() > Verdict.LOOSE:
                least, most = feast.years()
                expected = f"{least} years" if least == most else f"{least} to {most} years"
                yield self.finding(
                    feast.number,
                    because=feast.figures[1:],
                    expected=expected,
                    formula=f"From {feast.figures[1].quote} it is {expected}",
                    severity=self.graded(feast),
                )
        for clock in article.relations(ClockSpan):
            if clock.verdict() > Verdict.LOOSE:
                hours, minutes = divmod(clock.minutes, 60)
                expected = f"{hours} h {minutes} min" if hours else f"{minutes} minutes"
                yield self.finding(
                    clock.duration,
                    because=clock.figures[1:],
                    expected=expected,
                    formula=f"{clock.figures[1].quote} is {expected}",
                    severity=self.graded(clock),
                )
