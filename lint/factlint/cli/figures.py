"""``factlint figures``: every figure that was found in one article."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator

import click
import msgspec

from factlint.cli.arguments import ARTICLE_DATE, ENCODING, MAX_SIZE, STDIN_FILENAME
from factlint.cli.reading import show, show_json, understood
from factlint.exact import bracketed
from factlint.places import Places
from factlint.reading import Reading
from factlint.reports.table import table

_HEADER = ("line", "figure", "kind", "interval", "unit", "hedge", "noun", "form")


@click.command(name="figures")
@click.argument("path", type=click.Path())
@click.option(
    "--format", "format_name", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True
)
@STDIN_FILENAME
@ENCODING
@ARTICLE_DATE
@MAX_SIZE
def command(
    path: str, format_name: str, stdin_filename: str, encoding: str | None, date: dt.date | None, max_size: int | None
) -> None:
    """Show every figure that was found in one article: value, unit, hedge, or what is malformed.

    PATH is a file, or - for standard input.
    """
    reading = understood(path, stdin_filename, encoding, date, max_size)
    if format_name == "table":
        show(table(_HEADER, _rows(reading)))
        return
    from factlint.understanding import printed_figures

    figures = printed_figures(reading)
    if format_name == "jsonl":
        sys.stdout.buffer.write(msgspec.json.Encoder().encode_lines(figures))
    else:
        show_json({"path": reading.source.path, "date": reading.date, "figures": figures})


def _rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    places = Places(reading.article)
    for figure in reading.figures:
        yield (
            str(places.span(figure.start, figure.end).line),
            figure.quote,
            figure.kind,
            bracketed(figure.interval) if figure.interval else "",
            figure.unit or "",
            figure.hedge or "",
            figure.noun or "",
            "" if figure.well_formed else figure.form,
        )
