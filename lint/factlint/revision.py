"""Second thoughts on an edited article: findings are withdrawn or added, and its ticks follow."""

from __future__ import annotations

from collections.abc import Container, Iterable

import msgspec

from factlint.assembly import finding_reports
from factlint.finding import Finding, Severity
from factlint.proof import Edited, Proof
from factlint.report import FigureReport, FindingReport
from factlint.tick import Tick, codes_at

replace = msgspec.structs.replace


def without(edited: Edited, withdrawn: Container[int]) -> Edited:
    """The article without the findings of these numbers; the fingerprints of the others stay."""
    if edited.proof is None:
        return edited
    pairs = zip(edited.proof.findings, edited.report.findings, strict=True)
    kept = [pair for number, pair in enumerate(pairs) if number not in withdrawn]
    if len(kept) == len(edited.report.findings):
        return edited
    return _with(edited, edited.proof, kept)


def with_added(edited: Edited, added: Iterable[Finding]) -> Edited:
    """The article with findings that contradict no figure, each in its place."""
    new = tuple(added)
    if edited.proof is None or not new:
        return edited
    reported = finding_reports(edited.proof.article, new, edited.report.document_id)
    pairs = [*zip(edited.proof.findings, edited.report.findings, strict=True), *zip(new, reported, strict=True)]
    return _with(edited, edited.proof, sorted(pairs, key=lambda pair: (pair[0].place.start, pair[1].span.start)))


def _with(edited: Edited, proof: Proof, pairs: list[tuple[Finding, FindingReport]]) -> Edited:
    findings = tuple(finding for finding, _ in pairs)
    ticks = _standing(proof.ticks, findings)
    figures = tuple(_figure(figure, tick) for figure, tick in zip(edited.report.figures, ticks, strict=True))
    report = replace(edited.report, findings=tuple(reported for _, reported in pairs), figures=figures)
    return replace(edited, report=report, proof=replace(proof, findings=findings, ticks=ticks))


def _standing(ticks: tuple[Tick, ...], findings: Iterable[Finding]) -> tuple[Tick, ...]:
    """The ticks as the findings that are left bear them out."""
    places = (
        (finding.code, place)
        for finding in findings
        if finding.severity is not Severity.SUGGESTION
        for place in (finding.place, *finding.because)
    )
    codes = codes_at(ticks, places)
    return tuple(_tick(tick, codes.get(number, set())) for number, tick in enumerate(ticks))


def _tick(tick: Tick, codes: set[str]) -> Tick:
    if tick.status != "contradicted":
        return tick
    left = tuple(code for code in tick.by if code in codes)
    if left:
        return replace(tick, by=left)
    if tick.otherwise:
        return replace(tick, status="confirmed", by=tick.otherwise, otherwise=())
    return replace(tick, status="unchecked", by=())


def _figure(figure: FigureReport, tick: Tick) -> FigureReport:
    if (figure.status, figure.by) == (tick.status, tick.by):
        return figure
    return replace(figure, status=tick.status, by=tick.by)
