"""``factlint baseline``: the findings of an archive as it is, so that only new ones count."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import click

from factlint.baseline import ABOUT, FILE, entries_of
from factlint.cli.arguments import ENCODING, IGNORE, JOBS, MAX_SIZE, NO_CACHE, SELECT
from factlint.cli.newsroom import Newsroom, Overrides
from factlint.cli.reading import show
from factlint.cli.running import Run, Wishes, tell, tell_problems
from factlint.cli.sources import sources
from factlint.ledger import Entry, read_ledger, write_ledger
from factlint.reports.wording import counted


@click.command(name="baseline")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--output", type=click.Path(), help=f"The file.  [default: that of the configuration, or {FILE}]")
@click.option("--prune", is_flag=True, help="Add nothing: only take out of the file what is no longer found.")
@SELECT
@IGNORE
@click.option("--config", type=click.Path(), help="The configuration file, instead of the nearest to each article.")
@JOBS
@NO_CACHE
@ENCODING
@MAX_SIZE
def command(
    paths: tuple[str, ...], output: str | None, prune: bool, jobs: int, no_cache: bool, **overrides: Any
) -> int:
    """Write the findings that are there to a file, for factlint check --baseline.

    A finding is known by its fingerprint: it counts again once its sentence has changed.
    """
    newsroom = Newsroom(Overrides(**overrides))
    found = sources(paths or (".",), "-", lambda path: newsroom.config_for(path).excludes(path))
    place = output or newsroom.config_for(found[0].path if found else ".").baseline or FILE
    before = read_ledger(place, Entry) if prune else ()
    run = Run(newsroom, found, Wishes(jobs=jobs, cached=not no_cache, baselined=False))
    entries: list[Entry] = []
    documents: set[str | None] = set()
    broken = False
    for _, edited in run.edited():
        tell(edited)
        broken |= edited.report.error is not None
        documents.add(edited.report.document_id)
        entries += entries_of(edited)
    tell_problems(run.problems())
    if prune:
        root = os.path.dirname(os.path.abspath(place))
        entries, present = [], {entry.fingerprint for entry in entries}
        entries += (one for one in before if one.fingerprint in present or _elsewhere(one, documents, root))
    write_ledger(place, ABOUT, entries)
    show([_told(place, entries, before, prune)])
    return 2 if broken or run.problems() else 0


def _elsewhere(entry: Entry, checked: set[str | None], root: str) -> bool:
    """Whether an entry is about an article that is still there and was not looked at."""
    document = entry.document_id
    return document not in checked and document is not None and os.path.exists(os.path.join(root, document))


def _told(place: str, entries: Iterable[Entry], before: Iterable[Entry], prune: bool) -> str:
    kept = len(list(entries))
    if prune:
        return f"{place}: {counted(len(list(before)) - kept, 'finding')} taken out, {kept:,} left"
    return f"{place}: {counted(kept, 'finding')} written"
