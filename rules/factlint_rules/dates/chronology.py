"""DAT005."""

from __future__ import annotations

from collections.abc import Iterator

from factlint import Case, Finding, Reading, Rule, Severity, Verdict
from factlint.relations.events import Event
from factlint.relations.order import Order

_TOLD = {
    "ground": "construction began",
    "built": "the building was finished",
    "production": "production began",
    "opening": "the doors opened",
    "closing": "the doors closed",
    "reveal": "the model was shown",
    "launch": "the launch was",
    "delivery": "deliveries began",
    "stop": "the end was",
    "trial": "the trial run began",
    "orders": "the order books opened",
    "founded": "the company was founded",
    "made": "it was built",
    "used": "it was in use",
}


class Chronology(Rule):
    """An event is dated before one that it must follow.

    What it does: puts the dated events of a story in order: ground broken, building finished, production begun, plant
    opened; model shown, launched, handed over, discontinued. One sentence that says itself what came first ("signed in A,
    after it had been awarded in B"; "filed in A and approved in B") is held to it, and a duration dates an event ("two
    months after the first customers had their cars").

    Why it matters: a hall that is finished before the first sod is cut tells readers that nobody checked the dates.

    How it decides: both events must be of one thing, and the whole period named for the later one must lie before the
    earlier one begins. It is an error when one sentence names both with their years, otherwise a warning.

    What it leaves alone: plans that were changed ("originally", "delayed", "was to have"), another phase, line,
    generation or market, pilot and trial production, and events whose sentences name different models.
    """

    code = "DAT005"
    severity = Severity.ERROR
    judges = (Order,)
    wording = "{formula}."
    valid = [
        "Construction of the plant began in May 2024. It was completed in March 2025 and opened in June 2025.",
        "Ground was broken in March 2022. The second phase of the plant was completed in January 2022.",
        "Trial production began in December 2024, and construction of the new hall began in January 2025.",
        "Deliveries start on May 28, 2026. The Zeekr 8X was launched on May 20, 2026; pre-sales began on April 10, 2026.",
        "The plant was originally to open in May 2023. Construction began only in June 2023.",
        "Production of the old model began in 2015. Construction of the hall for its successor began in 2023.",
        "The Zeekr 001 has been delivered since October 2021; deliveries began then. The Zeekr 7X was launched in 2024.",
        "The strike ended in March 2024 and began again in January 2025.",
        "Construction began in 2022 while the pilot line, in a rented hall, had produced its first cells in 2021.",
        "The M5 was launched in March 2022. Deliveries in Europe began in 2021 with another model.",
    ]
    invalid = [
        Case(
            "Construction of the 38,000-square-meter plant began in May 2024. The building stood idle for four months "
            "after it had been completed in «March 2024».",
            says="May 2024",
        ),
        Case(
            "Ground was broken on March 12, 2022. The contractor handed over the finished hall in «January 2022».",
            says="March 12, 2022",
        ),
        Case(
            "Ground was broken on April 20, 2026 in light rain. Series production at Yibin is to start in «February "
            "2026».",
            says="April 20, 2026",
            headline="Yunlan to build second plant in Yibin",
        ),
        Case(
            "The first cell came out of the Ett plant in the last days of December 2021. Scania received the first cells "
            "from Ett in the spring of «2021».",
            says="December 2021",
        ),
        Case(
            "A driver complained in «March 2024» that the steering of his car, which was built in November 2024, had failed.",
            says="November 2024",
        ),
        Case("The contract was signed in «June 2024», after it had been awarded in September 2024.", says="September"),
        Case("The application was filed in May 2025 and approved in «March 2025».", says="May 2025"),
        Case(
            "The new version arrived in October 2025. It was shown to the press in September 2025, «two months» after the "
            "first customers had taken delivery of it.",
            says="October 2025",
        ),
        Case("Deliveries of the S7 began in «March 2025», after it was launched in June 2025.", says="June 2025"),
    ]

    def check(self, article: Reading, /) -> Iterator[Finding]:
        """Report every event that comes too early."""
        reported: set[int] = set()
        for order in article.relations(Order):
            at = order.later.figure.start
            if order.verdict() <= Verdict.LOOSE or at in reported:
                continue
            reported.add(at)
            yield self.finding(
                order.later.figure,
                because=(order.earlier.figure,),
                expected=f"{order.earlier.figure.quote} or later",
                formula=_formula(order),
                severity=self.graded(order),
            )


def _formula(order: Order) -> str:
    later, earlier = order.later.figure.quote, order.earlier.figure.quote
    if order.later.mention.kind == "sequel":
        return f"{later} lies before {earlier}, which it is said to follow"
    return f"{_told(order.later)} {later}, before {_told(order.earlier)} {earlier}"


def _told(event: Event) -> str:
    return (
        f"{_TOLD.get(event.mention.kind, 'it was')} in"
        if event.period.grain != "day"
        else (f"{_TOLD.get(event.mention.kind, 'it was')} on")
    )
