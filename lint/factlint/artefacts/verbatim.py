"""Where an article shows code as code: there, markup and placeholders are what it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from factlint.article.article import Article, BlockKind
from factlint.patterns import compiled

# <code>, </pre>, and in a CMS payload \u003ccode\u003e
_TAG = compiled(r"(?i)(?:<|\\u003c)(/?)(pre|code|kbd|samp|tt|xmp)\b")
_FENCE = compiled(r"(?m)^ {0,3}(?:`{3,}+|~{3,}+)")
_TICKS = compiled(r"(?<!`)`[^`\n]{1,300}`(?!`)")


class Verbatim:
    """The stretches of an article that are set as code: elements, fences, back-ticks. Looked for when first asked."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def holds(self, start: int, end: int) -> bool:
        """Whether the clean span ``start`` to ``end`` is shown as code."""
        starts, ends = self._spans
        first, last = self._article.source_span(start, end)
        at = bisect_right(starts, first) - 1
        return at >= 0 and last <= ends[at]

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        """Where code starts and ends in the source, sorted, without overlaps."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(_code(self._article)):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return starts, ends


def _code(article: Article) -> list[tuple[int, int]]:
    source = article.source
    spans = _elements(source.text) if source.format in ("html", "json") else _fenced(source.text)
    if source.format != "text":
        code = (block for block in article.blocks if block.kind is BlockKind.CODE)
        spans += [article.source_span(block.start, block.end) for block in code]
    return spans


def _fenced(text: str) -> list[tuple[int, int]]:
    """Between fences and between back-ticks; most articles have neither."""
    spans = _fences(text) if "```" in text or "~~~" in text else []
    if "`" in text:
        spans += [match.span() for match in _TICKS.finditer(text)]
    return spans


def _elements(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened, depth = 0, 0
    for match in _TAG.finditer(text):
        if not match[1]:
            if depth == 0:
                opened = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((opened, match.end()))
    return spans


def _fences(text: str) -> list[tuple[int, int]]:
    marks = [match.span() for match in _FENCE.finditer(text)]
    return [(marks[at][0], marks[at + 1][1]) for at in range(0, len(marks) - 1, 2)]
