"""Differences that a passage leaves to be worked out: ``Ford had 61,320, Kia 57,880. The gap was 3,440 cars.``"""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.cues import cue
from factlint.relations.nearby import akin
from factlint.relations.passage import Level, passage
from factlint.relations.relation import Certainty

_COMPARATIVES = cue("comparatives")
_NOUNS = cue("nouns_of_difference")
_BEATING = cue("beating")
_VERBS = cue("verbs_of_change")
_EXTRA = frozenset({"extra", "another", "additional", "further"})
_FURTHER = _EXTRA - {"extra"}
_PAYING = frozenset({"pay", "pays", "paid", "cost", "costs"})
_STOPS = frozenset({";", "while", "whereas", "but"})
_OTHER_TERMS = cue("of_others")
_BACK = 10
_FAR = 2

Pair = tuple[Figure, Figure, Certainty]


def gaps(bound: Bound, line: Line, position: int) -> Iterator[Pair]:
    """The two levels that an amount is the difference of, where its sentence calls it one and no others come in question.

    With three levels near it every two of them are offered, as no more than possible.
    """
    amount = line.tokens[position].figure
    if amount is None or not _called_one(line, position) or _compared_elsewhere(line, position):
        return
    levels = [level for level in passage(bound, line) if _may_end(bound, level, amount)]
    behind = [level for level in levels if level.figure.start > amount.start]
    before = [level for level in levels if level.figure.start < amount.start]
    if len(behind) == 1 and before and not _goes_on(line, position, behind[0].at):
        yield before[-1].figure, behind[0].figure, Certainty.STRONG
        return
    near = [] if behind else _nearest(before)
    if len(near) == 2:
        one, other = near
        if one.figure.value != other.figure.value:
            yield other.figure, one.figure, Certainty.STRONG
    elif len(near) == 3:
        for at, one in enumerate(near):
            for other in near[at + 1 :]:
                yield other.figure, one.figure, Certainty.WEAK


def gap_in_trade(bound: Bound, line: Line, position: int) -> bool:
    """``forecast a gap of 44.0 billion`` in a story on a deficit: another word for it, and a level of its own."""
    if not " ".join(token.word for token in line.tokens[max(0, position - 2) : position]).endswith("gap of"):
        return False
    return any(
        token.word.endswith(_BALANCES)
        for other in bound.lines
        if other.sentence.story == line.sentence.story
        for token in other.tokens
    )


_BALANCES = ("deficit", "surplus")


def _goes_on(line: Line, position: int, at: int) -> bool:
    """Whether a new clause opens before a level: ``… more than the Duster, and the Jogger starts at 17,900``."""
    return any(token.word in ("and", *_STOPS) for token in line.tokens[position:at])


def _nearest(levels: list[Level]) -> list[Level]:
    """The levels of the last sentences that together have two."""
    found: list[Level] = []
    for level in reversed(levels):
        if len(found) >= 2 and level.line is not found[-1].line:
            break
        found.append(level)
    return found[::-1]


def _may_end(bound: Bound, level: Level, amount: Figure) -> bool:
    """Whether an amount may be measured from a level: of its kind, larger than it by far or not at all a part of it."""
    figure = level.figure
    if figure is amount or figure.value is None or amount.value is None:
        return False
    own = bound.claim(amount)
    one_measure = own is not None and own.measure is not None and own.measure == level.claim.measure
    counted_so = one_measure and figure.kind == amount.kind == "count"
    if not (akin(figure, amount) or counted_so or _bare_beside(level, amount)):
        return False
    return level.claim.role in ("level", "base", "end") and not _called_one(level.line, level.at)


def _bare_beside(level: Level, amount: Figure) -> bool:
    """``82 kWh where the old one held 75``: a bare number beside a level in the unit of the amount."""
    figure = level.figure
    if figure.kind != "count" or figure.noun is not None or amount.kind not in ("measure", "money"):
        return False
    return any(
        one.unit == amount.unit and one.value and figure.value and one.value / _FAR < figure.value < one.value * _FAR
        for _, one in level.line.figures()
        if one is not amount and one.kind == amount.kind
    )


