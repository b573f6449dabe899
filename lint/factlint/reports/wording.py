"""What every report says in words: the counts of a run, and the reasons of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.report import FindingCounts, FindingReport, SeverityName, Summary

SEVERITIES: tuple[SeverityName, ...] = ("error", "warning", "suggestion")


def counted(count: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def found(counts: FindingCounts) -> str:
    """``2 errors, 1 warning``, or ``no findings``."""
    amounts = zip((counts.error, counts.warning, counts.suggestion), SEVERITIES, strict=True)
    return ", ".join(counted(count, severity) for count, severity in amounts if count) or "no findings"


def summed_up(summary: Summary, unread: int = 0) -> str:
    """The line that ends a run; ``unread`` of its files could not be read."""
    checked = summary.files - unread
    missing = f"{counted(unread, 'file')} could not be read"
    if not checked:
        return f"No file checked, {missing}." if unread else "No file checked."
    told = f"{counted(checked, 'file')} checked: {found(summary.findings)}"
    return f"{told}; {missing}." if unread else f"{told}."


def figures_told(summary: Summary) -> str:
    """How many figures the articles themselves bear out."""
    figures = summary.figures
    return (
        f"Figures: {figures.confirmed:,} confirmed, {figures.contradicted:,} contradicted,"
        f" {figures.unchecked:,} unchecked."
    )


def explanation(finding: FindingReport) -> Iterator[str]:
    """The message, then what it does not say yet: the arithmetic, the repair, the readings tried."""
    yield finding.message
    evidence = finding.evidence
    for said in (evidence.formula, evidence.repair):
        if said and said.casefold() not in finding.message.casefold():
            yield said
    if evidence.readings:
        yield f"Readings tried: {'; '.join(evidence.readings)}."


def other_places(finding: FindingReport) -> Iterator[str]:
    """The other places of a finding, a line each: ``line 3: 31.13 million``."""
    for related in finding.related:
        note = f" ({related.message})" if related.message else ""
        yield f"line {related.span.line}: {related.quote}{note}"
