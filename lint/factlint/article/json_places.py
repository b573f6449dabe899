"""JSON with places: every value knows where in the file it stands, every string where each of its characters does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from factlint.article.article import Segments
from factlint.article.decode import UnreadableError
from factlint.patterns import compiled

_TOKEN = compiled(r'[ \t\n\r]*+(?:(")|([{\[])|([}\]])|[,:]|([^\s,:\]}]++))')
_STRING_END = compiled(r'(?:[^"\\]++|\\.)*+"', re.S)
_ESCAPE = compiled(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(.)")
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_MOST_DEPTH = 200


class Text(msgspec.Struct, frozen=True, eq=False):
    """A string: ``source[start:end]`` without its quotes, escapes not yet resolved."""

    start: int
    end: int


Value = dict[str, "Value"] | list["Value"] | Text | str
"""An object, an array, a string, or the letters of a number, true, false or null."""


def parse(source: str) -> Value:
    """The values of a JSON file with their places. Raises UnreadableError with line and column."""
    import json

    try:
        json.loads(source)
    except json.JSONDecodeError as error:
        raise UnreadableError("json", f"broken JSON: {_reason(error.msg)}", error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise UnreadableError("json", f"JSON nested more than {_MOST_DEPTH} deep is no article") from None
    return _Parser(source).value


def _reason(message: str) -> str:
    return message[0].lower() + message[1:]


class _Parser:
    """Builds the value of JSON that is known to be valid; no recursion."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.value: Value = ""
        self._open: list[dict[str, Value] | list[Value]] = []
        self._keys: list[str | None] = []
        self._read()

    def _read(self) -> None:
        at = 0
        while match := _TOKEN.match(self.source, at):
            at = match.end()
            if match[1]:
                close = _STRING_END.match(self.source, at)
                if close is None:
                    return
                self._string(Text(at, close.end() - 1))
                at = close.end()
            elif match[2]:
                self._enter({} if match[2] == "{" else [])
            elif match[3]:
                self._open.pop()
                self._keys.pop()
            elif match[4]:
                self._put(match[4])

    def _enter(self, container: dict[str, Value] | list[Value]) -> None:
        if len(self._open) >= _MOST_DEPTH:
            raise UnreadableError("json", f"JSON nested more than {_MOST_DEPTH} deep is no article")
        self._put(container)
        self._open.append(container)
        self._keys.append(None)

    def _string(self, text: Text) -> None:
        if self._open and isinstance(self._open[-1], dict) and self._keys[-1] is None:
            self._keys[-1] = resolve(self.source, text)[0]
        else:
            self._put(text)

    def _put(self, value: Value) -> None:
        if not self._open:
            self.value = value
            return
        container = self._open[-1]
        if isinstance(container, list):
            container.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            container[key] = value
            self._keys[-1] = None


def resolve(source: str, text: Text) -> tuple[str, Segments]:
    """The characters of a string, and the way from each to its place in the file."""
    if source.find("\\", text.start, text.end) < 0:
        return source[text.start : text.end], Segments(
            clean=(0,), source=(text.start,), source_end=(text.end,), same=(True,)
        )
    parts: list[str] = []
    rows: list[tuple[int, int, int, bool]] = []
    length = 0
    for start, end, printed in _pieces(source, text):
        part = source[start:end] if printed is None else printed
        rows.append((length, start, end, printed is None))
        parts.append(part)
        length += len(part)
    clean, begins, ends, same = zip(*rows, strict=True)
    return "".join(parts), Segments(clean=clean, source=begins, source_end=ends, same=same)


def _pieces(source: str, text: Text) -> Iterator[tuple[int, int, str | None]]:
    at = text.start
    for escape in _ESCAPE.finditer(source, text.start, text.end):
        if escape.start() > at:
            yield at, escape.start(), None
        yield *escape.span(), _escaped(escape)
        at = escape.end()
    if at < text.end:
        yield at, text.end, None


def _escaped(escape: re.Match[str]) -> str:
    if escape[1]:
        return chr(0x10000 + ((int(escape[1], 16) - 0xD800) << 10) + int(escape[2], 16) - 0xDC00)
    if escape[3]:
        number = int(escape[3], 16)
        return "\ufffd" if 0xD800 <= number <= 0xDFFF else chr(number)
    return _SIMPLE.get(escape[4], escape[4])
