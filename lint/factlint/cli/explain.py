"""``factlint explain``: the page of a rule."""

from __future__ import annotations

import click

from factlint.cli.reading import show
from factlint.page import page
from factlint.registry import installed


@click.command(name="explain")
@click.argument("code")
def command(code: str) -> None:
    """Show the page of a rule with its examples. CODE is a code, a name or an alias."""
    show(page(installed().find(code)))
