"""GitLab's Code Quality report: a JSON array of issues, shown on the lines of a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO, Literal

import msgspec

from factlint.digest import blake2b
from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import SeverityName, Summary
from factlint.reports.listing import Listing
from factlint.reports.wording import explanation, other_places

Level = Literal["info", "minor", "major", "critical", "blocker"]

_LEVELS: Mapping[SeverityName, Level] = {"error": "critical", "warning": "major", "suggestion": "info"}


class Lines(msgspec.Struct, frozen=True):
    begin: int
    end: int


class Location(msgspec.Struct, frozen=True):
    path: str
    lines: Lines


class Issue(msgspec.Struct, frozen=True):
    """One entry of the report; ``fingerprint`` is unlike that of every other entry."""

    description: str
    check_name: str
    fingerprint: str
    severity: Level
    location: Location


class GitLabWriter:
    """Writes issues as they come. What is no finding stands as a blocker at the first line of its file."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.out.write(b"[")
        self._issues = Listing(out)

    def file(self, edited: Edited) -> None:
        report = edited.report
        if report.error:
            self._add(_blocker(report.path, report.error.kind, report.error.message))
        for finding in report.findings:
            description = " ".join((*explanation(finding), *(f"({place})" for place in other_places(finding))))
            lines = Lines(finding.span.line, finding.span.end_line)
            self._add(
                Issue(
                    description=description,
                    check_name=f"{finding.code} {finding.rule}",
                    fingerprint=_digest(report.path, finding.fingerprint),
                    severity=_LEVELS[finding.severity],
                    location=Location(report.path, lines),
                )
            )

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self._add(_blocker(problem.path or "factlint", problem.kind, problem.message))
        self.out.write(b"\n]\n")
        self.out.flush()

    def _add(self, issue: Issue) -> None:
        self._issues.add(msgspec.json.encode(issue))


def _blocker(path: str, kind: str, message: str) -> Issue:
    return Issue(message, f"factlint {kind}", _digest(path, kind, message), "blocker", Location(path, Lines(1, 1)))


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
