"""Rates and averages: a total, what it is spread over, and how much falls to one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.figures.units import units
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.denominator import HOURS, MONTHS, Denominator, counts, denominator, timed
from factlint.relations.nearby import lines_before, positive, printed, quantities, rounded, strangers
from factlint.relations.relation import Certainty, Relation, Verdict, judge
from factlint.relations.slipped import slipped

_REACH = 3
_FAR = 3
"""A rate that is off by more than this factor, and by no power of ten, is of something else."""


class PerUnit(Relation, frozen=True, eq=False, kw_only=True):
    """``rate`` is what falls to one when ``total`` is spread over ``number`` of the ``counted``.

    ``factor`` leads from the unit of the total to that of the rate; ``average`` says that the text calls it one.
    """

    rate: Figure
    total: Figure
    counted: Figure
    number: Interval
    loose_number: Interval
    factor: Fraction
    average: bool
    noun: str

    def computed(self, loose: bool = False) -> Interval:
        """total / number in the unit of the rate."""
        total = (rounded if loose else printed)(self.total).scaled(self.factor)
        return total.over(self.loose_number if loose else self.number)

    def verdict(self) -> Verdict:
        soft = self.rate.soft or self.total.soft or self.counted.soft
        return judge(printed(self.rate), self.computed(), rounded(self.rate), self.computed(True), soft)

    def exact(self) -> Fraction | None:
        """What the printed values give."""
        if self.total.value is None or self.number.low is None or self.number.high is None:
            return None
        spread = self.counted.value or (self.number.low + self.number.high) / 2
        if self.counted.kind in ("duration", "period"):
            spread = (self.number.low + self.number.high) / 2
        return self.total.value * self.factor / spread if spread else None


def find(bound: Bound) -> Iterator[PerUnit]:
    """Every rate whose total and number stand in its sentence or the few before."""
    for line in bound.lines:
        stated = any(token.tags & {"each", "average"} for token in line.tokens)
        for position, rate in line.figures():
            if not stated and not timed(line, position):
                continue
            if rate.kind not in ("count", "money", "measure", "duration") or not has_value(rate) or rate.is_range:
                continue
            per = denominator(line, position)
            if per is None or not positive(rate):
                continue
            found = _chosen(bound, line, position, per)
            if found is not None:
                yield found


def _chosen(bound: Bound, line: Line, position: int, per: Denominator) -> PerUnit | None:
    """A reading that holds; else the one that the text leaves no choice about, or that a slip explains."""
    candidates = list(_candidates(bound, line, position, per))
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    if _conditional(line, position) or (per.timed and _of_its_own_time(line, position, candidates)):
        return None
    if per.timed:
        candidates = [candidate for candidate in candidates if candidate.total.start < candidate.rate.start]
    plausible = [candidate for candidate in candidates if _plausible(candidate) and not _and_more(bound, candidate)]
    near = [candidate for candidate in plausible if candidate.certainty is not Certainty.WEAK]
    if len(near) == 1 and len(_distinct(candidates)) == 1:
        return near[0]
    slips = [candidate for candidate in plausible if slipped(candidate.rate, candidate.exact() or Fraction(0))]
    return slips[0] if slips and slips[0].certainty is not Certainty.WEAK else None


def _distinct(candidates: list[PerUnit]) -> set[tuple[int, int]]:
    """Candidates of the nearest sentence that offers a total and a number together."""
    best = max((candidate.certainty for candidate in candidates), default=Certainty.WEAK)
    return {(candidate.total.start, candidate.counted.start) for candidate in candidates if candidate.certainty == best}


def _plausible(candidate: PerUnit) -> bool:
    expected, stated = candidate.exact(), candidate.rate.value
    if not expected or not stated:
        return False
    quotient = stated / expected
    if Fraction(1, _FAR) <= quotient <= _FAR:
        return True
    return any(
        Fraction(98, 100) <= quotient * shift <= Fraction(102, 100)
        for shift in (10, 100, 1000, Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))
    )


def _conditional(line: Line, position: int) -> bool:
    """``it would have to sell 45,800 a month``: a rate that is wanted, not one that was."""
    return any("conditional" in token.tags for token in line.tokens[max(0, position - 10) : position])


def _of_its_own_time(line: Line, position: int, candidates: list[PerUnit]) -> bool:
    """``3.1 million in 2025, 310,000 a month in the last quarter``: a rate of another period than its total."""
    counted = {candidate.counted.start for candidate in candidates}
    segment = line.tokens[position].segment
    return any(
        token.figure is not None
        and token.figure.kind == "period"
        and token.segment == segment
        and (token.figure.start not in counted or len(counted) > 1)
        for token in line.tokens[position + 1 :]
    )


def _and_more(bound: Bound, candidate: PerUnit) -> bool:
    """``5.6 million dollars for 40 cars and a workshop``: a total that pays for other things too."""
    end = max(candidate.counted.end, candidate.counted.phrase_end)
    return bound.article.text.startswith((" and a ", " and an ", " and the ", " and its ", ", a ", " plus "), end)


Placed = tuple[Line, int, Figure]


def _candidates(bound: Bound, line: Line, position: int, per: Denominator) -> Iterator[PerUnit]:
    rate = line.tokens[position].figure
    assert rate is not None
    around = [line, *lines_before(bound, line, _REACH)]
    totals = [place for place in _placed(bound, around) if place[2] is not rate and _totals(place[2], rate)]
    totals = [place for place in totals if not strangers(bound, place[2], rate) or place[0] is line]
    for where, at, total in totals:
        for there, counted, number, loose in _numbers(bound, around, (where, at, total), rate, per):
            factor = _factor(total, rate)
            if factor is None or (number.low is not None and number.low < 1):
                continue
            yield PerUnit(
                figures=(rate, total, counted),
                rate=rate,
                total=total,
                counted=counted,
                number=number,
                loose_number=loose,
                factor=factor,
                average=per.average or per.timed,
                noun=per.noun,
                certainty=_certainty(line, where, there, per),
                quoted=line.quoted(rate),
            )


def _placed(bound: Bound, lines: list[Line]) -> Iterator[Placed]:
    for line in lines:
        for at, figure in quantities(bound, line):
            if positive(figure):
                yield line, at, figure


def _certainty(line: Line, total: Line, counted: Line, per: Denominator) -> Certainty:
    """All in one sentence is known; total and number together in another is strong."""
    if line is total is counted:
        return Certainty.KNOWN
    distance = max(line.sentence.index - total.sentence.index, line.sentence.index - counted.sentence.index)
    if per.timed and total is not line:
        return Certainty.WEAK
    if not per.noun and not per.unit and (distance > 1 or total is counted is not line):
        return Certainty.WEAK
    together = total is counted or abs(total.sentence.index - counted.sentence.index) <= 1
    return Certainty.STRONG if together and distance <= 2 else Certainty.WEAK


def _totals(total: Figure, rate: Figure) -> bool:
    """Whether a figure can be what a rate is a part of: of its kind, in a unit that leads to its own."""
    if _factor(total, rate) is None or counts_few(total):
        return False
    if rate.kind == "count" and rate.noun is not None:
        return alike(total, rate)
    return True


def _factor(total: Figure, rate: Figure) -> Fraction | None:
    unit = (rate.unit or "").partition("/")[0] or None
    if total.kind != rate.kind:
        return None
    if total.unit == unit or total.unit == rate.unit:
        return Fraction(1)
    known = units()
    one, other = known.get(total.unit or ""), known.get(unit or "")
    if one is None or other is None or one.dimension != other.dimension or one.offset or other.offset:
        return None
    return one.factor / other.factor


Number = tuple[Line, Figure, Interval, Interval]


def _numbers(bound: Bound, around: list[Line], total: Placed, rate: Figure, per: Denominator) -> Iterator[Number]:
    """What a total may be spread over: things that are counted, or a stretch of time."""
    if per.timed:
        yield from _stretches(bound, around, total, per.noun)
        return
    if per.unit:
        for line in around:
            for _, figure in quantities(bound, line, frozenset({"measure"})):
                if figure.unit == per.unit and positive(figure):
                    yield line, figure, printed(figure), rounded(figure)
        return
    for line in around:
        for at, figure in quantities(bound, line, frozenset({"count"})):
            if figure in (rate, total[2]) or (figure.value or 0) <= 1 or line.tokens[at].figure is not figure:
                continue
            if counts(figure, per.noun) and not alike_counts(figure, total[2]):
                yield line, figure, printed(figure), rounded(figure)


def alike_counts(one: Figure, other: Figure) -> bool:
    """Whether two counts are of the same things, so that the one cannot be spread over the other."""
    return other.kind == "count" and one.noun is not None and other.noun is not None and alike(one, other)


def _stretches(bound: Bound, around: list[Line], total: Placed, noun: str) -> Iterator[Number]:
    where = total[0]
    for line in (where, around[0]) if where is not around[0] else (where,):
        for _, figure in line.figures():
            length = _length(figure, noun)
            if length is not None:
                yield line, figure, *length


def _length(figure: Figure, noun: str) -> tuple[Interval, Interval] | None:
    """How many of a unit of time a duration or period has."""
    if figure.kind == "period" and figure.period is not None and figure.relative is None:
        number = _of_period(figure.period, noun)
        return (Interval.point(number), Interval.point(number)) if number else None
    if figure.kind == "duration" and figure.unit and has_value(figure) and positive(figure) and not figure.is_range:
        factor = _ratio(figure.unit, noun)
        if factor is None:
            return None
        assert figure.value is not None
        exact = Interval.point(figure.value) if figure.value.denominator == 1 else printed(figure)
        return exact.scaled(factor), exact.scaled(factor)
    return None


_SHORT = {"s": "second", "min": "minute", "h": "hour", "d": "day"}


def _ratio(unit: str, noun: str) -> Fraction | None:
    """One ``unit`` in ``noun``: months and years by the calendar, the rest by the clock."""
    unit = _SHORT.get(unit, unit)
    for table in (HOURS, MONTHS):
        if unit in table and noun in table:
            return Fraction(*table[unit]) / Fraction(*table[noun])
    return Fraction(52) / Fraction(*MONTHS[unit]) if unit == "year" and noun == "week" else None


def _of_period(period: Period, noun: str) -> Fraction | None:
    days = (period.last - period.first).days + 1
    if noun == "day":
        return Fraction(days)
    if noun == "week":
        return Fraction(days, 7)
    if noun not in MONTHS or period.first.day != 1 or days < 28:
        return None
    months = 12 * (period.last.year - period.first.year) + period.last.month - period.first.month + 1
    return Fraction(months) / Fraction(*MONTHS[noun])
