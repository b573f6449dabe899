"""The blocks of a rich text: what an editor sees of each, and where in the HTML every character stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li"))


@dataclass
class Block:
    """One paragraph, heading or list item.

    ``key`` is the name of the block in the editor; empty in a text that no editor wrote.
    """

    key: str
    text: str = ""
    offsets: list[int] = field(default_factory=list)

    def add(self, text: str, offset: int, step: int) -> None:
        self.offsets += [offset + index * step for index in range(len(text))]
        self.text += text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the field's value as a span of ``text``; empty where the block does not have it."""
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)


def plain_block(value: str) -> Block:
    """A field without markup, as one block."""
    return Block("", value, list(range(len(value))))


def rich_blocks(value: str) -> list[Block]:
    """The blocks of a field that Wagtail's rich text editor wrote, in order."""
    reader = _Reader(value)
    reader.feed(value)
    reader.close()
    return reader.blocks


def utf16(text: str) -> int:
    """The length of a text in the units that JavaScript counts."""
    return len(text.encode("utf-16-le")) // 2


class _Reader(HTMLParser):
    def __init__(self, value: str) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self._lines = list(_line_starts(value))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.blocks.append(Block(dict(attrs).get("data-block-key") or ""))
        elif tag == "br":
            self._add("\n", 0)

    def handle_data(self, data: str) -> None:
        self._add(data, 1)

    def handle_entityref(self, name: str) -> None:
        self._add(unescape(f"&{name};"), 0)

    def handle_charref(self, name: str) -> None:
        self._add(unescape(f"&#{name};"), 0)

    def _add(self, text: str, step: int) -> None:
        if self.blocks:
            self.blocks[-1].add(text, self._at(), step)


def _line_starts(value: str) -> Iterator[int]:
    yield 0
    for index, character in enumerate(value):
        if character == "\n":
            yield index + 1
