"""Times of day: ``from 02:14 to 03:02, so 48 minutes``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.event_words import vocabulary
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.span_beside import only

_CLOCKS = compiled(r"(\d{1,2})[:.](\d\d)\s*([ap]\.?m\.?)?[^\d]+(\d{1,2})[:.](\d\d)\s*([ap]\.?m\.?)?")
_MINUTES = {"min": Fraction(1), "h": Fraction(60)}
_HALF = 12 * 60
_DAY = 24 * 60


class ClockSpan(Relation, frozen=True, eq=False, kw_only=True):
    """``duration`` lies between two times of day, ``minutes`` apart."""

    duration: Figure
    minutes: int

    def verdict(self) -> Verdict:
        """Exact to the minute; hours may be rounded to the half."""
        factor = _MINUTES[self.duration.unit or "min"]
        assert self.duration.value is not None
        stated = self.duration.value * factor
        room = Fraction(1) if factor == 1 else factor / 2
        if abs(stated - self.minutes) <= room or self.duration.hedge not in (None, "about"):
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.duration.soft else Verdict.BROKEN


def find(bound: Bound) -> Iterator[ClockSpan]:
    """Every span of two printed times with a duration right behind it."""
    text = bound.article.text
    for line in bound.lines:
        clock: Figure | None = None
        for _, figure in line.figures():
            if figure.kind == "time":
                clock = figure
            elif clock is not None and figure.kind == "duration" and figure.unit in _MINUTES:
                gap = text[clock.end : figure.start]
                minutes = _apart(clock.quote)
                if minutes is not None and _tied(gap) and figure.value and not figure.is_range:
                    yield _relation(line, figure, clock, minutes)
                clock = None


def _tied(gap: str) -> bool:
    """``, so``, ``, that is for``, ``(``: only such words, and a mark or one that draws the sum."""
    return only(gap, vocabulary().words["joints"]) and gap.strip()[:1] in (",", "(", "–", "—")


def _apart(quote: str) -> int | None:
    """The minutes between two times of one print, the second on the next day where it is the earlier one."""
    match = _CLOCKS.fullmatch(quote)
    if match is None:
        return None
    first = _of_day(match[1], match[2], match[3] or match[6])
    last = _of_day(match[4], match[5], match[6])
    return (last - first) % _DAY


def _of_day(hours: str, minutes: str, half: str | None) -> int:
    at = int(hours) * 60 + int(minutes)
    if half is None:
        return at
    return at % _HALF + (_HALF if half.startswith("p") else 0)


def _relation(line: Line, duration: Figure, clock: Figure, minutes: int) -> ClockSpan:
    return ClockSpan(
        figures=(duration, clock),
        duration=duration,
        minutes=minutes,
        certainty=Certainty.STRONG,
        quoted=line.quoted(duration),
    )
