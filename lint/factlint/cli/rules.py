"""``factlint rules``: the rules that are installed."""

from __future__ import annotations

import sys
from typing import Any

import click

from factlint.catalogue import catalogue
from factlint.cli.reading import show, show_json
from factlint.page import summary
from factlint.registry import family, installed
from factlint.reports.table import table
from factlint.rule import Rule


@click.command(name="rules")
@click.option(
    "--format", "format_name", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True
)
def command(format_name: str) -> int:
    """List the rules, those of plug-ins included."""
    registry = installed()
    if format_name == "json":
        show_json([_described(rule) for rule in registry.rules])
    elif format_name == "markdown":
        sys.stdout.buffer.write(catalogue(registry.rules).encode())
    else:
        rows = [(rule.code, rule.name, rule.severity.value, summary(rule)) for rule in registry.rules]
        show(table(("code", "name", "severity", "what it reports"), rows))
    for problem in registry.problems:
        click.echo(f"factlint: {problem.message}", err=True)
    return 2 if registry.problems else 0


def _described(rule: type[Rule]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": family(rule.code),
        "severity": rule.severity,
        "aliases": rule.aliases,
        "since": rule.since,
        "summary": summary(rule),
        "options": rule.options,
        "module": rule.__module__,
    }
