"""Changes that the text takes from a row of a table: ``Retail sales grew by 13 percent``, above 14,192 and 12,548."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, has_value
from factlint.relations.grids import Grid, grids_of
from factlint.relations.growth import Growth
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.slipped import slipped
from factlint.relations.spoken_cells import owner, speaks

_WIDEST = 4


def find(bound: Bound) -> Iterator[Growth]:
    """Every change beside the name of a row, with the two cells that it follows from, or is a slip away from."""
    grids = [grid for grid in grids_of(bound) if grid.table.header]
    listed = {index for grid in grids for index in grid.blocks}
    for grid in grids:
        for line in bound.lines:
            if not speaks(line, grid, listed) or not any(figure.kind == "percent" for _, figure in line.figures()):
                continue
            mentions = grid.rows.named(bound, line.sentence)
            for position, figure in line.figures() if mentions else ():
                claim = bound.claim(figure)
                if figure.kind != "percent" or claim is None or claim.role != "change" or not has_value(figure):
                    continue
                row = owner(mentions, line, position, grid)
                if row is not None and row.row is not None and claim.status == "actual":
                    yield from _of_row(line, figure, claim.direction, grid, row.row)


def _of_row(line: Line, percent: Figure, direction: int, grid: Grid, row: int) -> Iterator[Growth]:
    """The pair of cells that a change holds for; else the first two, the earlier of them the base, if it is a slip away."""
    cells = [cell for cell in grid.cells if cell.row == row]
    levels = [cell for cell in cells if cell.figure.kind in LEVELS and (cell.figure.value or 0) > 0]
    if len(levels) != len(cells) or not 1 < len(levels) <= _WIDEST:
        return
    found = [_growth(line, percent, direction, one.figure, two.figure) for one, two in permutations(levels, 2)]
    held = [growth for growth in found if growth.verdict() <= Verdict.LOOSE]
    if held:
        yield held[0]
        return
    first, second = levels[0], levels[1]
    if first.period is None or second.period is None or len(levels) != 2:
        return
    now, base = (first, second) if first.period.first > second.period.first else (second, first)
    growth = _growth(line, percent, direction, now.figure, base.figure)
    exact = growth.exact()
    if exact is not None and slipped(percent, abs(exact) if direction else exact):
        yield growth


def _growth(line: Line, percent: Figure, direction: int, now: Figure, base: Figure) -> Growth:
    return Growth(
        figures=(percent, now, base),
        percent=percent,
        now=now,
        base=base,
        direction=direction,
        certainty=Certainty.STRONG,
        quoted=line.quoted(percent),
    )
