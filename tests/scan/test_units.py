"""The table of units agrees with pint, and conversion is exact both ways."""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest
from factlint.figures.interval import Interval
from factlint.figures.units import UnknownUnitError, convert, unit, units
from hypothesis import given
from hypothesis import strategies as st

BASES = {
    "length": "meter", "speed": "meter/second", "energy": "joule", "power": "watt", "torque": "newton*meter",
    "mass": "kilogram", "volume": "meter**3", "area": "meter**2", "energy per mass": "watt_hour/kilogram",
    "energy per volume": "watt_hour/liter", "energy per length": "joule/meter", "length per energy": "meter/joule",
    "volume per length": "meter**2", "length per volume": "1/meter**2", "mass per length": "kilogram/meter",
    "electricity": "volt", "current": "ampere", "charge": "ampere_hour", "angle": "degree", "pressure": "pascal",
    "frequency": "hertz", "data": "byte", "time": "second", "share": "dimensionless", "rotation": "revolution/minute",
}  # fmt: skip
"""The base unit of each dimension, in pint's words; those that pint has no word for are left out."""

PINT = {
    "km/h": "kilometer/hour", "mph": "mile/hour", "m/s": "meter/second", "kn": "knot", "hp": "horsepower",
    "PS": "metric_horsepower", "N*m": "newton*meter", "lb*ft": "foot*force_pound", "lb": "pound", "t": "tonne",
    "m3": "meter**3", "cu-ft": "foot**3", "cc": "centimeter**3", "gal": "gallon", "gal(imp)": "imperial_gallon", "ton(us)": "short_ton", "ton(uk)": "long_ton", "bbl": "oil_barrel",
    "m2": "meter**2", "km2": "kilometer**2", "ft2": "foot**2", "ha": "hectare", "acre": "mile**2/640",
    "kWh/100km": "kilowatt_hour/(100*kilometer)", "Wh/km": "watt_hour/kilometer", "mi/kWh": "mile/kilowatt_hour",
    "km/kWh": "kilometer/kilowatt_hour", "L/100km": "liter/(100*kilometer)", "mpg": "mile/gallon",
    "mpg(imp)": "mile/imperial_gallon", "km/L": "kilometer/liter", "g/km": "gram/kilometer", "g/mi": "gram/mile",
    "Ah": "ampere_hour", "deg": "degree", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "%": "percent",
    "pp": "percent", "bp": "percent/100", "rpm": "revolution/minute", "Wh/kg": "watt_hour/kilogram",
    "Wh/L": "watt_hour/liter", "mu": "meter**2*2000/3", "min": "minute", "h": "hour",
    "km3": "kilometer**3", "mi2": "mile**2", "MMBtu": "1000000*Btu", "PB": "petabyte", "yd3": "yard**3",
}  # fmt: skip
"""How pint writes the units that it calls otherwise. A mu is a fifteenth of a hectare; acres are international ones."""

registry = pint.UnitRegistry(non_int_type=Fraction, cache_folder=None)
comparable = [name for name, found in units().items() if found.dimension in BASES]


@pytest.mark.parametrize("name", comparable)
def test_factor_is_that_of_pint(name: str) -> None:
    quantity = registry.parse_expression(PINT.get(name, name)).to(BASES[unit(name).dimension])
    assert float(quantity.magnitude) == pytest.approx(float(unit(name).factor), rel=1e-12)


@pytest.mark.parametrize(("fahrenheit", "celsius"), [(32, 0), (212, 100), (-40, -40), (66, Fraction(170, 9))])
def test_degrees_have_their_offset(fahrenheit: int, celsius: Fraction | int) -> None:
    assert convert(Fraction(fahrenheit), "degF", "degC") == celsius
    assert convert(Fraction(celsius), "degC", "degF") == fahrenheit


def test_every_dimension_has_units_that_convert_into_each_other() -> None:
    for one in units().values():
        for other in units().values():
            if one.dimension == other.dimension:
                assert convert(convert(Fraction(7, 3), one.name, other.name), other.name, one.name) == Fraction(7, 3)


@given(st.fractions(min_value=1, max_value=200))
def test_consumption_is_the_reciprocal_of_economy(mileage: Fraction) -> None:
    assert convert(convert(mileage, "mpg", "L/100km"), "L/100km", "mpg") == mileage
    assert convert(mileage, "mpg(imp)", "L/100km") > convert(mileage, "mpg", "L/100km")


def test_an_interval_of_economy_turns_round() -> None:
    consumption = convert(Interval(Fraction(30), Fraction(40)), "mpg", "L/100km")
    assert consumption.low == convert(Fraction(40), "mpg", "L/100km")
    assert consumption.high == convert(Fraction(30), "mpg", "L/100km")


def test_unknown_units_and_two_dimensions_are_refused() -> None:
    with pytest.raises(UnknownUnitError, match="furlong"):
        unit("furlong")
    with pytest.raises(UnknownUnitError, match="power"):
        convert(Fraction(1), "kW", "kWh")
