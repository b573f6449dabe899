"""From what was found in an article to its entry in the report: clean offsets become places in the source."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.article.article import Article
from factlint.finding import Finding, Place
from factlint.fingerprint import fingerprints
from factlint.places import Places
from factlint.proof import Proof
from factlint.report import Evidence, FigureReport, FileReport, FindingReport, FixReport, Related, Span
from factlint.tick import Tick


def file_report(proof: Proof, path: str, document_id: str | None) -> FileReport:
    """The report on one article that was read and checked."""
    article = proof.article
    places = Places(article)
    return FileReport(
        path=path,
        document_id=document_id,
        format=article.source.format,
        encoding=article.source.encoding,
        date=article.date.isoformat() if article.date else None,
        error=None,
        findings=finding_reports(article, proof.findings, document_id, places),
        figures=tuple(_figure(tick, places) for tick in proof.ticks),
    )


def finding_reports(
    article: Article, findings: Iterable[Finding], document_id: str | None, places: Places | None = None
) -> tuple[FindingReport, ...]:
    """Findings at their places in the source, each with its fingerprint."""
    found = tuple(findings)
    marks = fingerprints(article, found, document_id)
    places = places or Places(article)
    return tuple(_finding(finding, mark, places) for finding, mark in zip(found, marks, strict=True))


def finding_span(finding: Finding, places: Places) -> Span:
    """The span of the source that a finding points at."""
    if finding.outside is None:
        return places.span(finding.place.start, finding.place.end)
    start, end = finding.outside
    return Span(start, end, *places.position(start), *places.position(end))


def _finding(finding: Finding, mark: str, places: Places) -> FindingReport:
    span = finding_span(finding, places)
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
    span = places.span(tick.start, tick.end)
    return FigureReport(span, places.quote(span), tick.kind, tick.status, tick.by)
