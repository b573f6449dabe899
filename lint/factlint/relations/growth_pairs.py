"""The two levels that a change lies between: told by their words, their periods and their order, in one sentence or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.claims.periods import compares
from factlint.claims.roles import before_figure, direction_of
from factlint.claims.undated import YEAR as UNDATED
from factlint.figures.figure import Figure
from factlint.relations.around import (
    alike,
    counts_few,
    has_value,
    levels_after,
    levels_before,
    previous_line,
    yearly,
)
from factlint.relations.earlier import earlier, of_now
from factlint.relations.nearby import akin
from factlint.relations.relation import Certainty


def pairs_of(bound: Bound, line: Line, position: int) -> Iterator[tuple[Figure, Figure, Certainty]]:
    """(level, base, certainty) of every reading of the change at ``position``, most likely first."""
    for now, base, certainty in _told(bound, line, position):
        if _is_loss(bound, now) is _is_loss(bound, base):
            yield now, base, certainty


def _told(bound: Bound, line: Line, position: int) -> Iterator[tuple[Figure, Figure, Certainty]]:
    if left_to_others(line, position):
        return
    found = False
    for base_at in _bases(bound, line, position):
        base = line.tokens[base_at].figure
        assert base is not None
        for level, certainty in _levels(bound, line, position, base_at, base):
            found = found or _is_loss(bound, level) is _is_loss(bound, base)
            now, before = (base, level) if of_now(line, base_at) else (level, base)
            yield now, before, certainty
    if not found:
        for now, base in _across(bound, line, position):
            yield now, base, Certainty.STRONG


def left_to_others(line: Line, position: int) -> bool:
    """Whether a change is measured from a level that is not printed, or worked out on other terms than the levels."""
    return _base_unprinted(line, position) or _on_other_terms(line, position)


def _on_other_terms(line: Line, position: int) -> bool:
    """Whether a change is worked out on other terms than the levels: adjusted, a year, at constant currencies."""
    return yearly(line, position) or any("adjusted" in token.tags for token in line.tokens)


def _is_loss(bound: Bound, figure: Figure) -> bool:
    """Whether a level is a loss, which stands below zero: from a profit to a loss there is no percentage."""
    claim = bound.claim(figure)
    return claim is not None and claim.measure == "loss"


_CLAUSES = frozenset({";", "while", "whereas", "but", "although", "though"})
_SPEAKERS = frozenset({"you", "we", "i", "he", "she"})
"""Subjects that begin a clause of their own: a change behind them is theirs."""


def _bases(bound: Bound, line: Line, position: int) -> Iterator[int]:
    """The levels of the sentence that the change may be measured from: after the percentage, else before it.

    A level that another percentage of the sentence stands nearer to is that one's.
    """
    for step in (1, -1):
        at = position + step
        while 0 <= at < len(line.tokens):
            token = line.tokens[at]
            figure = token.figure
            if (
                token.word in _CLAUSES
                or (step < 0 and token.word in _SPEAKERS)
                or (figure is not None and figure.kind == "percent")
            ):
                break
            if figure is not None and _is_base(bound, line, at) and (step > 0 or not _owned(line, at)):
                if not _other_basis(line, position, at):
                    yield at
                break
            at += step


def _is_base(bound: Bound, line: Line, at: int) -> bool:
    """Whether a level is what something is compared with, by the words before it or the period that it is given."""
    figure = line.tokens[at].figure
    if figure is None or not has_value(figure) or figure.kind not in ("count", "money", "measure"):
        return False
    claim = bound.claim(figure)
    if claim is None or _replaced(line, at):
        return False
    return claim.role == "base" or earlier(line, at)


def _replaced(line: Line, at: int) -> bool:
    """Whether a level is one that another has taken the place of: ``restated from 1,181``, ``originally 4,120``."""
    return any("replaced" in token.tags for token in line.tokens[max(0, at - 2) : at])


def _base_unprinted(line: Line, position: int) -> bool:
    """``52 percent more than in the second quarter``: the comparison names a period, not a level."""
    after = line.tokens[position + 1 : position + 5]
    for at, token in enumerate(after[:-1]):
        if token.word == "than":
            following = [t for t in after[at + 1 :] if t.word not in ("the", "a", "its", "their")]
            return bool(following) and not (
                following[0].figure is not None and following[0].figure.interval is not None
            )
    return False


def _other_basis(line: Line, position: int, base_at: int) -> bool:
    """Whether the change is said of another comparison than the base: ``6.4 percent on the year, against 38,690 in April``."""
    own = _relative(line.tokens[position + 1 : max(position + 6, base_at)])
    following = line.tokens[base_at + 1 : base_at + 5]
    if own is None or base_at < position:
        return False
    other = _relative(following)
    if other is not None:
        return _span(own) != _span(other)
    return _span(own) == "year" and any(_month_alone(token) for token in following)


def _month_alone(token: Token) -> bool:
    """A month or quarter without its year: ``38,690 in April``."""
    figure = token.figure
    if figure is None or figure.kind not in ("date", "period") or compares(figure):
        return False
    calendar = figure.calendar
    return calendar is not None and calendar.month is not None and calendar.year is None


def _relative(tokens: Sequence[Token]) -> str | None:
    return next((token.figure.relative for token in tokens if token.figure is not None and token.figure.relative), None)


def _span(relative: str) -> str:
    """Year, quarter or month: how far back a comparison goes."""
    for span, words in (("month", ("mom", "month")), ("quarter", ("qoq", "quarter"))):
        if any(word in relative for word in words) and "same" not in relative:
            return span
    return "year"


def _owned(line: Line, base_at: int) -> bool:
    """Whether a base belongs to a percentage that stands before it: ``187 percent more than the 1.99 billion``."""
    for at in range(base_at - 1, max(-1, base_at - 7), -1):
        figure = line.tokens[at].figure
        if figure is not None:
            return figure.kind == "percent" and _changes(line, at)
    return False


def _changes(line: Line, position: int) -> bool:
    return direction_of(line, position) != 0


def _levels(bound: Bound, line: Line, position: int, base_at: int, base: Figure) -> Iterator[tuple[Figure, Certainty]]:
    """The level that the change leads to, most likely first."""
    taken: set[int] = {base.start}
    for at, figure in levels_after(line, min(position, base_at), base, akin):
        before = before_figure(line, at)
        if figure.start not in taken and before is not None and "to" in before.tags:
            taken.add(figure.start)
            yield figure, Certainty.KNOWN
            break
    for at, figure in levels_before(line, max(position, base_at), base, akin):
        if figure.start in taken or (_is_base(bound, line, at) and not _later(bound, line, at, base_at)):
            continue
        taken.add(figure.start)
        if at < min(position, base_at) + 1:
            yield figure, Certainty.KNOWN
    if len(taken) > 1:
        return
    before_line = previous_line(bound, line)
    if before_line is None:
        return
    levels = []
    for at, figure in levels_before(before_line, len(before_line.tokens), base):
        if not _is_base(bound, before_line, at) and alike(figure, base) and _one_measure(bound, figure, base):
            levels.append(figure)
    for figure in levels:
        yield figure, Certainty.STRONG if len(levels) == 1 else Certainty.WEAK


def _later(bound: Bound, line: Line, at: int, base_at: int) -> bool:
    """``Revenue last year was 6.31 billion, 12.9 percent more than the 5.59 billion of the year before``."""
    claim = bound.claim(figure) if (figure := line.tokens[at].figure) is not None else None
    than = before_figure(line, base_at)
    return claim is not None and claim.role != "base" and than is not None and "than" in than.tags and at < base_at


def _one_measure(bound: Bound, figure: Figure, base: Figure) -> bool:
    """Whether a level of another sentence may be of the base's measure."""
    level, other = bound.claim(figure), bound.claim(base)
    if level is None or other is None or level.role != "level":
        return False
    family = bound.words.family
    return level.measure is None or other.measure is None or family(level.measure) == family(other.measure)


