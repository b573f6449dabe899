"""Figures of the text that a table, or a list of labelled values, of the same story gives differently."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.undated import YEAR
from factlint.figures.figure import Figure, Period
from factlint.patterns import compiled
from factlint.relations.grids import Cell, Grid, agree, grids_of, kin
from factlint.relations.relation import Certainty, tightest
from factlint.relations.restatement import Restatement
from factlint.relations.slips import slip
from factlint.relations.spoken_cells import Spoken, spoken_of

_TELLING = 3
_FAR = Fraction(2)
_TO_DATE = compiled(r"year|date|far|since")


def find(bound: Bound) -> Iterator[Restatement]:
    """Every figure that differs by a slip from what the table has for the row that its sentence names."""
    grids = grids_of(bound)
    if not grids:
        return
    listed = {index for grid in grids for index in grid.blocks}
    for grid in grids:
        spoken = spoken_of(bound, grid, listed)
        for one in spoken:
            cell = _meant(bound, one, grid, spoken)
            if cell is not None:
                yield Restatement(
                    figures=(one.figure, cell.figure),
                    earlier=cell.figure,
                    later=one.figure,
                    measure="cell",
                    repair=_slip(one.figure, cell),
                    certainty=Certainty.STRONG,
                    quoted=one.line.quoted(one.figure),
                )


def _meant(bound: Bound, one: Spoken, grid: Grid, spoken: list[Spoken]) -> Cell | None:
    """The one cell that a figure is a slip away from, or that it was taken for; None where it agrees with any.

    A cell that the text gives rightly elsewhere is not meant, nor is any by a figure that the text gives twice.
    """
    if any(agree(one.figure, cell) for cell in one.cells):
        return None
    cells = [cell for cell in _of_time(bound, one.figure, one.cells) if not _given(cell, one, spoken)]
    if not cells or _repeated(one, spoken):
        return None
    slipped = [cell for cell in cells if _is_slip(one.figure, cell, len(cells) == 1)]
    if len({cell.figure.value for cell in slipped}) == 1:
        return slipped[0]
    return cells[0] if not slipped and len(cells) == 1 and _mixed_up(one, cells[0], grid) else None


def _given(cell: Cell, one: Spoken, spoken: list[Spoken]) -> bool:
    """Whether another figure of the text gives a cell, with the row or column named."""
    return any(other.figure is not one.figure and cell in other.cells and agree(other.figure, cell) for other in spoken)


def _repeated(one: Spoken, spoken: list[Spoken]) -> bool:
    """Whether the text gives a figure twice of one row: then it is another one than the table's."""
    return any(
        other.figure is not one.figure
        and (other.row, other.column) == (one.row, one.column)
        and other.figure.value == one.figure.value
        and other.figure.kind == one.figure.kind
        for other in spoken
    )


def _of_time(bound: Bound, figure: Figure, cells: tuple[Cell, ...]) -> list[Cell]:
    """The cells whose column is not of another period than the one that the sentence names."""
    claim = bound.claim(figure)
    if claim is None or "period" not in claim.explicit:
        return list(cells)
    if claim.when is not None and _TO_DATE.search(claim.when):
        return []
    period = claim.period
    if period is None or period.grain == "day":
        return list(cells)
    return [cell for cell in cells if cell.period is None or _same_time(cell.period, period)]


def _same_time(cell: Period, period: Period) -> bool:
    """Whether a column may be of a period; the text may leave its year open."""
    if cell.first.year == period.first.year:
        return cell == period or cell.within(period)
    return YEAR in (cell.first.year, period.first.year) and (cell.first.month, cell.last.month) == (
        period.first.month,
        period.last.month,
    )


def _is_slip(figure: Figure, cell: Cell, alone: bool) -> bool:
    found = _slip(figure, cell)
    if not found or "shifted" in found or not _near(figure, cell):
        return False
    digits = min(_digits(figure), _digits(cell.figure))
    return digits >= _TELLING or (alone and digits > 1 and figure.unit is not None)


def _slip(figure: Figure, cell: Cell) -> str:
    """How a figure came from a cell by one slip, in the scale of the table or as printed."""
    if cell.figure.value is None:
        return ""
    for scale in dict.fromkeys((cell.scale, 1)):
        meant = msgspec.structs.replace(cell.figure, value=abs(cell.figure.value) * Fraction(scale))
        if found := slip(figure, meant):
            return found
    return ""


def _near(figure: Figure, cell: Cell) -> bool:
    """Whether a figure and a cell are of one order: else they are of two things."""
    if figure.value is None or not cell.figure.value:
        return False
    ratios = (abs(figure.value / (cell.figure.value * scale)) for scale in (1, cell.scale))
    return any(1 / _FAR < ratio < _FAR for ratio in ratios)


def _mixed_up(one: Spoken, cell: Cell, grid: Grid) -> bool:
    """Whether the value is that of another row, or column, which the sentence does not name."""
    figure = one.figure
    if _digits(figure) < _TELLING:
        return False
    return any(
        other.row not in one.named
        and _digits(other.figure) >= _TELLING
        and ((other.column == cell.column) != (other.row == cell.row))
        and (other.row == cell.row) == (one.row is None)
        and kin(other.figure, figure)
        and tightest(other.figure).scaled(other.scale).overlaps(tightest(figure))
        for other in grid.cells
    )


def _digits(figure: Figure) -> int:
    """How many digits a figure has that are not mere zeros at its end."""
    return sum(char.isdigit() for char in figure.quote.rstrip("0%"))