def _called_one(line: Line, position: int) -> bool:
    """Whether the words around an amount say that it lies between two levels."""
    return _behind(line, position) or _noun_before(line, position) or _led(line, position) or _verb(line, position)


def _behind(line: Line, position: int) -> bool:
    """``3,440 more``, ``7 kWh extra``, ``70 mm longer than before``; ``270,000 fewer cars``."""
    if line.tokens[position].tags & {"up", "down"}:
        return True
    after = line.tokens[position + 1 : position + 3]
    return any(token.word.partition(" ")[0] in _COMPARATIVES for token in after[:1]) or (
        len(after) > 1
        and after[0].figure is None
        and after[1].word in ("longer", "cheaper", "dearer", "extra", "faster")
    )


def _noun_before(line: Line, position: int) -> bool:
    """``The gap was 3,440``, ``a premium of 6,500 euros``, ``the gain from one month to the next was 38,676``.

    A gap that itself moves from one figure to another is none of these levels' difference.
    """
    if position and line.tokens[position - 1].word in ("to", "from", "at"):
        return False
    for token in reversed(line.tokens[max(0, position - _BACK) : position]):
        figure = token.figure
        if token.word in _STOPS or (figure is not None and figure.kind in ("count", "money", "measure", "percent")):
            return False
        if token.word in _NOUNS:
            return True
        if token.word in (",", "(", ")"):
            return False
    return False


def _led(line: Line, position: int) -> bool:
    """``an extra 7 kWh``, ``exceeding the target by 6,400``; ``a further 300`` comes on top, unless it is paid."""
    before = line.tokens[max(0, position - 2) : position]
    if any(token.word in _FURTHER for token in before):
        return any(token.word in _PAYING for token in line.tokens[max(0, position - 5) : position])
    if any(token.word in _EXTRA for token in before):
        return bool(before) and before[0].word in ("an", "a", "for", "pay", "costs", *_EXTRA)
    by = bool(before) and before[-1].word in ("by", "about", "some") and "by" in {token.word for token in before}
    return by and any(_beats(token) for token in line.tokens[:position])


def _beats(token: Token) -> bool:
    return token.word in _BEATING or bool(token.tags & {"surpass", "miss"})


def _verb(line: Line, position: int) -> bool:
    """``That means 330 showrooms have shut``, ``missing the forecast by about 11,000``."""
    opening = line.tokens[: min(position, 4)]
    drawn = any(token.word in ("means", "so", "thus", "therefore", "meaning") for token in opening)
    return drawn and any(token.word in _VERBS for token in line.tokens[position + 1 : position + 5])


def _compared_elsewhere(line: Line, position: int) -> bool:
    """Whether the amount is compared with something that has no figure here: ``3,000 more than in 2019``, ``less than the
    Ultra``; not with what was said before (``longer than before``, ``more than its rival``).
    """
    tokens = line.tokens
    if any(token.word in _OTHER_TERMS for token in tokens[:position]):
        return True
    for at in range(position, min(position + 4, len(tokens))):
        last = tokens[at].word.split()[-1:] if at > position else []
        behind = tokens[at + 1 : at + 8]
        if last and (last[0] in _TIED or (last[0] in _DATED and _opens_with_time(behind))):
            figure = next((token.figure for token in behind if token.figure is not None), None)
            if figure is not None and figure.kind not in ("date", "period", "name"):
                return False
            return not any(token.word in _SAID_BEFORE for token in behind[:3])
    return False


def _opens_with_time(tokens: tuple[Token, ...]) -> bool:
    return any(token.figure is not None and token.figure.kind in ("date", "period") for token in tokens[:2])


_TIED = cue("tied")
_DATED = frozenset({"on", "from"})
_SAID_BEFORE = cue("said_before")
