"""Sums that a passage leaves to be worked out: the total behind its parts, or the list of parts behind its whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.addends import KINDS, MANY, NO_SUM, Place, close, holds, miss, places_of, total_of
from factlint.relations.around import counts_few
from factlint.relations.cues import cue
from factlint.relations.nearby import lines_before
from factlint.relations.relation import Certainty
from factlint.relations.total import Total

_ADDING = cue("adding")
_LEADING_TO = cue("leading_to_a_total")
_NO_LIST = cue("no_breakdown")
_BACK, _AHEAD = 7, 6
_LONGEST = 7
_SENTENCES = 2


def totals_behind(bound: Bound, line: Line) -> Iterator[Total]:
    """``… to 42,675 units in total``, ``In all, 27,650 vehicles …``: a sum whose parts stand just before it."""
    for at, whole in line.figures():
        if not _whole(whole) or not _called_sum(line, at):
            continue
        found = _of_parts(bound, line, at, whole)
        if found is not None:
            yield found


def _whole(figure: Figure) -> bool:
    fits = figure.kind in KINDS and figure.unit not in NO_SUM and figure.value is not None and not figure.is_range
    return fits and figure.interval is not None and not counts_few(figure)


def _called_sum(line: Line, at: int) -> bool:
    """Whether words around a figure call it a sum: ``in all``, ``taking the total to``, ``the half-year figure is``."""
    tokens = line.tokens
    if any(token.word == "out of" for token in tokens[max(0, at - _BACK) : at]):
        return False
    for token in reversed(tokens[max(0, at - _BACK) : at]):
        if token.figure is not None and not token.figure.is_stretch and not counts_few(token.figure):
            break
        if "sum" in token.tags or token.word in _ADDING or token.word in _LEADING_TO:
            return True
    for token in tokens[at + 1 : at + _AHEAD]:
        if token.figure is not None and not token.figure.is_stretch and not counts_few(token.figure):
            return False
        if token.word in (",", ";", "and", "while"):
            return False
        if "sum" in token.tags:
            return True
    return False


def _of_parts(bound: Bound, line: Line, at: int, whole: Figure) -> Total | None:
    """The run of levels just before a sum that makes it up, or that one slip keeps from doing so."""
    lines = [*reversed(list(lines_before(bound, line, _SENTENCES))), line]
    places = [place for own in lines for place in places_of(bound, own, whole) if own is not line or place.at < at]
    most = whole.value or Fraction(0)
    places = [one for one in places if not one.nested and most / _SMALLEST < (one.figure.value or 0) < most]
    runs = [places[first:] for first in range(max(0, len(places) - _LONGEST), len(places) - 1)]
    totals = [total_of(whole, [place.figure for place in run], Certainty.STRONG, line) for run in reversed(runs)]
    for total in totals:
        if holds(total):
            return total
    natural = [total for total, run in zip(totals, reversed(runs), strict=True) if _natural(run, places)]
    printed = {figure.value for own in lines for _, figure in own.figures()}
    slips = [one for one in natural if one.slip() and miss(one) <= _FAR and one.exact() not in printed]
    return min(slips, key=miss) if slips else None


_FAR = Fraction(1, 4)
"""A slip in the first digit of a sum is as large as this."""
_SMALLEST = 500


def _natural(run: list[Place], places: list[Place]) -> bool:
    """Whether a run opens its sentence: no level of the same sentence stands before it."""
    before = places[: len(places) - len(run)]
    return not before or before[-1].line is not run[0].line


def lists_behind(bound: Bound, line: Line) -> Iterator[Total]:
    """``It sold 108,300 vehicles. Haval contributed 61,200, Tank 33,300 and Ora 13,800``: a list of three or more whose whole
    opens the sentence or is the last level of the one before.
    """
    if any(token.word in _NO_LIST or token.tags & _OPEN for token in line.tokens):
        return
    first = next((figure for _, figure in line.figures() if _whole(figure)), None)
    if first is None:
        return
    own = places_of(bound, line, first)
    before = [place for one in lines_before(bound, line, 1) for place in places_of(bound, one, first)]
    for whole, parts in ((own[:1], own[1:]), (before[-1:], own), (before[:1], own)):
        if not whole or len(parts) < MANY or not _list(parts):
            continue
        total = total_of(whole[0].figure, [place.figure for place in parts], Certainty.STRONG, line)
        larger = all((place.figure.value or 0) < (whole[0].figure.value or 0) for place in parts)
        if larger and (holds(total) or (total.slip() and close(total))):
            yield total
            return


_OPEN = frozenset({"including", "against", "than", "from"})


def _list(parts: list[Place]) -> bool:
    """Whether the parts follow each other with no other figures and only a comma or "and" between."""
    line = parts[0].line
    for one, other in pairwise(parts):
        inner = line.tokens[one.at + 1 : other.at]
        if any(token.figure is not None for token in inner) or len(inner) > _BACK:
            return False
        if not any(token.word in (",", "and", ";", "plus") for token in inner):
            return False
    return True
