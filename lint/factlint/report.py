"""The report: what was found in a run, as plain values. The JSON report is these structs, field by field.

Offsets are code points of the decoded source file, ``end`` exclusive; lines and columns start at 1.
``source[span.start:span.end] == quote`` for everything that has both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from factlint.problem import Problem

SCHEMA_VERSION: Literal[1] = 1

SeverityName = Literal["error", "warning", "suggestion"]
FigureStatus = Literal["confirmed", "contradicted", "unchecked"]


class Span(msgspec.Struct, frozen=True):
    """A stretch of the source file; ``end``, and ``end_column`` on ``end_line``, are exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Related(msgspec.Struct, frozen=True):
    """Another place that the finding rests on, and why to look there."""

    message: str
    span: Span
    quote: str


class Evidence(msgspec.Struct, frozen=True):
    """What the text states, what follows from its other figures, the arithmetic in words, and the readings tried."""

    stated: str
    expected: str
    formula: str
    readings: tuple[str, ...]
    repair: str
    """What would make it true, where something simple would; else empty."""


class FixReport(msgspec.Struct, frozen=True):
    """A replacement for the span; ``safe`` only for typography."""

    replacement: str
    safe: bool


class FindingReport(msgspec.Struct, frozen=True):
    """One finding at its place in the source."""

    code: str
    rule: str
    severity: SeverityName
    message: str
    span: Span
    quote: str
    related: tuple[Related, ...]
    evidence: Evidence
    fix: FixReport | None
    fingerprint: str


class FigureReport(msgspec.Struct, frozen=True):
    """One figure of the text and whether the article itself bears it out; ``by`` names the rules."""

    span: Span
    quote: str
    kind: str
    status: FigureStatus
    by: tuple[str, ...]


class FileError(msgspec.Struct, frozen=True):
    """Why a file could not be read. ``line`` and ``column`` are in the message where known."""

    kind: str
    message: str


class FileReport(msgspec.Struct, frozen=True):
    """One article: its findings in the order of the text, and every figure."""

    path: str
    document_id: str | None
    format: str | None
    encoding: str | None
    date: str | None
    """The article's date (ISO), against which ``last year`` is read."""
    error: FileError | None
    findings: tuple[FindingReport, ...] = ()
    figures: tuple[FigureReport, ...] = ()


class FindingCounts(msgspec.Struct, frozen=True):
    error: int = 0
    warning: int = 0
    suggestion: int = 0


class FigureCounts(msgspec.Struct, frozen=True):
    total: int = 0
    confirmed: int = 0
    contradicted: int = 0
    unchecked: int = 0


class Summary(msgspec.Struct, frozen=True):
    """Counts over all files."""

    files: int = 0
    findings: FindingCounts = FindingCounts()
    figures: FigureCounts = FigureCounts()

    def plus(self, file: FileReport) -> Summary:
        """The counts with one more file."""
        return Summary(self.files + 1, _more_findings(self.findings, file), _more_figures(self.figures, file))


class Tool(msgspec.Struct, frozen=True):
    name: str
    version: str


class Report(msgspec.Struct, frozen=True):
    """A whole run. ``problems`` are those of plug-ins, rules and settings; those of files stand at the file."""

    schema_version: Literal[1]
    tool: Tool
    summary: Summary
    problems: tuple[Problem, ...]
    files: tuple[FileReport, ...]


def tool() -> Tool:
    from factlint import __version__

    return Tool("factlint", __version__)


def report_of(files: Iterable[FileReport], problems: Iterable[Problem] = ()) -> Report:
    """A report over files, which are sorted by path."""
    ordered = tuple(sorted(files, key=lambda file: file.path))
    summary = Summary()
    for file in ordered:
        summary = summary.plus(file)
    return Report(SCHEMA_VERSION, tool(), summary, tuple(problems), ordered)


def _more_findings(counts: FindingCounts, file: FileReport) -> FindingCounts:
    error, warning, suggestion = (
        sum(finding.severity == severity for finding in file.findings)
        for severity in ("error", "warning", "suggestion")
    )
    return FindingCounts(counts.error + error, counts.warning + warning, counts.suggestion + suggestion)


def _more_figures(counts: FigureCounts, file: FileReport) -> FigureCounts:
    confirmed = sum(figure.status == "confirmed" for figure in file.figures)
    contradicted = sum(figure.status == "contradicted" for figure in file.figures)
    return FigureCounts(
        counts.total + len(file.figures),
        counts.confirmed + confirmed,
        counts.contradicted + contradicted,
        counts.unchecked + len(file.figures) - confirmed - contradicted,
    )
