"""One line for each finding, as compilers and editors print them: ``story.md:3:14: error PCT001 ...``."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import Summary
from factlint.reports.ink import Ink
from factlint.reports.printable import safe
from factlint.reports.wording import summed_up


class ConciseWriter:
    """Writes findings as they come, and the counts at the end."""

    def __init__(self, ink: Ink, quiet: bool = False) -> None:
        """``quiet`` leaves out the counts."""
        self.ink = ink
        self._quiet = quiet
        self._unread = 0

    def file(self, edited: Edited) -> None:
        self._unread += edited.report.error is not None
        path = safe(edited.report.path)
        for finding in edited.report.findings:
            self.ink.line(
                (f"{path}:{finding.span.line}:{finding.span.column}: ", "path"),
                (finding.severity, finding.severity),
                (f" {finding.code} ", "code"),
                (safe(finding.message), "text"),
            )

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        if not self._quiet:
            self.ink.line((summed_up(summary, self._unread), "quiet"))
