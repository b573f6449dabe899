"""Bytes to text: the encoding is chosen by what the file holds, and what is no text is refused."""

from __future__ import annotations

import re

from factlint.patterns import compiled

MAX_BYTES = 10_000_000
"""The size of the largest file that is read unless the caller says otherwise."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
# The two-byte region of everyday hanzi and punctuation, and GB18030's four-byte form.
_GB = rb"[\xa1-\xf7][\xa1-\xfe]|[\x81-\xfe][0-9][\x81-\xfe][0-9]"
_GB_OTHER = rb"[\x81-\xfe][\x40-\xfe]|[\x80-\xff]"
# Latin letters, general punctuation and currency, Chinese characters with their punctuation.
_WRITTEN = compiled("[\t\n\r -~\u00a0-\u024f\u2000-\u206f\u20a0-\u20bf\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_DECLARED = rb"""(?i)charset\s*+=\s*+["']?([A-Za-z0-9_.:-]++)"""


class UnreadableError(Exception):
    """An article that cannot be read. ``kind`` is for programs, ``message`` for people.

    Kinds: ``too-large``, ``binary``, ``encoding``, ``json``, ``payload``, ``html``. ``line`` and ``column`` start at 1
    and are None where the whole file is meant.
    """

    def __init__(self, kind: str, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.line = line
        self.column = column


def decode(data: bytes, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> tuple[str, str]:
    """The text of a file without byte order mark, and the name of its encoding.

    Without ``encoding`` it is chosen by content among UTF-8, UTF-16 and GB18030; a charset that an HTML page
    declares is believed when it is none of these. Raises UnreadableError.
    """
    if len(data) > max_bytes:
        raise UnreadableError(
            "too-large", f"the file has {_size(len(data))}, more than the limit of {_size(max_bytes)}"
        )
    if encoding is not None:
        return _decode_as(data, encoding)
    _refuse_signatures(data)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, name).removeprefix("\ufeff"), name
    if b"\0" in data:
        return _decode_wide(data)
    if len(data.translate(None, _CONTROLS)) < len(data) * 0.99:
        raise UnreadableError("binary", "the file is binary, not text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error)


def position(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column (bytes) of a byte offset, both from 1."""
    return data.count(b"\n", 0, offset) + 1, offset - data.rfind(b"\n", 0, offset)


def _refuse_signatures(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError("binary", f"the file is {name}, not text; save the article as text, HTML or JSON")


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    import codecs

    try:
        codec = codecs.lookup(encoding)
        known = getattr(codec, "_is_text_encoding", True)
    except (LookupError, ValueError):
        known = False
    if not known:
        raise UnreadableError(
            "encoding", f"unknown encoding {encoding!r}; known are for example utf-8, utf-16, gb18030, windows-1252"
        )
    return _strict(data, codec.name).removeprefix("\ufeff"), codec.name


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = position(data, error.start)
        raise UnreadableError(
            "encoding", f"byte {error.start} is not valid {encoding}: {error.reason}", line, column
        ) from None
    except UnicodeError as error:
        raise UnreadableError("encoding", f"the file is not valid {encoding}: {error}") from None


def _decode_wide(data: bytes) -> tuple[str, str]:
    """UTF-16 without a mark: the byte order in which nearly all characters are Latin or Chinese text."""
    if len(data) % 2 == 0:
        for name in ("utf-16-le", "utf-16-be"):
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            sample = text[:4096]
            if "\0" not in text and len(_WRITTEN.findall(sample)) >= len(sample) * 0.9:
                return text, name
    raise UnreadableError("binary", "the file is binary, not text")


def _decode_legacy(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    if _looks_chinese(data):
        try:
            return data.decode("gb18030"), "gb18030"
        except UnicodeDecodeError:
            pass
    declared = re.search(_DECLARED, data[:2048])
    if declared:
        name = declared[1].decode("ascii")
        if not name.lower().replace("_", "-").startswith(("utf", "gb")):
            return _decode_as(data, name)
    line, column = position(data, error.start)
    raise UnreadableError(
        "encoding",
        f"the file is neither UTF-8, UTF-16 nor GB18030 (byte {error.start} is 0x{data[error.start]:02x}); "
        "name its encoding, for example windows-1252",
        line,
        column,
    )


def _looks_chinese(data: bytes) -> bool:
    """Whether the bytes above 0x7f are pairs as GB18030 writes them; in Western encodings they stand alone."""
    rest, pairs = re.subn(_GB, b"", data)
    others = len(re.findall(_GB_OTHER, rest))
    return pairs > 0 and others * 5 <= pairs


def _size(size: int) -> str:
    if size >= 1_000_000:
        return f"{size / 1_000_000:.4g} MB"
    return f"{size:,} bytes"
