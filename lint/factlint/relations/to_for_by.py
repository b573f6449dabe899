"""``to`` written for ``by``, or the reverse: a change that fits only if the figure behind the verb plays the other part."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import alike, has_value
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest

HUNDRED = 100


class ToForBy(Relation, frozen=True, eq=False, kw_only=True):
    """``figure`` stands behind ``word`` (to, by), but ``percent`` and ``base`` make it play the other part."""

    confirms = False
    figure: Figure
    base: Figure
    percent: Figure
    word: str

    def verdict(self) -> Verdict:
        return Verdict.BROKEN

    @property
    def other(self) -> str:
        """The word that would make it true."""
        return "by" if self.word == "to" else "to"


def find(bound: Bound) -> Iterator[ToForBy]:
    """``rose by 98,310 units from 91,940, or 6.9 percent``: in one sentence with a base and a percentage."""
    for line in bound.lines:
        yield from _twice(line)
        yield from _of_rates(bound, line)
        percents = [f for at, f in line.figures() if f.kind == "percent" and _changes(bound, f)]
        if len(percents) != 1:
            continue
        for at, figure in line.figures():
            word = line.tokens[at - 1].word if at else ""
            if word not in ("to", "by") or figure.kind not in ("count", "money") or not _usable(figure):
                continue
            for base in _bases(bound, line, figure):
                if _misplaced(word, figure, base, percents[0], _direction(bound, percents[0])):
                    yield _relation(line, figure, base, percents[0], word, Certainty.KNOWN)


def _twice(line: Line) -> Iterator[ToForBy]:
    """``grew to 8.5 percent to 621,200 cars``: a rate and a level that a change cannot both lead to."""
    tokens = line.tokens
    for at, percent in line.figures():
        if percent.kind != "percent" or at < 2 or at + 2 >= len(tokens) or tokens[at - 1].word != "to":
            continue
        moved = any(token.tags & {"up", "down"} for token in tokens[max(0, at - 3) : at - 1])
        level = _level_behind(tokens, at + 1)
        if moved and level is not None and _usable(level) and not percent.is_range:
            yield _relation(line, percent, level, level, "to", Certainty.STRONG)


def _level_behind(tokens: tuple[Token, ...], at: int) -> Figure | None:
    """The level in ``to 621,200 cars`` or ``from 2.20 billion to 2.31 billion``, with nothing in front."""
    if tokens[at].word == "from" and at + 3 < len(tokens) and tokens[at + 1].figure is not None:
        base = tokens[at + 1].figure
        at += 2 if base is not None and base.kind in _LEVELS else 0
    level = tokens[at + 1].figure
    return level if tokens[at].word == "to" and level is not None and level.kind in _LEVELS else None


_LEVELS = frozenset({"count", "money", "measure"})


def _of_rates(bound: Bound, line: Line) -> Iterator[ToForBy]:
    """``fell by 9.4% from 13.2%, that is, by 3.8 percentage points``: the points lead from the base to the rate."""
    points = [figure for _, figure in line.figures() if figure.kind == "points" and _usable(figure)]
    for at, rate in line.figures():
        if not points or rate.kind != "percent" or not at or line.tokens[at - 1].word != "by" or not _usable(rate):
            continue
        for base in _bases(bound, line, rate):
            if _between(rate, base).overlaps(tightest(points[0])) and not tightest(rate).overlaps(tightest(points[0])):
                yield _relation(line, rate, base, points[0], "by", Certainty.KNOWN)


def _between(rate: Figure, base: Figure) -> Interval:
    """How far two rates lie apart, in points."""
    apart = _exact(rate) - _exact(base)
    return -apart if apart.high is not None and apart.high <= 0 else apart


def _relation(line: Line, figure: Figure, base: Figure, change: Figure, word: str, certainty: Certainty) -> ToForBy:
    return ToForBy(
        figures=tuple(dict.fromkeys((figure, base, change))),
        figure=figure,
        base=base,
        percent=change,
        word=word,
        certainty=certainty,
        quoted=line.quoted(figure),
    )


def _changes(bound: Bound, figure: Figure) -> bool:
    claim = bound.claim(figure)
    return claim is not None and claim.role == "change" and _usable(figure)


def _direction(bound: Bound, figure: Figure) -> int:
    claim = bound.claim(figure)
    return claim.direction if claim is not None else 0


def _usable(figure: Figure) -> bool:
    return has_value(figure) and not figure.is_range and not figure.soft and figure.value is not None


def _bases(bound: Bound, line: Line, figure: Figure) -> Iterator[Figure]:
    for _, base in line.figures():
        claim = bound.claim(base)
        if base is not figure and claim is not None and claim.role == "base" and alike(base, figure) and _usable(base):
            yield base


def _misplaced(word: str, figure: Figure, base: Figure, percent: Figure, direction: int) -> bool:
    """Whether the percentage fits the figure only as level behind ``by``, or only as amount behind ``to``."""
    stated = tightest(percent)
    level = widest(figure).over(widest(base)).scaled(HUNDRED).shifted(-HUNDRED)
    as_level = (level if direction >= 0 else -level).overlaps(stated)
    as_amount = _exact(figure).over(_exact(base)).scaled(HUNDRED).overlaps(stated)
    return (as_level and not as_amount) if word == "by" else (as_amount and not as_level)


def _exact(figure: Figure) -> Interval:
    return tightest(figure)
