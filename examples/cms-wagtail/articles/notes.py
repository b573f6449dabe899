"""What an editor is shown of a report: notes with their sentences, and where to underline in the editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factlint.report import FindingReport, Report, Span

from articles.blocks import Block, plain_block, rich_blocks, utf16

_AROUND = 140
"""Characters of context on either side of the underlined figures."""


@dataclass(frozen=True)
class Part:
    """A run of an excerpt; ``mark`` is ``stated``, ``related`` or empty."""

    text: str
    mark: str = ""


@dataclass(frozen=True)
class Note:
    """One finding beside its sentence."""

    severity: str
    message: str
    code: str
    excerpts: tuple[tuple[Part, ...], ...]
    reason: str
    """Why it was overridden, and by whom; empty where it was not."""


@dataclass(frozen=True)
class Sheet:
    """All that is shown of one report."""

    notes: tuple[Note, ...]
    counts: Any
    figures: Any
    opposed: int
    """Errors that nobody has overridden."""
    underlines: tuple[dict[str, Any], ...]
    """For the script: block, start and end in UTF-16 units, and the class of the line."""


def sheet_of(report: Report, payload: dict[str, str], overridden: dict[str, str]) -> Sheet:
    """The sheet of a report on a payload. ``overridden`` gives reasons by fingerprint."""
    fields = {
        name: rich_blocks(value) if name == "body_html" else [plain_block(value)] for name, value in payload.items()
    }
    (file,) = report.files
    notes = tuple(_note(finding, fields, overridden) for finding in file.findings)
    opposed = sum(note.severity == "error" and not note.reason for note in notes)
    underlines = [
        *(_underline(figure.span, fields, figure.status) for figure in file.figures if figure.status == "confirmed"),
        *(_underline(finding.span, fields, finding.severity) for finding in file.findings),
        *(_underline(other.span, fields, "related") for finding in file.findings for other in finding.related),
    ]
    return Sheet(
        notes, report.summary.findings, report.summary.figures, opposed, tuple(one for one in underlines if one)
    )


def _note(finding: FindingReport, fields: dict[str, list[Block]], overridden: dict[str, str]) -> Note:
    marks = [(finding.span, "stated"), *((other.span, "related") for other in finding.related)]
    placed: dict[int, tuple[Block, list[tuple[int, int, str]]]] = {}
    for span, mark in marks:
        for block in _blocks(span, fields):
            placed.setdefault(id(block), (block, []))[1].append(
                (*block.span(span.field_start or 0, span.field_end or 0), mark)
            )
    excerpts = tuple(tuple(_excerpt(block.text, sorted(spans))) for block, spans in placed.values())
    reason = overridden.get(finding.fingerprint, "")
    return Note(finding.severity, finding.message, finding.code, excerpts, reason)


def _blocks(span: Span, fields: dict[str, list[Block]]) -> Iterator[Block]:
    """The block in which a span begins."""
    for block in fields.get(span.field or "", ()):
        start, end = block.span(span.field_start or 0, span.field_end or 0)
        if start < end:
            yield block
            return


def _excerpt(text: str, spans: list[tuple[int, int, str]]) -> Iterator[Part]:
    """The marked figures with what stands around them, cut at words."""
    first, last = spans[0][0], max(end for _, end, _ in spans)
    begin = text.find(" ", first - _AROUND, first) + 1 if first > _AROUND else 0
    stop = text.rfind(" ", last, last + _AROUND) if len(text) - last > _AROUND else len(text)
    at = begin
    for start, end, mark in spans:
        if start < at:
            continue
        yield Part(("… " if at == begin and begin else "") + text[at:start])
        yield Part(text[start:end], mark)
        at = end
    yield Part(text[at:stop] + (" …" if stop < len(text) else ""))


def _underline(span: Span, fields: dict[str, list[Block]], name: str) -> dict[str, Any] | None:
    for block in _blocks(span, fields):
        start, end = block.span(span.field_start or 0, span.field_end or 0)
        before = utf16(block.text[:start])
        quote = block.text[start:end]
        return {"block": block.key, "start": before, "end": before + utf16(quote), "quote": quote, "name": name}
    return None
