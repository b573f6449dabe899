"""Annotations on the lines of a change, as workflow commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import FileReport, FindingReport, SeverityName, Summary
from factlint.reports.printable import safe
from factlint.reports.wording import explanation, other_places

_COMMANDS: Mapping[SeverityName, str] = {"error": "error", "warning": "warning", "suggestion": "notice"}


class GitHubWriter:
    """Writes one command for each finding, file that could not be read, and problem."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out

    def file(self, edited: Edited) -> None:
        report = edited.report
        if report.error:
            self._write("error", {"file": report.path, "title": "factlint cannot read this"}, report.error.message)
        for finding in report.findings:
            self._finding(report, finding)

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        for problem in problems:
            properties = {"file": problem.path} if problem.path else {}
            self._write("error", {**properties, "title": f"factlint: {problem.kind}"}, problem.message)
        self.out.flush()

    def _finding(self, report: FileReport, finding: FindingReport) -> None:
        span = finding.span
        properties = {"file": report.path, "line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            # GitHub takes columns only within one line.
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
        properties["title"] = f"{finding.code} {finding.rule}"
        lines = (*explanation(finding), *other_places(finding))
        self._write(_COMMANDS[finding.severity], properties, "\n".join(safe(line) for line in lines))

    def _write(self, command: str, properties: Mapping[str, str], message: str) -> None:
        told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        self.out.write(f"::{command} {told}::{_data(message)}\n".encode())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
