"""HTML inside a paragraph: text and character references, links, stress, raised figures."""

from __future__ import annotations

from factlint.article.entities import ENTITY, decoded
from factlint.article.passage import Piece, Run, lay, plain_pieces

_STRESS = frozenset({"b", "strong", "em", "i"})
INLINE = _STRESS | {"a", "sup"}
"""The inline elements that change how text is read."""

_SUPERSCRIPT = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


class InlineText:
    """Collects what is printed until a block ends."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.runs: list[Run] = []
        self.link = False
        self._stress = 0
        self._raised = False
        self._printed = self._in_link = self._in_stress = 0

    def open(self, name: str) -> None:
        """Follow the opening tag of one of INLINE."""
        if name == "a":
            self.link = True
        elif name == "sup":
            self._raised = True
        else:
            self._stress += 1

    def close(self, name: str) -> None:
        """Follow a closing tag; names outside INLINE change nothing."""
        if name == "a":
            self.link = False
        elif name == "sup":
            self._raised = False
        elif name in _STRESS:
            self._stress = max(self._stress - 1, 0)

    def leave(self) -> None:
        """A new paragraph or cell closes links and stress that were left open."""
        self.link, self._stress, self._raised = False, 0, False

    def add(self, start: int, end: int) -> None:
        """Print a stretch of the source without tags."""
        source = self.source
        at = start
        if "&" in source[start:end]:
            for entity in ENTITY.finditer(source, start, end):
                printed = decoded(entity[0])
                if printed is None:
                    continue
                if entity.start() > at:
                    self._run(at, entity.start(), None)
                self._run(*entity.span(), printed)
                at = entity.end()
        if at < end:
            self._run(at, end, None)

    def take(self) -> tuple[str, tuple[Piece, ...], bool, bool]:
        """The text printed since the last call, its pieces, and whether all of it is stressed or linked."""
        runs, self.runs = self.runs, []
        printed, in_link, in_stress = self._printed, self._in_link, self._in_stress
        self._printed = self._in_link = self._in_stress = 0
        if not printed:
            return "", (), False, False
        if len(runs) == 1 and runs[0][2] is None:
            clean, pieces = plain_pieces(self.source, runs[0][0], runs[0][1])
        else:
            clean, pieces = lay(self.source, runs)
        return clean, pieces, in_stress == printed, in_link * 10 >= printed * 9

    def _run(self, start: int, end: int, printed: str | None) -> None:
        if self._raised and printed is None and self._after_digit():
            for at in range(start, end):
                self.runs.append((at, at + 1, _SUPERSCRIPT.get(self.source[at], self.source[at])))
        else:
            self.runs.append((start, end, printed))
        length = len(self.source[start:end].strip()) if printed is None else 1
        self._printed += length
        if self.link:
            self._in_link += length
        if self._stress:
            self._in_stress += length

    def _after_digit(self) -> bool:
        """A raised figure after a digit is an exponent or a note, never further digits."""
        if not self.runs:
            return False
        start, end, printed = self.runs[-1]
        return (printed or self.source[start:end])[-1:].isdigit()
