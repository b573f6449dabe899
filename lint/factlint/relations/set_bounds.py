"""Ranges said of a set, and one of its members: ``The six models cover 380 to 614 km. The CLA, with 792 km, …``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import counts_few, has_value
from factlint.relations.cues import cue
from factlint.relations.earlier import earlier

_KINDS = frozenset({"percent", "measure", "money", "count", "duration"})
_SETS = cue("sets")
_OUTSIDE = cue("beside_the_range") | cue("no_members") | cue("outliers")
_BLOCKS = frozenset({BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CELL})
_FAR = Fraction(3, 2)
_AHEAD = 2
_ENDS = frozenset({"end", "farthest", "furthest", "most", "least", "thirstiest"})

Pair = tuple[Figure, Figure, bool]


def members_of_sets(bound: Bound) -> Iterator[Pair]:
    """(range, member, quoted): the one figure of a following sentence that is said of an extreme or a named member."""
    for claim in bound.claims:
        whole = claim.figure
        if not whole.is_range or whole.kind not in _KINDS or not has_value(whole) or claim.status != "actual":
            continue
        line = bound.line(claim)
        if line.block.kind in _BLOCKS or line.block.cell is not None or not _of_a_set(line, whole) or _aside(line):
            continue
        for step in range(1, _AHEAD + 1):
            following = bound.line_of.get(line.sentence.index + step)
            if following is None or following.block is not line.block or _aside(following):
                break
            member = _member(bound, claim, following)
            if member is not None:
                yield whole, member, claim.quoted
                break


def _of_a_set(line: Line, whole: Figure) -> bool:
    """Whether a sentence gives its range for several things: ``the six models``, ``depending on version``, ``all of them``."""
    several = any(counts_few(figure) and (figure.value or 0) > 1 for _, figure in line.figures() if figure is not whole)
    return several or any(token.word in _SETS for token in line.tokens)


def _aside(line: Line) -> bool:
    """Whether a sentence speaks of another test, another time, or of what lies outside."""
    return any(word in _OUTSIDE for token in line.tokens for word in token.word.split())


def _member(bound: Bound, whole: Claim, line: Line) -> Figure | None:
    own = [(at, figure) for at, figure in line.figures() if figure.kind == whole.figure.kind and not counts_few(figure)]
    if len(own) != 1:
        return None
    at, figure = own[0]
    claim = bound.claim(figure)
    if claim is None or claim.role not in ("level", "share") or claim.status != "actual" or claim.basis is not None:
        return None
    if figure.is_range or figure.hedge is not None or not has_value(figure) or earlier(line, at):
        return None
    if claim.measure is not None and whole.measure is not None and claim.measure != whole.measure:
        return None
    if not _one_unit(figure, whole.figure) or not any(_singles_out(token) for token in line.tokens):
        return None
    low, high, value = whole.figure.low, whole.figure.high, figure.value
    if low is None or high is None or value is None or low >= high:
        return None
    return figure if low / _FAR < value < high * _FAR else None


def _one_unit(figure: Figure, whole: Figure) -> bool:
    """Whether two figures are in one unit, what it is for left out of one: ``19.3 kWh per 100 km``, ``needed 20.1 kWh``."""
    one, other = figure.unit or "", whole.unit or ""
    if one != other and one.partition("/")[0] != other.partition("/")[0]:
        return False
    return figure.noun is None or whole.noun is None or figure.noun == whole.noun


def _singles_out(token: Token) -> bool:
    """Whether a word names one of a set: an extreme, a name, a place."""
    if "extreme" in token.tags or token.word in _ENDS or token.name is not None:
        return True
    return token.word.endswith("est") and len(token.word) > 5
