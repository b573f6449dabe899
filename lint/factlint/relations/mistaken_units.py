"""Figures that would agree with those around them, had they their unit or currency: one word was taken for another."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import units
from factlint.relations import breakdown, difference, multiple, per_unit, share
from factlint.relations.relation import Certainty, Relation, Verdict, widest
from factlint.relations.unit_slip import KINDS, MISTAKEN, UnitSlip, telling, unit_slip

_READERS: tuple[Callable[[Bound], Iterable[Relation]], ...] = (
    breakdown.find,
    difference.find,
    share.find,
    multiple.find,
    per_unit.find,
)
_TELLING = 3
_MOST = 40
"""Figures of an article whose unit is tried in another way."""


def mistaken_units(bound: Bound, found: Sequence[Relation]) -> Iterator[UnitSlip]:
    """Figures that no relation bears out, and that one would, had they the unit of the figures around them.

    ``lowered the price by 20,000 dollars, from 269,000 to 249,000 yuan``. ``found`` are the relations as printed.
    """
    stands: dict[int, list[Relation]] = {}
    tried = 0
    for at, line in enumerate(bound.lines):
        if line.block.cell is not None:
            continue
        for odd, unit in _mixed(bound, at, line):
            if not stands:
                stands = _by_figure(found)
            if any(relation.verdict() <= Verdict.LOOSE for relation in stands.get(odd.start, ())):
                continue
            tried += 1
            if tried > _MOST:
                return
            if (held := _would_hold(bound, at, line, odd, unit)) is not None:
                yield unit_slip(line, odd, [figure for figure in held.figures if figure.start != odd.start])
                break


def _by_figure(found: Sequence[Relation]) -> dict[int, list[Relation]]:
    stands: dict[int, list[Relation]] = {-1: []}
    for relation in found:
        for figure in relation.figures:
            stands.setdefault(figure.start, []).append(relation)
    return stands


def _mixed(bound: Bound, at: int, line: Line) -> Iterator[tuple[Figure, str]]:
    """The figures of a line with the other units of their kind that stand beside them."""
    own = [figure for _, figure in line.figures() if figure.kind in KINDS and telling(figure)]
    if not own:
        return
    near = [line, *bound.lines[at + 1 : at + 2]]
    around = [figure for one in near for _, figure in one.figures() if figure.kind in KINDS]
    for figure in own:
        seen = {figure.unit}
        for other in around:
            unit = (other.unit or "").partition("/")[0]
            if other.kind == figure.kind and unit not in seen and _taken_for(figure, unit):
                seen.add(unit)
                yield figure, unit


def _taken_for(figure: Figure, unit: str) -> bool:
    if figure.unit is None or not unit or "/" in figure.unit:
        return False
    if figure.kind == "money":
        return True
    known = units()
    one, two = known.get(figure.unit), known.get(unit)
    return MISTAKEN.get(figure.unit) == unit or (one is not None and two is not None and one.dimension == two.dimension)


def _would_hold(bound: Bound, at: int, line: Line, odd: Figure, unit: str) -> Relation | None:
    """The relation that a figure would stand in, had it another unit."""
    meant = msgspec.structs.replace(odd, unit=unit)
    claim = bound.by_start.get(odd.start)
    if claim is None:
        return None
    tokens = tuple(
        msgspec.structs.replace(token, figure=meant) if token.figure is odd else token for token in line.tokens
    )
    read = msgspec.structs.replace(line, tokens=tokens)
    claims = ChainMap({odd.start: msgspec.structs.replace(claim, figure=meant)}, bound.by_start)
    lines = ChainMap({line.sentence.index: read}, bound.line_of)
    again = msgspec.structs.replace(bound, lines=(read, *bound.lines[at + 1 : at + 2]), by_start=claims, line_of=lines)
    for reader in _READERS:
        for relation in reader(again):
            if meant in relation.figures and _sure(relation, unit):
                return relation
    return None


def _sure(relation: Relation, unit: str) -> bool:
    """Whether a relation holds to the digit, with a second figure of the unit, and not by chance."""
    if relation.verdict() is not Verdict.HOLDS or relation.certainty is Certainty.WEAK:
        return False
    exact = [figure for figure in relation.figures if _digits(figure) >= _TELLING and not figure.soft]
    alike = [figure for figure in relation.figures if figure.unit is not None and figure.unit.partition("/")[0] == unit]
    return len(exact) >= 2 and len(alike) >= 2 and all(_bounded(figure) for figure in relation.figures)


def _bounded(figure: Figure) -> bool:
    interval: Interval | None = widest(figure) if figure.interval is not None else None
    return interval is not None and (interval.bounded or figure.kind == "multiple")


def _digits(figure: Figure) -> int:
    if figure.value is None or not figure.step:
        return 0
    return len(str(abs(int(figure.value / figure.step))).rstrip("0") or "0")
