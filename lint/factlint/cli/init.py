"""``factlint init``: a configuration to begin with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from factlint.cli.reading import show
from factlint.problem import SettingsError
from factlint.whole import WholeFile

FILE = "factlint.toml"
_STARTER = Path(__file__).parent.parent / "data" / "starter.toml"


@click.command(name="init")
@click.argument("folder", type=click.Path(), default=".")
def command(folder: str) -> None:
    """Write a configuration with comments into FOLDER, by default the current one."""
    place = os.path.join(folder, FILE)
    if os.path.exists(place):
        raise SettingsError(f"{place}: is there already. factlint config shows what it sets.")
    with WholeFile(place) as out:
        out.write(_STARTER.read_bytes())
    show([f"{place}: written"])
