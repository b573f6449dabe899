"""Rows of cells under a header, aligned as a terminal draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factlint.reports.printable import safe, shortened, width

WIDEST = 42
GAP = "  "


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, last: int = 120) -> Iterator[str]:
    """Lines of a table; a cell is cut at 42 columns, one of the last column at ``last``."""
    limits = [*(WIDEST for _ in header[:-1]), last]
    cells = [[shortened(safe(cell), limit) for cell, limit in zip(row, limits, strict=True)] for row in (header, *rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(header))]
    for index, row in enumerate(cells):
        yield GAP.join(_padded(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip()
        if index == 0:
            yield GAP.join("-" * columns for columns in widths)


def _padded(cell: str, columns: int) -> str:
    return cell + " " * (columns - width(cell))
