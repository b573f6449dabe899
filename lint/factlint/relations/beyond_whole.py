"""Parts and months that stand near their whole and pass it: ``336,000 worldwide. In China alone, 361,000``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Token
from factlint.claims.periods import compares, moment_of
from factlint.claims.undated import YEAR as UNDATED
from factlint.figures.figure import Period
from factlint.relations.cues import cue
from factlint.relations.nearby import akin
from factlint.relations.passage import Level, passage

_FREE = frozenset({"cumulative", "group", "global", "net"})
_ALONE = frozenset({"alone", "on its own", "by itself"})
_HOPED = frozenset({"target", "forecast"})
_WORLD = cue("of_the_world")
_OTHERS = cue("told_apart")
_GRAINS = {"day": 0, "week": 1, "month": 2, "quarter": 3, "half": 4, "span": 4, "year": 5}
_RELATIVE = {"this-month": 2, "last-month": 2, "this-quarter": 3, "last-quarter": 3, "this-year": 5, "year-to-date": 6}
_TO_DATE = 6
_KINDS = frozenset({"count", "money"})
_SIDE = 4
_BREAK = 5
_FAR = 3
_NAMED = 6

Pair = tuple[Level, Level]


class Stretch(msgspec.Struct, frozen=True):
    """How long the time is that a level is for, and which, where that is known."""

    rank: int
    period: Period | None


_RECALLED = Stretch(_TO_DATE, None)
"""``the lowest since October 2019``: when it was as low before, not for how long the level is."""


def parts_beyond(bound: Bound) -> Iterator[Pair]:
    """(part, whole): a level that is said to be of one place or member alone, and the larger one it is taken from."""
    for line in bound.lines:
        near = [level for level in passage(bound, line, 1) if level.figure.kind in _KINDS]
        for part in near:
            if part.line is not line or not _single(part) or not _adds_up(bound, part) or _over_years(part):
                continue
            wholes = [one for one in near if one.figure.start < part.figure.start and _may_hold(bound, one, part)]
            told = _alone(part) or any(_of_the_world(one) or _kind_of(part, one) for one in wholes)
            if wholes and told:
                yield part, max(wholes, key=lambda one: one.figure.value or 0)


def months_beyond(bound: Bound) -> Iterator[Pair]:
    """(short, long): levels of one thing in sentences next to each other, the time of the one inside that of the other."""
    for line in bound.lines:
        if any(token.word in _OTHERS or token.tags & _HOPED for token in line.tokens):
            continue
        near = [level for level in passage(bound, line, 1) if level.figure.kind in _KINDS]
        told = [(level, _stretch(level)) for level in near]
        for short, inner in told:
            for long, outer in told:
                if line not in (short.line, long.line) or inner is None or outer is None:
                    continue
                if (
                    _adds_up(bound, short)
                    and short.claim.status == "actual"
                    and _may_hold(bound, long, short)
                    and _inside(inner, outer)
                    and not _of_two_makers(bound, short, long)
                ):
                    yield short, long


def _of_two_makers(bound: Bound, one: Level, other: Level) -> bool:
    """Whether beside either of two levels a name stands that is not beside the other: each is of its own."""
    first, second = (
        {
            token.name.entity
            for token in level.line.tokens[max(0, level.at - _NAMED) : level.at + _NAMED]
            if token.name is not None and token.name.kind not in ("market", "place")
        }
        for level in (one, other)
    )
    return bool(first) and bool(second) and first != second


def _single(level: Level) -> bool:
    claim = level.claim
    placed = any(facet.startswith("in:") or facet in _KINDS_OF for facet in claim.scope)
    return not level.back and claim.status == "actual" and (placed or _alone(level))


_KINDS_OF = {
    "BEV": "NEV", "PHEV": "NEV", "EREV": "NEV", "FCEV": "NEV", "truck": "commercial", "bus": "commercial", "van": "commercial",
    "suv": "passenger", "sedan": "passenger", "mpv": "passenger",
}  # fmt: skip
"""Facets that are kinds of another."""


def _kind_of(part: Level, whole: Level) -> bool:
    """Whether a level counts a kind of what another one counts: battery-electric cars among new-energy ones."""
    wider = {_KINDS_OF[facet] for facet in part.claim.scope if facet in _KINDS_OF}
    return bool(wider & whole.claim.scope) and "measure" in part.claim.explicit | whole.claim.explicit


def _over_years(level: Level) -> bool:
    """``110,000 went to Belgium alone over two years``: a part of another time."""
    return any(
        token.figure is not None and token.figure.kind == "duration" for token in level.line.tokens[level.at + 1 :]
    )


def _alone(level: Level) -> bool:
    """Whether ``alone`` stands beside a level, and not beside a time: ``in China alone``, but not ``in May alone``."""
    tokens = level.line.tokens
    for at in range(max(0, level.at - 2 * _SIDE), min(level.at + _SIDE + 1, len(tokens))):
        if tokens[at].word in _ALONE or (tokens[at].word == "own" and at > 1 and tokens[at - 2].word == "on"):
            before = tokens[at - 1].figure if at else None
            return before is None or moment_of(before) is None
    return False


def _of_the_world(level: Level) -> bool:
    """Whether a level is said to be of everything: ``98,000 people worldwide``."""
    tokens = level.line.tokens
    return any(token.word in _WORLD for token in tokens[max(0, level.at - _SIDE) : level.at + _SIDE])


def _may_hold(bound: Bound, whole: Level, part: Level) -> bool:
    """Whether a level may be what another one is a part of."""
    first, second = whole.claim, part.claim
    if whole is part or whole.back or part.back or not akin(whole.figure, part.figure):
        return False
    behind = whole.line.tokens[whole.at + 1 : whole.at + 2]
    if behind and behind[0].word == "of":
        return False
    if first.status != second.status or first.role not in ("level", "end") or second.role != "level":
        return False
    if first.basis is not None or second.basis is not None or first.headline or second.headline:
        return False
    family = bound.words.family
    if first.measure and second.measure and family(first.measure) != family(second.measure):
        return False
    if first.subject and second.subject and first.subject != second.subject and not _alone(part):
        return False
    wider = {_KINDS_OF[facet] for facet in second.scope if facet in _KINDS_OF} | _FREE
    narrowing = {facet for facet in first.scope - wider if not (facet.startswith("in:") and _alone(part))}
    if not narrowing <= second.scope:
        return False
    values = whole.figure.value, part.figure.value
    return bool(values[0] and values[1]) and values[1] < values[0] * _FAR  # type: ignore[operator]


def _adds_up(bound: Bound, level: Level) -> bool:
    measure = bound.words.measures.get(level.claim.measure or "")
    if measure is not None:
        return measure.flow
    return level.figure.noun is not None or (level.claim.measure or "").startswith("verb:")


def _stretch(level: Level) -> Stretch | None:
    """The time nearest to a level in its clause; none where two stand equally near."""
    tokens = level.line.tokens
    found: list[tuple[int, Stretch]] = []
    for at, token in enumerate(tokens):
        told = _told(tokens, at)
        if told is not None:
            breaks = abs(token.segment - tokens[level.at].segment)
            crossed = sum(
                one.figure is not None and one.figure.kind == level.figure.kind
                for one in tokens[min(at, level.at) + 1 : max(at, level.at)]
            )
            found.append((abs(at - level.at) + _BREAK * breaks + 2 * _BREAK * crossed, told))
    if not found:
        return None
    found.sort(key=lambda one: one[0])
    if len(found) > 1 and found[1][0] == found[0][0]:
        return None
    return found[0][1] if found[0][1] is not _RECALLED else None


def _told(tokens: Sequence[Token], at: int) -> Stretch | None:
    token = tokens[at]
    before = [one.word for one in tokens[max(0, at - 3) : at]]
    if "since" in before:
        if any(one.tags & {"extreme", "record"} or one.word == "time" for one in tokens[max(0, at - 4) : at]):
            return _RECALLED
        return Stretch(_TO_DATE, None) if token.figure is not None or token.word in _BEGINNINGS else None
    if "s:cumulative" in token.tags:
        return Stretch(_TO_DATE, None)
    if "whole_year" in token.tags:
        return Stretch(_GRAINS["year"], None)
    figure = token.figure
    if figure is None or compares(figure):
        return None
    if figure.relative in _RELATIVE:
        return Stretch(_RELATIVE[figure.relative], figure.period)
    moment = moment_of(figure)
    if not isinstance(moment, Period) or moment.grain not in _GRAINS:
        return None
    return Stretch(_GRAINS[moment.grain], moment)


_BEGINNINGS = frozenset({"start", "beginning", "launch", "then", "outset", "turn"})


def _inside(inner: Stretch, outer: Stretch) -> bool:
    if inner.rank == 0 or inner.rank >= outer.rank or inner.rank > _GRAINS["quarter"]:
        return False
    one, other = inner.period, outer.period
    if outer.rank == _TO_DATE or other is None:
        return True
    if one is None:
        return False
    if (one.first.year == UNDATED) is not (other.first.year == UNDATED):
        return False
    return one.within(other)
