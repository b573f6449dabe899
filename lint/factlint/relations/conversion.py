"""Conversions: one quantity printed in two units, or one number in two systems of scale (wan, lakh, million)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeVar

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import UnknownUnitError, convert, unit, units
from factlint.relations.amount import Amount
from factlint.relations.pairs import pairs
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.tie import narrowed, ties

Quantity = TypeVar("Quantity", Fraction, Interval)

_SCALED = frozenset({"count", "money"})
_UNITED = frozenset({"measure", "duration"})
_CLOCK = frozenset({"s", "min", "h", "ms"})
SLIPS = (1, 2, 3, 4, 6, 8)
"""Powers of ten that a scale word taken for another one gives."""


class Conversion(Relation, frozen=True, eq=False, kw_only=True):
    """``repeated`` is ``given`` over again, in another unit or another system of scale."""

    given: Amount
    repeated: Amount
    rescaled: bool = False
    """Whether both are in one unit, and only the scale is another: 61.5亿元 (6.15 billion yuan)."""

    def verdict(self) -> Verdict:
        found = min(self._reading(*names) for names in self.readings())
        if found is Verdict.BROKEN and (self.given.soft or self.repeated.soft):
            return Verdict.DOUBTFUL
        return found

    def readings(self) -> Iterator[tuple[str | None, str | None]]:
        """The units that the two may be meant in, as printed first."""
        others = ties().alternatives
        for one in (self.given.unit, *others.get(self.given.unit or "", ())):
            for other in (self.repeated.unit, *others.get(self.repeated.unit or "", ())):
                yield one, other

    def computed(self) -> Fraction:
        """The printed value of ``given`` in the unit of ``repeated``."""
        return _converted(self.given.value, self.given.unit, self.repeated.unit)

    def slip(self) -> int | None:
        """The power of ten that the repeated value is off by (positive: too large), where one makes it right."""
        for power in SLIPS:
            for signed in (power, -power):
                factor = Fraction(10) ** -signed
                for one, other in self.readings():
                    if _meets(self.given.rounded, one, other, self.repeated.tight.scaled(factor)):
                        return signed
        return None

    def _reading(self, one: str | None, other: str | None) -> Verdict:
        given, repeated = self.given, self.repeated
        if _meets(given.tight, one, other, repeated.tight):
            return Verdict.HOLDS
        if _meets(given.rounded, one, other, repeated.rounded):
            return Verdict.LOOSE
        if given.round is not None and repeated.round is not None and _meets(given.round, one, other, repeated.round):
            return Verdict.LOOSE
        return Verdict.BROKEN


def _meets(given: Interval, one: str | None, other: str | None, repeated: Interval) -> bool:
    if _converted(given, one, other).overlaps(repeated):
        return True
    difference = one in ("degC", "degF") and other in ("degC", "degF")
    return difference and given.scaled(unit(one or "").factor / unit(other or "").factor).overlaps(repeated)


def _converted(amount: Quantity, one: str | None, other: str | None) -> Quantity:
    if one == other or one is None or other is None:
        return amount
    return convert(amount, one, other)


def find(bound: Bound) -> Iterator[Conversion]:
    """Every pair that a bracket, ``or``, ``that is`` and the like ties together."""
    for line in bound.lines:
        for pair in pairs(bound.article.text, line, convertible, _likely):
            if pair.around is None or not narrowed(pair.around):
                yield _conversion(line, pair.given, pair.repeated, pair.certainty)


def _likely(one: Figure, other: Figure) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind in _SCALED:
        return one.unit == other.unit and scale(one.quote) != scale(other.quote)
    return one.unit != other.unit and one.kind in _UNITED


def convertible(given: Amount, repeated: Amount) -> bool:
    """Whether two amounts can be one quantity in two prints."""
    if given.kind != repeated.kind:
        return False
    if given.kind in _SCALED:
        return given.unit == repeated.unit and scale(given.quote) != scale(repeated.quote)
    if given.unit == repeated.unit or given.unit not in units() or repeated.unit not in units():
        return False
    if given.kind == "duration":
        return given.unit in _CLOCK and repeated.unit in _CLOCK
    if given.kind != "measure":
        return False
    try:
        convert(1, given.unit, repeated.unit)
    except UnknownUnitError:
        return False
    return (given.value != 0 and repeated.value != 0) or unit(given.unit).dimension == "temperature"


def scale(quote: str) -> str:
    """The system of scale that a number is printed in: chinese, indian or western."""
    if quote.isascii() and not quote[-1].isalpha():
        return "western"
    if not ties().chinese.isdisjoint(quote):
        return "chinese"
    return "western" if ties().indian.isdisjoint(quote.lower().replace("-", " ").split()) else "indian"


def _conversion(line: Line, given: Amount, repeated: Amount, certainty: Certainty) -> Conversion:
    return Conversion(
        figures=(repeated.figure, given.figure),
        given=given,
        repeated=repeated,
        rescaled=given.unit == repeated.unit,
        certainty=certainty,
        quoted=line.quoted(repeated.figure),
    )
