"""What the words around a rate say against a total: it is wanted, financed, or of another time, market or thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.claims.periods import moment_of
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.cues import cue

_FINANCE = cue("finance")
_GOES_ON = compiled(r",? (?:and )?[0-9]")


def conditional(line: Line, position: int) -> bool:
    """``it would have to sell 45,800 a month``: a rate that is wanted, not one that was."""
    return any("conditional" in token.tags for token in line.tokens[max(0, position - 10) : position])


def financed(line: Line, position: int) -> bool:
    """Whether a monthly sum is an instalment, which holds interest too."""
    rate = line.tokens[position].figure
    if rate is None or rate.kind != "money":
        return False
    return any(token.word.rstrip("s") in _FINANCE for token in line.tokens)


def of_its_own_time(line: Line, position: int, counted: frozenset[int]) -> bool:
    """``3.1 million in 2025, 310,000 a month in the last quarter``: a rate of another period than its total."""
    segment = line.tokens[position].segment
    return any(
        token.figure is not None
        and token.figure.is_stretch
        and token.segment == segment
        and (token.figure.start not in counted or len(counted) > 1)
        for token in line.tokens[position + 1 :]
    )


def of_another_season(line: Line, rate: Figure, total: Figure) -> bool:
    """``From November to February it was 1.31 kWh per km``: a rate of a time that its sentence names by itself."""
    if total.start >= line.sentence.start:
        return False
    return any(
        token.figure is not None and token.start < rate.start and moment_of(token.figure) is not None
        for token in line.tokens
    )


def of_then_or_there(bound: Bound, line: Line, position: int, total: Figure) -> bool:
    """``had been 174,000 a year earlier``, ``In China, revenue per car was ...``: of a time or market that its sentence names."""
    if total.start >= line.sentence.start:
        return False
    for token in line.tokens[position + 1 :]:
        if token.word in (",", ";") or token.tags & {"against", "than", "from"}:
            break
        if token.figure is not None and token.figure.relative is not None:
            return True
    claim = bound.claim(total)
    there = _markets(bound.line(claim).tokens) if claim is not None else frozenset()
    return bool(_markets(line.tokens[:position]) - there)


def _markets(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.name.entity for token in tokens if token.name is not None and token.name.kind == "market")


def goes_on(bound: Bound, counted: Figure) -> bool:
    """``5.6 million dollars for 40 cars and a workshop``: a total that pays for other things too; ``6 hours, 1 minute and
    12.4 seconds``: a time that goes on.
    """
    end = max(counted.end, counted.phrase_end)
    if counted.kind == "duration" and _GOES_ON.match(bound.article.text, end):
        return True
    return bound.article.text.startswith((" and a ", " and an ", " and the ", " and its ", ", a ", " plus "), end)


def added_to(line: Line, rate: int, total: int) -> bool:
    """``24 payments of 1,000 euros each and a bonus of 20,000``: an amount of something else."""
    between = line.tokens[rate + 1 : total]
    return any(one.word == "and" and other.word in ("a", "an", "the") for one, other in pairwise(between))


def of_two_periods(bound: Bound, total: Figure, counted: Figure) -> bool:
    """Whether a total and what it might be spread over are said of two periods: a half year's sales, a quarter's cars."""
    one, other = bound.claim(total), bound.claim(counted)
    if one is None or other is None or "period" not in one.explicit or "period" not in other.explicit:
        return False
    return one.period is not None and other.period is not None and not one.same_time(other)
