"""Wholes whose two sides the text gives: ``24.3 million points ... public ones 5.5 ... private ones 17.9``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.addends import KINDS, NO_SUM, close, holds, miss, total_of
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.measures_apart import measures_part
from factlint.relations.nearby import claims_before
from factlint.relations.printed_whole import takes_up
from factlint.relations.relation import Certainty
from factlint.relations.sides import Side, clause_of, left_open, makes_whole, opens_whole, side_of, sides_in
from factlint.relations.total import Total

_APART = 2
"""Sentences between the two sides."""
_REACH = 80
"""Claims before them among which the whole may stand."""
_BEHIND = 1
_DIGITS = 3


class Part(msgspec.Struct, frozen=True, eq=False):
    """A level that its clause says to be of one side of something."""

    line: Line
    at: int
    figure: Figure
    claim: Claim
    side: Side


def find(bound: Bound) -> Iterator[Total]:
    """Every whole of the story that its two sides make up, or miss by a slip."""
    parts = list(_parts(bound))
    paired = -1
    for one, other in pairwise(parts):
        if one.figure.start != paired and _two_sides(one, other) and not _open(bound, one, other):
            paired = other.figure.start
            found = _whole_of(bound, one, other)
            if found is not None:
                yield found


def _parts(bound: Bound) -> Iterator[Part]:
    text = bound.article.text
    for line in bound.lines:
        if line.block.cell is not None or not sides_in(text, line.sentence.start, line.sentence.end):
            continue
        for at, figure in line.figures():
            claim = bound.claim(figure)
            if claim is None or not _level(figure, claim):
                continue
            side = side_of(text, line, at)
            if side is not None and not makes_whole(text, *clause_of(line, at)):
                yield Part(line, at, figure, claim, side)


def _level(figure: Figure, claim: Claim) -> bool:
    usable = figure.kind in KINDS and figure.unit not in NO_SUM and has_value(figure) and not figure.is_range
    return (
        usable
        and not counts_few(figure)
        and (figure.value or 0) > 0
        and claim.role in ("level", "share")
        and claim.status == "actual"
        and not figure.soft
        and not claim.headline
    )


def _two_sides(one: Part, other: Part) -> bool:
    """Whether two figures are of the two sides of one thing, in one sentence or in sentences of one breath."""
    apart = other.line.sentence.index - one.line.sentence.index
    return (
        one.side.of == other.side.of
        and one.side.name != other.side.name
        and apart <= _APART
        and one.claim.story == other.claim.story
        and alike(one.figure, other.figure)
        and _same_time(one.claim, other.claim)
        and not _strangers(one.claim, other.claim)
    )


def _same_time(one: Claim, other: Claim) -> bool:
    """Whether two claims may hold for one period: the text names no two."""
    if "period" in one.explicit and "period" in other.explicit:
        return one.same_time(other)
    return one.period is None or other.period is None or one.period == other.period


def _strangers(one: Claim, other: Claim) -> bool:
    named = "subject" in one.explicit and "subject" in other.explicit
    return named and one.subject != other.subject


def _open(bound: Bound, one: Part, other: Part) -> bool:
    text = bound.article.text
    return any(left_open(text, part.line.sentence.start, part.line.sentence.end) for part in (one, other))


def _whole_of(bound: Bound, one: Part, other: Part) -> Total | None:
    """A level of the story that the two make up; else the one that a slip, or a word of the whole, points at."""
    text = bound.article.text
    taken_up = one.line is other.line and (
        opens_whole(text, one.line.sentence.start, one.figure.start)
        or any(takes_up(token) for token in one.line.tokens[: other.at])
    )
    near: list[tuple[Total, bool]] = []
    for claim in _around(bound, one, other):
        parts = (one.figure, other.figure)
        total = total_of(claim.figure, parts, Certainty.STRONG, bound.line(claim))
        if holds(total):
            return total if claim.role == "level" else None
        line = bound.line(claim)
        at = next((at for at, figure in line.figures() if figure is claim.figure), None)
        if at is None or claim.role != "level" or not close(total) or not _of_both(bound, claim, at, one, other):
            continue
        if not taken_up and measures_part(bound, claim, (one.claim, other.claim)):
            continue
        said = makes_whole(text, *clause_of(line, at)) and claim.figure.start > other.figure.start
        near.append((total, said or taken_up))
    slips = [total for total, _ in near if _telling(total.whole) and total.slip()]
    if slips:
        return min(slips, key=miss)
    sure = [total for total, called in near if called]
    return sure[0] if len({total.whole.value for total in sure}) == 1 and len(near) == 1 else None


def _around(bound: Bound, one: Part, other: Part) -> list[Claim]:
    """The levels of the story in whose place the whole may stand, nearest first."""
    first, last = one.line.sentence.index, other.line.sentence.index
    inside = [
        claim
        for claim in (*claims_before(bound, one.line, _REACH), *_from(bound, first, last + _BEHIND))
        if claim.story == one.claim.story
        and claim.figure is not one.figure
        and claim.figure is not other.figure
        and has_value(claim.figure)
        and not claim.figure.is_range
        and claim.figure.interval is not None
        and claim.figure.interval.bounded
        and alike(claim.figure, one.figure)
        and alike(claim.figure, other.figure)
    ]
    return sorted(inside, key=lambda claim: abs(claim.sentence - first))


def _from(bound: Bound, first: int, last: int) -> list[Claim]:
    """The claims of some sentences."""
    start = bisect_left(bound.claims, first, key=lambda claim: claim.sentence)
    return list(takewhile(lambda claim: claim.sentence <= last, islice(bound.claims, start, None)))


def _of_both(bound: Bound, claim: Claim, at: int, one: Part, other: Part) -> bool:
    """Whether a level may be of both sides: of their time and maker, and of no side itself."""
    text, line = bound.article.text, bound.line(claim)
    start, end = clause_of(line, at)
    own = {side for side in sides_in(text, start, end) if side.of == one.side.of}
    if len(own) == 1 or claim.status != "actual" or claim.figure.soft or line.block.cell is not None:
        return False
    if not all(_same_time(claim, part.claim) and not _strangers(claim, part.claim) for part in (one, other)):
        return False
    if left_open(text, line.sentence.start, line.sentence.end):
        return False
    return (claim.figure.value or 0) > max(one.figure.value or 0, other.figure.value or 0)


def _telling(figure: Figure) -> bool:
    """Whether a figure has so many digits that a slip hardly explains it by chance."""
    return bool(figure.value and figure.step) and (figure.value or 0) / (figure.step or 1) >= 10**_DIGITS
