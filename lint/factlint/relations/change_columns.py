"""Columns of a table that give the change between two others, falls included: 2025, 2024, ``-8,443``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.tables import Table
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, has_value
from factlint.relations.cues import cue
from factlint.relations.difference import Difference
from factlint.relations.relation import Verdict

_WIDEST, _LONGEST = 12, 80
_ROWS = 3
_DIGITS = 4
Column = dict[int, Figure]


def find(bound: Bound) -> Iterator[Difference]:
    """Every change of a column that is signed, or headed as one, once most of its rows bear it out."""
    for table in bound.tables:
        if _ROWS <= len(table.rows) <= _LONGEST and table.width <= _WIDEST:
            yield from _changes(table)


def _changes(table: Table) -> Iterator[Difference]:
    columns = {at: column for at in range(table.width) if len(column := _levels(table.column(at))) >= _ROWS}
    for at, changes in columns.items():
        signed = any(_is_signed(figure) for figure in changes.values())
        if not signed and not cue("change_columns") & set(table.heading(at).replace("(", " ").split()):
            continue
        for one, other in permutations([column for column in columns if column != at], 2):
            found = _borne_out(changes, columns[one], columns[other])
            if found:
                yield from found
                break


def _levels(column: Column) -> Column:
    """The figures of a column when all are of one kind and unit."""
    kept = {row: figure for row, figure in column.items() if has_value(figure) and not figure.is_range and figure.value}
    kinds = {(figure.kind, figure.unit) for figure in kept.values()}
    return kept if len(kinds) == 1 and next(iter(kinds))[0] in LEVELS else {}


def _borne_out(changes: Column, one: Column, other: Column) -> list[Difference]:
    """The rows as differences, when most of them, and three at the least, hold exactly."""
    rows = [row for row in changes if row in one and row in other and changes[row].unit == one[row].unit]
    levels = [column[row] for row in rows for column in (one, other)]
    if any(_is_signed(figure) for figure in levels) or not any(_telling(figure) for figure in levels):
        return []
    found = []
    for row in rows:
        amount = _unsigned(changes[row])
        found.append(Difference(figures=(amount, one[row], other[row]), amount=amount, one=one[row], other=other[row]))
    holding = sum(difference.verdict() is Verdict.HOLDS for difference in found)
    return found if holding >= _ROWS and holding * 2 > len(found) else []


def _is_signed(figure: Figure) -> bool:
    return figure.quote[:1] in "+-−–"


def _telling(figure: Figure) -> bool:
    """Whether a level has digits enough for a difference to be no chance."""
    return sum(char.isdigit() for char in figure.quote) >= _DIGITS


def _unsigned(figure: Figure) -> Figure:
    """A fall as the amount it is."""
    if figure.value is None or figure.value > 0 or figure.interval is None:
        return figure
    loose = None if figure.loose is None else -figure.loose
    return msgspec.structs.replace(figure, value=-figure.value, interval=-figure.interval, loose=loose)
