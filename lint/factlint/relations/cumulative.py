"""Months and quarters given in full, and the figure of the whole period that they make up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import lexicon
from factlint.claims.tables import Table
from factlint.figures.figure import Figure, Period
from factlint.relations.around import has_value
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.slipped import slipped
from factlint.relations.total import Cumulative

_GRAINS = frozenset({"month", "quarter", "half", "year", "span"})
_RATES = frozenset({"daily", "weekly", "average", "cumulative"})
_DAY = dt.timedelta(days=1)
_SHORTEST = 27
_NEAR = 4


def find(bound: Bound) -> Iterator[Cumulative]:
    """Every period whose parts are all printed, in the text or in a table."""
    yield from _in_text(bound)
    for table in bound.tables:
        yield from _in_table(table)


def _in_text(bound: Bound) -> Iterator[Cumulative]:
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in bound.claims:
        if _flows(claim):
            key = (claim.story, claim.subject, claim.measure, claim.figure.unit, claim.scope - {"monthly"})
            groups.setdefault(key, []).append(claim)
    for claims in groups.values():
        if len(claims) < 3:
            continue
        by_period = _single(claims)
        for whole, parts in _tilings(by_period):
            figures = [by_period[part].figure for part in parts]
            found = _cumulative(by_period[whole].figure, figures, Certainty.STRONG)
            explicit = all("measure" in by_period[period].explicit for period in (whole, *parts))
            if found.verdict() <= Verdict.LOOSE or (explicit and _near(found)):
                yield found


def _flows(claim: Claim) -> bool:
    """Whether a claim is of something that adds up over months, and says when."""
    if claim.measure is None or claim.period is None or claim.role != "level" or claim.status != "actual":
        return False
    measure = lexicon().measures.get(claim.measure)
    figure = claim.figure
    usable = has_value(figure) and not figure.is_range and (figure.value or 0) > 0 and not claim.scope & _RATES
    return usable and measure is not None and measure.flow and _long(claim.period) and "period" in claim.explicit


def _long(period: Period) -> bool:
    return period.grain in _GRAINS and (period.last - period.first).days >= _SHORTEST


def _single(claims: list[Claim]) -> dict[Period, Claim]:
    """One claim for each period; a period that two different figures are given for is left out."""
    found: dict[Period, Claim] = {}
    twice: set[Period] = set()
    for claim in claims:
        assert claim.period is not None
        period = _plain(claim.period)
        other = found.setdefault(period, claim)
        if other.figure.value != claim.figure.value:
            twice.add(period)
    return {period: claim for period, claim in found.items() if period not in twice}


def _plain(period: Period) -> Period:
    """A period by its days alone."""
    return Period(period.first, period.last, "span")


def _tilings(periods: Iterable[Period]) -> Iterator[tuple[Period, list[Period]]]:
    """Each period with the others that follow each other from its first day to its last."""
    known = list(periods)
    by_first: dict[dt.date, list[Period]] = {}
    for period in known:
        by_first.setdefault(period.first, []).append(period)
    for whole in known:
        parts: list[Period] = []
        at = whole.first
        while at <= whole.last:
            fitting = [period for period in by_first.get(at, ()) if period != whole and period.last <= whole.last]
            if not fitting:
                break
            longest = max(fitting, key=lambda period: period.last)
            parts.append(longest)
            at = longest.last + _DAY
        if at == whole.last + _DAY and len(parts) >= 2:
            yield whole, parts


def _cumulative(whole: Figure, parts: list[Figure], certainty: Certainty) -> Cumulative:
    return Cumulative(figures=(whole, *parts), whole=whole, parts=tuple(parts), certainty=certainty)


def _near(found: Cumulative) -> bool:
    exact, value = found.exact(), found.whole.value
    if exact is None or not value:
        return False
    return abs(exact - value) * _NEAR < value or bool(slipped(found.whole, exact))


def _in_table(table: Table) -> Iterator[Cumulative]:
    """Columns, or rows, that are headed by periods."""
    columns = {
        entry.period: column
        for column, entry in enumerate(table.header)
        if entry is not None and entry.period is not None and entry.figure is None and _long(entry.period)
    }
    plain = {_plain(period): column for period, column in columns.items()}
    if len(plain) == len(columns) >= 3:
        cells = {column: table.column(column) for column in columns.values()}
        for whole, parts in _tilings(plain):
            rows = [
                _row(cells[plain[whole]].get(row), [cells[plain[part]].get(row) for part in parts])
                for row in range(len(table.rows))
            ]
            yield from _borne_out([found for found in rows if found is not None])


def _row(whole: Figure | None, parts: list[Figure | None]) -> Cumulative | None:
    figures = [part for part in parts if part is not None]
    if whole is None or len(figures) != len(parts):
        return None
    alike = {(figure.kind, figure.unit) for figure in (whole, *figures)}
    usable = all(has_value(figure) and not figure.is_range and (figure.value or 0) > 0 for figure in (whole, *figures))
    if len(alike) != 1 or whole.kind not in ("count", "money", "measure") or not usable:
        return None
    return _cumulative(whole, figures, Certainty.KNOWN)


def _borne_out(rows: list[Cumulative]) -> Iterator[Cumulative]:
    """The rows of a table when at least one adds up: averages and stocks do not, in any row."""
    holding = [found for found in rows if found.verdict() <= Verdict.LOOSE]
    yield from rows if holding and len(holding) * 2 >= len(rows) else holding
