"""The command group: one module for each command, imported when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from factlint import __version__
from factlint.cli.ending import ended, failed
from factlint.nearest import did_you_mean

_COMMANDS: Mapping[str, str] = {
    "accept": "Accept findings that were checked and are right, with a reason.",
    "baseline": "Write the findings that are there to a file, so that only new ones count.",
    "check": "Check articles and report what cannot be true.",
    "claims": "Show what was understood of one article, figure by figure.",
    "clean": "Delete the cache.",
    "config": "Show the settings that hold for a path, and where they come from.",
    "explain": "Show the page of a rule with its examples.",
    "figures": "Show every figure that was found in one article.",
    "init": "Write a configuration with comments.",
    "rules": "List the rules.",
    "schema": "Print the JSON Schema of the JSON report.",
    "test": "Run the examples of rules, the installed ones or your own.",
}


class Commands(click.Group):
    """Lists the commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"factlint.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"there is no command {args[0]!r}.{did_you_mean(args[0], _COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="factlint %(version)s")
def group() -> None:
    """The fact-checking and consistency linter for automotive news.

    Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 bad usage, settings or input.
    """


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every error becomes a line on standard error."""
    return ended(lambda: _invoked(arguments))


def _invoked(arguments: list[str]) -> int:
    try:
        with group.make_context("factlint", arguments) as context:
            code = group.invoke(context)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        hint = f" Try '{error.ctx.command_path} --help'." if error.ctx else ""
        return failed(error.format_message() + hint)
    except click.ClickException as error:
        return failed(error.format_message())
    except click.Abort:
        raise KeyboardInterrupt from None
