"""The JSON report: the structs of ``factlint.report``, field by field, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import Report, Summary, report_of, tool


def encode(report: Report) -> bytes:
    """The report as one line of JSON; the same report gives the same bytes."""
    return msgspec.json.encode(report) + b"\n"


class JsonWriter:
    """Keeps the encoded files, since the summary stands before them, and writes one object at the end."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self._files: list[bytes] = []

    def file(self, edited: Edited) -> None:
        self._files.append(msgspec.json.encode(edited.report))

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        head = msgspec.structs.replace(report_of((), problems), tool=tool(), summary=summary)
        before, after = msgspec.json.encode(head).rsplit(b"[]", 1)
        self.out.write(before + b"[")
        for index, file in enumerate(self._files):
            self.out.write(b"\n" + file if index == 0 else b",\n" + file)
        self.out.write(b"]" + after + b"\n")
        self.out.flush()
