"""What was understood of an article as plain values, for ``factlint figures`` and ``factlint claims``."""

from __future__ import annotations

import msgspec

from factlint.claims.claim import Claim
from factlint.exact import digits
from factlint.figures.figure import Figure, Period
from factlint.figures.interval import Interval
from factlint.places import Places
from factlint.reading import Reading
from factlint.report import Span


class Range(msgspec.Struct, frozen=True):
    """An interval in exact digits (``1260000``, ``22.82``, ``1/3``); None is an open end."""

    low: str | None
    high: str | None
    low_closed: bool
    high_closed: bool


class Days(msgspec.Struct, frozen=True):
    """The days of a period, both included (ISO dates)."""

    first: str
    last: str
    grain: str


class PrintedFigure(msgspec.Struct, frozen=True):
    """What is printed."""

    span: Span
    quote: str
    kind: str
    value: str | None
    interval: Range | None
    loose: Range | None
    unit: str | None
    hedge: str | None
    noun: str | None
    form: str
    readings: tuple[str, ...]
    period: Days | None


class StatedClaim(msgspec.Struct, frozen=True):
    """What is said of a figure; None and empty where it is not known."""

    figure: PrintedFigure
    story: int
    subject: str | None
    measure: str | None
    scope: tuple[str, ...]
    period: Days | None
    status: str
    basis: str | None
    role: str
    direction: int
    attribution: str | None
    quoted: bool
    headline: bool


def printed_figures(reading: Reading) -> tuple[PrintedFigure, ...]:
    """Every figure of an article, in order."""
    places = Places(reading.article)
    return tuple(_figure(figure, places) for figure in reading.figures)


def stated_claims(reading: Reading) -> tuple[StatedClaim, ...]:
    """Every claim of an article, in order."""
    places = Places(reading.article)
    return tuple(_claim(claim, places) for claim in reading.claims)


def _claim(claim: Claim, places: Places) -> StatedClaim:
    return StatedClaim(
        figure=_figure(claim.figure, places),
        story=claim.story,
        subject=claim.subject,
        measure=claim.measure,
        scope=tuple(sorted(claim.scope)),
        period=_days(claim.period),
        status=claim.status,
        basis=claim.basis,
        role=claim.role,
        direction=claim.direction,
        attribution=claim.attribution,
        quoted=claim.quoted,
        headline=claim.headline,
    )


def _figure(figure: Figure, places: Places) -> PrintedFigure:
    span = places.span(figure.start, figure.end)
    return PrintedFigure(
        span=span,
        quote=places.quote(span),
        kind=figure.kind,
        value=None if figure.value is None else digits(figure.value),
        interval=_range(figure.interval),
        loose=_range(figure.loose),
        unit=figure.unit,
        hedge=figure.hedge,
        noun=figure.noun,
        form=figure.form,
        readings=tuple(digits(value) for value in figure.readings),
        period=_days(figure.period),
    )


def _range(interval: Interval | None) -> Range | None:
    if interval is None:
        return None
    low = None if interval.low is None else digits(interval.low)
    high = None if interval.high is None else digits(interval.high)
    return Range(low, high, interval.low_closed, interval.high_closed)


def _days(period: Period | None) -> Days | None:
    return Days(period.first.isoformat(), period.last.isoformat(), period.grain) if period else None
