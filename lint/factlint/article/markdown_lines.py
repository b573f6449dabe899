"""The lines of a Markdown file, their indents and block-quote marks taken off."""

from __future__ import annotations

import msgspec

from factlint.patterns import compiled

_LINE = compiled(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_PREFIX = compiled(r"(?:[ ]{0,3}>[ ]?)++")


class Line(msgspec.Struct, frozen=True, eq=False):
    """Content of a line after its block-quote marks: ``text[start:end]``; ``indent`` counts blanks before it."""

    start: int
    end: int
    indent: int
    quoted: bool

    @property
    def blank(self) -> bool:
        return self.start == self.end


def lines_of(text: str, start: int) -> list[Line]:
    """All lines from an offset on, blank ones too."""
    lines = []
    for match in _LINE.finditer(text, start):
        begin, end = match.span()
        if begin == end and begin == len(text):
            break
        quoted = False
        prefix = _PREFIX.match(text, begin, end) if ">" in text[begin : begin + 4] else None
        if prefix:
            begin, quoted = prefix.end(), True
        content = text[begin:end]
        stripped = content.lstrip(" \t\u00a0\u3000")
        indent = len(content[: len(content) - len(stripped)].expandtabs(4))
        bare = stripped.rstrip()
        at = end - len(stripped)
        lines.append(Line(at, at + len(bare), indent, quoted))
    return lines
