"""``factlint schema``: the JSON Schema of the JSON report."""

from __future__ import annotations

import sys

import click

from factlint.contract import reference, schema


@click.command(name="schema")
@click.option("--format", "format_name", type=click.Choice(["json", "markdown"]), default="json", show_default=True,
              help="The schema, or a page that tells of every field.")  # fmt: skip
def command(format_name: str) -> None:
    """Print the JSON Schema of the JSON report."""
    sys.stdout.buffer.write(schema() if format_name == "json" else reference().encode())
