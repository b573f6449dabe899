"""``factlint schema``: the JSON Schema of the JSON report."""

from __future__ import annotations

import sys

import click

from factlint.reports.json import schema


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema of the JSON report."""
    sys.stdout.buffer.write(schema())
