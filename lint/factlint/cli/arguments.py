"""Options that several commands share, and the types of their values."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from factlint.config import size
from factlint.problem import SettingsError
from factlint.reports.formats import FORMATS


class _Date(click.ParamType[Any]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date such as 2025-01-31", param, ctx)


class _Size(click.ParamType[Any]):
    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return size(value, "the option")
        except SettingsError as error:
            self.fail(str(error), param, ctx)


class _ReportFile(click.ParamType[Any]):
    name = "format:file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        format_name, colon, path = value.partition(":")
        if not colon or not path or format_name not in FORMATS:
            self.fail(f"{value!r} is not FORMAT:FILE with a format of {', '.join(FORMATS)}", param, ctx)
        return format_name, path


REPORT_FILE = _ReportFile()


def comma_separated(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """``--select PCT,SUM001 --select share-mismatch`` as one tuple."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def _jobs(ctx: click.Context, param: click.Parameter, value: int | None) -> int:
    """The processes that may be used: all of the machine's, unless told otherwise."""
    if value:
        return value
    from factlint.jobs import processors

    return processors()


STDIN_FILENAME = click.option(
    "--stdin-filename", default="<stdin>", show_default=True, help="The path that '-' is reported under."
)
ENCODING = click.option("--encoding", help="The encoding of the files, where their content does not tell it.")
ARTICLE_DATE = click.option("--date", type=_Date(), help="The article's date (ISO), where it does not say.")
MAX_SIZE = click.option("--max-size", type=_Size(), help='The largest article that is read, such as "20 MB".')
DOCUMENT_ID = click.option(
    "--document-id", help="The article's id in the CMS: part of its fingerprints. For one article only."
)
SELECT = click.option(
    "--select", multiple=True, callback=comma_separated, help="Only these rules: codes, families or names."
)
IGNORE = click.option(
    "--ignore", multiple=True, callback=comma_separated, help="Not these rules: codes, families or names."
)
JOBS = click.option(
    "--jobs", type=click.IntRange(min=1), callback=_jobs, help="Processes to use.  [default: one for each processor]"
)
NO_CACHE = click.option("--no-cache", is_flag=True, help="Neither use nor keep results in .factlint_cache.")
