"""Fact sheets: official and company figures, each with its source, and how exact it is."""

from __future__ import annotations

import datetime as dt
import os
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache
from math import floor

import msgspec

from factlint.data import path_of, prepared
from factlint.figures.interval import Interval

_CHECKED = frozenset({"yes", "rounded"})
_COLUMNS = ("entity", "metric", "scope", "period", "value", "unit", "precision", "body", "source", "checked")
_ANNOTATED = Fraction(3, 100)


class FactSheetError(ValueError):
    """A fact sheet that cannot be used: the message names file, line and what to do."""


class Fact(msgspec.Struct, frozen=True, eq=False):
    """One row. ``period`` is the text of the sheet (2024, 2024-12, 2024-Q3, 2024-H1, 2024-01/2024-11)."""

    entity: str
    metric: str
    scope: frozenset[str]
    period: str
    first: dt.date
    last: dt.date
    value: Fraction
    unit: str
    precision: Fraction
    body: str
    source: str
    source_date: str
    note: str
    rounded: bool
    """Whether the last digits were not seen on a page: such a fact never makes an error."""

    @property
    def interval(self) -> Interval:
        """The values that agree with the fact: a last digit either way, and more where the sheet notes a doubt."""
        slack = self.value * _ANNOTATED if self.note or self.rounded else Fraction(0)
        return Interval(self.value, self.value).widened(max(self.precision, slack))

    @property
    def series(self) -> tuple[str, str, frozenset[str], str]:
        """What it shares with the same figure of other periods."""
        return self.entity, self.metric, self.scope, self.body


class Sheets(msgspec.Struct, frozen=True, eq=False):
    """Facts by entity and metric: the built-in ones, and those of a newsroom's own sheet, which go before."""

    own: dict[tuple[str, str], tuple[Fact, ...]]
    entities: frozenset[str]

    def of(self, entity: str, metric: str) -> tuple[Fact, ...]:
        """The facts of an entity; of two about one thing in one period, the newsroom's."""
        found = (*_built_in(entity, metric), *self.own.get((entity, metric), ()))
        return tuple({(*fact.series, fact.first, fact.last): fact for fact in found}.values())


def facts_near(entity: str, low: Fraction, high: Fraction) -> list[Fact]:
    """The built-in facts of one entity, whatever they measure, with a value between two others: year by year."""
    wholes, places = _shipped_values().get(entity, ((), ()))
    near = sorted(places[bisect_left(wholes, floor(low)) : bisect_right(wholes, floor(high))])
    facts = (_built_in_row(entity, metric, row) for _, _, metric, row in near)
    return [fact for fact in facts if low < fact.value < high]


def sheets(own: str = "") -> Sheets:
    """The built-in facts and those of ``own``, the path of a newsroom's sheet with the same columns.

    A sheet is read again when it has changed. Raises FactSheetError when it cannot be read or a row is wrong.
    """
    try:
        state = os.stat(own) if own else None
    except OSError:
        state = None
    return _sheets(own, (state.st_mtime_ns, state.st_size, state.st_ino) if state else None)


@lru_cache(maxsize=16)
def _sheets(own: str, _state: tuple[int, ...] | None) -> Sheets:
    keyed: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for line, row in _lines(own) if own else ():
        fact = _fact(own, line, row)
        keyed[fact.entity, fact.metric].append(fact)
    return Sheets(
        {key: tuple(found) for key, found in keyed.items()},
        frozenset(entity for entity, _ in (*_shipped(), *keyed)),
    )


_Line = tuple[int, dict[str, str]]


@cache
def _shipped() -> dict[tuple[str, str], list[_Line]]:
    """The lines of the built-in sheet by entity and metric. Only what a claim asks for becomes facts."""
    lines: dict[tuple[str, str], list[_Line]] = prepared("facts", ("facts.csv",), _by_key)
    return lines


