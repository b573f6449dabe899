"""Which of two levels is the earlier one: by the words and periods that stand beside it."""

from __future__ import annotations

from factlint.claims.lines import Line, Token
from factlint.claims.periods import Moment, compares, moment_of
from factlint.figures.figure import Figure, Period

_LINKS = frozenset(
    {"it", "was", "were", "had", "been", "the", "number", "figure", "in", "of", "for", "a", "its", "posted"}
)
_LAST = frozenset({"last-year", "last-month", "last-quarter", "last-week"})
_NOW = frozenset({"this year", "this month", "this quarter", "this time"})
_REACH = 5


def earlier(line: Line, at: int) -> bool:
    """Whether the level at a position is said to be of a period before that of the other levels of its sentence.

    ``a year earlier it was 19,870``, ``last year's 4,120``, ``(2023: 10,905)``, ``In 2022 it had built 64,000``.
    """
    return (
        _announced(line, at)
        or _after(line, at)
        or _in_brackets(line, at)
        or _compared_with_period(line, at)
        or _dated_before(line, at)
    )


def of_now(line: Line, at: int) -> bool:
    """Whether the level at a position is that of the period that the text is about: ``against 1.28 this year``."""
    segment = line.tokens[at].segment
    for token in line.tokens[at + 1 : at + 7]:
        if token.segment != segment:
            return False
        if token.figure is not None:
            return token.figure.quote.lower() in _NOW
    return False


def _announced(line: Line, at: int) -> bool:
    """A word of the past just before: ``a year ago the figure was 19,870``, ``the previous 4,120``."""
    for token in reversed(line.tokens[max(0, at - _REACH) : at]):
        if token.figure is not None:
            relative = token.figure.relative or ""
            return relative in _LAST or (compares(token.figure) and relative not in ("yoy", "mom", "qoq"))
        if "past" in token.tags or token.word == "had":
            return True
        if token.word not in _LINKS and not token.word.endswith("ed"):
            return False
    return False


def _compared_with_period(line: Line, at: int) -> bool:
    """``Compared with March, when 1.648 million cars were sold``."""
    named = False
    for token in reversed(line.tokens[max(0, at - 6) : at]):
        if token.figure is not None:
            named = token.figure.kind in ("date", "period")
            if not named:
                return False
        elif "against" in token.tags:
            return named
        elif token.word not in ("when", ",", "in", "the", "month", "of"):
            return False
    return False


def _after(line: Line, at: int) -> bool:
    """A word of the past just behind a level that no change stands before: ``4.91 million of the year before``."""
    following = line.tokens[at + 1 : at + 4]
    for token in following:
        if token.figure is not None:
            return compares(token.figure) and (token.figure.relative or "").endswith(("-earlier", "-ago"))
        if token.word not in ("of", "in", "the", "it", "posted", "sold", "recorded", "reported", "seen"):
            return False
    return False


def _in_brackets(line: Line, at: int) -> bool:
    """``9,874 (2023: 10,905)``."""
    tokens = line.tokens
    if at < 2 or not tokens[at].depth or tokens[at - 1].word != ":":
        return False
    period = tokens[at - 2].figure
    return period is not None and moment_of(period) is not None


def _dated_before(line: Line, at: int) -> bool:
    """A period of its own that ends before that of another level of the sentence begins."""
    own = _own_moment(line.tokens, at)
    if not isinstance(own, Period):
        return False
    for position, figure in line.figures():
        if position != at and _comparable(figure, line.tokens[at].figure):
            other = _own_moment(line.tokens, position)
            if isinstance(other, str) and other in _NOW:
                return True
            if isinstance(other, Period) and own.last < other.first:
                return True
    return False


def _comparable(figure: Figure, own: Figure | None) -> bool:
    return own is not None and figure.kind == own.kind and figure.unit == own.unit


def _own_moment(tokens: tuple[Token, ...], at: int) -> Moment | None:
    """The period printed beside a figure: ``1.2 million in 2019``, ``2023: 10,905``, ``in 2022 it had built 64,000``."""
    segment = tokens[at].segment
    for token in tokens[at + 1 : at + 7]:
        if token.segment != segment:
            break
        if token.figure is not None:
            if (moment := moment_of(token.figure)) is not None:
                return moment
            break
    for token in reversed(tokens[max(0, at - 4) : at]):
        if token.figure is not None:
            return moment_of(token.figure)
        if token.word not in _LINKS and token.word not in (":", "built", "sold", "delivered", "made"):
            return None
    return None
