"""Where the text of a block is cut: at every figure and every place of a finding."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from factlint.article.article import Block
from factlint.finding import Severity
from factlint.reports.html.notes import Note
from factlint.reports.html.tags import escaped, tag
from factlint.tick import Tick

TICK = '<span class="tick" role="img" aria-label="confirmed">✓</span>'


class Mark(msgspec.Struct, frozen=True, eq=False):
    """A stretch of one block: a place of a note (``index`` 0 is the note's own), or a figure with its tick."""

    start: int
    end: int
    note: Note | None = None
    index: int = 0
    tick: Tick | None = None
    last: bool = True
    """Whether the place ends here, and does not go on in the next block."""


Marks = Mapping[int, Sequence[Mark]]
"""The marks of each block, by its index."""


def marks(blocks: Sequence[Block], notes: Iterable[Note], ticks: Iterable[Tick]) -> Marks:
    """Every mark of an article, cut at the ends of blocks."""
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    starts = [block.start for block in blocks]
    for note in notes:
        for index, place in enumerate(note.places()):
            for block, start, end, last in _cut(blocks, starts, place.start, place.end):
                found[block].append(Mark(start, end, note, index, last=last))
    for tick in ticks:
        for block, start, end, last in _cut(blocks, starts, tick.start, tick.end):
            found[block].append(Mark(start, end, tick=tick, last=last))
    return found


def _cut(blocks: Sequence[Block], starts: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """The block, start and end of each part of a span, and whether it is the last."""
    at = max(bisect_right(starts, start) - 1, 0)
    while at < len(blocks):
        block = blocks[at]
        last = at + 1 == len(blocks) or blocks[at + 1].start >= end
        begin = min(max(start, block.start), block.end)
        yield block.index, begin, max(begin, min(end, block.end)), last
        if last:
            return
        at += 1


def marked(text: str, block: Block, found: Sequence[Mark]) -> str:
    """The text of a block with its marks."""
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    closing: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in found:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    parts: list[str] = []
    active: list[Mark] = []
    edges = sorted({block.start, block.end, *opening, *closing})
    for at, edge in enumerate(edges):
        ending = closing.get(edge, ())
        active = [mark for mark in active if mark.end != edge]
        # A place without length prints its number and nothing else.
        parts += [_number(mark) for mark in ending if mark.start == edge and mark.note and mark.last]
        active += [mark for mark in opening.get(edge, ()) if mark.end > edge]
        if at + 1 < len(edges):
            until = edges[at + 1]
            parts.append(_piece(text[edge:until], active, [mark for mark in active if mark.end == until]))
    return "".join(parts)


def _piece(text: str, active: Sequence[Mark], ending: Sequence[Mark]) -> str:
    """A stretch under the same marks, with the numbers and the tick of those that end with it."""
    content = escaped(text)
    if not active:
        return content
    numbered = [mark for mark in ending if mark.note is not None and mark.last]
    ticked = any(mark.tick is not None and mark.tick.status == "confirmed" and mark.last for mark in ending)
    after = TICK if ticked else ""
    classes = _classes(active)
    title = _title(active)
    if not numbered:
        name = "mark" if any(mark.note for mark in active) else "span"
        return tag(name, content, class_=classes, title=title) + after
    first, *others = sorted(numbered, key=_weight)
    link = _link(first, tag("mark", content, class_=classes, title=title))
    return link + "".join(_link(mark, "") for mark in others) + after


def _number(mark: Mark) -> str:
    return _link(mark, "")


def _link(mark: Mark, content: str) -> str:
    note = mark.note
    assert note is not None
    number = f'<sup><span class="unseen">note </span>{note.number}</sup>'
    return tag(
        "a",
        content + number,
        id=note.mark_anchor(mark.index),
        class_=f"to-note {_role(mark)} {note.reported.severity} {note.group}",
        href=f"#{note.anchor}",
        data_peek=note.reported.message if mark.index else None,
    )


def _classes(active: Iterable[Mark]) -> str:
    classes: dict[str, None] = {}
    for mark in sorted(active, key=_weight):
        if mark.note is not None:
            classes |= dict.fromkeys((_role(mark), mark.note.reported.severity, mark.note.group))
        elif mark.tick is not None:
            classes |= dict.fromkeys(("figure", mark.tick.status))
    return " ".join(classes)


def _title(active: Iterable[Mark]) -> str | None:
    """What a figure's tick rests on."""
    for mark in active:
        if mark.tick is not None and mark.tick.status == "confirmed":
            return f"confirmed by {', '.join(mark.tick.by)}"
    return None


def _role(mark: Mark) -> Literal["own", "other"]:
    return "other" if mark.index else "own"


def _weight(mark: Mark) -> tuple[int, int, int]:
    """Heavier severities first, a finding's own place before the others."""
    if mark.note is None:
        return 1, 0, 0
    return -Severity(mark.note.reported.severity).weight, mark.index, mark.note.number
