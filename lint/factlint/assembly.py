"""From what was found in an article to its entry in the report: clean offsets become places in the source."""

from __future__ import annotations

from factlint.engine import Checked
from factlint.finding import Finding, Place
from factlint.fingerprint import fingerprints
from factlint.places import Places
from factlint.report import Evidence, FigureReport, FileReport, FindingReport, FixReport, Related
from factlint.ticks import Tick


def file_report(checked: Checked, path: str, document_id: str | None) -> FileReport:
    """The report on one article that was read and checked."""
    article = checked.reading.article
    places = Places(article)
    marks = fingerprints(article, checked.findings, document_id)
    return FileReport(
        path=path,
        document_id=document_id,
        format=article.source.format,
        encoding=article.source.encoding,
        date=article.date.isoformat() if article.date else None,
        error=None,
        findings=tuple(_finding(found, mark, places) for found, mark in zip(checked.findings, marks, strict=True)),
        figures=tuple(_figure(tick, places) for tick in checked.ticks),
    )


def _finding(finding: Finding, mark: str, places: Places) -> FindingReport:
    span = places.span(finding.place.start, finding.place.end)
    fix = finding.fix
    return FindingReport(
        code=finding.code,
        rule=finding.rule,
        severity=finding.severity.value,
        message=finding.message,
        span=span,
        quote=places.quote(span),
        related=tuple(_related(place, places) for place in finding.because),
        evidence=Evidence(finding.stated, finding.expected, finding.formula, finding.readings, finding.repair),
        fix=FixReport(fix.replacement, fix.safe) if fix else None,
        fingerprint=mark,
    )


def _related(place: Place, places: Places) -> Related:
    span = places.span(place.start, place.end)
    return Related(place.note, span, places.quote(span))


def _figure(tick: Tick, places: Places) -> FigureReport:
    span = places.span(tick.figure.start, tick.figure.end)
    return FigureReport(span, places.quote(span), tick.figure.kind, tick.status, tick.by)