def _by_key(sheet: str) -> dict[tuple[str, str], list[_Line]]:
    keyed: dict[tuple[str, str], list[_Line]] = {}
    for line, row in _lines(path_of(sheet)):
        keyed.setdefault((row["entity"], row["metric"]), []).append((line, row))
    return keyed


@cache
def facts_about(entity: str, year: int) -> tuple[Fact, ...]:
    """The built-in facts of one entity, whatever they measure, whose period begins in a year."""
    _, places = _shipped_values().get(entity, ((), ()))
    return tuple(_built_in_row(entity, metric, row) for begun, _, metric, row in sorted(places) if begun == year)


_Values = tuple[list[int], list[tuple[int, int, str, int]]]
"""The whole parts of an entity's values, rising; for each the year, the line in the sheet, the metric and its row."""


@cache
def _shipped_values() -> dict[str, _Values]:
    """Where the built-in values of every entity stand, by size: only what lies near a claim becomes a fact."""
    values: dict[str, _Values] = prepared("values", ("facts.csv",), _by_size)
    return values


def _by_size(sheet: str) -> dict[str, _Values]:
    sizes: dict[str, list[tuple[int, tuple[int, int, str, int]]]] = {}
    for (entity, metric), rows in _by_key(sheet).items():
        own = sizes.setdefault(entity, [])
        for at, (line, row) in enumerate(rows):
            own.append((floor(Fraction(row["value"])), (days_of(row["period"])[0].year, line, metric, at)))
    return {
        entity: ([whole for whole, _ in sorted(own)], [place for _, place in sorted(own)])
        for entity, own in sizes.items()
    }


@cache
def _built_in(entity: str, metric: str) -> tuple[Fact, ...]:
    rows = _shipped().get((entity, metric), ())
    return tuple(_built_in_row(entity, metric, at) for at in range(len(rows)))


@cache
def _built_in_row(entity: str, metric: str, at: int) -> Fact:
    return _fact("facts.csv", *_shipped()[entity, metric][at])


def _lines(path: str) -> Iterator[_Line]:
    """The checked lines of a sheet with their numbers."""
    import csv

    try:
        with open(path, encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise FactSheetError(f"{path}: a fact sheet needs the column {missing[0]!r}; add it to the first line.")
            yield from ((line, row) for line, row in enumerate(reader, start=2) if row["checked"] in _CHECKED)
    except OSError as error:
        raise FactSheetError(f"{path}: the fact sheet cannot be read ({error.strerror}); check the path.") from None


def _fact(path: str, line: int, row: dict[str, str]) -> Fact:
    try:
        first, last = days_of(row["period"])
        return Fact(
            entity=row["entity"],
            metric=row["metric"],
            scope=frozenset(facet for facet in row["scope"].split(";") if facet),
            period=row["period"],
            first=first,
            last=last,
            value=Fraction(row["value"]),
            unit=row["unit"],
            precision=Fraction(row["precision"]),
            body=row["body"],
            source=row["source"],
            source_date=row.get("source_date") or "",
            note=row.get("note") or "",
            rounded=row["checked"] == "rounded",
        )
    except ValueError as error:
        raise FactSheetError(f"{path}: line {line}: {error}; correct the row or take it out.") from None


@cache
def days_of(period: str) -> tuple[dt.date, dt.date]:
    """First and last day of a period of a sheet. Raises ValueError for anything else."""
    start, _, end = period.partition("/")
    return _months(start)[0], _months(end or start)[1]


def _months(text: str) -> tuple[dt.date, dt.date]:
    year, _, part = text.partition("-")
    if not part:
        low, high = 1, 12
    elif part[0] == "Q":
        low, high = 3 * int(part[1:]) - 2, 3 * int(part[1:])
    elif part[0] == "H":
        low, high = 6 * int(part[1:]) - 5, 6 * int(part[1:])
    else:
        low = high = int(part)
    return dt.date(int(year), low, 1), dt.date(int(year), high, monthrange(int(year), high)[1])
