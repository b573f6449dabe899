"""What the columns of a table state of each other: changes, shares and totals.

A column is taken for the change, share or sum of others when its header says so or when most rows bear it out;
the rows that do not are then contradictions. A table where nothing holds is not understood, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from factlint.claims.bind import Bound
from factlint.claims.tables import Table, is_ranking, is_total
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS
from factlint.relations.cues import cue
from factlint.relations.growth import Growth
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.share import Share
from factlint.relations.total import Total


def find(bound: Bound) -> Iterator[Growth | Share | Total]:
    """Every relation that the tables of an article state."""
    for table in bound.tables:
        rows = len(table.rows)
        if rows < 2:
            continue
        columns = {column: table.column(column) for column in range(table.width) if not is_ranking(table, column)}
        levels = {c: figures for c, figures in columns.items() if _kind(figures) in LEVELS}
        rates = {c: figures for c, figures in columns.items() if _is_rate(table, c, figures)}
        levels = {c: figures for c, figures in levels.items() if c not in rates}
        for figures in rates.values():
            growth = _growth(figures, levels)
            shares = [] if _holding(growth) * 2 > len(figures) else _shares(bound, table, figures, levels)
            yield from growth if _holding(growth) >= _holding(shares) else shares
        yield from _totals(table, levels)


def _kind(figures: dict[int, Figure]) -> str | None:
    kinds = {(figure.kind, figure.unit) for figure in figures.values()}
    return next(iter(kinds))[0] if len(kinds) == 1 else None


def _is_rate(table: Table, column: int, figures: dict[int, Figure]) -> bool:
    """Whether a column is of percentages: its figures or its heading says so."""
    if _kind(figures) == "percent":
        return True
    words = table.heading(column).replace("(", " ").replace(")", " ").split()
    plain = all(figure.kind == "count" and figure.unit is None for figure in figures.values())
    return plain and bool(figures) and any(word in cue("percent_columns") for word in words)


def _growth(rates: dict[int, Figure], levels: dict[int, dict[int, Figure]]) -> list[Growth]:
    """The reading of a rate column as change between two level columns that most rows bear out."""
    best: list[Growth] = []
    best_share = 0.0
    pairs = [(now, base) for now in levels for base in levels if now != base]
    for now, base in pairs:
        relations = [
            Growth(
                figures=(rate, levels[now][row], levels[base][row]),
                percent=rate,
                now=levels[now][row],
                base=levels[base][row],
                direction=-1 if rate.quote.startswith(("-", "−", "–")) else 1,
            )
            for row, rate in rates.items()
            if row in levels[now] and row in levels[base] and _usable(rate, levels[now][row], levels[base][row])
        ]
        if not relations:
            continue
        holding = sum(relation.verdict() <= Verdict.LOOSE for relation in relations) / len(relations)
        if holding > best_share:
            best, best_share = relations, holding
    if len(best) >= 2 and best_share > 0.5:
        return best
    return [relation for relation in best if relation.verdict() <= Verdict.LOOSE]


def _usable(*figures: Figure) -> bool:
    return all(figure.interval is not None and figure.well_formed and not figure.is_range for figure in figures)


def _shares(bound: Bound, table: Table, rates: dict[int, Figure], levels: dict[int, dict[int, Figure]]) -> list[Share]:
    """A rate column as share of a total row, or of a whole that the story prints: the one that most rows bear out."""
    best: list[Share] = []
    for figures in levels.values():
        rows = [row for row in rates if row in figures and not is_total(table.label(row))]
        if len(rows) < 2:
            continue
        for whole in _wholes(bound, table, figures):
            relations = [
                Share(figures=(rates[row], figures[row], whole), rate=rates[row], part=figures[row], whole=whole)
                for row in rows
                if _usable(rates[row], figures[row], whole)
            ]
            holding = _holding(relations)
            if holding >= 2 and holding * 2 > len(relations) and holding > _holding(best):
                best = relations
    return _in_rows(rates, levels, best)


def _in_rows(rates: dict[int, Figure], levels: dict[int, dict[int, Figure]], best: list[Share]) -> list[Share]:
    """A rate column as the share that one column is of another, row by row: NEVs, sales, penetration."""
    for part, whole in permutations(levels.values(), 2):
        relations = [
            Share(figures=(rates[row], part[row], whole[row]), rate=rates[row], part=part[row], whole=whole[row])
            for row in rates
            if row in part and row in whole and _usable(rates[row], part[row], whole[row])
        ]
        holding = _holding(relations)
        if holding > 2 and holding * 2 > len(relations) and holding > _holding(best):
            best = relations
    return best


def _holding(relations: Sequence[Growth | Share]) -> int:
    return sum(relation.verdict() <= Verdict.LOOSE for relation in relations)


def _wholes(bound: Bound, table: Table, figures: dict[int, Figure]) -> list[Figure]:
    """The total of a column, and the levels of the story around the table that are larger than all its rows."""
    totals = [figures[row] for row in figures if is_total(table.label(row))]
    largest = max((figure.value for figure in figures.values() if figure.value is not None), default=None)
    if largest is None:
        return totals
    start = next(iter(figures.values())).start
    near = sorted(bound.claims, key=lambda claim: abs(claim.figure.start - start))[:_AROUND]
    return totals + [
        claim.figure
        for claim in near
        if claim.story == table.story
        and claim.figure.kind in LEVELS
        and claim.figure.value is not None
        and claim.figure.value > largest
        and claim.figure.interval is not None
        and claim.figure.interval.bounded
    ]


_AROUND = 60
"""How many figures around a table may be the whole of its shares."""


def _totals(table: Table, levels: dict[int, dict[int, Figure]]) -> Iterator[Total]:
    """The rows above a total row add up to it."""
    total_rows = [row for row in range(len(table.rows)) if is_total(table.label(row))]
    if len(total_rows) != 1 or total_rows[0] < 2:
        return
    at = total_rows[0]
    found = []
    for figures in levels.values():
        parts = tuple(figure for row, figure in figures.items() if row < at)
        if at in figures and len(parts) == at and _usable(figures[at], *parts):
            total = Total(figures=(figures[at], *parts), whole=figures[at], parts=parts)
            if _adds_up(figures[at], parts) or (_additive(figures[at]) and total.slip()):
                found.append(total)
    if not found:
        return
    holding = [total for total in found if total.verdict() <= Verdict.LOOSE]
    if not holding and (len(found) > 1 or not _near(found[0])):
        return
    for total in found:
        yield total if holding or total.verdict() <= Verdict.LOOSE else _doubted(total)


def _adds_up(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether a total row can be a sum: not of rates (kWh/100 km), and not where it is an average of the rows."""
    largest = max(part.value or 0 for part in parts)
    return _additive(whole) and (whole.value or 0) >= largest


def _additive(whole: Figure) -> bool:
    return "/" not in (whole.unit or "")


def _near(total: Total) -> bool:
    """Whether a sum misses by so little that the table may be thought complete."""
    exact = total.exact()
    value = total.whole.value
    return exact is not None and value is not None and abs(exact - value) * 5 < abs(value)


def _doubted(total: Total) -> Total:
    return Total(figures=total.figures, whole=total.whole, parts=total.parts, certainty=Certainty.STRONG)
