"""Anniversaries and ages: ``founded in 2015, it will celebrate its tenth anniversary next month``; ``born in 1966, is 59``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.figures.periods import day
from factlint.patterns import compiled
from factlint.relations.event_words import vocabulary
from factlint.relations.events import is_list, point
from factlint.relations.moments import moment
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.span_beside import YEAR, words_of

_FEAST = compiled(
    r"(?:th|st|nd|rd)?[ -](?:anniversary|birthday|jubilee)(?![a-z])(?!\s+of\s+(?!(?:its|their|his|her|the) (?:own )?(?:founding|foundation|establishment|formation|creation|birth|existence)))",
    re.I,
)
_OLD = compiled(
    r"[ -]?(?:years?[ -])?old\b(?! (?:design|car|model|platform|engine|plant))|(?= this year[.,])|(?=[.])", re.I
)
_OWN = compiled(
    r"\b(?:(?:its|their|his|her)|(?:celebrat|mark|observ)\w+ (?:a|the|its|their|his|her))(?: own)? \Z", re.I
)
_AGED = compiled(
    r"\b(?:is|are|was|turns?|turned|turning|be|become|became)(?: now| only| just| already| today)? \Z", re.I
)
_NOW = compiled(r"\bborn (?:on|in)\b[^;.]{3,40}?(?: and(?: is)?|, is| who is|, who is) (?:now|today) (\d{2})(?=[,;.)])")
"""Of somebody who was born in the same sentence: ``and is now 58,``; group 1 is the age."""
_PAST = compiled(r"\b(?:celebrated|marked|observed|turned|was|became)\b[^.;]*\Z", re.I)
_AGAIN = compiled(
    r"(?:(?:this|next|last) (?:year|month|week|autumn|spring),? )?(?:it|they|he|she|the (company|brand|maker|carmaker|firm|group|supplier|club|plant|show))\b",
    re.I,
)
_NEAR = 120
"""Days around its day on which an anniversary is celebrated."""
_FAR = 400
"""The same where no date is given, and the article's stands for it."""
_OLDEST = 150


class Anniversary(Relation, frozen=True, eq=False, kw_only=True):
    """``number`` years lie between ``born`` and the days of ``feast``, give or take ``leeway`` days."""

    number: Figure
    born: Period
    feast: Period
    leeway: int

    def verdict(self) -> Verdict:
        assert self.number.value is not None
        return Verdict.HOLDS if self._least() <= self.number.value <= self._most() else Verdict.BROKEN

    def years(self) -> tuple[int, int]:
        """The number of years that there may be, without the leeway: the least and the most."""
        return self.feast.first.year - self.born.last.year, self.feast.last.year - self.born.first.year

    def _least(self) -> int:
        days = (self.feast.first - self.born.last).days - self.leeway
        return -(-days * 4 // 1461)

    def _most(self) -> int:
        return ((self.feast.last - self.born.first).days + self.leeway) * 4 // 1461


def find(bound: Bound) -> Iterator[Anniversary]:
    """Every anniversary or age whose beginning the sentence, or the one before, prints."""
    text = bound.article.text
    for line in bound.lines:
        if is_list(line):
            continue
        for figure in (*(figure for _, figure in line.figures()), *_now(text, line)):
            age = _age(text, line, figure)
            if age is None:
                continue
            born = _begun(bound, line, figure)
            found = None if born is None else _relation(bound, line, figure, born, age)
            if found is not None:
                yield found


def _now(text: str, line: Line) -> Iterator[Figure]:
    """``born on 2 March 1971 and is now 58``: an age that counts nothing and was scanned as no figure."""
    found = _NOW.search(text, line.sentence.start, line.sentence.end)
    if found is not None and not any(figure.start == found.start(1) for _, figure in line.figures()):
        age = Interval.point(int(found[1]))
        yield Figure(found.start(1), found.end(1), found[1], "age", age.low, age, age)


def _age(text: str, line: Line, figure: Figure) -> bool | None:
    """Whether a number is an age (true), an anniversary (false) or neither (None)."""
    if figure.value is None or figure.value.denominator != 1 or not 0 < figure.value <= _OLDEST or figure.is_range:
        return None
    if figure.kind == "age":
        return True
    head = text[max(line.sentence.start, figure.start - 40) : figure.start]
    if figure.kind == "rank" or (figure.kind == "duration" and figure.unit == "year" and "-" in figure.quote):
        return False if _FEAST.match(text, figure.end) and _OWN.search(head) else None
    aged = figure.kind == "count" or (figure.kind == "duration" and figure.unit == "year")
    if (
        aged
        and figure.noun is None
        and figure.hedge is None
        and _NOW.search(head)
        and "born " in text[line.sentence.start : figure.start].lower()
    ):
        return True if text[figure.end : figure.end + 1] in (",", ";", ")", ".") else None
    if aged and figure.noun is None and figure.hedge is None and _AGED.search(head):
        return True if _OLD.match(text, figure.end) else None
    return None


def _begun(bound: Bound, line: Line, figure: Figure) -> Figure | None:
    """The date at which something was founded or born: in the sentence, or alone in the one before."""
    text = bound.article.text
    own = [date for date in _births(text, line) if date is not figure]
    if own:
        return own[0] if len(own) == 1 else None
    before = bound.line_of.get(line.sentence.index - 1)
    again = _AGAIN.match(text, line.sentence.start)
    if before is None or before.block is not line.block or again is None:
        return None
    if again[1] and again[1] not in text[before.sentence.start : before.sentence.end].lower():
        return None
    births = _births(text, before)
    dates = [date for _, date in before.figures() if point(date)]
    return births[0] if len(births) == len(dates) == 1 else None


def _births(text: str, line: Line) -> list[Figure]:
    """The dates of a sentence that stand right behind a word of founding."""
    found = []
    for _, date in line.figures():
        if point(date) and YEAR.search(date.quote):
            before = words_of(text[max(line.sentence.start, date.start - 50) : date.start])[-5:]
            if vocabulary().words["founding"] & set(before):
                found.append(date)
    return found


def _relation(bound: Bound, line: Line, number: Figure, born: Figure, age: bool) -> Anniversary | None:
    text, today = bound.article.text, bound.article.date
    begun = moment(text, born)
    feast = _feast(line, number, born)
    if begun is None or (feast is None and (today is None or _told_as_past(text, line, number))):
        return None
    days = feast.period if feast is not None else None
    if days is None:
        assert today is not None
        days = day(today)
    leeway = (366 if age else _NEAR) if feast is not None else _FAR
    if begun.first > days.last:
        return None
    return Anniversary(
        figures=(number, born) if feast is None else (number, born, feast),
        number=number,
        born=begun,
        feast=days,
        leeway=leeway,
        certainty=Certainty.STRONG,
        quoted=line.quoted(number),
    )


def _told_as_past(text: str, line: Line, number: Figure) -> bool:
    return number.kind != "age" and _PAST.search(text[line.sentence.start : number.start]) is not None


def _feast(line: Line, number: Figure, born: Figure) -> Figure | None:
    """The date of the sentence at which the number is reached: the nearest one that is not the beginning."""
    dates = [
        date
        for _, date in line.figures()
        if date is not born and date.period is not None and date.kind in ("date", "period") and date.well_formed
    ]
    return min(dates, key=lambda date: abs(date.start - number.start), default=None)
