"""The sentences just before a sentence: where the figures stand that it speaks of without printing them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line, Token
from factlint.figures.bounds import hedged
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import alike, has_value
from factlint.relations.relation import tightest, widest

_QUANTITIES = frozenset({"count", "money", "measure"})
_OUTSIDE = frozenset({BlockKind.CELL, BlockKind.CAPTION, BlockKind.BOILERPLATE})


def lines_before(bound: Bound, line: Line, reach: int) -> Iterator[Line]:
    """The lines of at most ``reach`` sentences before one, nearest first, as far as its section goes."""
    article = bound.article
    block = line.block.index
    for index in range(line.sentence.index - 1, max(-1, line.sentence.index - 1 - reach), -1):
        sentence = article.sentences[index]
        if sentence.story != line.sentence.story:
            return
        if any(article.blocks[at].kind is BlockKind.SUBHEAD for at in range(sentence.block + 1, block + 1)):
            return
        block = sentence.block
        kind = article.blocks[block].kind
        if kind in (BlockKind.HEADLINE, BlockKind.DECK):
            return
        before = bound.line_of.get(index)
        if before is not None and kind not in _OUTSIDE:
            yield before


def claims_before(bound: Bound, line: Line, most: int) -> list[Claim]:
    """The last claims of a line's story that stand before it, at most ``most``, in the order of the text."""
    end = bisect_left(bound.claims, line.sentence.index, key=lambda claim: claim.sentence)
    return [claim for claim in bound.claims[max(0, end - most) : end] if claim.story == line.sentence.story]


def quantities(bound: Bound, line: Line, kinds: frozenset[str] = _QUANTITIES) -> Iterator[tuple[int, Figure]]:
    """Position and figure of the levels of a line, in order: no changes, no ranges, nothing malformed."""
    for at, figure in line.figures():
        if figure.kind not in kinds or not has_value(figure) or figure.is_range or figure.value is None:
            continue
        claim = bound.claim(figure)
        if claim is None or claim.role in ("level", "base", "share", "end"):
            yield at, figure


def words_between(line: Line, first: int, second: int) -> tuple[Token, ...]:
    """The tokens strictly between two positions."""
    return line.tokens[min(first, second) + 1 : max(first, second)]


def positive(*figures: Figure) -> bool:
    """Whether figures can be multiplied and divided: no loss among them, no zero."""
    return all(figure.value is not None and figure.value > 0 for figure in figures)


def strangers(bound: Bound, one: Figure, other: Figure) -> bool:
    """Whether two figures are said of two subjects that their sentences name."""
    first, second = bound.claim(one), bound.claim(other)
    if first is None or second is None or not {"subject"} <= first.explicit & second.explicit:
        return False
    return first.subject != second.subject


_SCALE_APART = 2500
_ROUNDING = Fraction(7, 100)
"""What a writer rounds away at the most: 3,000 may stand for 3,200 but not for 3,500."""


def printed(figure: Figure) -> Interval:
    """The interval of a figure; of a price that "starts at" a sum, that sum."""
    if figure.hedge == "from" and figure.value is not None and figure.step is not None:
        return hedged(figure.value, figure.step, None)
    return tightest(figure)


def rounded(figure: Figure) -> Interval:
    """The interval of a figure were its trailing zeros rounded, but by no more than a writer would."""
    tight = printed(figure)
    wide = tight if figure.hedge == "from" else widest(figure)
    if figure.value is None or wide == tight or wide.low is None or wide.high is None:
        return wide
    edge = abs(figure.value) * _ROUNDING
    low, high = max(wide.low, figure.value - edge), min(wide.high, figure.value + edge)
    return tight.hull(Interval(low, high))


def in_step(figures: Sequence[Figure]) -> dict[int, Interval]:
    """The intervals of figures that are added to each other, by their start, were they rounded as finely as the finest.

    Beside 1,150 and 5,450 the 4,300 stands for 4,300 to the ten, beside 2 million for 4,300 to the hundred.
    """
    finest = min(_zeros(figure) for figure in figures)
    found = {}
    for figure in figures:
        interval = printed(figure)
        if figure.hedge in (None, "from") and figure.value is not None and figure.step is not None:
            interval = hedged(abs(figure.value), max(figure.step, min(finest, _zeros(figure))), None)
        found[figure.start] = interval
    return found


def _zeros(figure: Figure) -> Fraction:
    """What the last digit of a figure is worth that is no zero."""
    if not figure.value or not figure.step:
        return Fraction(1)
    mantissa, worth = abs(int(figure.value / figure.step)), figure.step
    while mantissa % 10 == 0:
        mantissa //= 10
        worth *= 10
    return worth


def akin(one: Figure, other: Figure) -> bool:
    """Whether two figures count alike, or one is a bare number that can: ``24.7 billion yuan, of which 23.4 billion``."""
    return alike(one, other) or _bare_of(one, other) or _bare_of(other, one)


def _bare_of(bare: Figure, figure: Figure) -> bool:
    if bare.kind != "count" or bare.noun is not None or bare.value is None or figure.value is None:
        return False
    if not bare.quote[-1:].isalpha():
        return False
    sized = figure.value / _SCALE_APART <= bare.value <= figure.value * _SCALE_APART
    return figure.kind in ("money", "measure") and sized


def drowned(one: Figure, other: Figure) -> bool:
    """Whether one level is lost in the rounding of the other, so that nobody states what lies between them."""
    return _below_the_last_digit(one, other) or _below_the_last_digit(other, one)


def _below_the_last_digit(small: Figure, large: Figure) -> bool:
    return small.value is not None and large.step is not None and abs(small.value) * 2 < large.step
