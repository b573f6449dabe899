"""The report that an editor reads: the sentence, the figure underlined, the other places, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.article.article import Article
from factlint.finding import Finding, Place
from factlint.problem import Problem
from factlint.proof import Edited, Proof
from factlint.report import FileReport, FindingReport, Summary
from factlint.reports.excerpt import Mark, excerpt, wrapped
from factlint.reports.ink import Ink
from factlint.reports.passage import Passage, passage_of
from factlint.reports.printable import safe, shortened, width
from factlint.reports.wording import counted, explanation, figures_told, summed_up

INDENT = "    "


class TerminalWriter:
    """Writes each article's findings as they come, and the counts at the end."""

    def __init__(self, ink: Ink, quiet: bool = False) -> None:
        """``quiet`` leaves out ticks and counts."""
        self.ink = ink
        self._quiet = quiet
        self._unread = 0

    def file(self, edited: Edited) -> None:
        self._unread += edited.report.error is not None
        if edited.proof is None:
            return
        for finding, reported in zip(edited.proof.findings, edited.report.findings, strict=True):
            self._finding(edited, edited.proof.article, finding, reported)
        if not self._quiet:
            self._ticks(edited.report, edited.proof)

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        if self._quiet:
            return
        if summary.files == self._unread:
            self.ink.line((summed_up(summary, self._unread), "path"))
            return
        self.ink.line((summed_up(summary, self._unread), "path"), (f" {figures_told(summary)}", "text"))

    def _finding(self, edited: Edited, article: Article, finding: Finding, reported: FindingReport) -> None:
        span = reported.span
        self.ink.line(
            (f"{safe(edited.report.path)}:{span.line}:{span.column}", "path"),
            ("  ", "text"),
            (reported.severity, reported.severity),
            (f" {reported.code} {reported.rule}", "code"),
        )
        own = passage_of(article, finding.place)
        others = _by_passage(article, finding.because)
        if finding.outside:
            self._paragraph(" ".join(reported.quote.split()))
        else:
            underlined = [(place, "-") for place in others.get(own, ())]
            self._excerpt(article, own, [(finding.place, "^"), *underlined], INDENT, lines=3, style=reported.severity)
        for paragraph in explanation(reported):
            self._paragraph(paragraph)
        lines = {place: related.span.line for place, related in zip(finding.because, reported.related, strict=True)}
        for passage, places in others.items():
            self._related(lines[places[0]], places)
            if passage != own:
                self._excerpt(article, passage, [(place, "-") for place in places], INDENT + INDENT, lines=2)
        self.ink.line()

    def _related(self, line: int, places: Iterable[Place]) -> None:
        quotes = [safe(place.quote) + (f" ({safe(place.note)})" if place.note else "") for place in places]
        self.ink.line((f"{INDENT}line {line}: ", "quiet"), ("; ".join(quotes), "text"))

    def _excerpt(
        self,
        article: Article,
        passage: Passage,
        places: Iterable[tuple[Place, str]],
        indent: str,
        lines: int,
        style: str = "mark",
    ) -> None:
        marks: list[Mark] = [(*passage.shown(place), mark) for place, mark in places]
        columns = self.ink.columns - len(indent)
        for line in excerpt(passage.text(article), marks, columns, lines=lines, ascii_only=self.ink.ascii_only):
            self.ink.line((indent + line, "text" if line.strip(" ^-") else style))

    def _paragraph(self, text: str) -> None:
        for line in wrapped(text, self.ink.columns - len(INDENT)):
            self.ink.line((INDENT + line, "text"))

    def _ticks(self, report: FileReport, proof: Proof) -> None:
        confirmed = [safe(tick.quote) for tick in proof.ticks if tick.status == "confirmed"]
        if confirmed:
            head = f"✓ {counted(len(confirmed), 'figure')} confirmed: "
            path = f"{safe(report.path)}  "
            room = max(30, self.ink.columns - width(path + head))
            self.ink.line((path, "path"), (head, "tick"), (shortened(", ".join(confirmed), room), "text"))
            self.ink.line()


def _by_passage(article: Article, places: Iterable[Place]) -> dict[Passage, list[Place]]:
    """The places by the passage that they stand in, in the order they were given."""
    grouped: dict[Passage, list[Place]] = {}
    for place in places:
        grouped.setdefault(passage_of(article, place), []).append(place)
    return grouped
