"""Character references: ``&euro;``, ``&#8211;``, ``&#x2014;``."""

from __future__ import annotations

from factlint.patterns import compiled

# With the closing semicolon or, as old pages write them, without.
ENTITY = compiled(r"&(?:\#(?:[0-9]{1,7}+|[xX][0-9a-fA-F]{1,6}+)|[A-Za-z][A-Za-z0-9]{1,31}+);?")
_COMMON = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\u00a0", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "euro": "€", "pound": "£", "yen": "¥",
    "middot": "·", "bull": "•", "reg": "®", "trade": "™", "copy": "©", "deg": "°", "times": "×", "thinsp": "\u2009",
    "rsaquo": "›", "raquo": "»", "laquo": "«", "uuml": "ü", "ouml": "ö", "auml": "ä", "eacute": "é", "shy": "\u00ad",
}  # fmt: skip
_REPLACEMENT = "\ufffd"


def decoded(reference: str) -> str | None:
    """What a match of ENTITY prints; None when no such character is known and the text stands as it is."""
    body = reference[1:].removesuffix(";")
    if body[0] == "#":
        return _numbered(int(body[2:], 16) if body[1] in "xX" else int(body[1:]))
    if reference[-1] == ";" and body in _COMMON:
        return _COMMON[body]
    from html.entities import html5

    return html5.get(body + ";") if reference[-1] == ";" else html5.get(body)


def _numbered(number: int) -> str:
    if 0x80 <= number <= 0x9F:  # browsers read these as Windows-1252
        return bytes((number,)).decode("cp1252", "replace")
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return _REPLACEMENT
    return chr(number)
