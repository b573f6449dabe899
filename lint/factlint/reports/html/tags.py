"""HTML written with everything escaped that comes from elsewhere."""

from __future__ import annotations

from factlint.patterns import compiled

_RESERVED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
# What HTML may not hold, and what could turn the text around it: controls, bidirectional overrides and isolates,
# noncharacters, half surrogate pairs.
_SPECIAL = compiled(
    "[&<>\"'\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_CONTROL_PICTURES = 0x2400


def escaped(text: str) -> str:
    """The text for content and attribute values; what cannot be shown is named in its place."""
    return _SPECIAL.sub(lambda found: _shown(found[0]), text)


def tag(name: str, content: str = "", **attributes: str | int | bool | None) -> str:
    """An element. ``content`` is HTML; attribute values are text, True is a bare name, False and None are left out.

    ``class_`` is ``class``, ``aria_label`` is ``aria-label``.
    """
    return f"{opened(name, **attributes)}{content}</{name}>"


def opened(name: str, **attributes: str | int | bool | None) -> str:
    """A start tag, of an element without content too."""
    told = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    return f"<{name}{told}>"


def _attribute(key: str, value: str | int | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return "" if value is False else f' {name}="{escaped(str(value))}"'


def _shown(character: str) -> str:
    code = ord(character)
    if character in _RESERVED:
        return _RESERVED[character]
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else f"⟨U+{code:04X}⟩"
