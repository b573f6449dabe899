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
_DEGREES = frozenset({"degC", "degF"})
TWICE_ROUNDED = Fraction(4, 100)
"""How far a number that was rounded in both units may lie off."""
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
        for one in _meant(self.given):
            for other in _meant(self.repeated):
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
            return Verdict.LOOSE if _near(given, one, other, repeated) else Verdict.BROKEN
        return Verdict.BROKEN


def _meant(amount: Amount) -> tuple[str | None, ...]:
    """The units that an amount may be in: of ``gallons`` both, of ``US gallons`` the American one."""
    if not ties().explicit.isdisjoint(amount.quote.lower().split()):
        return (amount.unit,)
    return (amount.unit, *ties().alternatives.get(amount.unit or "", ()))


def _near(given: Amount, one: str | None, other: str | None, repeated: Amount) -> bool:
    """Whether two numbers in fives or tens are as near as rounding takes them: ``500 km (300 miles)``."""
    if one in _DEGREES:
        return True
    room = TWICE_ROUNDED * (2 if _one_digit(repeated) else 1)
    return abs(_converted(given.value, one, other) - repeated.value) <= abs(repeated.value) * room


def _one_digit(amount: Amount) -> bool:
    """Whether only one digit of a number is no zero: 20, 7,000."""
    step = amount.figure.step
    return step is not None and len(str(int(abs(amount.value) / step)).rstrip("0")) == 1


def _meets(given: Interval, one: str | None, other: str | None, repeated: Interval) -> bool:
    if _converted(given, one, other).overlaps(repeated):
        return True
    difference = one in _DEGREES and other in _DEGREES
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
    if one.kind in _SCALED and other.kind in _SCALED:
        return _one_sort(one, other) and scale(one.quote) != scale(other.quote)
    if one.kind != other.kind or one.kind not in _UNITED:
        return False
    return one.unit != other.unit or _rescaled(one.quote, other.quote)


def _one_sort(one: Figure, other: Figure) -> bool:
    """Whether two numbers count alike, or one is money and the other a bare number in another scale: ``48亿``."""
    if one.kind == other.kind:
        return one.unit == other.unit
    count = one if one.kind == "count" else other
    return count.noun is None and scale(count.quote) != "western"


def _rescaled(one: str, other: str) -> bool:
    """Whether just one of two measures is printed in the Chinese scale: ``1,260万公里 (12.6 million kilometers)``."""
    return one.isascii() != other.isascii() and (scale(one) == "chinese") != (scale(other) == "chinese")


def convertible(given: Amount, repeated: Amount) -> bool:
    """Whether two amounts can be one quantity in two prints."""
    if given.kind in _SCALED and repeated.kind in _SCALED:
        return _one_sort(given.figure, repeated.figure) and scale(given.quote) != scale(repeated.quote)
    if given.kind != repeated.kind:
        return False
    if given.unit == repeated.unit and _rescaled(given.quote, repeated.quote):
        return True
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
    words = quote.lower().replace("-", " ").split()
    if not ties().chinese.isdisjoint(quote) or not ties().spelt.isdisjoint(words):
        return "chinese"
    return "western" if ties().indian.isdisjoint(words) else "indian"


def _conversion(line: Line, given: Amount, repeated: Amount, certainty: Certainty) -> Conversion:
    return Conversion(
        figures=(repeated.figure, given.figure),
        given=given,
        repeated=repeated,
        rescaled=given.unit == repeated.unit or given.kind != repeated.kind,
        certainty=certainty,
        quoted=line.quoted(repeated.figure),
    )
