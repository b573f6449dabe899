"""Offsets as an editor counts: lines and columns from 1."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from factlint.article.article import Article
from factlint.article.field_offsets import FieldOffsets
from factlint.patterns import compiled
from factlint.report import Span

_LINE_END = compiled(r"\r\n|\r|\n")


class Places:
    """The places of one article in its source."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.article.source.text))]

    @cached_property
    def _fields(self) -> FieldOffsets:
        return FieldOffsets(self.article)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a source offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The source span of a span of the clean text."""
        begin, stop = self.article.source_span(start, end)
        field = self._fields.span(begin, stop) if self.article.fields else None
        return Span(begin, stop, *self.position(begin), *self.position(stop), *(field or ()))

    def quote(self, span: Span) -> str:
        """What the source prints there."""
        return self.article.source.text[span.start : span.end]
