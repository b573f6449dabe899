"""Cadences: one piece every so many seconds, and so many pieces in a stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import has_value
from factlint.relations.denominator import HOURS
from factlint.relations.nearby import positive, printed, rounded
from factlint.relations.relation import Certainty, Relation, Verdict, judge

_DAY = 24
_UNITS = {"s": "second", "min": "minute", "h": "hour", "second": "second", "minute": "minute", "hour": "hour"}


class Cadence(Relation, frozen=True, eq=False, kw_only=True):
    """``number`` pieces come off in ``hours``, one in each ``interval``; ``most`` says that the line may stand still."""

    interval: Figure
    number: Figure
    hours: Fraction
    most: bool

    def computed(self, loose: bool = False) -> Interval:
        """How many pieces the time allows."""
        each = (rounded if loose else printed)(self.interval).scaled(_hours(self.interval) or Fraction(1))
        found = Interval.point(self.hours).over(each)
        return Interval(Fraction(0), found.high, True, True) if self.most else found

    def verdict(self) -> Verdict:
        soft = self.interval.soft or self.number.soft
        stated, loose = printed(self.number), rounded(self.number)
        return judge(stated, self.computed(), loose, self.computed(True), soft)

    def exact(self) -> Fraction | None:
        """The number that the printed interval gives."""
        one = _hours(self.interval)
        if self.interval.value is None or one is None:
            return None
        return self.hours / (self.interval.value * one)


def find(bound: Bound) -> Iterator[Cadence]:
    """Every ``one every 72 seconds`` with the number for a stretch of time in its sentence or the next."""
    for line in bound.lines:
        if not any("each" in token.tags for token in line.tokens):
            continue
        for position, interval in line.figures():
            timed = interval.kind == "duration" and has_value(interval) and positive(interval)
            if timed and _every(line, position) and _hours(interval) is not None:
                yield from _numbers(line, position, interval)
                following = bound.line_of.get(line.sentence.index + 1)
                for one in (line, following) if following is not None else (line,):
                    yield from _in_shifts(one, interval)


def _every(line: Line, position: int) -> bool:
    return position > 0 and line.tokens[position - 1].word in ("every", "each")


def _hours(interval: Figure) -> Fraction | None:
    """One unit of a duration in hours; None for months and years."""
    name = _UNITS.get(interval.unit or "")
    return Fraction(*HOURS[name]) if name else None


def _numbers(line: Line, position: int, interval: Figure) -> Iterator[Cadence]:
    for at, number in line.figures():
        if at == position or number.kind != "count" or not has_value(number) or number.is_range or not positive(number):
            continue
        if number.value == 1:
            continue
        hours, most = _span(line, at)
        if hours is not None:
            yield _cadence(line, interval, number, hours, most, Certainty.KNOWN)


def _span(line: Line, at: int) -> tuple[Fraction | None, bool]:
    """How long a number is for: ``800 in 16 hours``, ``60 an hour``; a day and a week hold shifts, so they are a limit."""
    tokens = line.tokens
    for step in (1, 2):
        if at + step >= len(tokens):
            break
        token = tokens[at + step]
        noun = token.word.rpartition(" ")[2]
        if token.word in ("a", "an", "per", "each", "every") and at + step + 1 < len(tokens):
            noun = tokens[at + step + 1].word.rstrip(".")
        if noun in ("hour", "minute"):
            return Fraction(*HOURS[noun]), False
        if noun in ("day", "week"):
            return Fraction(*HOURS[noun]), True
        figure = (
            tokens[at + step + 1].figure if token.word in ("in", "within") and at + step + 1 < len(tokens) else None
        )
        if figure is not None and figure.kind == "duration" and figure.value is not None and _hours(figure) is not None:
            return figure.value * (_hours(figure) or 1), False
    return None, False


def _in_shifts(line: Line, interval: Figure) -> Iterator[Cadence]:
    """``Two shifts of seven and a half hours each are enough for 900 a day``: the hours of a day, by its shifts."""
    numbers = [
        number for at, number in line.figures() if number.kind == "count" and _span(line, at)[1] and has_value(number)
    ]
    if len(numbers) != 1 or not any(token.word.rstrip("s.,") == "shift" or _of_shifts(token) for token in line.tokens):
        return
    shifts = [token.figure.value for token in line.tokens if token.figure is not None and _of_shifts(token)]
    lengths = [
        figure.value * (_hours(figure) or 1)
        for _, figure in line.figures()
        if figure.kind == "duration"
        and figure is not interval
        and figure.value is not None
        and _hours(figure) is not None
    ]
    if len(lengths) != 1 or len(shifts) > 1:
        return
    days = {lengths[0] * number for number in shifts if number is not None}
    if not days or not any(token.word == "each" for token in line.tokens):
        days.add(lengths[0])
    found = [
        _cadence(line, interval, numbers[0], hours, False, Certainty.STRONG)
        for hours in sorted(days, reverse=True)
        if hours <= _DAY
    ]
    held = [cadence for cadence in found if cadence.verdict() <= Verdict.LOOSE]
    yield from held[:1] or found[:1]


def _of_shifts(token: Token) -> bool:
    return token.figure is not None and (token.figure.noun or "").lower().startswith("shift")


def _cadence(
    line: Line, interval: Figure, number: Figure, hours: Fraction, most: bool, certainty: Certainty
) -> Cadence:
    return Cadence(
        figures=(number, interval),
        interval=interval,
        number=number,
        hours=hours,
        most=most,
        certainty=certainty,
        quoted=line.quoted(number),
    )
