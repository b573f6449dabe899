"""The reports of a run: one on standard output, any number in files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import BinaryIO, Self, TextIO, cast

from factlint.desk import Edited
from factlint.problem import Problem, SettingsError
from factlint.report import Summary
from factlint.reports.writer import Writer


class Outputs:
    """Hands every article to every report. Files are written beside their place and renamed at the end."""

    def __init__(self, format_name: str, files: Sequence[tuple[str, str]]) -> None:
        self._format = format_name
        self._files = files
        self._writers: list[Writer] = []
        self._drafts = ExitStack()

    def __enter__(self) -> Self:
        """Raises SettingsError when a file cannot be written."""
        with ExitStack() as drafts:
            self._writers = [_stdout_writer(self._format)]
            for format_name, path in self._files:
                self._writers.append(_file_writer(format_name, drafts.enter_context(WholeFile(path))))
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


class WholeFile:
    """A file that takes its place only once it is complete; an error before that leaves what was there."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._draft = f"{path}.{os.getpid()}.part"
        self._out: BinaryIO | None = None

    def __enter__(self) -> BinaryIO:
        try:
            if os.path.isdir(self._path):
                raise IsADirectoryError(None, "is a folder")
            self._out = open(self._draft, "wb")
        except OSError as error:
            raise SettingsError(f"{self._path}: the report cannot be written: {error.strerror}.") from None
        return self._out

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        assert self._out is not None
        try:
            self._out.close()
            if kind is None:
                os.replace(self._draft, self._path)
        except OSError as error:
            raise SettingsError(f"{self._path}: the report cannot be written: {error.strerror}.") from None
        finally:
            if os.path.exists(self._draft):
                os.unlink(self._draft)


def _stdout_writer(format_name: str) -> Writer:
    if format_name == "json":
        return _json_writer(sys.stdout.buffer)
    from factlint.reports.ink import ink_for
    from factlint.reports.terminal import TerminalWriter

    return TerminalWriter(ink_for(sys.stdout, no_colour=bool(os.environ.get("NO_COLOR"))))


def _file_writer(format_name: str, out: BinaryIO) -> Writer:
    if format_name == "json":
        return _json_writer(out)
    from io import TextIOWrapper

    from factlint.reports.ink import PlainInk
    from factlint.reports.terminal import TerminalWriter

    text = TextIOWrapper(out, encoding="utf-8", newline="\n", write_through=True)
    return TerminalWriter(PlainInk(cast(TextIO, text)))


def _json_writer(out: BinaryIO) -> Writer:
    from factlint.reports.json import JsonWriter

    return JsonWriter(out)
