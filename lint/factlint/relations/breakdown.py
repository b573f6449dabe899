"""Breakdowns in sentences: ``A, B and the other C``, ``A and B, a total of T``, ``T, divided between A and B``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.added_up import sums
from factlint.relations.addends import (
    COMPLETE,
    KINDS,
    MANY,
    NO_SUM,
    Place,
    close,
    miss,
    outweighs,
    run_up,
    total_of,
)
from factlint.relations.around import has_value
from factlint.relations.hundred import bare_percent, hundred
from factlint.relations.nearby import akin, claims_before
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.slipped import slipped
from factlint.relations.split_up import of_whole_before, splits
from factlint.relations.sum_of_passage import lists_behind, totals_behind
from factlint.relations.total import Shares, Total

_FAR = 80


def find(bound: Bound) -> Iterator[Total | Shares]:
    """Every whole that the text breaks down, or adds up."""
    seen: set[tuple[int, ...]] = set()
    for line in bound.lines:
        if any("average" in token.tags or token.word.startswith("average") for token in line.tokens):
            continue
        for found in (*_told(bound, line), *totals_behind(bound, line), *lists_behind(bound, line)):
            key = (found.figures[0].start,) if isinstance(found, Total) else tuple(one.start for one in found.figures)
            if key not in seen:
                seen.add(key)
                yield found


def _told(bound: Bound, line: Line) -> Iterator[Total | Shares]:
    """What the words of one sentence break down, or add up, by themselves."""
    tags = {tag for token in line.tokens for tag in token.tags}
    if "leaving" in tags or "whole" in tags:
        yield from _remainders(bound, line)
    if tags & {"sum", "making"}:
        yield from sums(bound, line)
    if tags & {"split", "broken_down"} or "in" in {token.word for token in line.tokens}:
        yield from of_whole_before(bound, line)
    if "split" in tags or any(token.word == ":" or token.word == "of which" for token in line.tokens):
        yield from splits(bound, line)


def _remainders(bound: Bound, line: Line) -> Iterator[Total | Shares]:
    """``… and the other 41,500``: the last part completes the whole."""
    for at, last in line.figures():
        if last.value is None or last.interval is None or last.is_range or not _completes(line, at):
            continue
        if last.kind == "percent" or bare_percent(line, at):
            yield from hundred(bound, line, at, last)
        elif last.kind in KINDS and last.unit not in NO_SUM:
            found = _completed(bound, line, at, last)
            if found is not None:
                yield found


def _completes(line: Line, at: int) -> bool:
    """Whether ``the other`` or ``remaining`` leads to a figure, or ``that is all`` follows the last one."""
    for back in range(at - 1, max(-1, at - 5), -1):
        token = line.tokens[back]
        if token.figure is not None and token.figure.kind not in ("period", "date"):
            break
        if "leaving" in token.tags:
            return True
        if token.word in (";", "than"):
            break
    after = line.tokens[at + 1 :]
    return any("whole" in token.tags for token in after) and all(token.figure is None for token in after)


def _completed(bound: Bound, line: Line, at: int, last: Figure) -> Total | None:
    """The whole that a remainder completes: a reading that holds, else the natural one."""
    places = run_up(bound, line, last, at)
    if not places or places[-1].figure is not last:
        return None
    for plain in (False, True):
        chosen = [place for place in places if place.figure is last or not (plain and place.nested)]
        found = _fitting(chosen, line)
        if found is not None:
            return found
    parts = [place for place in places if place.figure is last or not place.nested]
    return _natural(parts, line) or _far(bound, parts, line)


def _fitting(places: list[Place], line: Line) -> Total | None:
    """A whole that the parts after it make up."""
    for first in range(len(places) - 2, 0, -1):
        parts = [place.figure for place in places[first:]]
        for place in reversed(places[:first]):
            total = total_of(place.figure, parts, Certainty.KNOWN, line)
            if total.verdict() is Verdict.HOLDS:
                return total
    return None


def _natural(places: list[Place], line: Line) -> Total | None:
    """The whole that opens the sentence, or the largest level before the parts when nothing else stands between."""
    own = [place for place in places if place.line is line]
    if len(own) >= 3 and outweighs(own):
        total = total_of(own[0].figure, [place.figure for place in own[1:]], Certainty.KNOWN, line)
        return total if close(total) or total.slip() else None
    totals = []
    for first in range(len(places) - 3, -1, -1):
        block = places[first:]
        if first and places[first - 1].line is block[0].line is block[1].line:
            continue
        if outweighs(block) and not _broken_off(block):
            total = total_of(block[0].figure, [place.figure for place in block[1:]], Certainty.STRONG, line)
            fine = min(part.value or 0 for part in total.parts) >= (total.whole.step or 0)
            if (fine and close(total)) or total.slip():
                totals.append(total)
    slips = [total for total in totals if total.slip()]
    return min(slips or totals, key=miss, default=None)


def _far(bound: Bound, places: list[Place], line: Line) -> Total | None:
    """Three parts or more whose whole was given earlier in the story: it holds, or one slip explains it."""
    for first in range(len(places) - MANY, -1, -1):
        parts = [place.figure for place in places[first:]]
        totals = [
            total_of(claim.figure, parts, Certainty.STRONG, line)
            for claim in claims_before(bound, line, _FAR)
            if claim.figure.kind == parts[0].kind and claim.role == "level" and _level(claim.figure)
            if claim.figure not in parts and akin(claim.figure, parts[0])
        ]
        near = [total for total in totals if miss(total) <= COMPLETE]
        held = [total for total in near if total.verdict() is Verdict.HOLDS]
        slips = [total for total in near if slipped(total.whole, total.exact() or Fraction(0))]
        if held or slips:
            return (held or slips)[0]
    return None


def _level(figure: Figure) -> bool:
    return has_value(figure) and not figure.is_range and (figure.value or 0) > 0


def _broken_off(places: list[Place]) -> bool:
    """Whether more than a sentence without such a figure stands between two of them."""
    indices = [place.line.sentence.index for place in places]
    return any(later - earlier > 2 for earlier, later in pairwise(indices))
