"""Figures of the text that a table, or a list of labelled values, of the same story gives differently."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from factlint.article.article import Block, BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line
from factlint.claims.tables import Table
from factlint.claims.undated import YEAR
from factlint.figures.figure import Figure, Period
from factlint.patterns import compiled
from factlint.relations.around import counts_few, has_value
from factlint.relations.cues import cue
from factlint.relations.relation import Certainty, tightest, widest
from factlint.relations.restatement import Restatement
from factlint.relations.restating import restatements
from factlint.relations.row_mentions import Labels, Mention, column_labels, row_labels
from factlint.relations.slips import slip

_KINDS = frozenset({"count", "money", "measure", "percent", "duration"})
_OUTSIDE = frozenset({BlockKind.HEADLINE, BlockKind.CELL, BlockKind.METADATA, BlockKind.CODE, BlockKind.BOILERPLATE})
_LONGEST, _WIDEST, _TABLES = 80, 16, 12
_TELLING = 3
_FAR = Fraction(2)
_IN_BRACKETS = compiled(r"\(([^()]{3,30})\)\s*+$")
_TO_DATE = compiled(r"year|date|far|since")
_LINKS = cue("row_links")
_TESTED = cue("tested_apart")
_PLACING = frozenset({"in", "across", "for", "outside"})
_SCALES = {
    "thousand": 10**3, "thousands": 10**3, "'000": 10**3, "000s": 10**3, "lakh": 10**5, "million": 10**6,
    "millions": 10**6, "mn": 10**6, "mln": 10**6, "m": 10**6, "crore": 10**7, "billion": 10**9, "billions": 10**9, "bn": 10**9,
}  # fmt: skip


class Cell(msgspec.Struct, frozen=True, eq=False):
    """A figure of a table, with what its column says of time."""

    figure: Figure
    column: int
    row: int
    period: Period | None
    scale: int


class Grid(msgspec.Struct, frozen=True, eq=False):
    """A table with the labels of its rows and columns."""

    table: Table
    rows: Labels
    columns: Labels
    blocks: frozenset[int]
    cells: tuple[Cell, ...]
    about: frozenset[str]
    """The entities that the table, or the headline above it, is about."""
    measures: frozenset[str | None]
    """What the headline says that it measures."""
    transposed: bool
    """Whether its columns are the subjects."""


class Spoken(msgspec.Struct, frozen=True, eq=False):
    """A figure of the text, with the row and column that its sentence names for it, and the cells it may be."""

    line: Line
    figure: Figure
    row: int | None
    column: int | None
    cells: tuple[Cell, ...]
    named: frozenset[int | None]
    """The rows that the sentence names, this one or others."""


def find(bound: Bound) -> Iterator[Restatement]:
    """Every figure that differs by a slip from what the table has for the row that its sentence names."""
    grids = [grid for table in (*bound.tables[:_TABLES], *bound.lists[:_TABLES]) if (grid := _grid(bound, table))]
    if not grids:
        return
    listed = {index for grid in grids for index in grid.blocks}
    for grid in grids:
        spoken = [
            one
            for line in bound.lines
            if line.sentence.story == grid.table.story
            and line.block.kind not in _OUTSIDE
            and line.block.index not in listed
            for one in _of_line(bound, line, grid)
        ]
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


def _grid(bound: Bound, table: Table) -> Grid | None:
    if not 2 <= len(table.rows) <= _LONGEST or table.width > _WIDEST:
        return None
    story = bound.article.stories[table.story]
    block = bound.article.blocks[story.headline] if story.headline is not None else None
    bracketed = _IN_BRACKETS.search(bound.article.text, block.start, block.end) if block is not None else None
    headline = bracketed[1].lower() if bracketed else ""
    cells = []
    for row, entries in enumerate(table.rows):
        for column, entry in enumerate(entries):
            if entry is not None and entry.figure is not None and has_value(entry.figure):
                head = table.header[column] if column < len(table.header) else None
                period = head.period if head is not None else None
                cells.append(Cell(entry.figure, column, row, period, _scale(table, row, column, headline)))
    if not cells:
        return None
    blocks = frozenset(entry.block.index for entries in table.rows for entry in entries if entry is not None)
    blocks |= {entry.block.index for entry in table.header if entry is not None}
    rows, columns = row_labels(bound, table), column_labels(bound, table)
    about = frozenset(
        name.entity
        for name in bound.scanned.names
        if (block is not None and block.start <= name.start < block.end) or _block_at(bound, name.start) in blocks
    )
    transposed = bool(columns.entities) and not rows.entities
    return Grid(table, rows, columns, blocks, tuple(cells), about, _measures(bound, block), transposed)


def _measures(bound: Bound, headline: Block | None) -> frozenset[str | None]:
    return frozenset(
        bound.words.family(measure)
        for line in bound.lines
        if headline is not None and line.block.index == headline.index
        for token in line.tokens
        for measure in measures_of(token.tags)
    )


def _block_at(bound: Bound, at: int) -> int | None:
    sentence = bound.article.sentence_at(at)
    return sentence.block if sentence is not None else None


def _scale(table: Table, row: int, column: int, headline: str) -> int:
    """The power of ten that a heading, label or caption gives: ``Revenue ($ million)``."""
    corner = table.header[0].text if table.header and table.header[0] is not None else ""
    for text in (table.heading(column), table.label(row), corner.lower(), table.caption.lower(), headline):
        for word in text.replace("(", " ").replace(")", " ").replace(",", " ").split():
            if word in _SCALES:
                return _SCALES[word]
    return 1


def _of_line(bound: Bound, line: Line, grid: Grid) -> Iterator[Spoken]:
    by_row, by_column = grid.rows.named(bound, line.sentence), grid.columns.named(bound, line.sentence)
    if (not by_row and not by_column) or _elsewhere(line, grid):
        return
    named = frozenset(mention.row for mention in by_row)
    for position, figure in line.figures():
        if not _comparable(bound, line, position, figure):
            continue
        moving = any(token.tags & {"up", "down"} for token in line.tokens)
        row, column = _owner(by_row, line, position, grid), _owner(by_column, line, position, grid)
        if row is None and not grid.transposed:
            continue
        claim = bound.claim(figure)
        if claim is None or not _one_subject(line, claim, grid):
            continue
        cells = tuple(
            cell
            for cell in grid.cells
            if _kin(cell.figure, figure)
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
        and line.tokens[at - 1].word in _PLACING
        and token.name.entity not in grid.about
        for at, token in enumerate(line.tokens)
    )


def _owner(mentions: list[Mention], line: Line, position: int, grid: Grid) -> Mention | None:
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
    return not any(_kin(cell.figure, between) and _agree(between, cell) for cell in grid.cells)


def _at(cell: Cell, row: Mention | None, column: Mention | None) -> bool:
    """Whether a cell stands where the mentions say: in the row, in the column, or in both."""
    if row is None and (column is None or column.row is None):
        return False
    in_column = column is None or column.row is None or cell.column == column.row
    return in_column and (row is None or cell.row == row.row)


def _kin(cell: Figure, figure: Figure) -> bool:
    """Whether a cell can give a figure: its unit may stand in the header."""
    if cell.kind == figure.kind and cell.unit == figure.unit:
        return True
    return cell.kind == "count" and cell.unit is None and figure.kind in ("money", "measure", "percent")


def _meant(bound: Bound, one: Spoken, grid: Grid, spoken: list[Spoken]) -> Cell | None:
    """The one cell that a figure is a slip away from, or that it was taken for; None where it agrees with any.

    A cell that the text gives rightly elsewhere is not meant, nor is any by a figure that the text gives twice.
    """
    if any(_agree(one.figure, cell) for cell in one.cells):
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
    return any(
        other.figure is not one.figure and cell in other.cells and _agree(other.figure, cell) for other in spoken
    )


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


def _agree(figure: Figure, cell: Cell) -> bool:
    """Whether a figure and a cell share a value in any scale that the table may be in."""
    own = widest(figure)
    for scale in {1, cell.scale}:
        interval = widest(cell.figure).scaled(scale)
        if own.overlaps(interval) or own.overlaps(-interval):
            return True
    return False


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
        and _kin(other.figure, figure)
        and tightest(other.figure).scaled(other.scale).overlaps(tightest(figure))
        for other in grid.cells
    )


def _digits(figure: Figure) -> int:
    """How many digits a figure has that are not mere zeros at its end."""
    return sum(char.isdigit() for char in figure.quote.rstrip("0%"))
