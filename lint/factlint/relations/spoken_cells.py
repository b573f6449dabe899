"""Figures of the text with the row, or column, of a table that their sentence names."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import counts_few, has_value
from factlint.relations.cues import cue
from factlint.relations.grids import Cell, Grid, agree, kin
from factlint.relations.restating import restatements
from factlint.relations.row_mentions import Mention

_KINDS = frozenset({"count", "money", "measure", "percent", "duration"})
_OUTSIDE = frozenset({BlockKind.HEADLINE, BlockKind.CELL, BlockKind.METADATA, BlockKind.CODE, BlockKind.BOILERPLATE})
_LINKS = cue("row_links")
_TESTED = cue("tested_apart")
_PLACING = frozenset({"in", "across", "for", "outside"})


class Spoken(msgspec.Struct, frozen=True, eq=False):
    """A figure of the text, with the row and column that its sentence names for it, and the cells it may be."""

    line: Line
    figure: Figure
    row: int | None
    column: int | None
    cells: tuple[Cell, ...]
    named: frozenset[int | None]
    """The rows that the sentence names, this one or others."""


def spoken_of(bound: Bound, grid: Grid, listed: set[int]) -> list[Spoken]:
    """The figures of a table's story that may be in it; ``listed`` are the blocks that tables and lists take up."""
    return [one for line in bound.lines if speaks(line, grid, listed) for one in _of_line(bound, line, grid)]


def speaks(line: Line, grid: Grid, listed: set[int]) -> bool:
    """Whether a sentence is of the text around a table."""
    outside = line.block.kind in _OUTSIDE or line.block.index in listed
    return line.sentence.story == grid.table.story and not outside


def _of_line(bound: Bound, line: Line, grid: Grid) -> Iterator[Spoken]:
    by_row, by_column = grid.rows.named(bound, line.sentence), grid.columns.named(bound, line.sentence)
    if (not by_row and not by_column) or _elsewhere(line, grid):
        return
    named = frozenset(mention.row for mention in by_row)
    for position, figure in line.figures():
        if not _comparable(bound, line, position, figure):
            continue
        moving = any(token.tags & {"up", "down"} for token in line.tokens)
        row, column = owner(by_row, line, position, grid), owner(by_column, line, position, grid)
        if row is None and not grid.transposed:
            continue
        claim = bound.claim(figure)
        if claim is None or not _one_subject(line, claim, grid):
            continue
        cells = tuple(
            cell
            for cell in grid.cells
            if kin(cell.figure, figure)
            and _at(cell, row, column)
            and _one_role(cell.figure, moving)
            and _one_measure(bound, claim, cell, grid)
        )
        if cells:
            at_row, at_column = row.row if row else None, column.row if column else None
            yield Spoken(line, figure, at_row, at_column, cells, named)


def _one_subject(line: Line, claim: Claim, grid: Grid) -> bool:
    """Whether a figure may be said of what the table is about: not of another model that its sentence names."""
    subject = claim.subject
    named = any(token.name is not None and token.name.entity == subject for token in line.tokens)
    if subject is None or not named or not grid.about:
        return True
    return any(subject == own or own.startswith(subject) or subject.startswith(own) for own in grid.about)


def _one_role(cell: Figure, moving: bool) -> bool:
    """Whether a cell with a sign may be meant: the sentence must speak of rises or falls."""
    return moving or cell.quote[:1] not in "+-−–"


def _one_measure(bound: Bound, claim: Claim, cell: Cell, grid: Grid) -> bool:
    """Whether the measure that a sentence names, if any, is not another than that of the cell or of the headline."""
    given = bound.claim(cell.figure)
    own = {bound.words.family(given.measure)} if given is not None and given.measure else grid.measures
    if claim.measure is None or "measure" not in claim.explicit or not own:
        return True
    return bound.words.family(claim.measure) in own or claim.measure.startswith("verb:")


def _comparable(bound: Bound, line: Line, position: int, figure: Figure) -> bool:
    """Whether a figure of the text may be one of a table: a plain level, neither hoped for nor of another kind."""
    if figure.kind not in _KINDS or not has_value(figure) or figure.is_range or not figure.value or counts_few(figure):
        return False
    claim = bound.claim(figure)
    if claim is None or claim.status != "actual":
        return False
    segment = line.tokens[position].segment
    if figure.kind in ("measure", "duration") and any(token.word in _TESTED for token in line.tokens):
        return False
    near = (*line.tokens[max(0, position - 4) : position], *line.tokens[position + 1 : position + 3])
    return not any(token.word in restatements().versions and token.segment == segment for token in near)


def _elsewhere(line: Line, grid: Grid) -> bool:
    """Whether a sentence speaks of a place that neither the table nor the headline has: ``2,112 in Sweden``."""
    return any(
        token.name is not None
        and token.name.kind == "market"
        and at > 0
        and line.tokens[at - 1 - (at > 1 and line.tokens[at - 1].word == "the")].word in _PLACING
        and token.name.entity not in grid.about
        for at, token in enumerate(line.tokens)
    )


def owner(mentions: list[Mention], line: Line, position: int, grid: Grid) -> Mention | None:
    """The mention that a figure belongs to: the one right behind it, else the nearest before it in its clause.

    Figures of the kind may stand between only where the table has them too.
    """
    token = line.tokens[position]
    end = token.figure.end if token.figure is not None else token.end
    for mention in mentions:
        if end <= mention.start < token.end:
            return mention
        if mention.start >= token.end:
            between = [one for one in line.tokens[position + 1 :] if one.end <= mention.start]
            near = len(between) <= 2 and all(one.word in _LINKS and one.figure is None for one in between)
            if near and (between or mention.start - token.end <= 1):
                return mention
            break
    before = [mention for mention in mentions if mention.end <= token.start]
    if not before or token.figure is None:
        return None
    for one in line.tokens[:position]:
        if one.start < before[-1].end:
            continue
        if one.word == ";" or (one.figure is not None and _strange(one.figure, token.figure, grid)):
            return None
    return before[-1]


def _strange(between: Figure, figure: Figure, grid: Grid) -> bool:
    """Whether a figure of the kind of another one is in no cell of the table."""
    if (between.kind, between.unit) != (figure.kind, figure.unit) or counts_few(between) or not has_value(between):
        return False
    return not any(kin(cell.figure, between) and agree(between, cell) for cell in grid.cells)


def _at(cell: Cell, row: Mention | None, column: Mention | None) -> bool:
    """Whether a cell stands where the mentions say: in the row, in the column, or in both."""
    if row is None and (column is None or column.row is None):
        return False
    in_column = column is None or column.row is None or cell.column == column.row
    return in_column and (row is None or cell.row == row.row)
