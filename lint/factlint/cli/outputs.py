"""The reports of a run: one on standard output, any number in files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import BinaryIO, Self, TextIO, cast

import msgspec

from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import Summary
from factlint.reports.formats import encoded_writer, inked, inked_writer
from factlint.reports.ink import ColorChoice
from factlint.reports.writer import Writer
from factlint.whole import WholeFile, WholeFolder


class Style(msgspec.Struct, frozen=True):
    """How the report on standard output looks."""

    format_name: str = "terminal"
    color: ColorChoice = "auto"
    quiet: bool = False
    statistics: bool = False


class Outputs:
    """Hands every article to every report. Files are written beside their place and renamed at the end."""

    def __init__(self, style: Style, files: Sequence[tuple[str, str]] = ()) -> None:
        self._style = style
        self._files = files
        self._writers: list[Writer] = []
        self._drafts = ExitStack()

    def __enter__(self) -> Self:
        """Raises SettingsError when a file cannot be written."""
        with ExitStack() as drafts:
            self._writers = [_stdout_writer(self._style)]
            self._writers += [_file_writer(format_name, path, drafts) for format_name, path in self._files]
            self._drafts = drafts.pop_all()
        return self

    def __exit__(self, *raised: object) -> bool | None:
        return self._drafts.__exit__(*raised)  # type: ignore[arg-type]

    def file(self, edited: Edited) -> None:
        for writer in self._writers:
            writer.file(edited)

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        told = tuple(problems)
        for writer in self._writers:
            writer.end(summary, told)


def _stdout_writer(style: Style) -> Writer:
    if not inked(style.format_name):
        return encoded_writer(style.format_name, sys.stdout.buffer)
    from factlint.reports.ink import ink_for

    ink = ink_for(sys.stdout, style.color)
    if style.statistics:
        from factlint.reports.statistics import StatisticsWriter

        return StatisticsWriter(ink, style.quiet)
    return inked_writer(style.format_name, ink, style.quiet)


def _file_writer(format_name: str, path: str, drafts: ExitStack) -> Writer:
    if format_name == "html" and (path.endswith(("/", os.sep)) or os.path.isdir(path)):
        from factlint.reports.html.writer import HtmlFolderWriter

        return HtmlFolderWriter(drafts.enter_context(WholeFolder(path)).write)
    out = drafts.enter_context(WholeFile(path))
    return encoded_writer(format_name, out) if not inked(format_name) else _plain_writer(format_name, out)


def _plain_writer(format_name: str, out: BinaryIO) -> Writer:
    from io import TextIOWrapper

    from factlint.reports.ink import PlainInk

    text = TextIOWrapper(out, encoding="utf-8", newline="\n", write_through=True)
    return inked_writer(format_name, PlainInk(cast(TextIO, text)))
