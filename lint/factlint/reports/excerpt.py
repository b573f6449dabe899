"""A sentence with its figures underlined, shortened around them and wrapped to a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.reports.printable import in_ascii, safe, width

CONTEXT = 60
"""Characters kept on either side of an underlined place when a sentence is shortened."""

LONGEST_MARK = 120
"""Characters underlined of a longer place."""

Mark = tuple[int, int, str]
"""Start and end within the sentence, and the character to underline with; earlier marks win."""


def excerpt(
    sentence: str, marks: Iterable[Mark], columns: int, *, lines: int = 3, ascii_only: bool = False
) -> Iterator[str]:
    """Lines of text, each followed by a line of underlining where it holds a marked place.

    A sentence that would take more than ``lines`` is shortened around the marks.
    """
    under = [" "] * len(sentence)
    for start, end, character in reversed(list(marks)):
        for at in range(start, min(max(end, start + 1), start + LONGEST_MARK, len(sentence))):
            under[at] = character
    text, below = _escaped(*_around_marks(sentence, "".join(under), lines * columns), ascii_only)
    for first, last in _lines(text, columns):
        yield text[first:last].rstrip()
        if below[first:last].strip():
            yield "".join(_wide(text[at], below[at]) for at in range(first, last)).rstrip()


def wrapped(text: str, columns: int) -> Iterator[str]:
    """Our own words as lines of a width."""
    shown = safe(text)
    for first, last in _lines(shown, columns):
        yield shown[first:last].rstrip()


def _around_marks(text: str, under: str, longest: int) -> tuple[str, str]:
    """Leave out what is far from every mark when the whole is too long."""
    if len(text) <= longest:
        return text, under
    kept_text, kept_under, reached = [], [], 0
    for start, end in _windows(text, under):
        if start > reached:
            kept_text.append("… ")
            kept_under.append("  ")
        kept_text.append(text[start:end])
        kept_under.append(under[start:end])
        reached = end
    if reached < len(text):
        kept_text.append(" …")
        kept_under.append("  ")
    return "".join(kept_text), "".join(kept_under)


def _windows(text: str, under: str) -> Iterator[tuple[int, int]]:
    """Stretches around the marks, widened to whole words and joined where they meet."""
    start = end = -1
    for at in (index for index, character in enumerate(under) if character != " "):
        if end < 0 or at - CONTEXT > end:
            if end >= 0:
                yield start, end
            start = _word_start(text, max(at - CONTEXT, 0))
        end = _word_end(text, min(at + CONTEXT, len(text)))
    yield (start, end) if end >= 0 else (0, _word_end(text, min(2 * CONTEXT, len(text))))


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at, at + 20) if at else -1
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    space = text.rfind(" ", at - 20, at) if at < len(text) else -1
    return space if space >= 0 else at


def _escaped(text: str, under: str, ascii_only: bool) -> tuple[str, str]:
    """Escape character by character, so that the underline keeps step."""
    if text.isprintable() and not ascii_only:
        return text, under
    shown = [in_ascii(safe(character)) if ascii_only else safe(character) for character in text]
    return "".join(shown), "".join(mark * len(as_shown) for as_shown, mark in zip(shown, under, strict=True))


def _lines(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Line ends at spaces; a run without spaces (Chinese) is broken where it reaches the width."""
    first, space, used = 0, -1, 0
    for at, character in enumerate(text):
        used += width(character)
        if character == " ":
            space = at
        if used > columns and at > first:
            stop = space + 1 if space >= first else at
            yield first, stop
            first, space = stop, -1
            used = width(text[first : at + 1])
    if first < len(text):
        yield first, len(text)


def _wide(character: str, mark: str) -> str:
    return mark * width(character)
