"""Fractions in digits: 3/8 point, 18-3/4 dlrs, 2½ years."""

from __future__ import annotations

from typing import NamedTuple

from factlint.patterns import compiled

_MIXED = compiled(r"(?:([0-9]{1,3})[- ])?([0-9]{1,2})/([0-9]{1,2})(?![0-9/]|[.,][0-9])")
_VULGAR = {
    "½": (1, 2),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_DENOMINATORS = frozenset((2, 3, 4, 5, 8, 10, 16, 32))
_OF_SHARES = frozenset((2, 4, 8, 16, 32))
"""Shares were traded in these: ``closed at 34-3/4`` needs no unit behind it."""
_ENDS = compiled(r"[.,;:)]?(?:\s|$)")
_FOLLOWS = compiled(
    r" (?:of\b|dlrs?\b|pct\b|per ?cent\b|points?\b|percentage\b|inch|in\b|mile|hours?\b|minutes?\b|months?\b|days?\b|weeks?\b|million\b|billion\b|miles?\b|years?\b|litres?\b|dollars?\b|cts\b|cents?\b|pence\b|pounds?\b|acres?\b|feet\b|lengths?\b|seconds?\b|times\b|tons?\b|tonnes?\b)|%| ?-?inch"
)


class Fractional(NamedTuple):
    """A whole number with a fraction: ``above/below`` in all."""

    above: int
    below: int
    end: int


def read_fraction(text: str, start: int, end: int) -> Fractional | None:
    """The fraction that begins with the digits ``text[start:end]``, where a quantity can follow it."""
    vulgar = _VULGAR.get(text[end : end + 1])
    if vulgar:
        above, below = vulgar
        whole = int(text[start:end]) if text[start:end].isdecimal() and end - start < 6 else 0
        return Fractional(whole * below + above, below, end + 1)
    if "/" not in text[end : end + 4]:
        return None
    found = _MIXED.match(text, start)
    if found is None:
        return None
    whole, above, below = int(found[1] or 0), int(found[2]), int(found[3])
    quoted = whole > 0 and text[found.end(1)] == "-" and below in _OF_SHARES and _ENDS.match(text, found.end())
    if not quoted and not _FOLLOWS.match(text, found.end()):
        return None
    if below not in _DENOMINATORS or not 0 < above < below:
        return None
    return Fractional(whole * below + above, below, found.end())
