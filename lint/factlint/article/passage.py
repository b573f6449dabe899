"""Passages: what a format hands over. Clean text with the way back to the source, and what the markup called it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from factlint.article.article import Cell, Field, Segments
from factlint.patterns import compiled

Piece = tuple[int, int, int, bool]
"""Clean offset within the passage, source start, source end, and whether offsets run in step."""

Run = tuple[int, int, str | None]
"""A source span that is printed as it stands (None), or as the given text."""

# White space that is not a lone blank, and characters that print nothing (soft hyphen, zero-width space).
_UNEVEN = compiled("[ \t\n\r\f\v]{2,}+|[\t\n\r\f\v]|[\u00ad\u200b\u2060\ufeff]++")
_BLANKS = compiled("[ \t\n\r\f\v]*+")
_UNPRINTED = frozenset("\u00ad\u200b\u2060\ufeff")


class Passage(msgspec.Struct, frozen=True, eq=False):
    """One block before it is known what it is to a reader."""

    text: str
    pieces: tuple[Piece, ...]
    mark: str = "p"
    """p, line (unmarked text), h1 to h6, title, deck, li, cell, caption, table-caption, meta, aside, code, quote."""
    level: int = 0
    ordered: bool = False
    cell: Cell | None = None
    field: str | None = None
    close: bool = False
    """Whether it follows the passage before without a blank line (plain text)."""
    trailing: bool = False
    """Whether white space followed the text on its line: left-over of a layout, typical of captions."""
    stressed: bool = False
    """Whether all of it is set in bold or italics."""
    linked: bool = False
    """Whether all of it is the text of links."""
    pictured: bool = False
    """Whether a picture stands directly before it."""


class Page(msgspec.Struct, frozen=True, eq=False):
    """All passages of a file in reading order, the dates that its markup states, and the fields it was read from."""

    passages: tuple[Passage, ...]
    dates: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()


def lay(source: str, runs: Iterable[Run]) -> tuple[str, tuple[Piece, ...]]:
    """Print runs of the source one after the other: white space collapsed, edges trimmed, each piece mapped."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    spaced = True
    for start, end, replacement in runs:
        if replacement is not None:
            if replacement in _UNPRINTED or not replacement:
                continue
            if replacement in " \t\n\r\f\v":
                if not spaced:
                    parts.append(" ")
                    pieces.append((length, start, end, False))
                    length += 1
                    spaced = True
                continue
            parts.append(replacement)
            pieces.append((length, start, end, False))
            length += len(replacement)
            spaced = False
            continue
        at = start
        while at < end:
            if spaced:
                blank = _BLANKS.match(source, at, end)
                at = blank.end() if blank else at
            uneven = _UNEVEN.search(source, at, end)
            stop = uneven.start() if uneven else end
            if stop > at:
                parts.append(source[at:stop])
                pieces.append((length, at, stop, True))
                length += stop - at
                spaced = source[stop - 1] == " "
            if uneven is None:
                break
            at = uneven.end()
            if source[stop] not in _UNPRINTED and not spaced:
                parts.append(" ")
                pieces.append((length, stop, at, False))
                length += 1
                spaced = True
    return _trim("".join(parts), pieces)


def _trim(text: str, pieces: list[Piece]) -> tuple[str, tuple[Piece, ...]]:
    """Cut white space of every kind (no-break spaces too) off both ends."""
    clean = text.strip()
    if len(clean) == len(text):
        return text, tuple(pieces)
    if not clean:
        return "", ()
    lead = len(text) - len(text.lstrip())
    stop = lead + len(clean)
    kept: list[Piece] = []
    for number, (offset, start, end, same) in enumerate(pieces):
        after = pieces[number + 1][0] if number + 1 < len(pieces) else len(text)
        if after <= lead or offset >= stop:
            continue
        if same:
            end -= max(0, after - stop)
            cut = max(0, lead - offset)
            kept.append((offset + cut - lead, start + cut, end, True))
        else:
            kept.append((max(0, offset - lead), start, end, False))
    return clean, tuple(kept)


def plain_pieces(source: str, start: int, end: int) -> tuple[str, tuple[Piece, ...]]:
    """A single run of the source, the common case made fast."""
    text = source[start:end]
    if "  " not in text and (text.isprintable() or _UNEVEN.search(text) is None):
        clean = text.strip()
        if clean:
            lead = text.index(clean[0])
            return clean, ((0, start + lead, start + lead + len(clean), True),)
        return "", ()
    return lay(source, ((start, end, None),))


def through(pieces: tuple[Piece, ...], inner: Segments) -> tuple[Piece, ...]:
    """Pieces that point into a decoded string, led on to the file by the string's own segments."""
    result: list[Piece] = []
    for offset, start, end, same in pieces:
        if not same:
            result.append((offset, *inner.span(start, end), False))
            continue
        result.extend(_split(offset, start, end, inner))
    return tuple(result)


def _split(offset: int, start: int, end: int, inner: Segments) -> list[Piece]:
    from bisect import bisect_right

    pieces: list[Piece] = []
    number = bisect_right(inner.clean, start) - 1
    while start < end:
        after = inner.clean[number + 1] if number + 1 < len(inner.clean) else end
        stop = min(end, after)
        if inner.same[number]:
            begin = inner.source[number] + start - inner.clean[number]
            pieces.append((offset, begin, begin + stop - start, True))
        else:
            pieces.append((offset, inner.source[number], inner.source_end[number], False))
        offset += stop - start
        start = stop
        number += 1
    return pieces
