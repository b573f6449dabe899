"""A month or quarter and the longer run that holds it, told in one sentence: ``6,340 in June alone; since January 25,930``."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Period
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.cues import cue
from factlint.relations.earlier import earlier

_PAST = cue("told_apart")
_SHORT = frozenset({"month", "quarter"})
_LONG = frozenset({"span", "half"})
_RECEIVERS = frozenset({"users"})
"""Whoever things are handed to: ``customers received 262 cars``."""
_REACH = 6


def told_together(bound: Bound, line: Line) -> Iterator[tuple[Claim, Claim]]:
    """(short, long): the only two counts of a sentence, of a month or quarter and of a run of months that holds it."""
    placed = [(at, one) for at, one in line.figures() if one.kind == "count" and not counts_few(one)]
    if len(placed) != 2 or any(token.word in _PAST or "past" in token.tags for token in line.tokens):
        return
    figures = [figure for _, figure in line.figures()]
    if any(figure.relative is not None or figure.kind in ("multiple", "percent") for figure in figures):
        return
    if not alike(placed[0][1], placed[1][1]) or any(earlier(line, at) or not has_value(one) for at, one in placed):
        return
    for (at, one), (other_at, other) in (placed, placed[::-1]):
        short, long = bound.claim(one), bound.claim(other)
        if short is None or long is None or not _levels(short, long) or not _flows(bound, short, long):
            continue
        months, run = _months(line, at), _run(line, other_at)
        if months is not None and run is not None and run[0] <= months[0] and months[1] <= run[1]:
            yield short, long


def _levels(short: Claim, long: Claim) -> bool:
    same = short.measure == long.measure and short.subject == long.subject
    if _kinds(short) and _kinds(long) and _kinds(short) != _kinds(long):
        return False
    return same and all(claim.role in ("level", "base") and claim.status == "actual" for claim in (short, long))


def _kinds(claim: Claim) -> frozenset[str]:
    return claim.scope - {"cumulative"}


def _flows(bound: Bound, short: Claim, long: Claim) -> bool:
    """Whether months add up: of a measure that does, or of things that are named and no stock of them."""
    measure = bound.words.measures.get(short.measure or "")
    if measure is not None and measure.name not in _RECEIVERS:
        return measure.flow
    return bool(short.figure.noun or long.figure.noun)


def _beside(line: Line, at: int) -> Iterator[int]:
    """The places of the words about a figure: behind it, then before it, up to the next figure that is counted."""
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(line.tokens) and abs(place - at) <= _REACH:
            token = line.tokens[place]
            if token.word == ";" or (token.figure is not None and token.figure.kind == "count"):
                break
            yield place
            place += step


def _months(line: Line, at: int) -> tuple[int, int] | None:
    """The first and last month of the month or quarter that a figure is for; of ``in the quarter`` any would do."""
    for place in _beside(line, at):
        token, period = line.tokens[place], line.tokens[place].figure
        if period is not None and period.period is not None:
            if period.period.grain in _SHORT and not _since(line, place):
                return period.period.first.month, period.period.last.month
            return None
        if token.word in _SHORT and line.tokens[place - 1].word in ("the", "in the"):
            return 1, 1
    return None


def _run(line: Line, at: int) -> tuple[int, int] | None:
    """The first and last month of a run: ``in the nine months to September``, ``since January``, ``so far this year``."""
    for place in _beside(line, at):
        token, figure = line.tokens[place], line.tokens[place].figure
        if "s:cumulative" in token.tags:
            return 1, 12
        period = figure.period if figure is not None else None
        if isinstance(period, Period):
            if _since(line, place):
                return period.first.month, 12
            if period.grain in _LONG and period.first.month <= period.last.month:
                return period.first.month, period.last.month
            return None
    return None


def _since(line: Line, place: int) -> bool:
    return any(token.word == "since" for token in line.tokens[max(0, place - 2) : place])
