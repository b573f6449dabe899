"""What bears a headline's figure out: the same figure in the story, or figures that it follows from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import UnknownUnitError, convert
from factlint.relations.around import alike, same_noun
from factlint.relations.pool import DIGITS, Pool
from factlint.relations.relation import tightest, widest

MOST = 80
"""With more figures of a kind than this, chance bears everything out and nothing is claimed."""
_HUNDRED = 100
_REACH = Fraction(4, 3)
_SLACK = Fraction(7, 100)
_RATES = frozenset({"percent", "points", "ratio", "multiple"})
_OPEN = Interval(None, None)
_LISTED = 60
_TIMES = (2, 3)
_ADDENDS = 12
_FACTORS = frozenset({"percent", "ratio", "count", "duration"})


def supported(stated: Figure, pool: Pool, change: bool = False) -> bool:
    """Whether a story prints a figure, in this form or another, or prints figures that it follows from.

    ``change``: the headline calls it a change, which may lie between levels that stand far apart.
    """
    wanted = [figure for figure in (stated, *stated.ends) if figure.interval is not None]
    return all(_borne_out(figure, pool, change) for figure in wanted)


def printed(stated: Figure, pool: Pool) -> bool:
    """Whether a story prints a figure, in this form or another, or lists as many things."""
    wanted = [figure for figure in (stated, *stated.ends) if figure.interval is not None]
    return all(_printed(figure, pool) or _counted(figure, pool) for figure in wanted)


def _borne_out(stated: Figure, pool: Pool, change: bool) -> bool:
    if _printed(stated, pool) or _counted(stated, pool):
        return True
    kin = [figure for figure in pool.figures if figure.kind == stated.kind and figure.unit == stated.unit]
    levels = [figure for figure in pool.figures if figure.kind in ("count", "money", "measure", "duration")]
    if len(kin) > MOST or len(pool.figures) > 4 * MOST:
        return True
    target = around(stated)
    if stated.kind in _RATES:
        given = _compared(stated, target, levels, pool) or _combined(target, kin, pool, change)
        return given or _remainder(target, stated, kin)
    return _combined(target, kin, pool, change) or _multiplied(target, stated, kin, pool)


def around(stated: Figure) -> Interval:
    """The values that a headline may stand for: rounded to its digits, "over" closed a third further on, "up to" near.

    A number that is cut off is not looked for: twice as many figures would bear a headline out by chance.
    """
    interval = widest(stated)
    low, high = interval.low, interval.high
    value = stated.value if stated.value is not None else (low if low is not None else high)
    if value is None:
        return _OPEN
    if stated.hedge is None and stated.value is not None and low is not None and high is not None:
        high = min(high, value + (value - low)) if value > 0 else high
    lead = _leading(value)
    if high is None and low is not None:
        high = max(low * _REACH, low + lead)
    if low is None and high is not None:
        low = high - abs(high) * _SLACK
    if stated.soft and low is not None and high is not None:
        slack = max(abs(value) * _SLACK, (stated.step or Fraction(0)) / 2)
        low, high = max(low - slack, value - 2 * slack), min(high + slack, value + 2 * slack)
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _leading(value: Fraction) -> Fraction:
    """The place value of the first digit."""
    if not value:
        return Fraction(1)
    place, size = Fraction(1), abs(value)
    while size >= place * 10:
        place *= 10
    while size < place:
        place /= 10
    return place


def _printed(stated: Figure, pool: Pool) -> bool:
    """Whether the story prints the figure: in its kind and unit, in another unit, or as the same bare number."""
    target = around(stated)
    for figure in pool.figures:
        interval = figure.interval
        if interval is None or (figure.is_range and not _narrow(interval)):
            continue
        if figure.value is not None and figure.value == stated.value and _may_be_one(stated, figure):
            return True
        if stated.kind in _RATES and figure.kind in _RATES:
            if target.overlaps(_in_percent(figure, stated)) or target.overlaps(-_in_percent(figure, stated)):
                return True
        elif figure.kind == stated.kind and figure.unit == stated.unit:
            if target.overlaps(around(figure)) and _same_things(stated, figure):
                return True
        elif figure.kind == stated.kind and _converted(figure, stated, target, pool):
            return True
    return False


def _narrow(interval: Interval) -> bool:
    """Whether the ends of a range lie so close that a headline may give one number for it."""
    return interval.low is not None and interval.high is not None and interval.high <= interval.low * _REACH


def _may_be_one(stated: Figure, figure: Figure) -> bool:
    """Whether two equal numbers may be one figure, though one of them lost its unit or is counted as a rank."""
    if figure.kind == stated.kind:
        return figure.unit == stated.unit or figure.unit is None or stated.unit is None
    plain = ("count", "rank")
    return (stated.kind in plain or figure.kind in plain) and not {stated.kind, figure.kind} & _RATES


def _same_things(stated: Figure, figure: Figure) -> bool:
    """Whether a rounded figure of the story may count what the headline counts; an equal number always may."""
    if stated.noun is None or figure.noun is None or figure.value == stated.value:
        return True
    return same_noun(stated.noun, figure.noun) or tightest(stated).overlaps(tightest(figure))


def _in_percent(figure: Figure, stated: Figure) -> Interval:
    """A rate in the scale of the headline's: a ratio of a half is 50 percent, a doubling 100 percent more."""
    interval = widest(figure)
    if figure.kind in ("ratio", "multiple") and stated.kind in ("percent", "points"):
        scaled = interval.scaled(_HUNDRED)
        return scaled.hull(scaled.shifted(-_HUNDRED)) if figure.kind == "multiple" else scaled
    if figure.kind in ("percent", "points") and stated.kind in ("ratio", "multiple"):
        scaled = interval.scaled(Fraction(1, _HUNDRED))
        return scaled.hull(scaled.shifted(1)) if stated.kind == "multiple" else scaled
    return interval


