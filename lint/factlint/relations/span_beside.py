"""Dates that stand beside a duration: ``from A to B, N days``, ``in B, N months after A``, ``N months later, in B``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.patterns import compiled
from factlint.relations.dated_span import across, between
from factlint.relations.event_words import vocabulary
from factlint.relations.events import point
from factlint.relations.moments import moment
from factlint.relations.relation import Certainty

YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIE = compiled(
    r"[\s,(–—:-]*+(?:or|that is|i\.e\.|a total of|in total|altogether|all of|which is|lasting|which took|taking|some|for|so for)?[\s,]*+"
)
_IN_FRONT = compiled(r"(?: [a-z-]{1,14}){0,2} ?(?:from|between)? ?")
_LATER = compiled(
    r"\s*(?:later|afterwards?|after that|on)\b,?\s*(?:in|on|by)?\s*(?:the )?(?:early|late|mid-?|[a-z]+ of)?\s*"
)
_BEHIND_LATER = compiled(r" (?:later|afterwards?|thereafter|after that|on(?=[,.;]))(?![a-z])")
_AFTER = compiled(r"\s*(?:after|following|from|behind)\b")
_BEFORE = compiled(r"\s*(?:before|ahead of|short of|prior to|earlier than|in advance of)\b")
_DATED = compiled(
    r"\b(?:in|on|at|during|by)(?: the)?(?: (?:early|late|mid|spring|summer|autumn|fall|winter|end|start|middle)(?: of)?)?[ -]\Z",
    re.I,
)
_WORD = compiled(r"[\w'’.-]+")
_FAR = 9
"""Words that may stand between "after" and its date."""
_NEAR = 6


class Dates(NamedTuple):
    """The dates that a duration lies between, how far they are apart, and other distances that may be meant."""

    figures: tuple[Figure, ...]
    distance: Interval
    certainty: Certainty
    also: tuple[Interval, ...] = ()


class Setting(NamedTuple):
    """A duration with its sentence, and the points in time that the sentence names."""

    bound: Bound
    line: Line
    duration: Figure
    points: tuple[Figure, ...]
    others: int
    """How many dates of the sentence are no points: spans, years of models."""
    alone: bool
    """Whether the sentence has no other duration."""

    def text(self, start: int, end: int) -> str:
        """A stretch of the article."""
        return self.bound.article.text[start:end]


def beside(bound: Bound, line: Line, duration: Figure, alone: bool) -> Dates | None:
    """The dates that the sentence of a duration, or the one before, ties to it."""
    text = bound.article.text
    dates = [figure for _, figure in line.figures() if figure.period is not None and not figure.relative]
    for date in dates:
        distance = across(date)
        if distance is not None and _said_of(text, date, duration):
            return Dates((date,), distance, Certainty.KNOWN)
    points = tuple(date for date in dates if point(date))
    setting = Setting(bound, line, duration, points, len(dates) - len(points), alone)
    if _attributive(setting):
        return None
    for form in (_later, _later_behind, _after, _from_to, _closing):
        found = form(setting)
        if found is not None:
            return found
    return None


def _said_of(text: str, date: Figure, duration: Figure) -> bool:
    """Whether a duration is said of a span of dates: right behind it, or in front of it."""
    if date.end <= duration.start:
        return _TIE.fullmatch(text, date.end, duration.start) is not None
    return _IN_FRONT.fullmatch(text, duration.end, date.start) is not None


def _attributive(at: Setting) -> bool:
    """Whether a duration is that of another thing: ``an 18-month contract``, ``ten years of guarantee``, ``38 years old``."""
    words = [word for word in words_of(at.text(at.duration.end, at.duration.end + 40)) if word]
    behind = words[1:2] if words[:1] in (["of"], ["in"]) else words[:1]
    return "-" in at.duration.quote or bool(vocabulary().words["apart"] & set(behind))


def words_of(text: str) -> list[str]:
    """The words of a stretch in lower case, without their full stops."""
    return [word.strip(".'’-").lower() for word in _WORD.findall(text)]


def only(text: str, allowed: frozenset[str], most: int = _NEAR) -> bool:
    """Whether a stretch within one sentence holds only such words, and not too many."""
    if ";" in text or "?" in text or ". " in text:
        return False
    words = words_of(text)
    return len(words) <= most and all(word in allowed for word in words if word)


def named(*dates: Figure) -> bool:
    """Whether every date prints its year."""
    return all(YEAR.search(date.quote) for date in dates)


def apart(at: Setting, first: Figure, last: Figure) -> Interval | None:
    """The days between two dates whose years are printed, in this order; None where they run the other way."""
    text = at.bound.article.text
    one, other = moment(text, first), moment(text, last)
    if one is None or other is None or one.first > other.last or not named(first, last):
        return None
    return between(one, other)


def earlier(at: Setting, last: Figure) -> list[Figure]:
    """The dates of the paragraph up to a duration that may begin it; the nearest is the last."""
    found: list[Figure] = []
    for index in range(at.line.sentence.index - 2, at.line.sentence.index + 1):
        line = at.bound.line_of.get(index)
        if line is not None and line.sentence.story == at.line.sentence.story:
            found += [
                date
                for _, date in line.figures()
                if point(date) and date is not last and date.end <= at.duration.start and named(date)
            ]
    return found


def _since_one(at: Setting, last: Figure) -> Dates | None:
    """The time from the nearest earlier date to the last one; any other earlier date may be meant."""
    if not named(last):
        return None
    before = earlier(at, last)
    starts = [date for date in before if apart(at, date, last) is not None]
    if not starts or starts[-1] is not before[-1]:
        return None
    distances = [distance for date in starts if (distance := apart(at, date, last)) is not None]
    return Dates((starts[-1], last), distances[-1], Certainty.STRONG, tuple(distances[:-1]))


def _later(at: Setting) -> Dates | None:
    """``It opened in March 2022. Ten months later, in July 2023, ...``; ``Ten months later it was closed in July 2023``."""
    text = at.bound.article.text
    match = _LATER.match(text, at.duration.end)
    if match is None:
        return None
    last = next((date for date in at.points if date.start == match.end()), None)
    if last is None:
        behind = [date for date in at.points if date.start >= match.end()]
        if len(behind) != 1 or at.others or match.group().strip() == "on":
            return None
        last = behind[0]
        gap = text[match.end() : last.start]
        words = words_of(gap)
        if len(words) > _FAR or not _DATED.search(" " + gap) or vocabulary().words["unsaid"] & set(words):
            return None
        if "," in gap or " and " in gap:
            return None
    return _since_one(at, last)


def _later_behind(at: Setting) -> Dates | None:
    """``It opened in March 2022. In July 2023, ten months later, ...``."""
    text = at.bound.article.text
    if _BEHIND_LATER.match(text, at.duration.end) is None:
        return None
    before = [date for date in at.points if date.end <= at.duration.start]
    if not before or not only(text[before[-1].end : at.duration.start], vocabulary().words["joints"]):
        return None
    return _since_one(at, before[-1])


def _after(at: Setting) -> Dates | None:
    """``in B, 24 months after the start in A``, ``24 months after the start in A it was opened in B``; ``before`` too."""
    text = at.bound.article.text
    start = at.duration.end
    turned = _BEFORE.match(text, start)
    match = _AFTER.match(text, start) or turned
    if match is None or len(at.points) != 2 or at.others:
        return None
    one, other = at.points
    base = one if one.start >= start else other
    told = other if base is one else one
    gap = text[match.end() : base.start]
    if base.start < start or len(words_of(gap)) > _FAR or ";" in gap or "," in gap:
        return None
    if told.start > start:
        between_ = text[base.end : told.start]
        if ";" in between_ or not _DATED.search(between_) or vocabulary().words["unsaid"] & set(words_of(between_)):
            return None
    elif not _leads(at, told):
        return None
    first, last = (told, base) if turned else (base, told)
    distance = apart(at, first, last)
    return None if distance is None else Dates((first, last), distance, Certainty.STRONG)


def _leads(at: Setting, told: Figure) -> bool:
    """Whether a date in front of a duration is that of the main clause: right before it, or the first words."""
    text = at.bound.article.text
    gap = text[told.end : at.duration.start]
    if only(gap, vocabulary().words["joints"]):
        return True
    opening = text[at.line.sentence.start : told.start]
    return len(words_of(opening)) <= 2 and _DATED.search(" " + opening) is not None and ";" not in gap


def _from_to(at: Setting) -> Dates | None:
    """``from the contract in A to the first delivery in B, 18 months passed``; ``18 months from A to B``."""
    if len(at.points) != 2 or at.others or not at.alone:
        return None
    text = at.bound.article.text
    first, last = at.points
    opening = words_of(text[max(at.line.sentence.start, first.start - 60) : first.start])[-7:]
    joint = words_of(text[first.end : last.start])[-7:]
    if "from" not in opening and "between" not in opening:
        return None
    if not {"to", "until", "till", "and"} & set(joint) or ";" in text[first.end : last.start]:
        return None
    if "from" in opening and not {"to", "until", "till"} & set(joint):
        return None
    if at.duration.start >= last.end:
        tied = only(text[last.end : at.duration.start], vocabulary().words["joints"])
    else:
        gap = text[at.duration.end : first.start]
        tied = at.duration.end <= first.start and {"from", "between"} & set(words_of(gap)[:3]) != set()
    distance = apart(at, first, last) if tied else None
    return None if distance is None else Dates((first, last), distance, Certainty.STRONG)


def _closing(at: Setting) -> Dates | None:
    """``begun in March 2022 and finished in November 2024, after 24 months``; ``..., so that 24 months went by``."""
    if len(at.points) != 2 or at.others or not at.alone:
        return None
    text = at.bound.article.text
    first, last = at.points
    gap = text[last.end : at.duration.start]
    if at.duration.start < last.end or not only(gap, vocabulary().words["joints"] | vocabulary().words["passing"]):
        return None
    said = {"after", "took", "lasted", "taking", "lasting", "within", "that", "or", "means", "makes", "period", "time"}
    behind = words_of(text[at.duration.end : at.duration.end + 20])[:1]
    if not said & set(words_of(gap)) and not vocabulary().words["passing"] & {*behind, *words_of(gap)}:
        return None
    distance = apart(at, first, last)
    return None if distance is None else Dates((first, last), distance, Certainty.STRONG)


def distances(text: str, period: Period, dates: Sequence[Figure]) -> tuple[Interval, ...]:
    """How far a period lies from each of some dates behind it."""
    moments = [moment(text, date) for date in dates]
    return tuple(between(period, other) for other in moments if other is not None and other.last >= period.first)
