"""Sums that a sentence gives: ``A and B, a total of T``, ``They add up to T``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.addends import KINDS, NO_SUM, close, holds, run_up, total_of
from factlint.relations.around import counts_few
from factlint.relations.measures_apart import measures_part
from factlint.relations.relation import Certainty
from factlint.relations.total import Total


def sums(bound: Bound, line: Line) -> Iterator[Total]:
    """``A and B, a total of T``; ``They add up to T``."""
    for at, whole in line.figures():
        if whole.kind not in KINDS or whole.unit in NO_SUM or whole.value is None or whole.is_range:
            continue
        if whole.interval is None or counts_few(whole):
            continue
        summed = _summed(line, at)
        if not summed and not (at and "making" in line.tokens[at - 1].tags):
            continue
        found = _added(bound, line, at, whole)
        if found is not None and (summed or holds(found) or found.slip()):
            yield found


def _summed(line: Line, at: int) -> bool:
    """Whether words of adding stand right before or after a figure."""
    if "sum" in line.tokens[0].tags and not any(figure.kind in KINDS for place, figure in line.figures() if place < at):
        return True
    before = line.tokens[max(0, at - 4) : at]
    after = _to_the_mark(line.tokens[at + 1 : at + 7])
    if any(token.figure is not None and not token.figure.is_stretch for token in before[-2:]):
        before = ()
    lifted = any(token.word in ("to", "bringing", "brings", "brought", "taking", "since") for token in before[-1:])
    near = [token for token in (*before, *after) if token.figure is None]
    if any(token.word == "out of" for token in line.tokens[max(0, at - 5) : at]):
        return False
    return not lifted and any("sum" in token.tags for token in near)


def _to_the_mark(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens up to the next comma or other level; ``in the two months`` is passed over."""
    for at, token in enumerate(tokens):
        passed = (
            token.figure is None
            or token.figure.kind == "duration"
            or token.figure.is_stretch
            or counts_few(token.figure)
        )
        if not passed or token.word in (",", ";", ":", "of", "and", "while", "after"):
            return tokens[:at]
    return tokens


def _added(bound: Bound, line: Line, at: int, whole: Figure) -> Total | None:
    places = [place for place in run_up(bound, line, whole, at) if place.figure is not whole and not place.nested]
    for first in range(len(places) - 2, -1, -1):
        total = total_of(whole, [place.figure for place in places[first:]], Certainty.KNOWN, line)
        if holds(total):
            return total
    own = [place.figure for place in places if place.line is line]
    if len(own) >= 2:
        total = total_of(whole, own, Certainty.KNOWN, line)
        return total if (close(total) or total.slip()) and _joined(line, own) else None
    before = [place.figure for place in places if _together(place.line, places[-1].line)]
    anaphora = line.tokens[0].word in ("they", "these", "this", "that", "both", "together", "taken together", "in all")
    if own or len(before) < 2 or _of_other_measure(bound, whole, before):
        return None
    for first in range(len(before) - 1):
        total = total_of(whole, before[first:], Certainty.STRONG, line)
        if total.slip() or (first == 0 and anaphora and close(total)):
            return total
    return None


def _of_other_measure(bound: Bound, whole: Figure, parts: Iterable[Figure]) -> bool:
    claim = bound.claim(whole)
    return claim is not None and measures_part(bound, claim, filter(None, map(bound.claim, parts)))


def _together(line: Line, last: Line) -> bool:
    """Whether two lines are one, or items of one list."""
    if line is last:
        return True
    listed = line.block.kind is last.block.kind is BlockKind.ITEM
    return listed and last.block.index - line.block.index == last.sentence.index - line.sentence.index


def _joined(line: Line, parts: list[Figure]) -> bool:
    """Whether ``and``, ``plus`` or a comma joins each part to the next."""
    positions = [at for at, figure in line.figures() if figure in parts]
    return all(
        any(token.word in ("and", "plus", ",", "with") for token in line.tokens[first:second])
        for first, second in pairwise(positions)
    )