def _converted(figure: Figure, stated: Figure, target: Interval, pool: Pool) -> bool:
    """Whether a figure in another unit is the same amount; of money it may be where the story has no such currency."""
    if stated.kind == "money":
        return not any(other.unit == stated.unit for other in pool.figures)
    if figure.unit is None or stated.unit is None:
        return False
    try:
        return target.overlaps(convert(around(figure), figure.unit, stated.unit))
    except UnknownUnitError:
        return False


def _counted(stated: Figure, pool: Pool) -> bool:
    """Whether the headline counts the items of the story, or prints a number that the text has in any form."""
    if stated.kind in _RATES:
        return False
    if stated.kind == "count" and stated.value is not None and stated.value <= _LISTED and stated.value in pool.listed:
        return True
    match = DIGITS.search(stated.quote)
    printed = match.group().rstrip(".,").replace(",", "") if match else ""
    bare = stated.noun is None and stated.unit is None
    return (len(printed) > 2 or bare) and printed in pool.numbers


def _compared(stated: Figure, target: Interval, levels: Sequence[Figure], pool: Pool) -> bool:
    """Whether two levels that stand near each other give the rate as a change, a share or a multiple."""
    scale = _HUNDRED if stated.kind in ("percent", "points") else 1
    for first, second in _neighbours(levels, pool):
        for one, other in ((first, second), (second, first)):
            quotient = _exact(one).over(_exact(other)).scaled(scale)
            changed = quotient.shifted(-scale)
            if any(target.overlaps(rate) for rate in (quotient, changed, -changed)):
                return True
    return False


def _exact(figure: Figure) -> Interval:
    """A level rounded to its digits, without its hedge."""
    interval = tightest(figure)
    if figure.value is None:
        return interval
    if figure.hedge or not interval.bounded or figure.step is None:
        return Interval.point(figure.value)
    return Interval(figure.value - figure.step / 2, figure.value + figure.step / 2, True, False)


def _neighbours(figures: Sequence[Figure], pool: Pool, same: bool = True) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of one kind and unit (and noun, where ``same``) that stand within two sentences of each other."""
    for at, figure in enumerate(figures):
        for other in figures[at + 1 : at + 12]:
            if pool.sentence[other.start] - pool.sentence[figure.start] > 2:
                break
            if _values(figure, other) and (alike(figure, other) or not same or _bare(figure) or _bare(other)):
                yield figure, other


def _bare(figure: Figure) -> bool:
    """Whether a number leaves its unit to the one beside it: ``24,000 euros ... had been 40,000``."""
    return figure.kind == "count" and figure.noun is None and figure.value is not None and figure.value >= _HUNDRED


def _values(*figures: Figure) -> bool:
    return all(figure.value is not None for figure in figures)


def _combined(target: Interval, kin: Sequence[Figure], pool: Pool, change: bool) -> bool:
    """Whether the figure is the sum or difference of two figures, or the sum of a run of neighbours."""
    pairs = combinations(kin, 2) if change else _neighbours(kin, pool, same=False)
    for one, other in pairs:
        if one.value is None or other.value is None:
            continue
        if target.contains(one.value + other.value) or target.contains(abs(one.value - other.value)):
            return True
    return any(target.contains(total) for total in _totals(kin, pool))


def _totals(kin: Sequence[Figure], pool: Pool) -> Iterator[Fraction]:
    """The sums of three and more figures that follow each other without a sentence between."""
    runs: list[list[Fraction]] = [[]]
    last = -1
    for figure in kin:
        sentence = pool.sentence[figure.start]
        if last >= 0 and sentence - last > 1:
            runs.append([])
        last = sentence
        if figure.value is not None:
            runs[-1].append(figure.value)
    for run in runs:
        for first in range(len(run) - 2):
            total = run[first] + run[first + 1]
            for value in run[first + 2 : first + _ADDENDS]:
                total += value
                yield total


def _remainder(target: Interval, stated: Figure, kin: Sequence[Figure]) -> bool:
    """Whether the rate is what a share of the story leaves of the whole."""
    if stated.kind != "percent":
        return False
    return any(target.contains(_HUNDRED - figure.value) for figure in kin if figure.value is not None)


def _multiplied(target: Interval, stated: Figure, kin: Sequence[Figure], pool: Pool) -> bool:
    """Whether a figure times one of its sentence or the next gives the headline's: 1,000 a month, for twelve months."""
    if stated.kind not in ("count", "money", "measure"):
        return False
    factors: defaultdict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for figure in pool.figures:
        if figure.kind in _FACTORS and figure.value and any(char.isdigit() for char in figure.quote):
            scale = _HUNDRED if figure.kind in ("percent", "points") else 1
            factors[pool.sentence[figure.start]].append((figure.start, figure.value / scale))
    doubled = (one for one in kin if one.value is not None and any(target.contains(one.value * by) for by in _TIMES))
    if any(pool.repeats(pool.sentence[one.start]) for one in doubled):
        return True
    return any(
        target.contains(figure.value * by)
        for figure in kin
        if figure.value is not None
        for sentence in (pool.sentence[figure.start], pool.sentence[figure.start] + 1)
        for start, by in factors.get(sentence, [])[:MOST]
        if start != figure.start
    )
