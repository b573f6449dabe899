"""``factlint clean``: deletes the cache."""

from __future__ import annotations

import click

from factlint.cache import FOLDER, clear
from factlint.cli.newsroom import Newsroom, Overrides
from factlint.cli.reading import show
from factlint.problem import SettingsError
from factlint.reports.wording import counted


@click.command(name="clean")
@click.argument("path", type=click.Path(), default=".")
def command(path: str) -> None:
    """Delete the cache that is used for PATH, by default the current folder."""
    home = Newsroom(Overrides()).home(path)
    try:
        count = clear(home)
    except OSError as error:
        raise SettingsError(f"{error.filename}: cannot be deleted: {error.strerror}.") from None
    show([f"{home}/{FOLDER}: {counted(count, 'result')} deleted"])
