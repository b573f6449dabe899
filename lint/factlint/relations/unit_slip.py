"""Two levels that agree with a change between them only if their different units or currencies are left aside."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import before_figure
from factlint.figures.figure import Figure
from factlint.figures.units import convert
from factlint.relations.around import has_value
from factlint.relations.growth import Growth
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


class UnitSlip(Relation, frozen=True, eq=False, kw_only=True):
    """``odd`` and ``other`` fit only with other units: as levels of ``percent``, or with ``odd`` in ``unit``."""

    confirms = False
    odd: Figure
    other: Figure
    percent: Figure | None = None
    unit: str | None = None

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


def find(bound: Bound) -> Iterator[UnitSlip]:
    """``2.31 billion yuan, up 56 percent from 1.48 billion dollars``: in one sentence, with a percentage that fits;
    and ``210 km/h (130 km/h)``, where the brackets hold the value of another unit.
    """
    for line in bound.lines:
        yield from _repeated(line)
        for _, percent in line.figures():
            claim = bound.claim(percent)
            if percent.kind != "percent" or claim is None or claim.role != "change" or not has_value(percent):
                continue
            for now, base in _pairs(bound, line):
                growth = Growth(
                    figures=(percent, now, base), percent=percent, now=now, base=base, direction=claim.direction
                )
                if growth.verdict() is Verdict.HOLDS and not percent.soft:
                    yield UnitSlip(
                        figures=(base, now, percent),
                        odd=base,
                        other=now,
                        percent=percent,
                        certainty=Certainty.STRONG,
                        quoted=line.quoted(percent),
                    )


def _repeated(line: Line) -> Iterator[UnitSlip]:
    """A bracket that repeats the unit before it with the value that another unit would have."""
    tokens = line.tokens
    for at, figure in line.figures():
        inner = tokens[at + 2].figure if at + 2 < len(tokens) and tokens[at + 1].word == "(" else None
        if inner is None or figure.unit is None or inner.unit != figure.unit or inner.value == figure.value:
            continue
        if not has_value(figure) or not has_value(inner) or figure.is_range or inner.is_range:
            continue
        for unit in _PARTNERS.get(figure.unit, ()):
            if convert(widest(figure), figure.unit, unit).overlaps(widest(inner)):
                yield UnitSlip(
                    figures=(inner, figure),
                    odd=inner,
                    other=figure,
                    unit=unit,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(inner),
                )
                break


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
