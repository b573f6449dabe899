"""Units of measurement: their dimension, their exact factor, and conversion between them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import overload

import msgspec

from factlint.data import prepared, table
from factlint.figures.interval import Interval

_RECIPROCAL = {
    frozenset(("volume per length", "length per volume")),
    frozenset(("energy per length", "length per energy")),
}


class Unit(msgspec.Struct, frozen=True):
    """A unit: one of it is ``factor`` (and ``offset``) of the base unit of its dimension.

    Base units are named in ``data/units.toml`` beside each dimension.
    """

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)


class UnknownUnitError(ValueError):
    """A unit that the table does not have, or two units of different dimensions."""


def rational(text: str) -> Fraction:
    """A number as the tables print it: ``0.3048``, ``5/18``, ``1609344/3.785411784``."""
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or 1)


@cache
def units() -> dict[str, Unit]:
    """Every unit of the table by its canonical name."""
    rows: list[tuple[str, str, tuple[int, int], tuple[int, int]]] = prepared("units", ("units.toml",), _rows)
    return {
        name: Unit(name, dimension, Fraction(*factor), Fraction(*offset)) for name, dimension, factor, offset in rows
    }


def _rows(name: str) -> list[tuple[str, str, tuple[int, int], tuple[int, int]]]:
    """Name, dimension, factor and offset of every unit."""
    rows = []
    for dimension, entries in table(name).items():
        for unit, entry in entries.items():
            factor, _, offset = entry.partition("|")[0].strip().partition(" ")
            exact = rational(factor).as_integer_ratio(), rational(offset or "0").as_integer_ratio()
            rows.append((unit, dimension, *exact))
    return rows


def unit(name: str) -> Unit:
    """The unit of a canonical name (``km/h``, ``lb*ft``); UnknownUnitError where the table has none."""
    found = units().get(name)
    if found is None:
        raise UnknownUnitError(f"{name!r} is no unit of measurement that factlint knows")
    return found


@overload
def convert(amount: Fraction | int, source: str, target: str) -> Fraction: ...
@overload
def convert(amount: Interval, source: str, target: str) -> Interval: ...
def convert(amount: Fraction | int | Interval, source: str, target: str) -> Fraction | Interval:
    """An amount of unit ``source`` in unit ``target``, exactly.

    Fuel economy (mpg) and consumption (L/100km) are reciprocal, and so are mi/kWh and kWh/100km: such an
    amount must be above zero. Raises UnknownUnitError for unknown units and for two dimensions.
    """
    one, other = unit(source), unit(target)
    if one.dimension == other.dimension:
        ratio = one.factor / other.factor
        shift = (one.offset - other.offset) / other.factor
        if isinstance(amount, Interval):
            return amount.scaled(ratio).shifted(shift)
        return amount * ratio + shift
    if frozenset((one.dimension, other.dimension)) in _RECIPROCAL:
        ratio = 1 / (one.factor * other.factor)
        if isinstance(amount, Interval):
            return Interval.point(ratio).over(amount)
        return ratio / amount
    raise UnknownUnitError(f"{source} is a unit of {one.dimension}, {target} one of {other.dimension}")
