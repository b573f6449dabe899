"""How often each rule found something, most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import Summary
from factlint.reports.ink import Ink
from factlint.reports.table import table
from factlint.reports.wording import SEVERITIES, summed_up


class StatisticsWriter:
    """Counts the findings of each rule and severity, and writes a table at the end."""

    def __init__(self, ink: Ink, quiet: bool = False) -> None:
        """``quiet`` leaves out the line with the counts."""
        self.ink = ink
        self._quiet = quiet
        self._unread = 0
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._articles: Counter[tuple[str, str, str]] = Counter()

    def file(self, edited: Edited) -> None:
        self._unread += edited.report.error is not None
        found = [(one.code, one.rule, one.severity) for one in edited.report.findings]
        self._counts.update(found)
        self._articles.update(set(found))

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        ordered = sorted(self._counts, key=lambda kind: (-self._counts[kind], kind[0], SEVERITIES.index(kind[2])))
        if ordered:
            rows = [(f"{self._counts[kind]:,}", f"{self._articles[kind]:,}", *kind) for kind in ordered]
            for line in table(("findings", "articles", "code", "rule", "severity"), rows):
                self.ink.line((line, "text"))
        if not self._quiet:
            self.ink.line((summed_up(summary, self._unread), "path"))
