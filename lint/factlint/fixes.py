"""Repairs that are safe: typography only, where the source prints the very text that is replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.proof import Edited, Proof
from factlint.report import FileReport, FindingReport

_SYNTAX = frozenset("<>&\"'\\`*_[]{}|#")
"""Characters that a replacement may not bring in: they would mean something in one format or another."""

_BEFORE_A_WORD = frozenset({"", " ", "\n", "\r", "\t", ">"})
"""Where something is taken out behind one of these, the blank behind it goes too."""


def safe_fixes(report: FileReport) -> tuple[FindingReport, ...]:
    """The findings that can be repaired without asking, in order, none of them overlapping."""
    return tuple(_apart(one for one in report.findings if one.fix and one.fix.safe and _plain(one.fix.replacement)))


def fixed(proof: Proof, findings: Iterable[FindingReport]) -> str:
    """The source with the given findings repaired."""
    source = proof.article.source.text
    parts, reached = [], 0
    for finding in findings:
        assert finding.fix is not None
        parts += [source[reached : finding.span.start], finding.fix.replacement]
        reached = finding.span.end
        if (
            not finding.fix.replacement
            and source[max(finding.span.start - 1, 0) : finding.span.start] in _BEFORE_A_WORD
        ):
            while source.startswith(" ", reached):
                reached += 1
    return "".join((*parts, source[reached:]))


def encoded(edited: Edited, text: str, original: bytes) -> bytes:
    """The text as the file was encoded, with its byte order mark where it had one.

    Raises UnicodeEncodeError when the encoding cannot hold it.
    """
    name = edited.report.encoding or "utf-8"
    if name == "utf-8" and original.startswith(b"\xef\xbb\xbf"):
        name = "utf-8-sig"
    data = text.encode(name)
    if name.startswith("utf-16") and original[:2] in (b"\xff\xfe", b"\xfe\xff"):
        order = "utf-16-le" if original[:2] == b"\xff\xfe" else "utf-16-be"
        data = original[:2] + text.encode(order)
    return data


def _plain(replacement: str) -> bool:
    return replacement.isprintable() and not _SYNTAX.intersection(replacement)


def _apart(findings: Iterable[FindingReport]) -> Iterator[FindingReport]:
    reached = -1
    for finding in sorted(findings, key=lambda one: (one.span.start, one.span.end)):
        if finding.span.start >= reached and "<" not in finding.quote:
            yield finding
            reached = max(finding.span.end, finding.span.start + 1)
