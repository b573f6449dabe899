"""One JSON object a line, for programs that read line by line: findings, unreadable files, problems, the counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import FileError, FindingReport, Summary


class FindingLine(msgspec.Struct, frozen=True, tag_field="type", tag="finding"):
    """One finding, as the JSON report has it, with its article."""

    path: str
    document_id: str | None
    finding: FindingReport


class UnreadableLine(msgspec.Struct, frozen=True, tag_field="type", tag="unreadable"):
    """A file that could not be read."""

    path: str
    document_id: str | None
    error: FileError


class ProblemLine(msgspec.Struct, frozen=True, tag_field="type", tag="problem"):
    """What went wrong with a plug-in, a rule or a setting."""

    problem: Problem


class SummaryLine(msgspec.Struct, frozen=True, tag_field="type", tag="summary"):
    """The last line: the counts of the run."""

    summary: Summary


Line = FindingLine | UnreadableLine | ProblemLine | SummaryLine


class JsonLinesWriter:
    """Writes every line as soon as it is known."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out

    def file(self, edited: Edited) -> None:
        report = edited.report
        if report.error:
            self._write(UnreadableLine(report.path, report.document_id, report.error))
        for finding in report.findings:
            self._write(FindingLine(report.path, report.document_id, finding))

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self._write(ProblemLine(problem))
        self._write(SummaryLine(summary))
        self.out.flush()

    def _write(self, line: Line) -> None:
        self.out.write(msgspec.json.encode(line) + b"\n")
