"""Events of a story with the dates that its sentences give them: when ground was broken, a car launched, handed over."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure, Period
from factlint.figures.periods import day
from factlint.patterns import compiled
from factlint.relations.event_words import Phrase, vocabulary
from factlint.relations.moments import moment

_WORD = compiled(r"[\w'’-]+|[.,;:()—–]")
_SPLIT = frozenset((";", "—", "–", "(", ")"))
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REACH = 9
"""Words that may stand between the noun and the verb of an event."""
_MILESTONE = 1000
"""From which number on the n-th car is a milestone."""
_POINTS = frozenset({"day", "month", "week", "quarter", "half", "year"})


class Mention(msgspec.Struct, frozen=True, eq=False):
    """An event that a sentence names. ``kind`` is a key of the table, or ``milestone`` with its number."""

    kind: str
    start: int
    end: int
    number: int = 0


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

    def moved(self, years: int) -> Event:
        """The same event so many years later."""
        first, last = (_same_day(day, years) for day in (self.period.first, self.period.last))
        return msgspec.structs.replace(self, period=Period(first, last, self.period.grain))


def _same_day(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def mentions(text: str, line: Line) -> list[Mention]:
    """The events that a sentence names, in order."""
    words = [
        (match.start(), match.end(), match.group().lower().replace("’", "'"))
        for match in _WORD.finditer(text, line.sentence.start, line.sentence.end)
    ]
    table = vocabulary()
    found: list[Mention] = []
    verbs: list[tuple[int, int, str]] = []
    nouns: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        if words[at][2] not in table.firsts:
            at += 1
            continue
        hit = _longest(words, at, table.phrases)
        if hit:
            (size, names) = hit
            found.append(Mention(sorted(names)[0], words[at][0], words[at + size - 1][1]))
            at += size
            continue
        for table_, into in ((table.nouns, nouns), (table.verbs, verbs)):
            hit = _longest(words, at, table_)
            if hit:
                into.extend((at, at + hit[0], name) for name in hit[1])
        at += 1
    found += _paired(words, nouns, verbs)
    found += _milestones(line)
    return sorted(found, key=lambda mention: mention.start)


def _longest(
    words: Sequence[tuple[int, int, str]], at: int, table: dict[str, tuple[tuple[Phrase, str], ...]]
) -> tuple[int, frozenset[str]] | None:
    """The longest phrases that begin at a word: their length, and the kinds that have them."""
    size, names = 0, set()
    for phrase, name in table.get(words[at][2], ()):
        if len(phrase) < size:
            break
        if len(phrase) == 1 or _reads(words, at, phrase):
            size = len(phrase)
            names.add(name)
    return (size, frozenset(names)) if names else None


def _reads(words: Sequence[tuple[int, int, str]], at: int, phrase: Phrase) -> bool:
    return words[min(at + 1, len(words) - 1)][2] == phrase[1] and phrase == tuple(
        word[2] for word in words[at : at + len(phrase)]
    )


def _paired(
    words: Sequence[tuple[int, int, str]], nouns: list[tuple[int, int, str]], verbs: list[tuple[int, int, str]]
) -> Iterator[Mention]:
    """A noun and its verb: ``construction of the plant began``, ``began construction``."""
    for verb_at, verb_end, name in verbs:
        best: tuple[int, int] | None = None
        for noun_at, noun_end, other in nouns:
            if other != name:
                continue
            after = noun_at >= verb_end
            between = words[verb_end:noun_at] if after else words[noun_end:verb_at]
            if len(between) > (3 if after else _REACH) or any(word[2] in _SPLIT for word in between):
                continue
            if best is None or len(between) < best[0]:
                best = (len(between), noun_at)
        if best is not None:
            first = min(best[1], verb_at)
            yield Mention(name, words[first][0], words[verb_end - 1][1])


def _milestones(line: Line) -> Iterator[Mention]:
    """``the 250,000th handover``, ``the one-million milestone``, ``the first million``."""
    tokens = line.tokens
    for position, token in enumerate(tokens):
        figure = token.figure
        if figure is None or figure.value is None or figure.value.denominator != 1:
            continue
        following = tokens[position + 1].word if position + 1 < len(tokens) else ""
        if figure.kind == "rank" and figure.value == 1 and following == "million":
            yield Mention("milestone", token.start, tokens[position + 1].end, 1_000_000)
        elif figure.value >= _MILESTONE and (figure.kind == "rank" or _marked(tokens, position, figure)):
            yield Mention("milestone", token.start, token.end, int(figure.value))


def _marked(tokens: Sequence[Token], position: int, figure: Figure) -> bool:
    """Whether a round number is a mark that was reached."""
    if figure.kind != "count" or figure.value is None or figure.value % _MILESTONE:
        return False
    words_before = [token.word for token in tokens[max(0, position - 10) : position]]
    if words_before[-1:] == ["to"] and "from" in words_before:
        return True
    near = (*tokens[max(0, position - 4) : position], *tokens[position + 1 : position + 5])
    words = {word for token in near for word in token.word.replace("-", " ").split()}
    return bool(words & vocabulary().milestones) or (figure.noun or "").lower() in vocabulary().milestones


LONG = 40
"""A sentence with more figures than this is a list, and tells no event."""


def is_list(line: Line) -> bool:
    """Whether a sentence has so many tokens that figure and event cannot be told to belong together."""
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
    table = vocabulary()
    found = mentions(text, line)
    if not found:
        return
    for date in dates:
        mention = _nearest(text, line, found, date, dates)
        period = moment(text, date)
        if mention is None or period is None:
            continue
        start, end = clause(text, line, min(mention.start, date.start), max(mention.end, date.end))
        told = text[start:end].lower()
        if any(word in told for word in table.unreal):
            continue
        words = frozenset(match.group().lower() for match in _WORD.finditer(text, start, end))
        yield Event(
            mention,
            line,
            date,
            period,
            bool(_YEAR.search(date.quote)),
            any(f" {word} " in f" {told} " for word in table.coming),
            frozenset(
                token.name.entity
                for token in line.tokens
                if token.name is not None and start <= token.start < end and token.name.kind in _THINGS
            ),
            words & (table.another | table.apart),
            _capitalised(text, start, end),
            "first" in words,
        )


def _capitalised(text: str, start: int, end: int) -> frozenset[str]:
    """The capitalised words of a stretch, without the one that opens it and those of the calendar."""
    found = set()
    for match in _WORD.finditer(text, start + 1, end):
        word = match.group()
        opens = not text[start : match.start()].strip(' "“‘*_')
        if word[:1].isupper() and not opens and word not in _CALENDAR and word.rstrip(".") not in _CALENDAR:
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
    if second.qualifiers - first.qualifiers or (first.qualifiers ^ second.qualifiers) & apart:
        return False
    return not first.names or not second.names or bool(first.names & second.names)
