"""The notes in the margin: one for each finding, with links to every figure it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.finding import Finding, Place
from factlint.report import FindingReport
from factlint.reports.html.tags import escaped, tag


class Note(msgspec.Struct, frozen=True, eq=False):
    """A finding with its number on the page, and the prefix of its article's anchors."""

    number: int
    finding: Finding
    reported: FindingReport
    prefix: str

    @property
    def anchor(self) -> str:
        """The note's own anchor."""
        return f"{self.prefix}note-{self.number}"

    @property
    def group(self) -> str:
        """The class of the note and of its marks in the text."""
        return f"{self.prefix}f{self.number}"

    def mark_anchor(self, index: int) -> str:
        """The anchor of a mark in the text: 0 is the finding's own place, 1 and up are the others."""
        return f"{self.prefix}mark-{self.number}" + (f"-{index}" if index else "")

    def places(self) -> tuple[Place, ...]:
        """The finding's own place, then the others."""
        return (self.finding.place, *self.finding.because)


def note_html(note: Note) -> str:
    """The note as an element of its own."""
    severity = note.reported.severity
    label = f"Note {note.number}, {severity}"
    return tag(
        "div",
        _head(note) + "".join(_body(note)),
        id=note.anchor,
        class_=f"note {severity} {note.group}",
        role="note",
        aria_label=label,
        tabindex=-1,
    )


def _head(note: Note) -> str:
    reported = note.reported
    to_mark = f"#{note.mark_anchor(0)}"
    number = tag("a", f'<span class="unseen">Note </span>{note.number}', class_="number", href=to_mark)
    code = tag("span", escaped(reported.code), class_="code", title=reported.rule)
    line = tag("a", f"line {reported.span.line:,}", class_="line", href=to_mark)
    return tag("p", f'{number} <b class="severity">{reported.severity}</b> {code} {line}', class_="head")


def _body(note: Note) -> Iterator[str]:
    message, repair = note.reported.message, note.reported.evidence.repair
    if repair and message.endswith(repair):
        message = message.removesuffix(repair).rstrip()
    yield tag("p", escaped(message), class_="message", dir="auto")
    formula = note.reported.evidence.formula
    if formula and formula.casefold() not in message.casefold():
        yield tag("p", escaped(formula), class_="formula", dir="auto")
    if repair:
        yield tag("p", escaped(repair), class_="repair", dir="auto")
    if note.reported.evidence.readings:
        readings = "; ".join(note.reported.evidence.readings)
        yield tag("p", f"Readings tried: {escaped(readings)}.", class_="readings", dir="auto")
    if note.reported.related:
        yield tag("ul", "".join(_others(note)), class_="others")


def _others(note: Note) -> Iterator[str]:
    for index, (place, related) in enumerate(zip(note.finding.because, note.reported.related, strict=True), 1):
        quote = tag("a", tag("bdi", escaped(_short(place.quote))), href=f"#{note.mark_anchor(index)}")
        said = f"line {related.span.line:,}" + (f", {escaped(related.message)}" if related.message else "")
        yield tag("li", f'{quote} <span class="where">{said}</span>')


def _short(quote: str) -> str:
    return quote if len(quote) <= 90 else f"{quote[:88].rstrip()} …"
