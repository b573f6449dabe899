"""``factlint check``: reads articles, lets the rules judge, writes the reports."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import cast

import click

from factlint.cli.arguments import (
    ARTICLE_DATE,
    ENCODING,
    MAX_SIZE,
    REPORT_FILE,
    STDIN_FILENAME,
    comma_separated,
)
from factlint.cli.newsroom import Newsroom, Overrides
from factlint.cli.outputs import Outputs
from factlint.cli.progress import Progress
from factlint.cli.sources import Source, edited, sources
from factlint.config import FailOn
from factlint.finding import Severity
from factlint.problem import SettingsError
from factlint.proof import Edited
from factlint.report import FileReport, Summary
from factlint.reports.formats import FORMATS


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="terminal", show_default=True,
              help="The report on standard output.")  # fmt: skip
@click.option("--output", "files", type=REPORT_FILE, multiple=True, metavar="FORMAT:FILE",
              help="Also write a report to a file; may be repeated. html:FOLDER/ writes a page for each article.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["suggestion", "warning", "error", "never"]),
              help="The least severity that makes the exit code 1.  [default: error]")  # fmt: skip
@click.option("--select", multiple=True, callback=comma_separated, help="Only these rules: codes, families or names.")
@click.option("--ignore", multiple=True, callback=comma_separated, help="Not these rules: codes, families or names.")
@click.option("--config", type=click.Path(), help="The configuration file, instead of the nearest to each article.")
@STDIN_FILENAME
@click.option("--document-id", help="The article's id in the CMS: part of its fingerprints. For one article only.")
@ENCODING
@ARTICLE_DATE
@MAX_SIZE
def command(
    paths: Sequence[str],
    format_name: str,
    files: Sequence[tuple[str, str]],
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    stdin_filename: str,
    document_id: str | None,
    encoding: str | None,
    date: dt.date | None,
    max_size: int | None,
) -> int:
    """Check articles and report what cannot be true.

    PATH is a file, a folder, or - for standard input; without one, the current folder. Articles are text,
    Markdown, HTML pages and JSON payloads.
    """
    newsroom = Newsroom(Overrides(config, select, ignore, cast("FailOn | None", fail_on), encoding, max_size))
    found = sources(paths or (".",), stdin_filename, lambda path: newsroom.desk_for(path).excludes(path))
    if document_id is not None and len(found) > 1:
        raise SettingsError(f"--document-id names one article, and {len(found)} were given.")
    for source in found:
        newsroom.desk_for(source.path)
    with ExitStack() as stack:
        outputs = stack.enter_context(Outputs(format_name, files))
        progress = stack.enter_context(Progress(len(found), sys.stderr))
        return _run(found, newsroom, outputs, progress, date, document_id)


def _run(
    found: Iterable[Source],
    newsroom: Newsroom,
    outputs: Outputs,
    progress: Progress,
    date: dt.date | None,
    document_id: str | None,
) -> int:
    """Check every source in order; the exit code."""
    summary = Summary()
    problems = list(newsroom.plugin_problems())
    failed = broken = False
    for source in found:
        progress.step()
        desk = newsroom.desk_for(source.path)
        done = edited(source, desk, date, document_id or newsroom.identity(source.path))
        summary = summary.plus(done.report)
        problems += done.problems
        failed |= _fails(done.report, desk.config.fail_on)
        broken |= done.report.error is not None
        progress.clear()
        _tell(done)
        outputs.file(done)
    for problem in problems:
        if problem.path is None:
            click.echo(f"factlint: {problem.message}", err=True)
    outputs.end(summary, problems)
    return 2 if broken or problems else int(failed)


def _fails(report: FileReport, fail_on: FailOn) -> bool:
    if fail_on == "never":
        return False
    least = Severity(fail_on).weight
    return any(Severity(finding.severity).weight >= least for finding in report.findings)


def _tell(done: Edited) -> None:
    """Say on standard error what kept the article from being read or fully checked."""
    error = done.report.error
    messages = [error.message] if error else []
    for message in (*messages, *(problem.message for problem in done.problems)):
        click.echo(f"factlint: {done.report.path}: {message}", err=True)
