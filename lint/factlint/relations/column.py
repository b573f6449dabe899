"""What the text around a table says of its columns: ``the five rows``, ``the ten together``, ``everything else``."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.tables import Table, is_total
from factlint.figures.figure import Figure
from factlint.figures.vocabulary import vocabulary
from factlint.relations.around import has_value
from factlint.relations.cues import cue
from factlint.relations.nearby import positive

_POINTING = cue("pointing")


def columns_spoken_of(bound: Bound, line: Line, like: Figure) -> Iterator[list[Figure]]:
    """The columns of the story's tables that a sentence may speak of: it counts their rows or points at a table.

    The figures of a column have the kind and unit of ``like``.
    """
    pointing = any(token.word in _POINTING for token in line.tokens)
    numbers = numbers_of(line)
    for table in bound.tables:
        if table.story != line.sentence.story:
            continue
        for column in columns_of(table):
            matching = all(figure.kind == like.kind and figure.unit == like.unit for figure in column)
            if matching and (pointing or len(column) in numbers):
                yield column


def columns_of(table: Table) -> Iterator[list[Figure]]:
    """The columns of a table that can be added up, without its total rows."""
    for column in range(table.width):
        figures = [figure for row, figure in table.column(column).items() if not is_total(table.label(row))]
        usable = all(has_value(figure) and not figure.is_range and positive(figure) for figure in figures)
        if len(figures) >= 2 and usable and len({(figure.kind, figure.unit) for figure in figures}) == 1:
            yield figures


def numbers_of(line: Line) -> frozenset[int]:
    """The small numbers that a sentence has, those without a noun included: ``the ten together``."""
    ones = vocabulary().ones
    words = {ones[token.word] for token in line.tokens if token.word in ones}
    counts = {figure.value for _, figure in line.figures() if figure.kind == "count" and figure.value is not None}
    return frozenset(words | {int(value) for value in counts if value.denominator == 1})
