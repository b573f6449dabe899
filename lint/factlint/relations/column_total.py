"""What a sentence adds up of a table: ``the ten together sold 957,515``, ``everything else contributed 1.75 billion``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import counts_few, has_value
from factlint.relations.column import columns_of, numbers_of
from factlint.relations.cues import cue
from factlint.relations.meant import may_be_slip
from factlint.relations.nearby import akin, positive, printed, quantities
from factlint.relations.relation import Certainty, Relation, Verdict, judge
from factlint.relations.slipped import slipped
from factlint.relations.total import plus, sum_of

_KINDS = frozenset({"count", "money", "measure"})
_SCALES = (1, 10**3, 10**6, 10**9)
_TOGETHER = cue("together")
_CLOSE = Fraction(1, 10)
_LONGEST = 40


class ColumnTotal(Relation, frozen=True, eq=False, kw_only=True):
    """``whole`` is what a column of a table, in ``scale``, and the figures ``besides`` add up to."""

    whole: Figure
    column: tuple[Figure, ...]
    besides: tuple[Figure, ...]
    scale: int

    @property
    def parts(self) -> tuple[Figure, ...]:
        """All that is added."""
        return (*self.column, *self.besides)

    def computed(self) -> Interval:
        """The sum of the column in its scale, and of what stands besides."""
        cells = plus([printed(figure) for figure in self.column]).scaled(self.scale)
        return plus([cells, *(printed(figure) for figure in self.besides)])

    def verdict(self) -> Verdict:
        soft = self.whole.soft or any(figure.soft for figure in self.parts)
        return judge(printed(self.whole), self.computed(), printed(self.whole), self.computed(), soft)

    def exact(self) -> Fraction | None:
        """The sum of the printed values."""
        cells, rest = sum_of(self.column), sum_of(self.besides)
        return cells * self.scale + rest if cells is not None and rest is not None else None

    def slip(self) -> str:
        """How the whole came to miss the sum by one slip of the keyboard; empty when none did."""
        exact = self.exact()
        return slipped(self.whole, exact) if exact is not None else ""


def find(bound: Bound) -> Iterator[ColumnTotal]:
    """Every sum of a column that a sentence gives, and every rest that a sentence adds to a column."""
    if not bound.tables:
        return
    columns: dict[int, list[tuple[Figure, ...]]] = {}
    for table in bound.tables:
        if len(table.rows) <= _LONGEST:
            columns.setdefault(table.story, []).extend(tuple(column) for column in columns_of(table))
    for line in bound.lines:
        own = columns.get(line.sentence.story)
        if own and line.block.cell is None:
            yield from _sums(bound, line, own)
            yield from _rests(bound, line, own)


def _sums(bound: Bound, line: Line, columns: list[tuple[Figure, ...]]) -> Iterator[ColumnTotal]:
    """``The ten together sold 957,515 units``: the number of the rows, a word of adding, and the sum."""
    if not any(token.word in _TOGETHER for token in line.tokens):
        return
    numbers = numbers_of(line)
    spoken = [column for column in columns if len(column) in numbers]
    for _, whole in quantities(bound, line, _KINDS):
        if counts_few(whole) or not positive(whole):
            continue
        found = _fitting(line, whole, spoken, ())
        if found is not None:
            yield found
            return


def _fitting(
    line: Line, whole: Figure, columns: list[tuple[Figure, ...]], besides: tuple[Figure, ...]
) -> ColumnTotal | None:
    """The column that gives a whole; else the one that a slip, or the lack of any other near it, points at."""
    close = []
    for column in columns:
        for scale in _SCALES:
            total = _total(line, whole, column, besides, scale)
            exact = total.exact()
            if exact is None or not whole.value or abs(exact - whole.value) > whole.value * _CLOSE:
                continue
            if total.verdict() <= Verdict.LOOSE:
                return total
            close.append(total)
    slips = [total for total in close if slipped(whole, total.exact() or Fraction(0))]
    if not close and not besides:
        slips = [total for column in columns if _cell_slipped(total := _total(line, whole, column, besides, 1))]
    return close[0] if len(close) == 1 else slips[0] if len(slips) == 1 else None


def _cell_slipped(total: ColumnTotal) -> bool:
    """Whether one slip in one cell explains that a column misses its sum."""
    exact, whole = total.exact(), printed(total.whole)
    if exact is None or not whole.bounded:
        return False
    return any(cell.value is not None and may_be_slip(cell, whole.shifted(cell.value - exact)) for cell in total.column)


def _total(
    line: Line, whole: Figure, column: tuple[Figure, ...], besides: tuple[Figure, ...], scale: int
) -> ColumnTotal:
    return ColumnTotal(
        figures=(whole, *column, *besides),
        whole=whole,
        column=column,
        besides=besides,
        scale=scale,
        certainty=Certainty.STRONG,
        quoted=line.quoted(whole),
    )


def _rests(bound: Bound, line: Line, columns: list[tuple[Figure, ...]]) -> Iterator[ColumnTotal]:
    """``Everything else is booked as other business and contributed 1.75 billion``, below a table of the divisions."""
    opening = line.tokens[:3]
    if not any("leaving" in token.tags for token in opening):
        return
    below = [column for column in columns if column[-1].end <= line.sentence.start]
    rests = [figure for _, figure in quantities(bound, line, _KINDS) if positive(figure) and not counts_few(figure)]
    if not below or len(rests) != 1:
        return
    rest = rests[0]
    candidates = [
        found
        for whole in _wholes(bound, line, rest)
        if (found := _fitting(line, whole, below[-3:], (rest,))) is not None
    ]
    for found in candidates:
        if found.verdict() <= Verdict.LOOSE:
            yield found
            return
    if len({found.whole.value for found in candidates}) == 1:
        yield candidates[0]


def _wholes(bound: Bound, line: Line, rest: Figure) -> Iterator[Figure]:
    """The levels of the story before a sentence that a rest may belong to."""
    for claim in bound.claims:
        figure = claim.figure
        if claim.sentence >= line.sentence.index:
            return
        usable = has_value(figure) and not figure.is_range and positive(figure) and claim.role == "level"
        if (
            claim.story == line.sentence.story
            and usable
            and bound.line(claim).block.cell is None
            and akin(figure, rest)
        ):
            yield figure
