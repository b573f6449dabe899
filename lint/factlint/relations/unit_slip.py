"""Figures that agree only if a unit or currency is left aside: it was taken for another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import before_figure
from factlint.figures.figure import Figure
from factlint.figures.units import convert, units
from factlint.relations.amount import Amount
from factlint.relations.around import has_value
from factlint.relations.conversion import convertible
from factlint.relations.growth import Growth
from factlint.relations.pairs import pairs
from factlint.relations.relation import Certainty, Relation, Verdict

KINDS = frozenset({"money", "measure"})


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
MISTAKEN = {"kWh": "kW", "kW": "kWh", "MWh": "MW", "MW": "MWh", "GWh": "GW", "GW": "GWh"}
"""Units of power and energy that are taken for each other."""
_FEW = 3
_WIDE = 3
"""How many times its lower end the upper end of a range is at the most."""


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
                    yield unit_slip(line, base, (now, percent))


def _rated(now: Figure, base: Figure) -> bool:
    """``612,000 yuan a tonne, after 545,000 yuan``: the rate goes without saying the second time."""
    first, second = now.unit or "", base.unit or ""
    return first.partition("/")[0] == second.partition("/")[0]


def unit_slip(line: Line, odd: Figure, beside: Sequence[Figure], unit: str | None = None) -> UnitSlip:
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
                yield unit_slip(line, odd.figure, (other.figure,), unit)
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
        if text[low.end : high.start] not in (" to ", "-", "–") or not opened or not (telling(low) and telling(high)):
            continue
        if low.value and high.value and low.value < high.value < low.value * _WIDE:
            yield unit_slip(line, high, (low,))


def _columns(bound: Bound) -> Iterator[UnitSlip]:
    """The one cell of a column that is in kW where all others are in kWh."""
    for table in bound.tables:
        for at in range(table.width if len(table.rows) > _FEW else 0):
            cells = [figure for figure in table.column(at).values() if figure.kind == "measure" and has_value(figure)]
            odd = [figure for figure in cells if MISTAKEN.get(figure.unit or "") == cells[0].unit or figure is cells[0]]
            for figure in odd:
                others = [other for other in cells if other is not figure]
                if len(others) >= _FEW and {other.unit for other in others} == {MISTAKEN.get(figure.unit or "")}:
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
    meant = MISTAKEN.get(one.unit or "")
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
    figures = [(at, f) for at, f in line.figures() if f.kind in KINDS and has_value(f) and not line.tokens[at].depth]
    for base_at, base in figures:
        claim = bound.claim(base)
        word = before_figure(line, base_at)
        if claim is None or claim.role != "base" or word is None:
            continue
        for _, now in figures:
            if now is not base and now.kind == base.kind and now.unit != base.unit and not now.soft and not base.soft:
                yield now, base


def telling(figure: Figure) -> bool:
    """Whether a figure is exact and has digits enough to fit others by no chance."""
    if figure.value is None or not figure.step or figure.soft or figure.is_range or not has_value(figure):
        return False
    return figure.interval is not None and figure.interval.bounded and len(str(int(figure.value / figure.step))) >= 2
