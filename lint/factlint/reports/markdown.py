"""A comment for a pull request, in GitHub's Markdown: the findings by article, the counts on top."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from factlint.patterns import compiled
from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import FileReport, FindingReport, SeverityName, Summary
from factlint.reports.printable import safe
from factlint.reports.wording import counted, explanation, figures_told, found

LONGEST = 60_000
"""Characters of all articles together; GitHub refuses comments above 65,536."""

_SIGNS: Mapping[SeverityName, str] = {"error": "🔴", "warning": "🟡", "suggestion": "🔵"}
_SPECIAL = compiled(r"[\\`*_~\[\]<>&|$#]")
# What GitHub makes of @name, #12, :sign:, http:// and www. even behind a backslash.
_CALLS = compiled(r"(?<=[@#])(?=\w)|(?<=:)(?=[a-z0-9_+-]++:|//)|(?<=www)(?=\.)", re.I)
_BREAK = "\u2060"
"""A word joiner: prints nothing, and keeps those from becoming links and pictures."""


class MarkdownWriter:
    """Keeps the sections, since the counts stand before them."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self._sections: list[str] = []
        self._length = 0
        self._left_out = 0

    def file(self, edited: Edited) -> None:
        report = edited.report
        entries = list(_entries(report))
        if not entries:
            return
        self._keep(f"\n#### {escaped(report.path)}\n\n", 0)
        for entry in entries:
            self._keep(entry, 1)

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        lines = [f"### factlint: {found(summary.findings)}\n", "".join(self._sections)]
        if self._left_out:
            lines.append(f"\n… and {self._left_out:,} more.\n")
        told = [f"- **{escaped(problem.kind)}**: {escaped(problem.message)}\n" for problem in problems]
        if told:
            lines += ["\n#### Problems of the run\n\n", *told]
        lines.append(f"\n{counted(summary.files, 'file')} checked. {figures_told(summary)}\n")
        self.out.write("".join(lines).encode())
        self.out.flush()

    def _keep(self, text: str, entries: int) -> None:
        self._length += len(text)
        if self._length > LONGEST:
            self._left_out += entries
        else:
            self._sections.append(text)


def _entries(report: FileReport) -> Iterator[str]:
    if report.error:
        yield f"- 🔴 **unreadable**: {escaped(report.error.message)}\n"
    for finding in report.findings:
        yield _entry(finding)


def _entry(finding: FindingReport) -> str:
    head = f"- {_SIGNS[finding.severity]} **{finding.severity}** line {finding.span.line}: "
    told = " ".join(escaped(said) for said in explanation(finding))
    code = f" <sub>{escaped(finding.code)} {escaped(finding.rule)}</sub>\n"
    return head + told + code + "".join(_places(finding))


def _places(finding: FindingReport) -> Iterator[str]:
    for related in finding.related:
        note = f" ({escaped(related.message)})" if related.message else ""
        yield f"  - line {related.span.line}: {escaped(related.quote)}{note}\n"


def escaped(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or GitHub would read as more than text."""
    plain = _CALLS.sub(_BREAK, safe(" ".join(text.split())))
    return _SPECIAL.sub(lambda found: "\\" + found[0], plain)
