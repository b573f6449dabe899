"""Pairs of a sentence that a tie makes one quantity: neighbours, triples, ranges end by end, lists in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.amount import Amount, amount_of, amounts
from factlint.relations.relation import Certainty
from factlint.relations.tie import Gap, continues, gap, tied

Fits = Callable[[Amount, Amount], bool]
"""Whether two amounts can be one quantity at all."""
Likely = Callable[[Figure, Figure], bool]
"""Whether two figures are worth a closer look."""


class Pair(NamedTuple):
    """``repeated`` is said to be ``given`` over again; ``around`` is None for the ends of ranges."""

    given: Amount
    repeated: Amount
    certainty: Certainty
    around: Gap | None = None


def pairs(text: str, line: Line, fits: Fits, likely: Likely) -> Iterator[Pair]:
    """Every pair of a sentence that a bracket, ``or``, ``that is`` and the like ties together.

    ``likely`` is asked first, of every two neighbouring figures: most sentences have no such pair.
    """
    if not any(likely(one, other) for (_, one), (_, other) in pairwise(line.figures())):
        return
    found = amounts(line)
    origin: Pair | None = None
    skip = -1
    for at, (given, repeated) in enumerate(pairwise(found)):
        if at <= skip:
            continue
        around = gap(text, line, given.position, repeated.position, repeated.figure.hedge)
        if origin is not None and fits(origin.given, repeated) and continues(around):
            yield Pair(origin.given, repeated, origin.certainty, around)
            continue
        origin = None
        tie = tied(around) if fits(given, repeated) and not _for_each(line, repeated) else None
        if tie is None:
            continue
        second = found[at + 2] if at + 2 < len(found) else None
        if second is not None and _listed(text, line, repeated, second):
            yield from _in_order(found, at, tie)
            skip = at + 1
            continue
        origin = Pair(given, repeated, tie, around)
        yield origin
    yield from _ranges(text, line, fits)


def _for_each(line: Line, repeated: Amount) -> bool:
    """``104.8 billion yuan, or some 137,500 yuan for each vehicle``: a rate, not the same amount again."""
    after = [token.word for token in line.tokens[repeated.position + 1 : repeated.position + 7]]
    return (
        any(word in ("for each", "for every") for word in after)
        or any(one in ("for", "to") and other in ("each", "every") for one, other in pairwise(after))
        or after[:1] == ["each"]
    )


def _listed(text: str, line: Line, one: Amount, other: Amount) -> bool:
    """``179 and 218 PS``: two amounts in one unit, which repeat two others in their order."""
    if one.unit != other.unit or one.kind != other.kind:
        return False
    return continues(gap(text, line, one.position, other.position, other.figure.hedge))


def _in_order(found: list[Amount], at: int, tie: Certainty) -> Iterator[Pair]:
    """``132 and 160 kW, or 179 and 218 PS``; nothing when the first list is not as long."""
    if at and found[at - 1].unit == found[at].unit and found[at - 1].kind == found[at].kind:
        yield Pair(found[at - 1], found[at + 1], min(tie, Certainty.STRONG))
        yield Pair(found[at], found[at + 2], min(tie, Certainty.STRONG))


def _ranges(text: str, line: Line, fits: Fits) -> Iterator[Pair]:
    """``2,178-2,273 kg (4,802-5,011 lb)``."""
    ranged = [(position, figure) for position, figure in line.figures() if len(figure.ends) == 2]
    for (first, one), (second, other) in pairwise(ranged):
        if any(token.figure is not None for token in line.tokens[first + 1 : second]):
            continue
        tie = tied(gap(text, line, first, second, other.hedge))
        if tie is None:
            continue
        for given_end, repeated_end in zip(one.ends, other.ends, strict=True):
            given, repeated = amount_of(given_end, first), amount_of(repeated_end, second)
            if given is not None and repeated is not None and fits(given, repeated):
                yield Pair(given, repeated, tie)
