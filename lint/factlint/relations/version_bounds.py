"""Ranges said of several versions or rows, and one of them: ``605 to 780 km. The rear-wheel drive version gets 845``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.cues import cue
from factlint.relations.earlier import earlier

_FAR = Fraction(3, 2)
_VERSIONS = cue("versions")
_ELSEWHERE = cue("beside_the_range")
_ALL = frozenset({"all", "each", "every", "both"})
_FEWEST = 3
_AHEAD = 2


def members(bound: Bound) -> Iterator[tuple[Figure, Figure, bool]]:
    """(range, member, quoted): of the sentences behind a range, and of a table whose every row it is said of."""
    for claim in bound.claims:
        whole = claim.figure
        if not whole.is_range or whole.kind not in ("measure", "money") or not has_value(whole):
            continue
        if whole.low is None or whole.high is None or whole.low >= whole.high or claim.headline:
            continue
        line = bound.line(claim)
        if line.block.cell is not None:
            continue
        for member in _behind(bound, line, claim):
            yield whole, member, claim.quoted
        if any(token.word.split()[:1] and token.word.split()[0] in _ALL for token in line.tokens):
            for member in _rows(bound, line, whole):
                yield whole, member, claim.quoted


def _behind(bound: Bound, line: Line, claim: Claim) -> Iterator[Figure]:
    if "measure" not in claim.explicit or claim.status != "actual" or _aside(line):
        return
    for step in range(1, _AHEAD + 1):
        following = bound.line_of.get(line.sentence.index + step)
        if following is None or following.block is not line.block or _aside(following):
            return
        if not any(token.word in _VERSIONS for token in following.tokens):
            continue
        for position, figure in following.figures():
            other = bound.claim(figure)
            if other is not None and _member(claim, other) and not earlier(following, position):
                yield figure


def _member(claim: Claim, other: Claim) -> bool:
    """Whether a level is of the same measure, subject and test cycle, and near enough to be meant to lie in the range."""
    figure, whole = other.figure, claim.figure
    if figure.kind != whole.kind or figure.unit != whole.unit or figure.is_range or not has_value(figure):
        return False
    if other.role != "level" or other.measure != claim.measure or other.status != "actual":
        return False
    if "subject" in other.explicit and other.subject != claim.subject and not (other.subject or "").startswith("the "):
        return False
    if other.scope - claim.scope or figure.value is None or whole.low is None or whole.high is None:
        return False
    return whole.low / _FAR < figure.value < whole.high * _FAR


def _aside(line: Line) -> bool:
    """Whether a sentence speaks of another test, another car, or a comparison."""
    return any(word in _ELSEWHERE for token in line.tokens for word in token.word.split())


def _rows(bound: Bound, line: Line, whole: Figure) -> Iterator[Figure]:
    """The cells of a column that the range does not hold, where it holds most of them."""
    for table in bound.tables:
        if table.story != line.sentence.story:
            continue
        for column in range(table.width):
            cells = [one for one in table.column(column).values() if one.kind == whole.kind and one.unit == whole.unit]
            if len(cells) < _FEWEST or any(cell.value is None or not has_value(cell) for cell in cells):
                continue
            outside = [cell for cell in cells if not _holds(whole, cell)]
            if len(outside) == 1 and _holds_ends(whole, cells):
                yield outside[0]


def _holds(whole: Figure, cell: Figure) -> bool:
    return whole.interval is not None and cell.interval is not None and cell.interval.overlaps(whole.interval)


def _holds_ends(whole: Figure, cells: list[Figure]) -> bool:
    """Whether an end of the range is the value of a cell: then the column is what the range was taken from."""
    ends = {end.value for end in whole.ends}
    return any(cell.value in ends for cell in cells)
