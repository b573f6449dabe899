"""``factlint claims``: what was understood of one article, figure by figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click

from factlint.claims.claim import Claim
from factlint.cli.arguments import ARTICLE_DATE, ENCODING, MAX_SIZE, STDIN_FILENAME
from factlint.cli.reading import show, show_json, understood
from factlint.exact import bracketed
from factlint.figures.figure import Figure, Period
from factlint.places import Places
from factlint.reading import Reading
from factlint.reports.table import table

_HEADER = ("line", "figure", "interval", "unit", "role", "subject", "measure", "scope", "period", "status")


@click.command(name="claims")
@click.argument("path", type=click.Path())
@click.option("--format", "format_name", type=click.Choice(["table", "json"]), default="table", show_default=True)
@STDIN_FILENAME
@ENCODING
@ARTICLE_DATE
@MAX_SIZE
def command(
    path: str, format_name: str, stdin_filename: str, encoding: str | None, date: dt.date | None, max_size: int | None
) -> None:
    """Show what was understood of one article, figure by figure.

    For each figure the values it may stand for, and what it is said of: the explanation when a check is silent
    or wrong. PATH is a file, or - for standard input.
    """
    reading = understood(path, stdin_filename, encoding, date, max_size)
    if format_name == "table":
        show(table(_HEADER, _rows(reading)))
        return
    from factlint.understanding import stated_claims

    report = {"path": reading.source.path, "date": reading.date, "claims": stated_claims(reading)}
    show_json(report)


def _rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    places = Places(reading.article)
    for claim in reading.claims:
        figure = claim.figure
        yield (
            str(places.span(figure.start, figure.end).line),
            _printed(figure),
            bracketed(figure.interval) if figure.interval else figure.form,
            figure.unit or figure.noun or "",
            _role(claim),
            claim.subject or "?",
            claim.measure or "?",
            " ".join(sorted(claim.scope)),
            _period(claim.period),
            claim.status,
        )


def _printed(figure: Figure) -> str:
    return f"{figure.hedge} {figure.quote}" if figure.hedge else figure.quote


def _role(claim: Claim) -> str:
    sign = {1: " up", -1: " down"}.get(claim.direction, "")
    basis = f" {claim.basis}" if claim.basis else ""
    return f"{claim.role}{sign}{basis}"


def _period(period: Period | None) -> str:
    if period is None:
        return "?"
    first, last = period.first.isoformat(), period.last.isoformat()
    if period.grain in ("year", "fiscal") and first.endswith("-01-01"):
        return first[:4]
    if period.grain == "month":
        return first[:7]
    return first if first == last else f"{first}..{last}"
