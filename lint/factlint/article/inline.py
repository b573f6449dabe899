"""Markdown inside a paragraph: what is printed of it, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from factlint.article.entities import decoded
from factlint.article.passage import Piece, Run, lay, plain_pieces
from factlint.patterns import compiled

Span = tuple[int, int]

_SPECIAL = compiled(r"[\\`*_\[\]<&~!]")
_TOKEN = compiled(
    r"""(?x)
      (?P<escape> \\ [!-/:-@\[-`{-~\r\n] )
    | (?P<code> `++ )
    | (?P<image> !\[ )
    | (?P<open> \[ )
    | (?P<close> \] )
    | (?P<stress> \*++ | _++ | ~~++ )
    | (?P<address> <[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+> | <[\w.+-]++@[\w.-]++> )
    | (?P<tag> </?[A-Za-z][^<>]*+> | <!--(?:[^-<]|-(?!->)|<(?!!--))*+--> )
    | (?P<entity> &(?:\#[0-9]{1,7}+|\#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+); )
    """
)
_TARGET = compiled(
    r"""(?x)
    \( \s*+ (?: <[^<>\n]*+> | (?: [^\s()]++ | \([^\s()]*+\) )*+ )
    (?: \s++ (?: "[^"]*+" | '[^']*+' | \([^()]*+\) ) )? \s*+ \)
    """
)
_REFERENCE = compiled(r"\[([^\[\]\n]{0,200})\]")


def print_inline(
    source: str, spans: Iterable[Span], references: Set[str] = frozenset()
) -> tuple[str, tuple[Piece, ...], bool, bool]:
    """The printed text of the given lines of a paragraph, its pieces, and whether all of it is stressed or linked.

    ``references`` are the labels (in lower case) that the document defines as link targets or footnotes.
    """
    spans = list(spans)
    if len(spans) == 1 and _SPECIAL.search(source, *spans[0]) is None:
        return *plain_pieces(source, *spans[0]), False, False
    runs: list[Run] = []
    after = -1
    stressed = linked = True
    for start, end in spans:
        if after >= 0:
            runs.append((after, start, " "))
        if _SPECIAL.search(source, start, end) is None:
            runs.append((start, end, None))
            stressed = linked = False
        else:
            marks = _Marks(source, start, end, references)
            runs.extend(marks.runs())
            stressed = stressed and marks.covered_by(marks.stress_spans)
            linked = linked and marks.covered_by(marks.link_spans)
        after = end
    text, pieces = lay(source, runs)
    return text, pieces, stressed and bool(text), linked and bool(text)


class _Marks:
    """The markup of one stretch: which spans print nothing or something else."""

    def __init__(self, source: str, start: int, end: int, references: Set[str]) -> None:
        self.source, self.start, self.end, self.references = source, start, end, references
        self.drops: list[tuple[int, int, str]] = []
        self.stress_spans: list[Span] = []
        self.link_spans: list[Span] = []
        self._openers: dict[str, list[Span]] = {"*": [], "_": [], "~": []}
        self._brackets: list[tuple[int, int, bool]] = []
        self._ticks = self._tick_runs()
        self._scan()

    def runs(self) -> list[Run]:
        runs: list[Run] = []
        at = self.start
        for start, end, replacement in sorted(self.drops):
            if start < at:
                continue
            if start > at:
                runs.append((at, start, None))
            if replacement:
                runs.append((start, end, replacement))
            at = end
        if at < self.end:
            runs.append((at, self.end, None))
        return runs

    def covered_by(self, spans: list[Span]) -> bool:
        """Whether nothing but white space and stops lies outside the spans."""
        rest = []
        at = self.start
        for start, end in sorted(spans):
            rest.append(self.source[at : max(at, start)])
            at = max(at, end)
        rest.append(self.source[at : self.end])
        return bool(spans) and not "".join(rest).strip(" \t\r\n.:*_")

    def _tick_runs(self) -> dict[int, list[int]]:
        """Positions of runs of backticks by their length, last first."""
        runs: dict[int, list[int]] = {}
        for match in re.finditer("`++", self.source[self.start : self.end]):
            runs.setdefault(len(match[0]), []).append(self.start + match.start())
        for positions in runs.values():
            positions.reverse()
        return runs

    def _scan(self) -> None:
        at = self.start
        while True:
            special = _SPECIAL.search(self.source, at, self.end)
            if special is None:
                return
            start = special.start()
            token = _TOKEN.match(self.source, start, self.end)
            if token is None:
                at = start + 1
                continue
            at = token.end()
            kind = token.lastgroup
            if kind == "escape":
                self.drops.append((start, at, self.source[start + 1]))
            elif kind == "entity":
                printed = decoded(token[0])
                if printed is not None:
                    self.drops.append((start, at, printed))
            elif kind == "tag":
                self.drops.append((start, at, " " if token[0][1:3].lower() == "br" else ""))
            elif kind == "address":
                self.drops += [(start, start + 1, ""), (at - 1, at, "")]
                self.link_spans.append((start, at))
            elif kind == "code":
                at = self._code(start, at)
            elif kind == "stress":
                self._stress(start, at)
            elif kind == "close":
                at = self._close(start, at)
            else:
                self._brackets.append((start, at, kind == "image"))

    def _code(self, start: int, after: int) -> int:
        """A code span prints what stands between two runs of the same length."""
        positions = self._ticks[after - start]
        while positions and positions[-1] < after:
            positions.pop()
        if not positions:
            return after
        close = positions.pop()
        self.drops += [(start, after, ""), (close, close + after - start, "")]
        return close + after - start

    def _stress(self, start: int, after: int) -> None:
        source, mark = self.source, self.source[start]
        before = source[start - 1] if start > self.start else " "
        behind = source[after] if after < self.end else " "
        left = not behind.isspace() and (behind.isalnum() or before.isspace() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or behind.isspace() or not behind.isalnum())
        opens, closes = left, right
        if mark == "_":
            opens = left and not before.isalnum()
            closes = right and not behind.isalnum()
        openers = self._openers[mark]
        while closes and start < after and openers:
            first, last = openers.pop()
            width = min(last - first, after - start)
            self.drops += [(last - width, last, ""), (start, start + width, "")]
            self.stress_spans.append((last - width, start + width))
            if last - width > first:
                openers.append((first, last - width))
            start += width
        if opens and start < after:
            openers.append((start, after))

    def _close(self, start: int, after: int) -> int:
        """A closing bracket: the end of a link or picture when a target follows, else text."""
        if not self._brackets:
            return after
        begin, inner, image = self._brackets.pop()
        target = _TARGET.match(self.source, after, self.end)
        end = target.end() if target else self._referenced(inner, start, after)
        if end is None:
            return after
        if image or (target is None and self.source[inner] == "^"):
            self._undo_from(begin)
            self.drops.append((begin, end, ""))
            self.stress_spans.append((begin, end))
            self.link_spans.append((begin, end))
        else:
            self.drops += [(begin, inner, ""), (start, end, "")]
            self.link_spans.append((begin, end))
        return end

    def _undo_from(self, begin: int) -> None:
        while self.drops and self.drops[-1][0] >= begin:
            self.drops.pop()

    def _referenced(self, inner: int, start: int, after: int) -> int | None:
        """The end of ``[text][label]`` or ``[label]`` when the document defines the label; a footnote mark too."""
        reference = _REFERENCE.match(self.source, after, self.end)
        if reference:
            label = reference[1] or self.source[inner:start]
            return reference.end() if label.lower() in self.references else None
        return after if self.source[inner:start].lower() in self.references else None
