"""The level that a multiple starts from, in the sentence before: ``had 400 stations in 2021. Now it is 1,150, nearly three
times as many``.
"""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.relations.cues import cue
from factlint.relations.nearby import akin, lines_before, positive, quantities, strangers
from factlint.relations.relation import Certainty

_TAIL = cue("tail") | cue("rises") | {"", "a", "an", "as", "than"}
_NOW = cue("nowadays")
_BACK = cue("tying_back")
_FAR = 8


def since_before(
    bound: Bound, line: Line, position: int, levels: list[tuple[int, Figure]]
) -> Iterator[tuple[Figure, Figure, Certainty]]:
    """(now, base): the one level before a multiple that ends its sentence, and the one alike of the sentence before.

    The two must be told apart by when they held, so that no third level can be meant.
    """
    before = [(at, figure) for at, figure in levels if at < position and figure.kind not in ("duration", "percent")]
    if len(before) != 1 or any(at > position and figure.kind != "duration" for at, figure in levels):
        return
    at, now = before[0]
    if position - at > _FAR or not _ends(line, position):
        return
    own = bound.claim(now)
    for previous in lines_before(bound, line, 1):
        found = [one for _, one in quantities(bound, previous) if akin(now, one)]
        if len(found) != 1 or not positive(found[0]) or strangers(bound, now, found[0]):
            return
        base = bound.claim(found[0])
        if own is not None and base is not None and _then_and_now(line, position, own, base):
            yield now, found[0], Certainty.STRONG


def _ends(line: Line, position: int) -> bool:
    """Whether only words of comparison and time follow a multiple."""
    return all(
        token.word.rstrip(".") in _TAIL
        or (token.figure is not None and (token.figure.kind == "duration" or token.figure.is_stretch))
        for token in line.tokens[position + 1 :]
    )


def _then_and_now(line: Line, position: int, now: Claim, base: Claim) -> bool:
    """Whether the sentence before speaks of an earlier time; a month beside a month may be compared with last year's."""
    if _narrowed(now) != _narrowed(base) or now.status != "actual" or now.basis is not None:
        return False
    tied = any(token.word in _BACK for token in line.tokens[position + 1 : position + 5])
    first, second = base.period, now.period
    if "period" in base.explicit and first is not None and (second is None or "period" not in now.explicit):
        return tied or (first.grain != "month" and any(token.word in _NOW for token in line.tokens))
    if not isinstance(first, Period) or not isinstance(second, Period) or first == second:
        return base.when is not None and "period" in base.explicit and tied
    return first.last < second.first and (tied or first.grain in ("year", "day") or second.grain != first.grain)


def _narrowed(claim: Claim) -> frozenset[str]:
    """What a level is narrowed to, markets left aside: the second sentence need not name them again."""
    return frozenset(facet for facet in claim.scope if not facet.startswith("in:"))