def _across(bound: Bound, line: Line, position: int) -> Iterator[tuple[Figure, Figure]]:
    """(level, base) told by the sentence itself and the one before, taken up by the change: ``That equals growth of 22%``.

    Only where they together hold one level and one base; a sentence that holds neither looks two sentences back.
    """
    concluding = {token.word for token in line.tokens[max(0, position - 9) : position]}
    if not _takes_up(line) and not concluding & _CONCLUDING:
        return
    lines = [line]
    while len(lines) < _TAKEN_UP and (before := previous_line(bound, lines[0])) and before.block is line.block:
        if any(figure.kind == "percent" for _, figure in before.figures()):
            break
        lines.insert(0, before)
    bases: list[Figure] = []
    levels: list[Figure] = []
    for own in lines:
        for at, figure in own.figures():
            if figure.kind in ("count", "money", "measure") and has_value(figure) and not counts_few(figure):
                (bases if _is_base(bound, own, at) else levels).append(figure)
    if not bases and len(levels) == 2:
        levels, bases = _by_time(bound, *levels)
    if len(bases) == 1 and len(levels) == 1 and alike(bases[0], levels[0]):
        yield levels[0], bases[0]


def _by_time(bound: Bound, one: Figure, other: Figure) -> tuple[list[Figure], list[Figure]]:
    """Two levels told apart by the periods that their sentences name: ([later], [earlier]), or nothing."""
    first, second = bound.claim(one), bound.claim(other)
    if first is None or second is None or not {"period"} <= first.explicit & second.explicit:
        return [], []
    if first.period is None or second.period is None:
        return [], []
    if (first.period.first.year == UNDATED) is not (second.period.first.year == UNDATED):
        return [], []
    if first.period.last < second.period.first:
        return [other], [one]
    return ([one], [other]) if second.period.last < first.period.first else ([], [])


def _takes_up(line: Line) -> bool:
    """Whether a sentence opens with what was said before: ``That equals …``, ``The increase …``."""
    opening = line.tokens[:5]
    if not opening:
        return False
    if opening[0].word in _ARTICLES:
        return any(token.tags & {"up", "down"} for token in opening[1:])
    return opening[0].word in _TAKING_UP


_ARTICLES = frozenset({"the", "a", "an"})
_TAKEN_UP = 3
_TAKING_UP = frozenset({"that", "this", "it", "which", "these"})
_CONCLUDING = frozenset({"so", "therefore", "thus", "hence", "meaning", "means", "mean", "equals", "corresponds", "is"})
