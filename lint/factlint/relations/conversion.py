"""Conversions: one quantity printed in two units, or one number in two systems of scale (wan, lakh, million)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.units import UnknownUnitError, convert, unit, units
from factlint.relations.amount import Amount, amount_of, amounts
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.tie import continues, gap, tied, ties

Quantity = TypeVar("Quantity", Fraction, Interval)

_SCALED = frozenset({"count", "money"})
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
        if sum(1 for _ in line.figures()) > 1:
            yield from _in_line(bound.article.text, line)


def _in_line(text: str, line: Line) -> Iterator[Conversion]:
    found = amounts(line)
    origin: Amount | None = None
    certainty = Certainty.KNOWN
    for given, repeated in pairwise(found):
        around = gap(text, line, given.position, repeated.position, repeated.figure.hedge)
        chain = origin is not None and convertible(origin, repeated) and continues(around)
        if chain and origin is not None:
            yield _conversion(line, origin, repeated, certainty)
            continue
        origin = None
        tie = tied(around) if convertible(given, repeated) else None
        if tie is not None:
            origin, certainty = given, tie
            yield _conversion(line, given, repeated, tie)
    yield from _ranges(text, line)


def _ranges(text: str, line: Line) -> Iterator[Conversion]:
    """Ranges convert end by end: ``2,178-2,273 kg (4,802-5,011 lb)``."""
    ranged = [(position, figure) for position, figure in line.figures() if len(figure.ends) == 2]
    for (first, one), (second, other) in pairwise(ranged):
        if any(token.figure is not None for token in line.tokens[first + 1 : second]):
            continue
        tie = tied(gap(text, line, first, second, other.hedge))
        if tie is None:
            continue
        for given_end, repeated_end in zip(one.ends, other.ends, strict=True):
            given, repeated = _end(given_end, one, first), _end(repeated_end, other, second)
            if given is not None and repeated is not None and convertible(given, repeated):
                yield _conversion(line, given, repeated, tie)


def _end(end: Figure, whole: Figure, position: int) -> Amount | None:
    return amount_of(end, position) if end.unit == whole.unit and end.kind == whole.kind else None


def convertible(given: Amount, repeated: Amount) -> bool:
    """Whether two amounts can be one quantity in two prints."""
    if given.kind != repeated.kind:
        return False
    if given.kind in _SCALED:
        return given.unit == repeated.unit and _scale(given) != _scale(repeated)
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


def _scale(amount: Amount) -> str:
    """The system of scale that a number is printed in."""
    quote = amount.quote
    if any(sign in ties().chinese for sign in quote):
        return "chinese"
    words = quote.lower().replace("-", " ").split()
    return "indian" if any(word in ties().indian for word in words) else "western"


def _conversion(line: Line, given: Amount, repeated: Amount, certainty: Certainty) -> Conversion:
    return Conversion(
        figures=(repeated.figure, given.figure),
        given=given,
        repeated=repeated,
        rescaled=given.unit == repeated.unit,
        certainty=certainty,
        quoted=line.quoted(repeated.figure),
    )
