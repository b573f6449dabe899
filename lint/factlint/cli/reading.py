"""One article read and understood, for the commands that show how."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from factlint.article.decode import UnreadableError
from factlint.cli.newsroom import Newsroom, Overrides
from factlint.cli.sources import Source, content
from factlint.engine import understand
from factlint.problem import SettingsError
from factlint.reading import Reading
from factlint.reports.ink import PlainInk


def understood(
    path: str, stdin_filename: str, encoding: str | None, date: dt.date | None, max_size: int | None
) -> Reading:
    """Read and understand one file. Raises SettingsError when it cannot be read."""
    source = Source(stdin_filename, stdin=True) if path == "-" else Source(path)
    desk = Newsroom(Overrides(encoding=encoding, max_size=max_size)).desk_for(source.path)
    try:
        article = desk.read(content(source, desk.config.max_size), source.path, date=date)
    except UnreadableError as error:
        raise SettingsError(f"{source.path}: {error.message}") from None
    except OSError as error:
        raise SettingsError(f"{source.path}: {error.strerror or error}.") from None
    return understand(article)


def show(lines: Iterable[str]) -> None:
    """Print lines, in ASCII where standard output can hold no more."""
    ink = PlainInk(sys.stdout)
    for line in lines:
        ink.line((line, "text"))


def show_json(value: Any) -> None:
    """Print a value as indented JSON."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")
