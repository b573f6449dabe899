"""Spans of time: a stated duration, and the two dates that it lies between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.figures.periods import day
from factlint.relations.dated_span import DAYS, across, attributive, between, length
from factlint.relations.event_words import vocabulary
from factlint.relations.events import Event, is_list, point
from factlint.relations.happenings import Happening, happenings, recalled, recalls
from factlint.relations.mentioned_events import Mention, mentions
from factlint.relations.moments import moment
from factlint.relations.open_spans import may_be_open, open_span
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.span_beside import YEAR, beside, only, words_of
from factlint.relations.span_of_passage import of_passage
from factlint.relations.span_to_now import until_now
from factlint.relations.stated_durations import durations

REACH = 6
"""Sentences with figures over which a duration looks back for the events that it lies between."""
_STARTS = ("ground", "founded", "reveal", "launch", "production", "delivery")
_ENDS = ("milestone", "stop", "closing", "opening", "built", "delivery", "production", "launch")


class SpanOfTime(Relation, frozen=True, eq=False, kw_only=True):
    """``duration`` lies between two dates, whose distance in days is ``computed``."""

    duration: Figure
    computed: Interval
    also: tuple[Interval, ...] = ()
    """Distances of other dates that may be meant."""

    def verdict(self) -> Verdict:
        stated = length(self.duration)
        if stated is None or any(stated.overlaps(distance) for distance in (self.computed, *self.also)):
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.duration.soft else Verdict.BROKEN

    def exact(self) -> tuple[Fraction, Fraction]:
        """The distance in the unit of the duration: the least and the most."""
        factor = DAYS[self.duration.unit or "day"]
        low, high = self.computed.low or Fraction(0), self.computed.high or Fraction(0)
        return low / factor, high / factor


def spans(bound: Bound, events: Sequence[Event]) -> Iterator[SpanOfTime]:
    """Every duration whose two dates stand in its sentence, or are those of events that it names or goes back to."""
    stories: dict[int, list[Event]] = {}
    for event in events:
        stories.setdefault(event.line.sentence.story, []).append(event)
    text = bound.article.text
    told: list[Happening] | None = None
    for line in bound.lines:
        for duration in (stated := [] if is_list(line) else durations(text, line)):
            own = stories.get(line.sentence.story, [])
            dates = beside(bound, line, duration, len(stated) == 1) or until_now(bound, line, duration)
            if dates is None and recalls(text, line, duration):
                told = happenings(bound) if told is None else told
                dates = recalled(text, line, duration, told)
            if dates is None and may_be_open(text, line, duration):
                told = happenings(bound) if told is None else told
                dates = open_span(bound, line, duration, told)
            found = (
                _relation(line, duration, dates.figures, dates.distance, dates.certainty, dates.also)
                if dates is not None
                else _of_endpoints(bound, line, duration, own)
                or _of_process(bound, line, duration, own)
                or _looking_back(bound, line, duration)
                or _taking_up(bound, line, duration, len(stated) == 1)
            )
            if found is not None:
                yield found


def _taking_up(bound: Bound, line: Line, duration: Figure, alone: bool) -> SpanOfTime | None:
    """The only two dates of a passage whose words the duration takes up."""
    dates = of_passage(bound, line, duration) if alone else None
    if dates is None:
        return None
    return _relation(line, duration, dates.figures, dates.distance, dates.certainty)


def _relation(
    line: Line,
    duration: Figure,
    dates: Sequence[Figure],
    computed: Interval,
    certainty: Certainty,
    also: Sequence[Interval] = (),
) -> SpanOfTime:
    return SpanOfTime(
        figures=(duration, *dates),
        duration=duration,
        computed=computed,
        also=tuple(also),
        certainty=certainty,
        quoted=line.quoted(duration),
    )


def _of_endpoints(bound: Bound, line: Line, duration: Figure, events: Sequence[Event]) -> SpanOfTime | None:
    """``575 days lay between the launch and the 250,000th handover``; ``from the first delivery to the million mark``."""
    found = _two_ends(bound.article.text, line)
    if found is None:
        return None
    dates = [_dated(bound, line, mention, events) for mention in found]
    first, last = dates
    if first is None or last is None or first[1].first > last[1].last:
        return None
    figures = [figure for figure, _ in dates if figure is not None]  # type: ignore[misc]
    return _relation(line, duration, figures, between(first[1], last[1]), Certainty.STRONG)


def _two_ends(text: str, line: Line) -> tuple[Mention, Mention] | None:
    """Two events that a sentence names as ends: ``between E and E``, ``from E to E``."""
    found = mentions(text, line)
    for one, other in pairwise(found):
        opening = text[max(line.sentence.start, one.start - 20) : one.start].lower().split()
        joint = text[one.end : other.start].lower().split()
        if ("between" in opening and "and" in joint) or ("from" in opening and "to" in joint):
            return one, other
    return None


def _dated(bound: Bound, line: Line, mention: Mention, events: Sequence[Event]) -> tuple[Figure | None, Period] | None:
    """The date of an event that a sentence names without one: that of the same event in its story."""
    kinds = _SAME.get(mention.kind, (mention.kind,))
    own = sorted(events, key=lambda event: not event.first)
    for kind in kinds:
        for event in own:
            if event.mention.kind == kind and event.mention.number == mention.number:
                return event.figure, event.period
    if mention.kind == "opening" and bound.article.date is not None:
        return None, day(bound.article.date)
    return None


_SAME = {
    "delivery": ("delivery", "launch"),
    "launch": ("launch",),
    "opening": ("opening", "production"),
    "milestone": ("milestone",),
}
"""Events whose date may stand for another one's when that has none."""


