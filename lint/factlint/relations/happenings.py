"""Happenings: what else a story dates, found again by its words: ``from there to the bankruptcy it was 39 months``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.patterns import compiled
from factlint.relations.dated_span import between
from factlint.relations.event_words import vocabulary
from factlint.relations.events import clause, is_list, point
from factlint.relations.moments import moment
from factlint.relations.relation import Certainty
from factlint.relations.span_beside import Dates, named, words_of

_ENDS = compiled(r"\b(?:from|between) ((?:[\w'’-]+ ){1,6}?)(?:to|and) ((?:[\w'’-]+ ?){1,5})", re.I)
_ONCE = compiled(r",? (?:once|after|when) ((?:[\w'’-]+ ){2,12})for(?: \w+){0,2} \Z", re.I)
_DETERMINERS = frozenset({"the", "its", "their", "this", "that"})
_STEM = 4
"""Letters that two forms of a word share at least: ``opening`` and ``opened``."""
_ENDING = 2
_WINDOW = 60
"""Sentences before and behind in which a happening is looked for."""
_READINGS = 6
"""Pairs of dates that may be meant; with more of them nothing is said."""


class Happening(msgspec.Struct, frozen=True, eq=False):
    """A date of a story with the words of its clause."""

    line: Line
    figure: Figure
    period: Period
    words: frozenset[str]


def happenings(bound: Bound) -> list[Happening]:
    """Everything that the sentences of an article date with the year, in order."""
    text = bound.article.text
    found = []
    for line in bound.lines:
        if is_list(line):
            continue
        for _, figure in line.figures():
            period = moment(text, figure) if point(figure) and named(figure) else None
            if period is not None:
                start, end = clause(text, line, figure.start, figure.end)
                found.append(Happening(line, figure, period, frozenset(_content(text[start:end]))))
    return found


def recalls(text: str, line: Line, duration: Figure) -> bool:
    """Whether a sentence may name the ends of a duration by their words: worth looking for them."""
    opening = line.sentence.start
    return (
        _ENDS.search(text, opening, line.sentence.end) is not None
        or _ONCE.search(text, opening, duration.start) is not None
    )


def recalled(text: str, line: Line, duration: Figure, own: Sequence[Happening]) -> Dates | None:
    """The dates of two happenings that a sentence names as the ends of a duration, or of one before ``once``."""
    opening = line.sentence.start
    own = _near(line, own)
    match = _ENDS.search(text, opening, line.sentence.end)
    if match is not None:
        return _between(line, match, own)
    match = _ONCE.search(text, opening, duration.start)
    return None if match is None else _once(line, match, own)


def _near(line: Line, own: Sequence[Happening]) -> list[Happening]:
    """Those of the story that stand within reach of a sentence."""
    at, story = line.sentence.index, line.sentence.story
    first = bisect_left(own, at - _WINDOW, key=lambda one: one.line.sentence.index)
    last = bisect_left(own, at + _WINDOW, key=lambda one: one.line.sentence.index)
    return [one for one in own[first:last] if one.line.sentence.story == story]


def _between(line: Line, match: re.Match[str], own: Sequence[Happening]) -> Dates | None:
    starts, ends = list(meant(line, match[1], own)), list(meant(line, match[2], own))
    found = [(one, other) for one, other in product(starts, ends) if one.period.first < other.period.first]
    if not found or len(found) > _READINGS:
        return None
    distances = [between(one.period, other.period) for one, other in found]
    first, last = found[0]
    return Dates((first.figure, last.figure), distances[0], Certainty.STRONG, tuple(distances[1:]))


def meant(line: Line, phrase: str, own: Sequence[Happening]) -> Iterator[Happening]:
    """The happenings that a phrase may name: ``there`` the last one told, ``the bankruptcy`` those with that word."""
    words = words_of(phrase)
    before = [one for one in own if one.line.sentence.index < line.sentence.index]
    if words[-1:] in (["there"], ["then"], ["point"]):
        yield from before[-1:]
        return
    if words[:1] and words[0] in _DETERMINERS:
        words = words[1:]
    elif not words or words[0] not in vocabulary().words["deeds"]:
        return
    noun = []
    for word in words:
        if word in vocabulary().words["around"] or word in vocabulary().words["taking"] or word in ("it", "some"):
            break
        noun.append(word)
    wanted = _content(" ".join(noun))
    if wanted:
        yield from (one for one in own if one.line is not line and all(_has(one, word) for word in wanted))


def _once(line: Line, match: re.Match[str], own: Sequence[Happening]) -> Dates | None:
    """``left in B, once it had carried paying riders for half a year``; the first paying riders came in A."""
    lasts = [one for one in own if one.line is line and one.figure.end == match.start()]
    wanted = _content(match[1])
    firsts = [
        one
        for one in own
        if one.line is not line and "first" in one.words and sum(_has(one, word) for word in wanted) >= 2
    ]
    if len(lasts) != 1 or len(firsts) != 1:
        return None
    first, last = firsts[0], lasts[0]
    return Dates((first.figure, last.figure), between(first.period, last.period), Certainty.STRONG)


def _content(text: str) -> list[str]:
    """The words of a stretch that name something."""
    common = vocabulary().words["around"] | vocabulary().words["joints"] - {"first"}
    return [
        word
        for word in words_of(text.replace("-", " "))
        if word == "first" or (len(word) >= _STEM and word not in common)
    ]


def _has(one: Happening, word: str) -> bool:
    begin = word[:_STEM]
    return word in one.words or any(other.startswith(begin) and _alike(word, other) for other in one.words)


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: ``merger`` and ``merged``."""
    least = max(_STEM, min(len(one), len(other)) - _ENDING)
    return one == other or (len(one) >= least and one[:least] == other[:least])
