"""Which years' rates a pair of amounts may use: by the article's date, else by what the article names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.patterns import compiled

SPRING = 4
"""The last month in which amounts of the year before are still news."""
AHEAD = 10
"""How many years ahead of its day an article names a year as a goal or a due date."""
LATE = 2015
"""The year since which the table has months, and in which most articles that are checked were written."""
_ELECTRIC = 2009
"""The first year in which batteries of cars, in kilowatt-hours, were news."""
_CELLS = frozenset({"kWh", "GWh", "Wh/kg", "kWh/100km"})
_DRIVES = frozenset({"NEV", "BEV", "PHEV", "EREV"})
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def recent(today: dt.date) -> set[int]:
    """The years of the rates that newsrooms use on a day: until spring, reports still speak of the year before."""
    return {today.year, today.year - 1} if today.month <= SPRING else {today.year}


def named_years(line: Line) -> set[int]:
    """The years that a sentence prints."""
    return {
        int(year)
        for _, figure in line.figures()
        if figure.period is not None or figure.calendar is not None
        for year in _YEAR.findall(figure.quote)
    }


def since(bound: Bound, known: Iterable[int]) -> int:
    """The first year in which an article without a date can have been written.

    ``known`` are the years that have rates: of those that the article prints, the last one lies ten years ahead of its
    day at most. Later years are goals, and say nothing. Cars with batteries are no news of the last century.
    """
    rated = set(known)
    named = {year for line in bound.lines for year in named_years(line)} & rated
    first = max(named) - AHEAD if named else min(rated, default=0)
    return max(first, _ELECTRIC) if _electric(bound) else first


def _electric(bound: Bound) -> bool:
    return any(
        claim.figure.unit in _CELLS or not _DRIVES.isdisjoint(claim.scope)
        for line in bound.lines
        for _, figure in line.figures()
        if (claim := bound.claim(figure)) is not None
    )
