"""Rates and averages: a total, what it is spread over, and how much falls to one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lexicon import facets_of, measures_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.denominator import Denominator, denominator, timed
from factlint.relations.meant import may_be_slip
from factlint.relations.nearby import lines_before, positive, printed, quantities, rounded, strangers
from factlint.relations.rate_context import (
    added_to,
    conditional,
    financed,
    goes_on,
    of_another_season,
    of_its_own_time,
    of_then_or_there,
    of_two_periods,
)
from factlint.relations.relation import Certainty, Relation, Verdict, judge
from factlint.relations.slipped import slipped
from factlint.relations.spread_over import Placed, numbers, unit_factor

_REACH = 3
_TELLING = 3
_CLOCK = (60, 24, 7, 12)
"""How many of a unit of time make the next one: what a rate is off by whose time is in the wrong unit."""
_NEAR = Fraction(1, 50)
_INTEREST = Fraction(8, 5)
"""What a loan may add to the monthly share of a price."""
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
    loosely: bool = False
    """Whether the words only suggest that the number counts what the rate is for one of."""

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
        spread = (self.number.low + self.number.high) / 2
        if self.counted.kind == "count" and self.counted.value is not None and self.number.contains(self.counted.value):
            spread = self.counted.value
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
            if counts_few(rate) and rate.value == 1:
                continue  # "one charger per 7,800 vehicles" is for many of the other, not for one
            per = denominator(line, position)
            if per is None or not positive(rate):
                continue
            found = _chosen(bound, line, position, per)
            if found is not None:
                yield found


def _chosen(bound: Bound, line: Line, position: int, per: Denominator) -> PerUnit | None:
    """A reading that holds; else the one that the text leaves no choice about, or that a slip explains."""
    candidates = list(_candidates(bound, line, position, per))
    behind = [token.figure for token in line.tokens[position + 1 : position + 7] if token.word != ";"]
    lengths = [figure for figure in behind if figure is not None and figure.kind in ("duration", "count")]
    if per.timed and lengths:
        candidates = [one for one in candidates if one.counted in lengths or one.verdict() <= Verdict.LOOSE]
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    counted = frozenset(candidate.counted.start for candidate in candidates)
    if conditional(line, position) or (per.timed and of_its_own_time(line, position, counted)):
        return None
    if financed(line, position):
        return None
    if per.noun == "month" and any(_with_interest(candidate) for candidate in candidates):
        return None
    if per.timed:
        candidates = [candidate for candidate in candidates if candidate.total.start < candidate.rate.start]
    plausible = [
        candidate
        for candidate in candidates
        if candidate.certainty is not Certainty.WEAK
        and _plausible(candidate)
        and not goes_on(bound, candidate.counted)
        and not of_another_season(line, candidate.rate, candidate.total)
        and not of_then_or_there(bound, line, position, candidate.total)
    ]
    if len(plausible) == 1 or len(_distinct(plausible)) == 1:
        best = max(plausible, key=lambda candidate: candidate.certainty)
        if best.certainty is Certainty.KNOWN or not best.loosely or _slip(best, per.timed):
            return best
    return next((candidate for candidate in plausible if _slip(candidate, per.timed and candidate.loosely)), None)


def _slip(candidate: PerUnit, telling: bool = False) -> bool:
    """Whether one slip explains a rate; ``telling`` asks for three digits, of which two can hardly agree by chance."""
    value, step = candidate.rate.value, candidate.rate.step
    digits = len(str(int(value / step)).rstrip("0")) if value and step else 0
    return (digits >= _TELLING or not telling) and bool(slipped(candidate.rate, candidate.exact() or Fraction(0)))


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
    if candidate.counted.kind == "duration" and any(abs(max(quotient, 1 / quotient) / n - 1) < _NEAR for n in _CLOCK):
        return True
    rate, number = printed(candidate.rate), candidate.number
    return may_be_slip(candidate.rate, candidate.computed()) or (
        rate.low is not None
        and rate.low > 0
        and may_be_slip(candidate.total, rate.times(number).scaled(1 / candidate.factor))
    )


def _with_interest(candidate: PerUnit) -> bool:
    """Whether a monthly sum is larger than its share of a price, but not by more than interest may add."""
    exact, stated = candidate.exact(), candidate.rate.value
    timed = candidate.counted.kind == "duration" and candidate.rate.kind == "money"
    return timed and exact is not None and stated is not None and exact < stated < exact * _INTEREST


def _candidates(bound: Bound, line: Line, position: int, per: Denominator) -> Iterator[PerUnit]:
    rate = line.tokens[position].figure
    assert rate is not None
    around = [line, *lines_before(bound, line, _REACH)]
    totals = [place for place in _placed(bound, around) if place[2] is not rate and _totals(place[2], rate)]
    totals = [place for place in totals if not strangers(bound, place[2], rate) or place[0] is line]
    for where, at, total in totals:
        if where is line and at > position and added_to(line, position, at):
            continue
        for number in numbers(bound, around, (where, at, total), rate, per):
            if _of_another_clause(bound, line, position, total, number.figure):
                continue
            factor = _factor(total, rate)
            if not per.timed and of_two_periods(bound, total, number.figure):
                continue
            if factor is None or counts_few(number.figure) or (number.value.low is not None and number.value.low < 1):
                continue
            yield PerUnit(
                figures=(rate, total, number.figure),
                rate=rate,
                total=total,
                counted=number.figure,
                number=number.value,
                loose_number=number.loose,
                loosely=number.loosely or (per.timed and where is not line and number.line is not line),
                factor=factor,
                average=per.average or per.timed,
                noun=per.noun,
                certainty=_certainty(line, where, number.line, per),
                quoted=line.quoted(rate),
            )


def _of_its_own(bound: Bound, line: Line, position: int, total: Figure) -> bool:
    """``22.4 GWh of cells, using 80 percent of its capacity of 28 GWh a year``: the rate has a measure of its own."""
    before = line.tokens[max(0, position - 4) : position]
    if any(token.word == "capacity" for token in before):
        return True
    if len(before) < 2 or before[-1].word not in ("of", "is", "was", "at") or any("each" in t.tags for t in before):
        return False
    named, whole = measures_of(before[-2].tags), bound.claim(total)
    if not named or whole is None or whole.measure is None:
        return False
    return bound.words.family(whole.measure) not in {bound.words.family(measure) for measure in named}


def _of_another_clause(bound: Bound, line: Line, position: int, total: Figure, number: Figure) -> bool:
    """``it built 61,300 cars; capacity was then 150,000 a year``, ``38,600 vehicles; diesel vans brought 1,120 each``."""
    if _of_its_own(bound, line, position, total):
        return True
    start = next((at for at in range(position - 1, -1, -1) if line.tokens[at].word == ";"), None)
    if start is None or total.start >= line.tokens[start].start:
        return False
    clause = line.tokens[start + 1 : position]
    if any({"other", "others"} & set(token.word.split()) for token in clause):
        return True
    whole, counted = bound.claim(total), bound.claim(number)
    measures = {bound.words.family(measure) for token in clause for measure in measures_of(token.tags)}
    if (
        measures
        and whole is not None
        and whole.measure is not None
        and bound.words.family(whole.measure) not in measures
    ):
        return True
    kinds = ("powertrain", "vehicle")
    facets = {facet for token in clause for facet in facets_of(token.tags) if bound.words.axes[facet] in kinds}
    return bool(facets) and counted is not None and not facets <= counted.scope


def _placed(bound: Bound, lines: list[Line]) -> Iterator[Placed]:
    for line in lines:
        for at, figure in quantities(bound, line):
            claim = bound.claim(figure)
            if positive(figure) and (claim is None or claim.role != "base"):
                yield line, at, figure


def _certainty(line: Line, total: Line, counted: Line, per: Denominator) -> Certainty:
    """All in one sentence is known; total and number together in another is strong."""
    if line is total is counted:
        return Certainty.KNOWN
    back = line.sentence.index - min(total.sentence.index, counted.sentence.index)
    if per.timed and total is not line:
        near = counted is line or line.sentence.index - total.sentence.index == 1
        return Certainty.STRONG if per.average and near else Certainty.WEAK
    if not per.noun and not per.unit and (back > 1 or total is counted is not line):
        return Certainty.WEAK
    together = total is line or total is counted or abs(total.sentence.index - counted.sentence.index) <= 1
    return Certainty.STRONG if together and back <= _REACH else Certainty.WEAK


def _totals(total: Figure, rate: Figure) -> bool:
    """Whether a figure can be what a rate is a part of: of its kind, in a unit that leads to its own."""
    if _factor(total, rate) is None or counts_few(total) or total.interval is None or not total.interval.bounded:
        return False
    if rate.kind == "count" and rate.noun is not None:
        return alike(total, rate)
    return True


def _factor(total: Figure, rate: Figure) -> Fraction | None:
    unit = (rate.unit or "").partition("/")[0] or None
    if total.kind != rate.kind:
        return Fraction(1) if rate.kind == "money" and _bare(total) else None
    if rate.unit == "mph":
        unit = "mi"
    if total.unit == rate.unit and unit != "km":
        return Fraction(1)
    return unit_factor(total.unit, unit)


def _bare(total: Figure) -> bool:
    """``of which vehicle sales made up 10.14 billion``: an amount whose currency is not said again."""
    return total.kind == "count" and total.noun is None and total.quote[-1:].isalpha()
