"""Currencies that stand before a number: signs, codes, and signs with a country's letters."""

from __future__ import annotations

from typing import NamedTuple

from factlint.figures.numbers import Conventions
from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

_SIGNS = "$€£¥￥₹₩฿₽₺₫＄"
_COUNTRY = compiled(r"(?<![A-Za-z])(?:U\.S\.|RMB|[A-Z]{1,2})\Z")
_CODE = compiled(r"(?<![A-Za-z0-9.$])([A-Za-z]{2,3}\.?)\Z")
_CODE_ENDS = frozenset("YBDRPWFHKNVLOhsSeE.Mp¥￥")
_GLUED_ONLY = frozenset(("US", "Re", "RM"))


class Prefix(NamedTuple):
    """A currency before a number: its code and where it starts."""

    code: str
    start: int


def currency_before(text: str, start: int, words: Vocabulary, conventions: Conventions) -> Prefix | None:
    """The currency that stands right before ``start``, one blank allowed."""
    at = start
    if at and text[at - 1] in " \u00a0\u202f\u2009":
        at -= 1
    if not at:
        return None
    sign = text[at - 1]
    if sign in _SIGNS:
        return _sign(text, at - 1, sign, words, conventions)
    if sign not in _CODE_ENDS:
        return None
    found = _CODE.search(text, max(0, at - 5), at)
    if found is None:
        return None
    code = words.codes.get(found[1])
    if code is None or (at != start and found[1] in _GLUED_ONLY):
        return None
    return Prefix(code, found.start())


def _sign(text: str, at: int, sign: str, words: Vocabulary, conventions: Conventions) -> Prefix:
    while at and text[at - 1] == sign:
        at -= 1
    code = words.signs.get(sign, "USD")
    country = _COUNTRY.search(text, max(0, at - 5), at)
    if country is not None:
        full = words.signs.get(country[0] + sign) or words.codes.get(country[0] + sign) or words.codes.get(country[0])
        if full:
            return Prefix(full, country.start())
    return Prefix(conventions.yen if code == "¥" else code, at)


def begins_with_currency(quote: str, words: Vocabulary) -> bool:
    """Whether what looks like a designation is an amount: "RMB 5.0"."""
    code, _, number = quote.partition(" ")
    return number[:1].isdigit() and code in words.codes and code not in _GLUED_ONLY
