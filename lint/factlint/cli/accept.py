"""``factlint accept``: findings that an editor has checked and that are right."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from typing import Any

import click

from factlint.accepted import ABOUT, FILE, Acceptance, acceptance
from factlint.cli.arguments import ARTICLE_DATE, DOCUMENT_ID, ENCODING, MAX_SIZE
from factlint.cli.newsroom import Newsroom, Overrides
from factlint.cli.reading import show
from factlint.cli.running import Run, Wishes
from factlint.cli.sources import Source
from factlint.ledger import known, write_ledger
from factlint.problem import SettingsError
from factlint.proof import Edited
from factlint.registry import installed
from factlint.report import FindingReport
from factlint.reports.wording import counted


@click.command(name="accept")
@click.argument("path", type=click.Path())
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--reason", required=True, help="Why the figures are right: for whoever reads the file.")
@click.option("--line", type=click.IntRange(min=1), help="Only findings on this line of the article.")
@click.option("--prune", is_flag=True, help="Also forget what was accepted in the article and is no longer found.")
@click.option("--config", type=click.Path(), help="The configuration file, instead of the nearest to the article.")
@DOCUMENT_ID
@ENCODING
@ARTICLE_DATE
@MAX_SIZE
def command(
    path: str,
    codes: tuple[str, ...],
    reason: str,
    line: int | None,
    prune: bool,
    document_id: str | None,
    date: dt.date | None,
    **overrides: Any,
) -> None:
    """Accept the findings of one article, those of the given CODEs (codes, families or names) or all.

    They are written to factlint.accepted.json beside the configuration or at the top of the repository. An accepted
    finding returns when its sentence changes.
    """
    if not reason.strip():
        raise SettingsError("--reason is empty. Say why the figures are right.")
    wanted = installed().matching(codes or ("all",))
    newsroom = Newsroom(Overrides(**overrides))
    edited = _edited(newsroom, path, Wishes(date, document_id, cached=False))
    place = os.path.join(newsroom.home(path), FILE)
    before = {entry.fingerprint: entry for entry in known(place, Acceptance)}
    new = [
        found for found in edited.report.findings if _is_meant(found, wanted, line) and found.fingerprint not in before
    ]
    stale = _stale(edited, before.values()) if prune else []
    if not new and not stale:
        raise SettingsError(f"{path}: there is no finding to accept{_told(codes, line)}.")
    kept = [entry for entry in before.values() if entry not in stale]
    write_ledger(place, ABOUT, (*kept, *(acceptance(edited, found, " ".join(reason.split())) for found in new)))
    show([f"accepted {one.code} at line {one.span.line}: {one.quote}" for one in new])
    show([f"{counted(len(stale), 'acceptance')} that no longer applied forgotten"] if stale else [])


def _edited(newsroom: Newsroom, path: str, wishes: Wishes) -> Edited:
    if not os.path.isfile(path):
        raise SettingsError(f"{path}: there is no such file.")
    source = Source(os.path.normpath(path).replace(os.sep, "/"))
    ((_, edited),) = Run(newsroom, [source], wishes).checked()
    if edited.report.error:
        raise SettingsError(f"{path}: {edited.report.error.message}")
    return edited


def _is_meant(found: FindingReport, wanted: frozenset[str], line: int | None) -> bool:
    on_line = line is None or found.span.line <= line <= found.span.end_line
    return found.code in wanted and on_line and not found.code.startswith("SUP")


def _stale(edited: Edited, entries: Iterable[Acceptance]) -> list[Acceptance]:
    present = {found.fingerprint for found in edited.report.findings}
    own = edited.report.document_id
    return [entry for entry in entries if entry.document_id == own and entry.fingerprint not in present]


def _told(codes: Sequence[str], line: int | None) -> str:
    return (f" of {', '.join(codes)}" if codes else "") + (f" on line {line}" if line else "")