def _of_process(bound: Bound, line: Line, duration: Figure, events: Sequence[Event]) -> SpanOfTime | None:
    """``opened on Nov 28, 2024, after a building time of 24 months``, ``the builders needed 454 days``."""
    text = bound.article.text
    clause = text[line.sentence.start : line.sentence.end].lower()
    table = vocabulary()
    if not any(phrase in clause for phrase in table.spans["built"]) or any(
        f" {word} " in clause for word in table.coming
    ):
        return None
    starts = [event for event in events if event.mention.kind == "ground"]
    ends = [event for event in events if event.mention.kind in ("opening", "built", "production")]
    own = [event for event in ends if event.line is line]
    if len(starts) != 1:
        return None
    start = starts[0]
    dates = [figure for _, figure in line.figures() if point(figure) and figure is not start.figure]
    chosen: tuple[Figure | None, Period] | None
    if own:
        chosen = own[0].figure, own[0].period
    elif len(dates) == 1 and dates[0].period is not None:
        chosen = dates[0], dates[0].period
    else:
        opening = [m for m in mentions(text, line) if m.kind in ("opening", "built")]
        chosen = (ends[0].figure, ends[0].period) if ends else None
        if chosen is None and opening and bound.article.date is not None:
            chosen = (None, day(bound.article.date))
    if chosen is None or chosen[1].last < start.period.first:
        return None
    also = [between(start.period, event.period) for event in ends]
    if bound.article.date is not None:
        also.append(between(start.period, day(bound.article.date)))
    figures = [figure for figure in (start.figure, chosen[0]) if figure is not None]
    return _relation(line, duration, figures, between(start.period, chosen[1]), Certainty.STRONG, also)


def _looking_back(bound: Bound, line: Line, duration: Figure) -> SpanOfTime | None:
    """``So it was after 23 months that ...``, ``The project had thus taken 26 months``: the two dates told just before."""
    text = bound.article.text
    if any(figure.period is not None for _, figure in line.figures()):
        return None
    head = text[line.sentence.start : duration.start]
    opening = " ".join(head.lower().split())
    following = words_of(text[duration.end : duration.end + 40])
    between_ = opening in ("the", "those", "these") and following[:2] == ["in", "between"]
    if between_ and not vocabulary().words["taking"] & set(following[2:4]):
        return None
    anaphora = between_ or any(opening.startswith(phrase) for phrase in vocabulary().spans["anaphora"])
    if not anaphora and not _taken(head):
        return None
    if following[:1] == ["to"] and following[1:2] not in (["build"], ["finish"], ["complete"], ["get"]):
        return None
    if following[:1] in (["of"], ["before"], ["more"], ["longer"], ["earlier"]) or attributive(duration):
        return None
    return _from_before(bound, line, duration)


_LONGEST = 12


def _taken(head: str) -> bool:
    """Whether the words before a duration say only that something took it: ``The whole project had thus taken``."""
    words = vocabulary().words
    own = set(words_of(head))
    known = words["process"] | words["taking"] | words["around"]
    return bool(own & words["taking"]) and bool(own & words["process"]) and only(head, known, _LONGEST)


def _from_before(bound: Bound, line: Line, duration: Figure) -> SpanOfTime | None:
    dates: list[tuple[Figure, Period]] = []
    for index in range(line.sentence.index - 1, line.sentence.index - 4, -1):
        before = bound.line_of.get(index)
        if before is None or before.block is not line.block:
            continue
        figures = [figure for _, figure in before.figures() if figure.kind in ("date", "period")]
        found = [figure for figure in figures if figure.period is not None]
        if any(not point(figure) for figure in found):
            spans = [figure for figure in found if across(figure) is not None]
            if len(found) == len(spans) == 1 and not dates:
                distance = across(spans[0])
                assert distance is not None
                return _relation(line, duration, spans, distance, Certainty.STRONG)
            return None
        days = [(figure, period) for figure in figures if (period := _day_of(bound, figure)) is not None]
        dates = days + dates
        if len(dates) >= 2:
            break
    if len(dates) != 2 or not any(YEAR.search(date.quote) for date, _ in dates):
        return None
    (one, first), (other, last) = sorted(dates, key=lambda dated: dated[1].first)
    if last.first < first.last:
        return None
    return _relation(line, duration, (one, other), between(first, last), Certainty.STRONG)


def _day_of(bound: Bound, figure: Figure) -> Period | None:
    """The days that a date may mean; of a weekday that stands alone, those of the week up to the article."""
    today = bound.article.date
    if figure.period is None and figure.calendar is not None and figure.calendar.weekday is not None and today:
        return Period(today - dt.timedelta(days=7), today, "week") if figure.calendar.day is None else None
    return moment(bound.article.text, figure)
