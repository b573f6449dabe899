"""Columns of a table that are the sum or the difference of others, and columns of shares that leave nothing out.

Nothing is said of a table in which no row bears the arithmetic out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeVar

from factlint.claims.bind import Bound
from factlint.claims.tables import Table, is_ranking, is_total
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, has_value
from factlint.relations.difference import Difference
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.total import Shares, Total

_WIDEST, _LONGEST = 9, 80
_ROWS = 3
_TELLING = 100
"""Smaller numbers fit each other by chance."""
_SHARE_WORDS = ("share", "mix", "proportion", "% of", "percent of")
_REST_WORDS = ("other", "rest", "remaining", "everything else", "miscellaneous")
_HUNDRED, _SLACK = 100, 20

Column = dict[int, Figure]
R = TypeVar("R", bound=Relation)


def find(bound: Bound) -> Iterator[Total | Difference | Shares]:
    """Every sum and difference across the columns of the tables of an article, and every complete column of shares."""
    for table in bound.tables:
        if len(table.rows) < 2 or table.width > _WIDEST or len(table.rows) > _LONGEST:
            continue
        columns = {at: column for at in range(table.width) if len(column := _usable(table.column(at))) >= 2}
        levels = {at: column for at, column in columns.items() if _kind(column) in LEVELS}
        yield from _across(table, levels)
        yield from _triples(levels)
        for at, column in columns.items():
            if _kind(column) == "percent":
                yield from _complete(table, at, column)


def _usable(column: Column) -> Column:
    return {
        row: figure
        for row, figure in column.items()
        if has_value(figure) and not figure.is_range and figure.value is not None and figure.value > 0
    }


def _kind(column: Column) -> str | None:
    kinds = {(figure.kind, figure.unit) for figure in column.values()}
    return next(iter(kinds))[0] if len(kinds) == 1 else None


def _across(table: Table, levels: dict[int, Column]) -> Iterator[Total]:
    """A column headed "Total" beside the columns that it adds up."""
    totals = [at for at in levels if is_total(table.heading(at))] or _adding_up(table, levels)
    parts = [at for at in levels if at not in totals]
    if len(totals) != 1 or len(parts) < 2:
        return
    whole = levels[totals[0]]
    rows = [
        _total(figure, [levels[at][row] for at in parts])
        for row, figure in whole.items()
        if all(row in levels[at] for at in parts)
    ]
    yield from _borne_out(rows, 2)


def _adding_up(table: Table, levels: dict[int, Column]) -> list[int]:
    """The last column where three or more others add up to it: January, February, March, Q1."""
    last = max(levels, default=0)
    alike = len(levels) > _ROWS and len({_unit(column) for column in levels.values()}) == 1
    rows = levels[last] if alike and not any(is_ranking(table, at) for at in levels) else {}
    held = [
        row
        for row, figure in rows.items()
        if all(row in column for column in levels.values())
        and _total(figure, [column[row] for at, column in levels.items() if at != last]).verdict() is Verdict.HOLDS
    ]
    return [last] if len(held) >= _ROWS else []


def _total(whole: Figure, parts: list[Figure]) -> Total:
    return Total(figures=(whole, *parts), whole=whole, parts=tuple(parts))


def _triples(levels: dict[int, Column]) -> Iterator[Total | Difference]:
    """The last of three columns as the sum of two (price, fee, delivered), or what lies between (old, new, increase)."""
    for one, other, result in combinations(sorted(levels), 3):
        if len({_unit(levels[at]) for at in (one, other, result)}) != 1:
            continue
        rows = [row for row in levels[result] if row in levels[one] and row in levels[other]]
        if sum((levels[result][row].value or 0) >= _TELLING for row in rows) < _ROWS:
            continue
        triples = [(levels[result][row], levels[one][row], levels[other][row]) for row in rows]
        sums = list(_borne_out([_total(last, [first, second]) for last, first, second in triples], _ROWS))
        yield from sums or _borne_out([_difference(*triple) for triple in triples], _ROWS)


def _unit(column: Column) -> tuple[str, str | None]:
    figure = next(iter(column.values()))
    return figure.kind, figure.unit


def _difference(amount: Figure, one: Figure, other: Figure) -> Difference:
    return Difference(figures=(amount, one, other), amount=amount, one=one, other=other)


def _borne_out(rows: list[R], fewest: int) -> Iterator[R]:
    """The rows when most of them, and ``fewest`` at the least, hold exactly."""
    holding = [row for row in rows if row.verdict() is Verdict.HOLDS]
    if len(holding) >= fewest and len(holding) * 2 > len(rows):
        yield from rows


def _complete(table: Table, at: int, column: Column) -> Iterator[Shares]:
    """A column of shares that make 100; that pass it, or have a row for the rest and miss it."""
    rows = [row for row in column if not is_total(table.label(row))]
    parts = tuple(column[row] for row in rows)
    if len(parts) < _ROWS:
        return
    shares = Shares(figures=(parts[-1], *parts[:-1]), parts=parts, certainty=Certainty.STRONG)
    total = shares.exact()
    if total is None or abs(total - _HUNDRED) > _SLACK:
        return
    heading = table.heading(at)
    named = any(word in heading for word in _SHARE_WORDS)
    closed = any(table.label(row).startswith(_REST_WORDS) or table.label(row).endswith(_REST_WORDS) for row in rows)
    if shares.verdict() <= Verdict.LOOSE or (named and closed):
        yield shares
