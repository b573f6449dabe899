"""Figures that a sentence takes up as known: ``Of the 4.2 billion yuan, 1.3 billion ...``, ``For a van of 1,462 kg ...``."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, alike, counts_few, has_value, story_claims
from factlint.relations.relation import widest
from factlint.relations.sides import left_open
from factlint.relations.slips import slip

_SLIPS = ("scale shifted.", "two digits swapped.")
_OPENERS = frozenset({",", ";", ":", "—", "–"})
_ARTICLES = frozenset({"a", "an"})
_THING = 4
"""Words of the thing in ``for a five-seat van of``."""


def pointed_back(bound: Bound) -> Iterator[tuple[Claim, Claim]]:
    """(later, earlier): a figure that is taken up as known, and the one figure before that a slip makes of it.

    Nothing is told where the story prints the figure itself anywhere else, or two figures that may be meant.
    """
    for line in bound.lines:
        if line.block.cell is not None:
            continue
        for at, figure in line.figures():
            claim = bound.claim(figure)
            if claim is None or not _sharp(figure) or not (_of_the(line, at) or _for_a(line, at)):
                continue
            if left_open(bound.article.text, line.sentence.start, line.sentence.end):
                continue
            meant = _meant(bound, claim)
            if meant is not None:
                yield claim, meant


def _of_the(line: Line, at: int) -> bool:
    """``Of the 168,000 hybrids`` at the beginning of a clause."""
    before = [token for token in line.tokens[max(0, at - 3) : at] if token.name is None]
    words = " ".join(token.word for token in before).split()
    opens = at <= 2 or line.tokens[at - 3].word in _OPENERS or (before and before[0].word in _OPENERS)
    return words[-2:] == ["of", "the"] and bool(opens)


def _for_a(line: Line, at: int) -> bool:
    """``For a van of 1,642 kg``: what was described before is called by its kind."""
    if at < 2 or line.tokens[at - 1].word != "of":
        return False
    for back in range(at - 2, max(-1, at - 2 - _THING), -1):
        if line.tokens[back].figure is not None:
            return False
        if line.tokens[back].word in _ARTICLES:
            return back > 0 and line.tokens[back - 1].word == "for"
    return False


def _sharp(figure: Figure) -> bool:
    """Whether a level is printed with two digits or more that are no zeros at its end, and not hedged."""
    if figure.kind not in LEVELS or not has_value(figure) or figure.is_range or figure.soft or counts_few(figure):
        return False
    return bool(figure.value and figure.step) and (figure.value or 0) / (figure.step or 1) >= 10


def _meant(bound: Bound, claim: Claim) -> Claim | None:
    """The one figure before that a slip makes of a figure."""
    figure = claim.figure
    found: list[Claim] = []
    for other in story_claims(bound, claim):
        if other.figure is figure or not _sharp(other.figure) or not alike(other.figure, figure):
            continue
        if widest(other.figure).overlaps(widest(figure)):
            return None
        told = other.sentence < claim.sentence and other.role in ("level", "share", "end") and not other.headline
        if told and _one_time(claim, other) and slip(figure, other.figure).endswith(_SLIPS):
            found.append(other)
    return found[0] if len({other.figure.value for other in found}) == 1 else None


def _one_time(one: Claim, other: Claim) -> bool:
    """Whether the text does not tell two figures apart by their time, subject or scope."""
    if "period" in one.explicit and "period" in other.explicit and not one.same_time(other):
        return False
    if {"subject"} <= one.explicit & other.explicit and one.subject != other.subject:
        return False
    return not one.scope or not other.scope or bool(one.scope & other.scope)
