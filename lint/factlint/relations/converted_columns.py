"""Columns of a table that give one quantity in two units: ``Range (km)`` beside ``Range (miles)``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.tables import Table
from factlint.figures.measures import read_unit
from factlint.figures.vocabulary import vocabulary
from factlint.patterns import compiled
from factlint.relations.amount import Amount, amount_of
from factlint.relations.conversion import Conversion, convertible
from factlint.relations.relation import Verdict

_BEFORE = compiled(r"[(\[,/]\s?|\bin ")
_CLOSING = frozenset({"", ")", "]"})


def find(bound: Bound) -> Iterator[Conversion]:
    """Every row of two columns that most rows bear out to be one quantity in two units."""
    for table in bound.tables:
        columns = [(column, *named) for column in range(table.width) if (named := _named(table, column)) is not None]
        for (one, name, unit), (other, second_name, second_unit) in combinations(columns, 2):
            if name == second_name and unit != second_unit:
                yield from _rows(table, (one, unit), (other, second_unit))


def _named(table: Table, column: int) -> tuple[str, str] | None:
    """What a column is headed by: the first word, and the unit."""
    entry = table.header[column] if column < len(table.header) else None
    if entry is None:
        return None
    for match in _BEFORE.finditer(entry.text):
        found = read_unit(entry.text, match.end(), vocabulary().units)
        if found is not None and found[0].kind == "measure" and entry.text[found[1] :].strip() in _CLOSING:
            words = entry.text[: match.start()].lower().split()
            return (words[0], found[0].unit) if words else None
    return None


def _rows(table: Table, one: tuple[int, str], other: tuple[int, str]) -> list[Conversion]:
    first, second = _amounts(table, *one), _amounts(table, *other)
    found = [
        Conversion(
            figures=(second[row].figure, first[row].figure),
            given=first[row],
            repeated=second[row],
        )
        for row in first
        if row in second and convertible(first[row], second[row])
    ]
    holding = sum(pair.verdict() <= Verdict.LOOSE for pair in found)
    return found if len(found) > 1 and holding * 2 > len(found) else []


def _amounts(table: Table, column: int, unit: str) -> dict[int, Amount]:
    """The figures of a column in the unit of its header."""
    found = {}
    for row, figure in table.column(column).items():
        amount = amount_of(figure)
        if amount is not None and (amount.kind == "count" or amount.unit == unit):
            found[row] = msgspec.structs.replace(amount, kind="measure", unit=unit)
    return found
