"""Yearly exchange rates against the dollar, and the band of the rates that a year's articles may use."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from factlint.data import rows
from factlint.figures.interval import Interval

WIDER = Fraction(3, 100)
"""The table keeps monthly averages: single days lie outside them, and newsrooms use rates of last week or last month."""
UNKNOWN_MONTHS = Fraction(12, 100)
"""How far the months of a year may lie from the averages of the years around it, where the table has no months."""
_DOLLAR = "USD"


@cache
def _bands() -> dict[str, dict[int, Interval]]:
    """For each currency and year the lowest and highest monthly average of one dollar (data/fx.csv).

    Of years that have a yearly average alone, the band spans the averages of the years around it, and more.
    """
    yearly: dict[str, dict[int, Fraction]] = {}
    found: dict[str, dict[int, Interval]] = {}
    for currency, year, mean, low, high, *_ in rows("fx.csv"):
        yearly.setdefault(currency, {})[int(year)] = Fraction(mean)
        if low and high:
            found.setdefault(currency, {})[int(year)] = Interval(Fraction(low), Fraction(high))
    for currency, means in yearly.items():
        bands = found.setdefault(currency, {})
        for lone in means.keys() - bands.keys():
            around = [means[near] for near in (lone - 1, lone, lone + 1) if near in means]
            bands[lone] = Interval(min(around) * (1 - UNKNOWN_MONTHS), max(around) * (1 + UNKNOWN_MONTHS))
    return found


def rate_band(currency: str, other: str, years: Iterable[int]) -> list[Interval]:
    """What one unit of ``other`` may have cost in ``currency``, for each of the years that the table has."""
    bands = []
    for year in years:
        one, two = _of_dollar(currency, year), _of_dollar(other, year)
        if one is not None and two is not None:
            exact = one.over(two)
            assert exact.low is not None
            assert exact.high is not None
            bands.append(Interval(exact.low * (1 - WIDER), exact.high * (1 + WIDER)))
    return bands


def years_of(currency: str, other: str) -> list[int]:
    """The years for which both currencies are in the table."""
    bands = _bands()
    sets = [set(bands.get(code, {})) for code in (currency, other) if code != _DOLLAR]
    return sorted(set.intersection(*sets)) if sets else []


def _of_dollar(currency: str, year: int) -> Interval | None:
    if currency == _DOLLAR:
        return Interval.point(1)
    return _bands().get(currency, {}).get(year)
