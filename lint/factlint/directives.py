"""What editors write into an article to set findings aside: comments, and a list in its front matter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from factlint.article.article import Article, Block
from factlint.nearest import nearest
from factlint.patterns import compiled
from factlint.suppression import Said, Suppression, said

_OPENING = compiled(r"<!--\s*+factlint:")
_VERBS = ("ignore", "disable", "enable")
_COMMENTED = ("markdown", "html", "json")
_COMMENT = "the comment"


class Directive(msgspec.Struct, frozen=True):
    """A comment addressed to factlint."""

    verb: str
    said: Said
    start: int
    end: int


class Layout:
    """The blocks of an article in the order of its source."""

    def __init__(self, article: Article) -> None:
        spans = ((*article.source_span(block.start, block.end), block.index) for block in article.blocks)
        self._article = article
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]
        self._tables: dict[int, tuple[int, int]] = {}
        for start, end, index in self._spans:
            cell = article.blocks[index].cell
            if cell is not None:
                first, last = self._tables.get(cell.table, (start, end))
                self._tables[cell.table] = (min(first, start), max(last, end))

    def block_from(self, offset: int) -> Block | None:
        """The block that a source offset lies in, or the next one."""
        number = bisect_right(self._starts, offset)
        if number and self._spans[number - 1][1] > offset:
            number -= 1
        return self._article.blocks[self._spans[number][2]] if number < len(self._spans) else None

    def block_at(self, start: int, end: int) -> Block | None:
        """The block that a comment is about: the one whose text it stands in or closes, or else the next one."""
        number = bisect_right(self._starts, start)
        between = self._article.source.text[self._spans[number - 1][1] : start] if number else "\n"
        if not between.strip() and "\n" not in between and "\r" not in between:
            return self._article.blocks[self._spans[number - 1][2]]
        return self.block_from(end)

    def span(self, block: Block) -> tuple[int, int]:
        """The source span of a block; of a cell, that of its table."""
        if block.cell is not None:
            return self._tables[block.cell.table]
        return self._article.source_span(block.start, block.end)

    def clean(self, offset: int) -> int:
        """The start of the block at or after a source offset, in the clean text."""
        block = self.block_from(offset)
        return len(self._article.text) if block is None else block.start


def written(article: Article, layout: Layout) -> Iterator[Suppression]:
    """Every suppression that stands in the article itself."""
    text = article.source.text
    if "factlint" not in text:
        return
    if article.source.format == "markdown":
        from factlint.matter import listed

        yield from listed(article, layout)
    if article.source.format in _COMMENTED:
        directives = tuple(_directives(article))
        yield from _ignored(directives, layout)
        yield from _disabled(directives, layout, len(text))


def _directives(article: Article) -> Iterator[Directive]:
    """The comments that print nothing; one inside code is an example, and printed."""
    text = article.source.text
    printed = _Printed(article)
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        close = text.find("-->", opening.end())
        if close < 0:
            return
        at = close + 3
        if not printed.holds(opening.start()):
            verb, _, rest = text[opening.end() : close].strip().partition(" ")
            yield Directive(verb.strip(), said(rest), opening.start(), at)


def _ignored(directives: tuple[Directive, ...], layout: Layout) -> Iterator[Suppression]:
    for directive in directives:
        place = ((directive.start, directive.end), layout.clean(directive.end), _COMMENT)
        if directive.verb not in _VERBS:
            close = nearest(directive.verb, _VERBS)
            meant = f" (did you mean {close}?)" if close else ""
            fault = f"{directive.verb[:80]!r} is none of {', '.join(_VERBS)}{meant}"
            yield Suppression("", directive.said.reason, 0, 0, *place, fault=fault)
        elif directive.said.fault:
            yield Suppression("", directive.said.reason, 0, 0, *place, fault=directive.said.fault)
        elif directive.verb == "ignore":
            block = layout.block_at(directive.start, directive.end)
            start, end = layout.span(block) if block else (0, 0)
            for word in directive.said.words:
                yield Suppression(word, directive.said.reason, start, end, *place)


def _disabled(directives: tuple[Directive, ...], layout: Layout, length: int) -> Iterator[Suppression]:
    """From each ``disable`` to the ``enable`` of the same word, or to the next ``disable``, or to the end."""
    opened: dict[str, Directive] = {}

    def closed(word: str, end: int) -> Suppression:
        directive = opened.pop(word)
        place = ((directive.start, directive.end), layout.clean(directive.end), _COMMENT)
        return Suppression(word, directive.said.reason, directive.end, end, *place)

    for directive in directives:
        if directive.verb not in ("disable", "enable"):
            continue
        for word in directive.said.words:
            if word in opened:
                yield closed(word, directive.start)
            elif directive.verb == "enable":
                place = ((directive.start, directive.end), layout.clean(directive.end), _COMMENT)
                yield Suppression(word, "enable", 0, 0, *place, fault=f"{word} was not disabled before it is enabled")
            if directive.verb == "disable":
                opened[word] = directive
    for word in tuple(opened):
        yield closed(word, length)


class _Printed:
    """Which parts of the source stand in the clean text as they are."""

    def __init__(self, article: Article) -> None:
        kept = article.segments
        self._spans = sorted(
            (start, end) for start, end, same in zip(kept.source, kept.source_end, kept.same, strict=True) if same
        )

    def holds(self, offset: int) -> bool:
        number = bisect_left(self._spans, (offset + 1,))
        return number > 0 and self._spans[number - 1][1] > offset
