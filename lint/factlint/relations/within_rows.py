"""Months beside the run of months that holds them, row by row: ``510 (2,160)``, or two columns of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.around import has_value

_BRACKETS = frozenset({"brackets", "parentheses", "bracketed"})
_RUNS = frozenset({"span", "half", "year"})
_FROM_JANUARY = compiled(r"(?i)jan(?:uary|\.)?\s*(?:-|–|to|through)\s*(?!jan)[a-z]")
_FEWEST = 3
_MOST = 40

Pair = tuple[Claim, Claim]


def within_rows(bound: Bound) -> Iterator[Pair]:
    """(short, long): the two counts of every row, where all rows but one have the longer run as the larger."""
    for table in bound.tables:
        columns = [_period_column(bound, table.column(at)) for at in range(table.width)]
        for short in columns:
            for long in columns:
                if short and long and _holds(short, long):
                    yield from _odd([(short[row], long[row]) for row in short if row in long])
    for line in bound.lines:
        if _announces(line):
            yield from _odd(list(_bracketed(bound, line)))


def _period_column(bound: Bound, column: dict[int, Figure]) -> dict[int, Claim]:
    """The claims of a column of counts that are all of one period; empty where it is anything else."""
    claims = {row: claim for row, figure in column.items() if (claim := bound.claim(figure)) is not None}
    plain = all(
        claim.figure.kind == "count" and has_value(claim.figure) and claim.role == "level" and claim.status == "actual"
        for claim in claims.values()
    )
    periods = {claim.period for claim in claims.values()}
    return claims if plain and len(periods) == 1 and None not in periods else {}


def _holds(short: dict[int, Claim], long: dict[int, Claim]) -> bool:
    """Whether the period of one column lies inside that of the other, and the columns count the same."""
    one, other = next(iter(short.values())), next(iter(long.values()))
    if one.period is None or other.period is None or other.period.grain not in _RUNS or one.period == other.period:
        return False
    return (
        one.period.within(other.period) and one.measure == other.measure and one.scope == other.scope - {"cumulative"}
    )


def _odd(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs of rows, where only one of them has less in the longer run: else the columns are of two things."""
    against = [pair for pair in pairs if (pair[0].figure.value or 0) > (pair[1].figure.value or 0)]
    if len(pairs) >= _FEWEST and len(against) <= 1:
        yield from pairs


def _announces(line: Line) -> bool:
    """``by country in May (January-May in brackets)``: what stands in brackets is a longer run."""
    if not any(token.word in _BRACKETS for token in line.tokens):
        return False
    periods = [figure.period for _, figure in line.figures() if figure.period is not None]
    runs = [period for period in periods if period.grain in _RUNS]
    if any(_FROM_JANUARY.match(figure.quote) for _, figure in line.figures()):
        return True
    cumulative = any("s:cumulative" in token.tags for token in line.tokens)
    return (len(runs) == 1 and any(period.within(runs[0]) for period in periods if period is not runs[0])) or cumulative


def _bracketed(bound: Bound, line: Line) -> Iterator[Pair]:
    """The rows below a line, each a count and another in brackets, printed in one sentence or in two."""
    row: list[Claim] = []
    for index in range(line.sentence.index + 1, line.sentence.index + 1 + _MOST):
        following = bound.line_of.get(index)
        if following is None:
            continue
        if following.sentence.story != line.sentence.story or any(
            token.word in ("is", "was", "the") for token in following.tokens
        ):
            return
        for position, figure in following.figures():
            claim = bound.claim(figure)
            if claim is None or figure.kind != "count" or not has_value(figure):
                continue
            if following.tokens[position].depth and len(row) == 1:
                yield row[0], claim
                row = []
            else:
                row = [claim]
