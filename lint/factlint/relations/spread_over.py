"""What a total may be spread over: things that are counted, amounts in a unit, or a stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.periods import compares
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import units
from factlint.relations.around import alike, counts_few, has_value, same_noun
from factlint.relations.cues import cue
from factlint.relations.denominator import Denominator, counts
from factlint.relations.nearby import claims_before, positive, printed, quantities, rounded
from factlint.relations.time_lengths import length_in

_FAR_BACK = 60
"""How many claims back the things that a rate is for one of may have been counted."""
_POINTS_BACK = cue("points_back")
_WORKING = cue("working_days")
_MADE = cue("made")
_FULL = 100
_CLOSE = 2
"""Sentences between a total and the deliveries that it is spread over, where only they are counted."""
Placed = tuple[Line, int, Figure]


def unit_factor(source: str | None, target: str | None) -> Fraction | None:
    """The factor from one unit to another of its dimension."""
    if source == target:
        return Fraction(1)
    known = units()
    one, other = known.get(source or ""), known.get(target or "")
    if one is None or other is None or one.dimension != other.dimension or one.offset or other.offset:
        return None
    return one.factor / other.factor


class Number(msgspec.Struct, frozen=True, eq=False):
    """What a total may be spread over: the figure, where it stands, and its values."""

    line: Line
    figure: Figure
    value: Interval
    loose: Interval
    loosely: bool = False
    pointed: bool = False
    """Whether the sentence points back at the one that has it."""
    base: bool = False
    """Whether it is the level of the time before."""


def numbers(bound: Bound, around: list[Line], total: Placed, rate: Figure, per: Denominator) -> Iterator[Number]:
    """The things that are counted, the stretches of time, or the amounts that a total may be spread over."""
    if per.timed:
        yield from _stretches(bound, around, total, per.noun)
    elif per.unit:
        yield from _amounts(bound, around, per.unit)
    else:
        near = [number for number in _counted(bound, around, per.noun) if _spreads(number.figure, total[2], rate)]
        yield from near
        if not near and per.noun:
            far = [number for number in _further(bound, around, total, per) if _spreads(number.figure, total[2], rate)]
            far = [number for number in far if number.line is total[0] and number.pointed] or far
            levels = [number for number in far if not number.base] or far
            if len({number.figure.value for number in levels}) == 1:
                yield levels[-1]


def _spreads(figure: Figure, total: Figure, rate: Figure) -> bool:
    return figure is not rate and figure is not total and (figure.value or 0) > 1 and not alike_counts(figure, total)


def _amounts(bound: Bound, around: list[Line], unit: str) -> Iterator[Number]:
    window = _charged(around[0])
    for line in around:
        for _, figure in quantities(bound, line, frozenset({"measure"})):
            factor = unit_factor(figure.unit, unit)
            if factor is not None and positive(figure):
                if window:
                    charged = factor * window
                    yield Number(line, figure, printed(figure).scaled(charged), rounded(figure).scaled(charged))
                yield Number(line, figure, printed(figure).scaled(factor), rounded(figure).scaled(factor))


def _charged(line: Line) -> Fraction | None:
    """The part of a battery that is filled: three fifths of it in ``a charge from 20 to 80%``."""
    for position, figure in line.figures():
        if figure.kind != "percent":
            continue
        after = line.tokens[position + 1 : position + 3]
        to = after[1].figure if len(after) > 1 and after[0].word == "to" else None
        first, last = (figure.ends[0], figure.ends[-1]) if figure.is_range else (figure, to)
        if last is None or last.kind != "percent" or first.value is None or last.value is None:
            continue
        if 0 <= first.value < last.value <= _FULL:
            return (last.value - first.value) / _FULL
    return None


def _counted(bound: Bound, around: list[Line], noun: str) -> Iterator[Number]:
    for line in around:
        for _, figure in quantities(bound, line, frozenset({"count"})):
            if counts(figure, noun):
                yield Number(line, figure, printed(figure), rounded(figure))


def _further(bound: Bound, around: list[Line], total: Placed, per: Denominator) -> Iterator[Number]:
    """Counts farther back in the story; of a sentence that points back ("that is 1,500 per vehicle"), any count there."""
    line = around[0]
    pointing = line.tokens[0].word in _POINTS_BACK
    for claim in claims_before(bound, line, _FAR_BACK):
        figure = claim.figure
        usable = figure.kind == "count" and has_value(figure) and not figure.is_range and not counts_few(figure)
        if not usable or claim.role not in ("level", "base") or claim.headline:
            continue
        pointed = pointing and claim.sentence == total[0].sentence.index and claim.sentence == line.sentence.index - 1
        made = figure.noun is None and claim.measure in _MADE and same_noun(per.noun, "vehicle")
        if counts(figure, per.noun) or made or pointed:
            told = made and "measure" in claim.explicit and abs(claim.sentence - total[0].sentence.index) <= _CLOSE
            base = claim.role == "base"
            yield Number(total[0], figure, printed(figure), rounded(figure), not told or base, pointed, base)


def alike_counts(one: Figure, other: Figure) -> bool:
    """Whether two counts are of the same things, so that the one cannot be spread over the other."""
    return other.kind == "count" and one.noun is not None and other.noun is not None and alike(one, other)


def _stretches(bound: Bound, around: list[Line], total: Placed, noun: str) -> Iterator[Number]:
    """The stretches of time of the total's sentence and the rate's; else the period that the story is speaking of."""
    where, own = total[0], around[0]
    found = False
    working = any(word in _WORKING for token in own.tokens for word in token.word.split())
    for line in around if working else (where, own) if where is not own else (where,):
        for _, figure in line.figures():
            length = length_in(figure, noun) if not compares(figure) else None
            if length is not None:
                found = True
                yield Number(line, figure, length, length)
    claim = bound.claim(total[2])
    if found or claim is None or claim.period is None:
        return
    for line in around:
        for _, figure in line.figures():
            length = length_in(figure, noun) if figure.period == claim.period else None
            if length is not None:
                yield Number(where, figure, length, length)
                return
