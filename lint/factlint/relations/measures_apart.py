"""Differences between two measures: ``With 630 more built than delivered``, ``480 fewer registered than sold``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import counts_few, has_value
from factlint.relations.nearby import akin, claims_before
from factlint.relations.relation import Certainty

_COMPARED = frozenset({"more", "fewer", "less"})
_BACK = 8
_AHEAD = 8


def of_two_measures(bound: Bound, line: Line, position: int) -> Iterator[tuple[Figure, Figure, Certainty]]:
    """The last levels of the two measures before, where each has one level only among the last claims of the story."""
    amount = line.tokens[position].figure
    behind = line.tokens[position + 1 : position + _AHEAD]
    if amount is None or not behind or behind[0].word not in _COMPARED:
        return
    than = next((at for at, token in enumerate(behind) if token.word == "than"), None)
    if than is None or any(token.figure is not None or token.word in (",", ";") for token in behind[:than]):
        return
    first = next((names for token in behind[:than] if (names := measures_of(token.tags))), ())
    second = next((names for token in behind[than + 1 :][:3] if (names := measures_of(token.tags))), ())
    if not first or not second or set(first) & set(second):
        return
    levels = [_only(bound, line, amount, names) for names in (first, second)]
    if levels[0] is not None and levels[1] is not None:
        yield levels[0], levels[1], Certainty.STRONG


def _only(bound: Bound, line: Line, amount: Figure, names: tuple[str, ...]) -> Figure | None:
    found = [
        claim.figure
        for claim in claims_before(bound, line, _BACK)
        if claim.measure in names
        and "measure" in claim.explicit
        and claim.role == "level"
        and not claim.headline
        and has_value(claim.figure)
        and not claim.figure.is_range
        and akin(claim.figure, amount)
        and not counts_few(claim.figure)
    ]
    return found[0] if len({figure.value for figure in found}) == 1 else None


_KEPT = frozenset({"production", "capacity", "orders", "stock", "employees"})
"""What is built, ordered or kept in stock is not what is sold, and no whole of it."""


def measures_part(bound: Bound, whole: Claim, parts: Iterable[Claim]) -> bool:
    """Whether a level is of another measure than its alleged parts, both named: built is not sold."""
    own = bound.words.family(whole.measure) if "measure" in whole.explicit else None
    theirs = {bound.words.family(part.measure) for part in parts if "measure" in part.explicit}
    theirs.discard(None)
    if own is None or not theirs or own in theirs:
        return False
    return own in _KEPT or bool(theirs & _KEPT)
