"""Shares of a total that is only named: ``184,200 cars were registered ... Electric cars numbered 39,420 and took 21.4% of
the market``. The total stands anywhere before in the story, so only a share that one of the levels gives, or that one slip
keeps from being given, tells which it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import facets_of
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, alike, counts_few, has_value, previous_line
from factlint.relations.cues import cue
from factlint.relations.nearby import claims_before

_NAMES = cue("named_totals")
_OWNERS = frozenset({"its", "their", "his", "her"})
_WIDE = frozenset({"retail", "wholesale", "group", "passenger", "mixed"})
"""What may be said of a total and left unsaid of its part; "combined" reads as a test cycle, too."""
_AHEAD, _BACK = 6, 8
_STORY = 60

Pair = tuple[Figure, Figure]


def of_named_total(bound: Bound, line: Line, position: int) -> Iterator[Pair]:
    """(part, whole) for a share of a total in words: each level of the story before that may be that total."""
    if not _names_total(line, position):
        return
    part = _part(bound, line, position)
    if part is None:
        return
    seen = set()
    for claim in reversed(claims_before(bound, line, _STORY)):
        figure = claim.figure
        if figure.value not in seen and _may_be_total(bound, claim, part):
            seen.add(figure.value)
            yield part.figure, figure


def _names_total(line: Line, position: int) -> bool:
    """``of the market``, ``of all installations`` behind the share; ``share of the company's total`` before it."""
    tokens = line.tokens
    behind = tokens[position + 1 : position + 1 + _AHEAD]
    if behind and behind[0].word in ("of", "of the"):
        return _total_in(behind[1:])
    before = tokens[max(0, position - _BACK) : position]
    at = next((at for at in range(len(before) - 1, -1, -1) if "share" in before[at].tags), None)
    if at is None or any(token.figure is not None for token in before[at:]):
        return False
    rest = before[at + 1 :]
    return _total_in(rest[1:]) if rest and rest[0].word == "of" else False


def _total_in(tokens: tuple[Token, ...]) -> bool:
    """Whether the words up to the next mark name all there is, narrowed by nothing."""
    named = False
    for token in tokens:
        if token.word in (",", ";", "(", ")", "and", "for", "after", "was", "came", "came to", "stood"):
            break
        if token.name is not None or token.figure is not None or facets_of(token.tags) or token.word in ("such", "in"):
            return False
        named = named or any(word in _NAMES for word in token.word.split())
    return named


def _part(bound: Bound, line: Line, position: int) -> Claim | None:
    """The level just before a share; of ``Their share of the total came to``, the only level of the sentence before."""
    for at in range(position - 1, -1, -1):
        token = line.tokens[at]
        if token.word == ";" or (token.figure is not None and token.figure.kind in ("percent", "multiple")):
            return None
        if token.figure is not None and token.figure.kind in LEVELS:
            claim = bound.claim(token.figure)
            return claim if claim is not None and _level(claim) else None
    before = previous_line(bound, line)
    if before is None or not line.tokens or line.tokens[0].word not in _OWNERS or before.block is not line.block:
        return None
    levels = [claim for _, figure in before.figures() if (claim := bound.claim(figure)) is not None and _level(claim)]
    return levels[0] if len(levels) == 1 else None


def _level(claim: Claim) -> bool:
    figure = claim.figure
    usable = figure.kind in LEVELS and has_value(figure) and not figure.is_range and not figure.soft
    told = claim.role in ("level", "share", "end") and claim.status == "actual" and not claim.headline
    return usable and told and not counts_few(figure) and (figure.value or 0) > 0


def _may_be_total(bound: Bound, whole: Claim, part: Claim) -> bool:
    """Whether a level may be the total that a part is of: larger, of its time, and narrowed by nothing the part is not."""
    if not _level(whole) or not alike(whole.figure, part.figure) or bound.line(whole).block.cell is not None:
        return False
    if (whole.figure.value or 0) <= (part.figure.value or 0):
        return False
    if "period" in whole.explicit and "period" in part.explicit and not whole.same_time(part):
        return False
    narrower = whole.scope - part.scope
    return all(facet.startswith("in:") or facet in _WIDE for facet in narrower)
