"""Digits as they are printed: their value, the worth of the last digit, or what is wrong with them."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import msgspec

from factlint.patterns import compiled

DIGITS = r"\d++(?:(?:[.,]|，|．){1,2}+\d++|(?<!\d{4})(?:'|’|\u00a0|\u2009|\u202f)\d{3}(?!\d))*+"
"""A run of digits with whatever stands between them: 1,540,077 - 30,00 - 43,.590 - 12 500 (thin space)."""

LONGEST = 24
"""A run of more characters is a code."""

_WESTERN = compiled(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,8})?")
_THIN = compiled(r"[1-9][0-9]{0,2}(?:['’\u00a0\u2009\u202f][0-9]{3}){1,5}(?:[.,][0-9]{1,3})?")
_LAKH = compiled(r"[1-9][0-9]?(?:,[0-9]{2}){1,4},[0-9]{3}(?:\.[0-9]{1,4})?")
_CONTINENTAL = compiled(r"[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{1,4}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}")
_POINTS = compiled(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,5}")
_SEPARATOR = compiled(r"[.,]+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_SPACES = str.maketrans("", "", "'’\u00a0\u2009\u202f")

_SHORT_GROUP = compiled(r",[0-9]{1,2}(?![0-9])")
_INDIAN = compiled(r"[₹Rlcr](?:(?<=₹)|(?<=\bR)s\b|(?:(?<=\bl)akh|(?<=\bc)rore|(?<=\br)upee)s?\b)")
_LAKHS = compiled(r"[0-9](?<![0-9,].)[0-9]?(?:,[0-9]{2}){1,3},[0-9]{3}(?![0-9,])")
_LARGE = compiled(r"[0-9](?<![0-9,].)(?:[0-9]{2}|[0-9]{0,2},[0-9]{3}),[0-9]{3}(?![0-9,])")
_DECIMAL_COMMA = compiled(r"[0-9](?<![0-9.,].)[0-9]{0,2}(?:\.[0-9]{3})*,[0-9]{1,2}(?![0-9,.])")
_GROUPED_BY_POINTS = compiled(r"[1-9](?<![0-9.,].)[0-9]{0,2}(?:\.[0-9]{3}){2,5}(?![0-9.,])")
_ENGLISH = compiled(r"[0-9](?<![0-9.,].)(?:[0-9]{0,2}(?:,[0-9]{3})+|[0-9]*\.[0-9]{1,2})(?![0-9,.]|\.[0-9])")


PLAIN = compiled(r"[1-9][0-9]{0,2}(?: [0-9]{3}){1,4}(?![0-9]|[,. ][0-9])")
"""Groups of three that plain blanks part, as on the continent: 1 234 567."""


class Conventions(msgspec.Struct, frozen=True):
    """How a document prints its numbers: what one sentence cannot tell."""

    lakh: bool = False
    """Indian grouping: 3,07,389."""
    decimal_comma: bool = False
    """Continental: 1.234,5 and 12,5 %."""
    yen: str = "CNY"
    """Whose currency ¥ is."""
    pounds: str = "lb"
    """What "pounds" are: lb, or GBP where the document uses £."""


class Printed(NamedTuple):
    """A well-formed number: ``mantissa`` counts steps of ``1/below``."""

    mantissa: int
    below: int = 1


class Malformed(NamedTuple):
    """A number that fits no grouping, and the values that it may have been meant to have."""

    form: str
    readings: tuple[Fraction, ...]


def conventions_of(text: str, china: tuple[str, ...] = (), japan: tuple[str, ...] = ()) -> Conventions:
    """The conventions of a document; ``china`` and ``japan`` are words that tell whose ¥ it is."""
    lakh = decimal_comma = False
    if _SHORT_GROUP.search(text):
        lakh = bool(_INDIAN.search(text)) or bool(_LAKHS.search(text) and not _LARGE.search(text))
        if not lakh:
            continental = sum(1 for _ in _DECIMAL_COMMA.finditer(text))
            pointed = continental > 0 and _GROUPED_BY_POINTS.search(text) is not None
            decimal_comma = (continental > 1 or pointed) and not _ENGLISH.search(text)
    yen = "CNY"
    if "¥" in text or "￥" in text:
        eastern = sum(text.count(word) for word in japan)
        if eastern > sum(text.count(word) for word in china):
            yen = "JPY"
    return Conventions(lakh, decimal_comma, yen, "GBP" if "£" in text else "lb")


def read_digits(run: str, conventions: Conventions) -> Printed | Malformed | None:
    """What a run of digits says; None for codes and versions (007, 5.0.1)."""
    if len(run) > LONGEST:
        return None
    if not run.isascii():
        run = run.translate(_FULL_WIDTH)
        if not run.translate(_SPACES).isascii():
            return None
    if run.isdigit():
        if run[0] == "0" and len(run) > 1:
            return None
        return Printed(int(run))
    if conventions.decimal_comma and _CONTINENTAL.fullmatch(run):
        return _decimal(run.replace(".", "").replace(",", "."))
    whole, point, places = run.partition(".")
    if point and whole.isdigit() and places.isdigit():
        if whole[0] == "0" and len(whole) > 1:
            return None
        return Printed(int(whole + places), 10 ** len(places))
    if _WESTERN.fullmatch(run):
        return _decimal(run.replace(",", ""))
    if _THIN.fullmatch(run):
        return _decimal(run.translate(_SPACES).replace(",", "."))
    if _LAKH.fullmatch(run) and conventions.lakh:
        return _decimal(run.replace(",", ""))
    return _diagnosis(run)


def _decimal(digits: str) -> Printed:
    whole, _, places = digits.partition(".")
    return Printed(int(whole + places), 10 ** len(places))


def _diagnosis(run: str) -> Malformed | None:
    """What is wrong with digits that fit no grouping, and the readings in order of likelihood."""
    groups = _SEPARATOR.split(run)
    if len(groups) < 2 or not all(group.isascii() and group.isdigit() for group in groups):
        return None
    commas, points = "," in run, "." in run
    if commas and all(len(group) == 1 for group in groups) and len(groups) > 2:
        return None
    joined = int("".join(groups))
    last = len(groups[-1])
    readings = [Fraction(joined)]
    if commas and not points and ",," not in run:
        form = "grouping"
        if last < 3:
            readings += [Fraction(joined * 10), Fraction(joined * 100)]
        elif last > 3:
            readings += [Fraction(joined, 10)]
        if len(groups) == 2:
            readings.append(Fraction(joined, 10**last))
    elif points and not commas:
        if not _POINTS.fullmatch(run) and len(groups) > 2 and all(len(group) < 3 for group in groups[1:-1]):
            return Malformed("points", _decimal_readings(groups))
        form = "points"
        readings += _decimal_readings(groups)
    else:
        form = "separator"
        readings += _decimal_readings(groups)
    return Malformed(form, tuple(dict.fromkeys(readings)))


def _decimal_readings(groups: list[str]) -> tuple[Fraction, ...]:
    """The values with one separator kept as the decimal point, the last and the first one tried."""
    found = []
    for at in dict.fromkeys((len(groups) - 1, 1)):
        whole, places = "".join(groups[:at]), "".join(groups[at:])
        found.append(Fraction(int(whole + places), 10 ** len(places)))
    return tuple(found)
