"""Events of a story with the dates that its sentences give them: when ground was broken, a car launched, handed over."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.periods import day
from factlint.patterns import compiled
from factlint.relations.event_words import vocabulary
from factlint.relations.mentioned_events import WORD, Mention, mentions
from factlint.relations.moments import moment

_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_POINTS = frozenset({"day", "month", "week", "quarter", "half", "year"})


class Event(msgspec.Struct, frozen=True, eq=False):
    """A mention with its date. ``printed`` says that the date names its year, ``coming`` that it is told as future."""

    mention: Mention
    line: Line
    figure: Figure
    period: Period
    printed: bool
    coming: bool
    names: frozenset[str]
    qualifiers: frozenset[str]
    places: frozenset[str]
    """Capitalised words of the clause that are no known names: towns, halls, people."""
    first: bool
    """Whether the clause speaks of a first thing."""
    renewed: frozenset[str]
    """Words of the clause that speak of another generation."""

    def moved(self, years: int) -> Event:
        """The same event so many years later."""
        first, last = (_same_day(day, years) for day in (self.period.first, self.period.last))
        return msgspec.structs.replace(self, period=Period(first, last, self.period.grain))


def _same_day(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


LONG = 40
"""A sentence with more figures than this is a list, and tells no event."""


def is_list(line: Line) -> bool:
    """Whether a sentence has so many tokens that figure and event cannot be told to belong together."""
    if len(line.tokens) <= LONG:
        return False
    return len(line.tokens) > LONG * 6 or sum(token.figure is not None for token in line.tokens) > LONG


def timeline(bound: Bound) -> list[Event]:
    """The dated events of an article, in the order of the text."""
    found: list[Event] = []
    year = None if bound.article.date is not None else _latest_year(bound)
    for line in bound.lines:
        dates = [dated for _, figure in line.figures() if point(dated := _in_year(figure, year))]
        if dates and not is_list(line):
            found += _dated(bound, line, dates)
    return found


def _latest_year(bound: Bound) -> int | None:
    """Of an article without a date: the latest year that its full dates print."""
    years = [
        figure.calendar.year
        for figure in bound.scanned.figures
        if figure.kind == "date" and figure.calendar is not None and figure.calendar.day and figure.calendar.year
    ]
    return max(years, default=None)


def _in_year(figure: Figure, year: int | None) -> Figure:
    """A day without a year, in the year of the article."""
    parts = figure.calendar
    if year is None or figure.period is not None or figure.kind != "date" or parts is None:
        return figure
    if parts.year is not None or not parts.month or not parts.day or not figure.well_formed:
        return figure
    try:
        found = dt.date(year, parts.month, parts.day)
    except ValueError:
        return figure
    return msgspec.structs.replace(figure, period=day(found))


def point(figure: Figure) -> bool:
    """Whether a figure names a day, month or other period that an event can be dated by."""
    return (
        figure.kind in ("date", "period")
        and figure.period is not None
        and figure.period.grain in _POINTS
        and figure.relative is None
        and figure.well_formed
    )


def _dated(bound: Bound, line: Line, dates: list[Figure]) -> Iterator[Event]:
    text = bound.article.text
    found = mentions(text, line)
    if not found:
        return
    for date in dates:
        mention = _nearest(text, line, found, date, dates)
        period = moment(text, date)
        event = told(text, line, mention, date, period) if mention is not None and period is not None else None
        if event is not None:
            yield event


def told(
    text: str, line: Line, mention: Mention, date: Figure, period: Period, opening: int | None = None
) -> Event | None:
    """The event of a mention on a date, with what its clause says of it; None where it did not happen.

    The clause begins at ``opening``, or where the sentence is broken.
    """
    table = vocabulary()
    first = min(mention.start, date.start)
    start, end = clause(text, line, first, max(mention.end, date.end))
    start = start if opening is None else opening
    own = text[start:end].lower()
    if any(word in own for word in table.unreal):
        return None
    words = frozenset(match.group().lower() for match in WORD.finditer(text, start, end))
    tense = f" {own[max(own.rfind(joint, 0, max(0, first - start)) for joint in _SUBORDINATE) + 1 :]} "
    return Event(
        mention,
        line,
        date,
        period,
        bool(_YEAR.search(date.quote)),
        any(f" {word} " in tense for word in table.coming),
        frozenset(
            token.name.entity
            for token in line.tokens
            if token.name is not None
            and start <= token.start < end
            and token.name.kind in _THINGS
            and not (token.name.kind in _MAKERS and _bystander(text, token.start, token.end))
        ),
        words & (table.another | table.apart),
        _capitalised(text, start, end),
        "first" in words,
        words & table.renewed,
    )


_MAKERS = frozenset({"maker", "brand", "supplier", "company"})
_TO = compiled(r"\b(?:to|for|said|told|according to)(?: the| its)? \Z")
_SAYS = compiled(
    r"(?:,? (?:said|says|announced|reported|reports|added|received|had received|got|took delivery)|['’]s (?:press|spokes))\b"
)


def _bystander(text: str, start: int, end: int) -> bool:
    """Whether a company is the customer or the source, and not the one whose plant or car it is."""
    return _TO.search(text[max(0, start - 24) : start]) is not None or _SAYS.match(text, end) is not None


_SUBORDINATE = (" after ", " before ", " since ", " following ")
"""What opens a part of the clause with a tense of its own."""


def _capitalised(text: str, start: int, end: int) -> frozenset[str]:
    """The capitalised words of a stretch, without the one that opens it and those of the calendar."""
    found = set()
    for match in WORD.finditer(text, start + 1, end):
        word = match.group()
        opens = not text[start : match.start()].strip(' "“‘*_')
        bystander = word[:1].isupper() and _bystander(text, match.start(), match.end())
        if (
            word[:1].isupper()
            and not bystander
            and not opens
            and word not in _CALENDAR
            and word.rstrip(".") not in _CALENDAR
        ):
            found.add(word)
    return frozenset(found)


_CALENDAR = frozenset({*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr, "Sept", "I"})
_THINGS = frozenset({"model", "brand", "maker", "product", "designation", "supplier", "company", "market"})


def _nearest(text: str, line: Line, found: list[Mention], date: Figure, dates: list[Figure]) -> Mention | None:
    """The event that a date is given to: the nearest one before it in its clause, else the nearest one behind it."""
    best: tuple[int, Mention] | None = None
    for mention in found:
        first, last = (mention.end, date.start) if mention.end <= date.start else (date.end, mention.start)
        if last < first:
            continue
        between = text[first:last]
        if any(other is not date and first <= other.start < last for other in dates):
            continue
        cost = len(between.split()) + 6 * sum(between.count(mark) for mark in ";—(") + 3 * between.count(",")
        cost += 2 if mention.start > date.start else 0
        cost += 4 * len({"and", "but", "while", "when", "after", "before"} & set(between.lower().split()))
        if cost <= 16 and (best is None or cost < best[0]):
            best = (cost, mention)
    return best[1] if best else None


def clause(text: str, line: Line, start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentence around a span, up to semicolons, brackets and dashes."""
    first, last = line.sentence.start, line.sentence.end
    for mark in (";", "—", " – ", ", and ", ", but ", ", while ", ", whereas ", ", though "):
        at = text.rfind(mark, first, start)
        first = max(first, at + 1) if at >= 0 else first
        at = text.find(mark, end, last)
        last = at if at >= 0 else last
    return first, last


def alike(first: Event, second: Event) -> bool:
    """Whether two events, told in this order, may be of one thing.

    The second must not bring in another phase, model or plant; trial runs and predecessors stay apart either way.
    """
    apart = vocabulary().apart
    if first.line is second.line and first.qualifiers & second.qualifiers & apart:
        return False
    if second.qualifiers - first.qualifiers or (first.qualifiers ^ second.qualifiers) & apart:
        return False
    return not first.names or not second.names or bool(first.names & second.names)
