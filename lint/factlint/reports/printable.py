"""Article text made safe to print, and measured as a terminal draws it."""

from __future__ import annotations

from factlint.patterns import compiled

_UNSAFE = compiled("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_MARKS = {"✓": "ok", "…": "...", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "×": "x", "≈": "~"}


def safe(text: str) -> str:
    """The text with control, bidirectional and unpaired characters as visible escapes: it cannot drive a terminal."""
    return _UNSAFE.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    known = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character)
    return known or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def in_ascii(text: str) -> str:
    """The text in ASCII: our own marks by likenesses, the rest as escapes."""
    if text.isascii():
        return text
    for mark, likeness in _MARKS.items():
        text = text.replace(mark, likeness)
    return text.encode("ascii", "backslashreplace").decode()


def width(text: str) -> int:
    """The columns that a terminal takes for the text: two for East Asian wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    columns = 0
    for character in text:
        if east_asian_width(character) in "WF":
            columns += 2
        elif category(character) not in ("Mn", "Me", "Cf"):
            columns += 1
    return columns


def shortened(text: str, columns: int) -> str:
    """The text cut to a width, with an ellipsis where something is left out."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for character in text:
        used += width(character)
        if used >= columns:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"
