"""Figures that agree only if a unit or currency is left aside: it was taken for another one."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import before_figure
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import convert, units
from factlint.relations import breakdown, difference, multiple, per_unit, share
from factlint.relations.amount import Amount
from factlint.relations.around import has_value
from factlint.relations.conversion import convertible
from factlint.relations.growth import Growth
from factlint.relations.pairs import pairs
from factlint.relations.relation import Certainty, Relation, Verdict, widest

_KINDS = frozenset({"money", "measure"})


_PARTNERS = {
    "km": ("mi",),
    "mi": ("km",),
    "km/h": ("mph",),
    "mph": ("km/h",),
    "kW": ("hp", "PS"),
    "hp": ("kW",),
    "PS": ("kW",),
    "N*m": ("lb*ft",),
    "lb*ft": ("N*m",),
    "kg": ("lb",),
    "lb": ("kg",),
    "mm": ("in",),
    "in": ("mm",),
    "L": ("cu-ft", "gal"),
}
"""Units that stand beside each other in print: of speed, length, power, torque, mass and volume."""
_MISTAKEN = {"kWh": "kW", "kW": "kWh", "MWh": "MW", "MW": "MWh", "GWh": "GW", "GW": "GWh"}
"""Units of power and energy that are taken for each other."""
_READERS: tuple[Callable[[Bound], Iterable[Relation]], ...] = (
    breakdown.find,
    difference.find,
    share.find,
    multiple.find,
    per_unit.find,
)
_TELLING = 3
_FEW = 3
_WIDE = 3
"""How many times its lower end the upper end of a range is at the most."""
_MOST = 40
"""Figures of an article whose unit is tried in another way."""


class UnitSlip(Relation, frozen=True, eq=False, kw_only=True):
    """``odd`` and the figures ``beside`` it fit only if ``odd`` were in ``unit``, or all in one unit."""

    confirms = False
    odd: Figure
    beside: tuple[Figure, ...]
    unit: str | None = None
    """The unit that makes it right, where a tie says so; None where it is that of the figures beside."""

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


def find(bound: Bound) -> Iterator[UnitSlip]:
    """``2.31 billion yuan, up 56 percent from 1.48 billion dollars``: in one sentence, with a percentage that fits;
    and ``210 km/h (130 km/h)``, where a repetition holds the value of another unit.
    """
    yield from _columns(bound)
    for line in bound.lines:
        yield from _repeated(bound.article.text, line)
        yield from _ranges(bound.article.text, line)
        for _, percent in line.figures():
            claim = bound.claim(percent)
            if percent.kind != "percent" or claim is None or claim.role != "change" or not has_value(percent):
                continue
            for now, base in _pairs(bound, line):
                if _rated(now, base):
                    continue
                growth = Growth(
                    figures=(percent, now, base), percent=percent, now=now, base=base, direction=claim.direction
                )
                if growth.verdict() is Verdict.HOLDS and not percent.soft:
                    yield _slip(line, base, (now, percent))


def _rated(now: Figure, base: Figure) -> bool:
    """``612,000 yuan a tonne, after 545,000 yuan``: the rate goes without saying the second time."""
    first, second = now.unit or "", base.unit or ""
    return first.partition("/")[0] == second.partition("/")[0]


def _slip(line: Line, odd: Figure, beside: Sequence[Figure], unit: str | None = None) -> UnitSlip:
    return UnitSlip(
        figures=(odd, *beside),
        odd=odd,
        beside=tuple(beside),
        unit=unit,
        certainty=Certainty.STRONG,
        quoted=line.quoted(odd),
    )


def _repeated(text: str, line: Line) -> Iterator[UnitSlip]:
    """A quantity given again in the same unit, or in one of another kind, with the value that a third unit would have."""
    for pair in pairs(text, line, _mistakable, _likely):
        given, repeated = pair.given, pair.repeated
        for odd, other in ((repeated, given), (given, repeated)):
            unit = _meant(odd, other)
            if unit is not None:
                yield _slip(line, odd.figure, (other.figure,), unit)
                break


def _ranges(text: str, line: Line) -> Iterator[UnitSlip]:
    """``$13,600 to €17,700``: the ends of a range in two currencies."""
    for (_, low), (_, high) in pairwise(line.figures()):
        if (
            low.kind != "money"
            or high.kind != "money"
            or low.unit == high.unit
            or low.unit is None
            or high.unit is None
        ):
            continue
        before = text[max(0, low.start - 9) : low.start].lower()
        opened = before.endswith(("(", "from ", "between ", "range of ", "costs ", "cost "))
        if text[low.end : high.start] not in (" to ", "-", "–") or not opened or not (_telling(low) and _telling(high)):
            continue
        if low.value and high.value and low.value < high.value < low.value * _WIDE:
            yield _slip(line, high, (low,))


def _columns(bound: Bound) -> Iterator[UnitSlip]:
    """The one cell of a column that is in kW where all others are in kWh."""
    for table in bound.tables:
        for at in range(table.width if len(table.rows) > _FEW else 0):
            cells = [figure for figure in table.column(at).values() if figure.kind == "measure" and has_value(figure)]
            odd = [
                figure for figure in cells if _MISTAKEN.get(figure.unit or "") == cells[0].unit or figure is cells[0]
            ]
            for figure in odd:
                others = [other for other in cells if other is not figure]
                if len(others) >= _FEW and {other.unit for other in others} == {_MISTAKEN.get(figure.unit or "")}:
                    yield UnitSlip(
                        figures=(figure, *others), odd=figure, beside=tuple(others[:_FEW]), certainty=Certainty.STRONG
                    )


def _likely(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind == "measure"


def _mistakable(given: Amount, repeated: Amount) -> bool:
    if given.kind != "measure" or repeated.kind != "measure":
        return False
    return given.unit == repeated.unit or convertible(given, repeated) or _sister(given, repeated) is not None


def _sister(one: Amount, other: Amount) -> str | None:
    """The unit that one of two amounts is in by mistake, so that they are of two dimensions."""
    meant = _MISTAKEN.get(one.unit or "")
    known = units()
    if meant is None or other.unit not in known or meant not in known or other.unit == meant:
        return None
    return meant if known[meant].dimension == known[other.unit].dimension else None


def _meant(odd: Amount, other: Amount) -> str | None:
    """The unit in which one amount is the other one over again; None where it is in its own."""
    if odd.unit is None or other.unit is None:
        return None
    if odd.unit == other.unit:
        meant: tuple[str, ...] = _PARTNERS.get(odd.unit, ()) if odd.value != other.value else ()
    else:
        sister = _sister(odd, other)
        meant = (sister,) if sister is not None else ()
    return next((unit for unit in meant if _meets(odd, unit, other)), None)


def _meets(odd: Amount, unit: str, other: Amount) -> bool:
    assert other.unit is not None
    return convert(odd.rounded, unit, other.unit).overlaps(other.rounded)


def _pairs(bound: Bound, line: Line) -> Iterator[tuple[Figure, Figure]]:
    """A level and a base of one kind that differ in unit, neither in brackets."""
    figures = [(at, f) for at, f in line.figures() if f.kind in _KINDS and has_value(f) and not line.tokens[at].depth]
    for base_at, base in figures:
        claim = bound.claim(base)
        word = before_figure(line, base_at)
        if claim is None or claim.role != "base" or word is None:
            continue
        for _, now in figures:
            if now is not base and now.kind == base.kind and now.unit != base.unit and not now.soft and not base.soft:
                yield now, base


def mistaken_units(bound: Bound, found: Sequence[Relation]) -> Iterator[UnitSlip]:
    """Figures that no relation bears out, and that one would, had they the unit of the figures around them.

    ``lowered the price by 20,000 dollars, from 269,000 to 249,000 yuan``. ``found`` are the relations as printed.
    """
    related = {figure.start for relation in found for figure in relation.figures if relation.verdict() <= Verdict.LOOSE}
    tried = 0
    for at, line in enumerate(bound.lines):
        if line.block.cell is not None:
            continue
        for odd, unit in _mixed(bound, at, line):
            if odd.start in related:
                continue
            tried += 1
            if tried > _MOST:
                return
            if (held := _would_hold(bound, at, line, odd, unit)) is not None:
                yield _slip(line, odd, [figure for figure in held.figures if figure.start != odd.start])
                break


def _mixed(bound: Bound, at: int, line: Line) -> Iterator[tuple[Figure, str]]:
    """The figures of a line with the other units of their kind that stand beside them."""
    own = [figure for _, figure in line.figures() if figure.kind in _KINDS and _telling(figure)]
    if not own:
        return
    near = [line, *bound.lines[at + 1 : at + 2]]
    around = [figure for one in near for _, figure in one.figures() if figure.kind in _KINDS]
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
    return _MISTAKEN.get(figure.unit) == unit or (
        one is not None and two is not None and one.dimension == two.dimension
    )


def _telling(figure: Figure) -> bool:
    """Whether a figure is exact and has digits enough to fit others by no chance."""
    if figure.value is None or not figure.step or figure.soft or figure.is_range or not has_value(figure):
        return False
    return figure.interval is not None and figure.interval.bounded and len(str(int(figure.value / figure.step))) >= 2


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
