"""``factlint check``: its options."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import click

from factlint.cli.arguments import (
    ARTICLE_DATE,
    DOCUMENT_ID,
    ENCODING,
    IGNORE,
    JOBS,
    MAX_SIZE,
    NO_CACHE,
    REPORT_FILE,
    SELECT,
    STDIN_FILENAME,
)
from factlint.cli.newsroom import Overrides
from factlint.cli.order import Order
from factlint.cli.outputs import Style
from factlint.cli.running import Wishes
from factlint.problem import SettingsError
from factlint.reports.formats import FORMATS, inked
from factlint.reports.ink import ColorChoice


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="terminal", show_default=True,
              help="The report on standard output.")  # fmt: skip
@click.option("--output", "files", type=REPORT_FILE, multiple=True, metavar="FORMAT:FILE",
              help="Also write a report to a file; may be repeated. html:FOLDER/ writes a page for each article.")  # fmt: skip
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.option("--quiet", "-q", is_flag=True, help="Only the findings: no confirmed figures, no counts, no progress.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--fail-on", type=click.Choice(["suggestion", "warning", "error", "never"]),
              help="The least severity that makes the exit code 1.  [default: error]")  # fmt: skip
@SELECT
@IGNORE
@click.option("--since", metavar="REV", help="Only findings that touch lines changed since the branch left REV.")
@click.option("--baseline", type=click.Path(), help="A file of known findings, which do not count.")
@click.option("--fix", is_flag=True, help="Repair what is typography only, then check.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until interrupted.")
@click.option("--config", type=click.Path(), help="The configuration file, instead of the nearest to each article.")
@JOBS
@NO_CACHE
@STDIN_FILENAME
@DOCUMENT_ID
@ENCODING
@ARTICLE_DATE
@MAX_SIZE
def command(
    paths: tuple[str, ...],
    format_name: str,
    files: tuple[tuple[str, str], ...],
    color: str,
    quiet: bool,
    statistics: bool,
    since: str | None,
    fix: bool,
    diff: bool,
    watch: bool,
    jobs: int,
    no_cache: bool,
    stdin_filename: str,
    document_id: str | None,
    date: dt.date | None,
    **overrides: Any,
) -> int:
    """Check articles and report what cannot be true.

    PATH is a file, a folder, or - for standard input; without one, the current folder. Articles are text,
    Markdown, HTML pages and JSON payloads. In folders, what git ignores is left out.
    """
    if statistics and not inked(format_name):
        raise SettingsError(f"--statistics is a table for people, and the format is {format_name}.")
    order = Order(
        paths=paths or (".",),
        stdin_filename=stdin_filename,
        overrides=Overrides(**overrides),
        wishes=Wishes(date, document_id, jobs, not no_cache, since),
        style=Style(format_name, cast(ColorChoice, color), quiet, statistics),
        files=files,
        fix=fix,
        diff=diff,
        watch=watch,
    )
    return order.carry_out()
