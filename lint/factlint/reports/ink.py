"""Puts styled lines on paper: plain text anywhere, colour by rich where a terminal reads."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, Protocol, TextIO

from factlint.reports.printable import in_ascii

if TYPE_CHECKING:
    from rich.console import Console

ColorChoice = Literal["auto", "always", "never"]

Run = tuple[str, str]
"""Text and the name of its style."""

PLAIN_WIDTH = 100

_STYLES: Mapping[str, str] = {
    "path": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "suggestion": "bold cyan",
    "code": "dim",
    "mark": "bold",
    "quiet": "dim",
    "tick": "green",
    "text": "",
}


class Ink(Protocol):
    """Writes lines of styled text."""

    columns: int
    ascii_only: bool

    def line(self, *runs: Run) -> None:
        """Write one line."""


class PlainInk:
    """Lines without colour; in ASCII where the stream's encoding cannot hold more."""

    def __init__(self, out: TextIO, columns: int = PLAIN_WIDTH) -> None:
        self.out = out
        self.columns = columns
        self.ascii_only = not _holds_unicode(out)

    def line(self, *runs: Run) -> None:
        text = "".join(text for text, _ in runs).rstrip()
        self.out.write((in_ascii(text) if self.ascii_only else text) + "\n")


class ColourInk:
    """Lines in colour, as wide as the terminal."""

    def __init__(self, console: Console, ascii_only: bool) -> None:
        self.console = console
        self.columns = max(40, console.width - 1)
        self.ascii_only = ascii_only

    def line(self, *runs: Run) -> None:
        from rich.text import Text

        shown = ((in_ascii(text) if self.ascii_only else text, _STYLES[style]) for text, style in runs)
        self.console.print(Text.assemble(*shown), soft_wrap=True)


def ink_for(out: TextIO, color: ColorChoice = "auto") -> Ink:
    """Plain, or in colour; as wide as the terminal if it is one.

    ``auto`` is colour when a terminal reads that knows colours and ``NO_COLOR`` is not set.
    """
    watched = out.isatty()
    if color != "always" and not watched:
        return PlainInk(out)
    from rich.console import Console

    plain = color == "never" or (color == "auto" and bool(os.environ.get("NO_COLOR")))
    console = Console(
        file=out,
        highlight=False,
        markup=False,
        emoji=False,
        no_color=plain,
        force_terminal=True if color == "always" else None,
        width=None if watched else PLAIN_WIDTH,
    )
    if plain or (color == "auto" and console.is_dumb_terminal):
        return PlainInk(out, max(40, console.width - 1))
    return ColourInk(console, not _holds_unicode(out))


def _holds_unicode(out: TextIO) -> bool:
    return (out.encoding or "ascii").lower().replace("-", "").startswith(("utf", "gb18030"))
