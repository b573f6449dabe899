"""Tense and time: what is told as past lies before the day of the article, what is told as coming behind it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.relation import Certainty, Relation, Verdict

_WORD = compiled(r"[A-Za-z][a-z]*+|['’]ll\b|[A-Z]+")
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.DECK})
_SLACK = 1
"""Days that a date may lie ahead of an article that was written on the other side of the world."""
_FISCAL = 400
"""Days by which a quarter or year may seem to lie ahead that is one of the books or of models."""
_CALENDAR = frozenset({"day", "week", "month"})
_NEAR = 75
"""Days around an article within which a day without a year is surely meant."""
_LATE = 31
_LONGEST = 60
"""A sentence of more words is a list, and has no one tense."""


class Tense(Relation, frozen=True, eq=False, kw_only=True):
    """``date`` is told as past, or as still to come, in an article of ``today``."""

    date: Figure
    today: dt.date
    past: bool

    confirms = False

    def verdict(self) -> Verdict:
        assert self.date.period is not None
        if self.past:
            slack = _SLACK if self.date.period.grain in _CALENDAR else _FISCAL
            late = self.date.period.first > self.today + dt.timedelta(days=slack)
        else:
            late = self.date.period.last < self.today - dt.timedelta(days=_LATE)
        return Verdict.BROKEN if late else Verdict.HOLDS


class _Words(msgspec.Struct, frozen=True, eq=False):
    """The lists of data/tense.toml."""

    past: frozenset[str]
    no_past: frozenset[str]
    coming: frozenset[str]
    compared: frozenset[str]
    ahead: frozenset[str]
    saying: frozenset[str]
    leads: frozenset[str]


@cache
def _words() -> _Words:
    return _Words(**{name: frozenset(words.split()) for name, words in table("tense.toml").items()})


def find(bound: Bound) -> Iterator[Tense]:
    """Every dated sentence of one tense, where the day of the article is printed above it."""
    article = bound.article
    if article.date is None or article.date_from == "text" or article.date_precision not in (None, "day"):
        return
    for line in bound.lines:
        if line.block.kind not in _READ:
            continue
        dates = [(at, figure) for at, figure in line.figures() if figure.kind in ("date", "period")]
        if not any(figure.period is not None for _, figure in dates):
            continue
        spoken = list(_WORD.finditer(article.text, line.sentence.start, line.sentence.end))
        if len(spoken) > _LONGEST:
            continue
        for at, figure in dates:
            past = _told(line, at, figure, spoken)
            if past is not None and _certain(figure, article.date):
                yield Tense(
                    figures=(figure,),
                    date=figure,
                    today=article.date,
                    past=past,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(figure),
                )


def _certain(figure: Figure, today: dt.date) -> bool:
    """Whether it is sure which days a date names: its year is printed, or it is a day near that of the article."""
    period = figure.period
    if period is None:
        return False
    if figure.relative is not None:
        return False
    if figure.calendar is not None and figure.calendar.year is not None:
        return True
    if re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", figure.quote):
        return True
    day = figure.calendar is not None and figure.calendar.day is not None
    return day and abs((period.first - today).days) <= _NEAR


def _told(line: Line, at: int, figure: Figure, spoken: list[re.Match[str]]) -> bool | None:
    """Whether a date is told as past (True) or coming (False); None where the sentence leaves it open."""
    words, tokens = _words(), line.tokens
    if line.quoted(figure) or not at or not _leads(line, at):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (following.name is not None or following.word in ("model", "edition", "season")):
        return None
    plain = [
        (match.start(), match.group().lower())
        for match in spoken
        if match.group() != "May" and not _inside(line, match)
    ]
    before = [word for start, word in plain if start < figure.start]
    if any(word in words.ahead for word in before):
        verbs = [word for _, word in plain if _past(word) and word not in words.saying]
        return None if verbs or _compared(line, at) else False
    if any(word in words.coming for _, word in plain) or any(_set_to(*pair) for pair in pairwise(plain)):
        return None
    start, end = _clause(line, at)
    return True if any(start <= place < end and _past(word) for place, word in plain) else None


def _clause(line: Line, at: int) -> tuple[int, int]:
    """The stretch of a sentence that a date stands in; of one that opens the sentence, with the stretch behind."""
    segment = line.tokens[at].segment
    opens = all(token.figure is not None or token.word in _words().leads for token in line.tokens[:at])
    inside = [token for token in line.tokens if segment <= token.segment <= segment + opens]
    return inside[0].start, inside[-1].end


def _set_to(one: tuple[int, str], other: tuple[int, str]) -> bool:
    """``was set to open``, ``were to begin``."""
    return other[1] == "to" and one[1] in ("set", "is", "are", "was", "were", "ready", "has", "have", "had")


def _leads(line: Line, at: int) -> bool:
    """Whether a word of time leads to a date, or it opens its sentence."""
    before = [token.word for token in line.tokens[max(0, at - 3) : at] if token.word not in ("the", "early", "late")]
    return bool(before) and before[-1] in _words().leads


def _compared(line: Line, at: int) -> bool:
    before = line.tokens[max(0, at - 4) : at]
    return any(token.word in _words().compared for token in before)


def _past(word: str) -> bool:
    words = _words()
    return word in words.past or (word.endswith("ed") and word not in words.no_past)


def _inside(line: Line, match: re.Match[str]) -> bool:
    """Whether a word stands in a quotation: the speaker's tense is another one."""
    return any(start < match.start() < end for start, end in line.quotes)
