"""Durations that a passage leaves to be worked out: ``idle from 12 May to 2 June 2025. After three weeks of standstill``."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure, Period
from factlint.relations.cues import cue
from factlint.relations.dated_span import DAYS, across, between
from factlint.relations.events import point
from factlint.relations.moments import moment
from factlint.relations.nearby import lines_before
from factlint.relations.relation import Certainty
from factlint.relations.restating import restatements
from factlint.relations.span_beside import Dates, named

_BEFORE = cue("before_a_span")
_BEHIND = cue("behind_a_span")
_ATTRIBUTIVE = "-"
_NEAR = 3
_FAR = 3
_REACH = 2


def of_passage(bound: Bound, line: Line, duration: Figure) -> Dates | None:
    """The only two dates, or the only run of dates, of a sentence and those before it, where the words around a duration
    take them up; None where it lies too far from their distance to be meant.
    """
    if _ATTRIBUTIVE in duration.quote or not _takes_up(line, duration):
        return None
    for reach in range(_REACH):
        lines = [one for one in lines_before(bound, line, reach) if one.block is line.block]
        if any(figure.kind == "duration" for one in lines for _, figure in one.figures()):
            return None
        found = list(_dated(bound, [*reversed(lines), line]))
        if found:
            return _between(bound, found, duration)
    return None


def _takes_up(line: Line, duration: Figure) -> bool:
    """``After three weeks``, ``In these six months``, ``six years had passed``, ``27 years of history``."""
    at = next((at for at, token in enumerate(line.tokens) if token.start <= duration.start < token.end), None)
    if at is None:
        return False
    if any(token.word in restatements().ordinals for token in line.tokens[:at]) or _apart_behind(line, at):
        return False
    before = [word for token in line.tokens[max(0, at - _NEAR) : at] for word in token.word.split()]
    behind = [word for token in line.tokens[at + 1 : at + 1 + _NEAR] for word in token.word.split()]
    if {"by", "next", "another", "every", "than"} & {*before[-2:], *behind[:1]} or behind[:1] == ["to"]:
        return False
    led = {*before[-2:], " ".join(before[-2:])}
    return bool(_BEFORE & led) or bool(_BEHIND & set(behind))


def _apart_behind(line: Line, at: int) -> bool:
    """Whether a date stands behind a duration in another stretch: what it tells comes later still."""
    segment = line.tokens[at].segment
    return any(
        token.figure is not None and token.figure.kind in ("date", "period") and token.segment != segment
        for token in line.tokens[at + 1 :]
    )


def _dated(bound: Bound, lines: list[Line]) -> Iterator[Figure]:
    """The dates of some sentences; nothing where they hold fewer than two, or more than two, or others besides."""
    dates: dict[object, Figure] = {}
    for line in lines:
        for _, figure in line.figures():
            if figure.kind not in ("date", "period") or figure.relative is not None:
                continue
            if figure.period is not None:
                dates.setdefault(figure.period, figure)
    spans = [figure for figure in dates.values() if across(figure) is not None]
    if len(dates) == 1 and spans:
        yield spans[0]
    elif len(dates) == 2 and all(point(figure) for figure in dates.values()):
        yield from dates.values()


def _between(bound: Bound, dates: list[Figure], duration: Figure) -> Dates | None:
    text = bound.article.text
    if len(dates) == 1:
        distance = across(dates[0])
    else:
        periods: list[tuple[Period, Figure]] = [
            (period, figure) for figure in dates if (period := moment(text, figure)) is not None
        ]
        periods.sort(key=lambda one: one[0].first)
        if len(periods) != 2 or not named(*dates) or periods[1][0].first < periods[0][0].last:
            return None
        distance = between(periods[0][0], periods[1][0])
    factor = DAYS.get(duration.unit or "")
    if distance is None or distance.low is None or distance.high is None or not factor or not duration.value:
        return None
    stated = duration.value * factor
    if not distance.low / _FAR <= stated <= (distance.high + factor) * _FAR:
        return None
    return Dates(tuple(dates), distance, Certainty.STRONG)
