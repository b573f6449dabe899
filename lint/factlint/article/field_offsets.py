"""Where a stretch of a payload's source stands in the field it is printed from, escapes resolved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from factlint.article.article import Article, Field, Segments
from factlint.article.json_places import Text, resolve


class FieldOffsets:
    """The fields of one CMS payload; those that are asked about are resolved once."""

    def __init__(self, article: Article) -> None:
        self._source = article.source.text
        self._fields = article.fields
        self._starts = [field.start for field in article.fields]
        self._resolved: dict[int, Segments] = {}

    def span(self, begin: int, stop: int) -> tuple[str, int, int] | None:
        """The path of the field that holds a source span, and the span in code points of the field's value.

        None where the span does not lie within one field, as in files that are no payload.
        """
        index = bisect_right(self._starts, begin) - 1
        if index < 0 or stop > self._fields[index].end:
            return None
        value = self._value(index)
        start = _start(value, begin)
        return self._fields[index].path, start, _end(value, stop) if stop > begin else start

    def _value(self, index: int) -> Segments:
        if index not in self._resolved:
            field: Field = self._fields[index]
            self._resolved[index] = resolve(self._source, Text(field.start, field.end))[1]
        return self._resolved[index]


def _start(value: Segments, begin: int) -> int:
    piece = bisect_right(value.source, begin) - 1
    return value.clean[piece] + (begin - value.source[piece] if value.same[piece] else 0)


def _end(value: Segments, stop: int) -> int:
    piece = bisect_left(value.source, stop) - 1
    # An escape stands for one character.
    return value.clean[piece] + (stop - value.source[piece] if value.same[piece] else 1)
