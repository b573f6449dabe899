"""Fact sheets: official and company figures, each with its source, and how exact it is."""

from __future__ import annotations

import csv
import datetime as dt
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

import msgspec

from factlint.figures.interval import Interval

_SHEET = Path(__file__).parent.parent / "data" / "facts.csv"
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
    """Facts by (entity, metric)."""

    facts: dict[tuple[str, str], tuple[Fact, ...]]
    entities: frozenset[str]

    def of(self, entity: str, metric: str) -> tuple[Fact, ...]:
        return self.facts.get((entity, metric), ())


@cache
def sheets(own: str = "") -> Sheets:
    """The built-in facts; ``own`` is the path of a newsroom's sheet with the same columns, which goes before.

    Raises FactSheetError when the sheet cannot be read or a row is wrong.
    """
    rows: dict[tuple[object, ...], Fact] = {}
    for path in (_SHEET, *((Path(own),) if own else ())):
        for fact in _facts(path):
            rows[(*fact.series, fact.first, fact.last)] = fact
    keyed: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in rows.values():
        keyed[fact.entity, fact.metric].append(fact)
    return Sheets({key: tuple(found) for key, found in keyed.items()}, frozenset(fact.entity for fact in rows.values()))


def _facts(path: Path) -> Iterator[Fact]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise FactSheetError(f"{path}: a fact sheet needs the column {missing[0]!r}; add it to the first line.")
            yield from _checked(path, reader)
    except OSError as error:
        raise FactSheetError(f"{path}: the fact sheet cannot be read ({error.strerror}); check the path.") from None


def _checked(path: Path, rows: Iterable[dict[str, str]]) -> Iterator[Fact]:
    for line, row in enumerate(rows, start=2):
        if row["checked"] not in _CHECKED:
            continue
        try:
            first, last = days_of(row["period"])
            yield Fact(
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
