"""The report: what was found in a run, as plain values. The JSON report is these structs, field by field.

The reference ``lint/REPORT.md`` and the descriptions in the JSON Schema are taken from the docstrings here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from factlint.problem import Problem

SCHEMA_VERSION: Literal[1] = 1

SeverityName = Literal["error", "warning", "suggestion"]
FigureStatus = Literal["confirmed", "contradicted", "unchecked"]


class Span(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of the source file. Offsets count code points of the decoded file; ends are exclusive.

    The last three are there only where the source is a CMS payload and the stretch lies within one of its fields.
    """

    start: int
    """The first code point, counted from 0."""
    end: int
    """The code point after the last: ``source[start:end]`` is the quote."""
    line: int
    """The line of the first code point, counted from 1."""
    column: int
    """Its column, in code points counted from 1."""
    end_line: int
    """The line of ``end``."""
    end_column: int
    """The column of ``end``."""
    field: str | None = None
    """The path of the payload's field: its keys joined by dots, elements of arrays by number from 0."""
    field_start: int | None = None
    """The first code point in the field's value, escapes of JSON resolved; markup in the value counts."""
    field_end: int | None = None
    """The code point after the last in the field's value."""


class Related(msgspec.Struct, frozen=True):
    """Another place that the finding rests on."""

    message: str
    """Why to look there; may be empty."""
    span: Span
    """Where it stands."""
    quote: str
    """What the source prints there."""


class Evidence(msgspec.Struct, frozen=True):
    """What the finding rests on, in words. Any of it may be empty."""

    stated: str
    """What the text states."""
    expected: str
    """What follows from its other figures."""
    formula: str
    """The arithmetic."""
    readings: tuple[str, ...]
    """The readings that were tried, where the words have more than one."""
    repair: str
    """What would make it true, where something simple would."""


class FixReport(msgspec.Struct, frozen=True):
    """A replacement for the finding's span."""

    replacement: str
    """What to print instead."""
    safe: bool
    """Whether it changes typography only, and no statement."""


class FindingReport(msgspec.Struct, frozen=True):
    """One finding at its place in the source."""

    code: str
    """The code of the rule, such as ``PCT001``."""
    rule: str
    """The name of the rule, such as ``share-mismatch``."""
    severity: SeverityName
    """How certain the fault is."""
    message: str
    """One sentence for the editor."""
    span: Span
    """Where it stands."""
    quote: str
    """What the source prints there, markup and escapes included."""
    related: tuple[Related, ...]
    """The other places that the finding rests on."""
    evidence: Evidence
    """What the finding rests on."""
    fix: FixReport | None
    """A replacement, where there is one."""
    fingerprint: str
    """The same after the paragraph has moved, another after the sentence has changed."""


class FigureReport(msgspec.Struct, frozen=True):
    """One figure of the text, and whether the article itself bears it out."""

    span: Span
    """Where it stands."""
    quote: str
    """What the source prints there, markup and escapes included."""
    kind: str
    """What kind of figure it is, such as ``count``, ``money`` or ``percent``."""
    status: FigureStatus
    """``confirmed`` by other figures, ``contradicted`` by a finding, or ``unchecked``: nothing to compare it with."""
    by: tuple[str, ...]
    """The codes of the rules that gave the status."""


class FileError(msgspec.Struct, frozen=True):
    """Why a file could not be read."""

    kind: str
    """For programs, such as ``missing``, ``encoding``, ``json``, ``payload`` or ``too-large``."""
    message: str
    """For people, with line and column where they are known."""


class FileReport(msgspec.Struct, frozen=True):
    """One article: its findings in the order of the text, and every figure."""

    path: str
    """The path as it was given."""
    document_id: str | None
    """The id of the document, which is part of its fingerprints."""
    format: str | None
    """text, markdown, html or json; null where the file could not be read."""
    encoding: str | None
    """The encoding that was found; null where the file could not be read."""
    date: str | None
    """The article's date (ISO), against which ``last year`` is read."""
    error: FileError | None
    """Why the file could not be read; null where it was."""
    findings: tuple[FindingReport, ...] = ()
    """What is wrong, in the order of the text."""
    figures: tuple[FigureReport, ...] = ()
    """Every figure, in the order of the text."""


class FindingCounts(msgspec.Struct, frozen=True):
    """Findings by severity."""

    error: int = 0
    """Certain contradictions."""
    warning: int = 0
    """Contradictions under the likely reading."""
    suggestion: int = 0
    """Places worth a look."""


class FigureCounts(msgspec.Struct, frozen=True):
    """Figures by status."""

    total: int = 0
    """All figures."""
    confirmed: int = 0
    """Those that other figures bear out."""
    contradicted: int = 0
    """Those that a finding contradicts."""
    unchecked: int = 0
    """The rest."""


class Summary(msgspec.Struct, frozen=True):
    """Counts over all files."""

    files: int = 0
    """Articles, those included that could not be read."""
    findings: FindingCounts = FindingCounts()
    """Findings by severity."""
    figures: FigureCounts = FigureCounts()
    """Figures by status."""

    def plus(self, file: FileReport) -> Summary:
        """The counts with one more file."""
        return Summary(self.files + 1, _more_findings(self.findings, file), _more_figures(self.figures, file))


class Tool(msgspec.Struct, frozen=True):
    """The program that wrote the report."""

    name: str
    """``factlint``."""
    version: str
    """Its version."""


class Report(msgspec.Struct, frozen=True):
    """A whole run."""

    schema_version: Literal[1]
    """The version of this contract. Within one version fields are added, never removed or given another type."""
    tool: Tool
    """The program that wrote the report."""
    summary: Summary
    """Counts over all files."""
    problems: tuple[Problem, ...]
    """What kept plug-ins, rules or settings from being used; what kept files from it stands at the file."""
    files: tuple[FileReport, ...]
    """The articles, sorted by path."""


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
