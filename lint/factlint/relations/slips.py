"""Slips of the keyboard: how one number becomes another when it is typed again."""

from __future__ import annotations

from fractions import Fraction

from factlint.figures.figure import Figure

_LONGEST = 12


def slip(wrong: Figure, right: Figure) -> str:
    """How ``wrong`` may have come from ``right``, in words for an editor; empty when no single slip explains it.

    ``right`` may be more exact: it is also tried rounded and cut to as many digits as ``wrong`` has.
    """
    if wrong.value is None or right.value is None or not wrong.value or not right.value:
        return ""
    typed, size = _digits(wrong.value)
    meant, true_size = _digits(right.value)
    if not typed or not meant:
        return ""
    if size != true_size and (typed == meant or (len(typed) > 1 and typed in _shortened(meant, len(typed)))):
        return f"{right.quote} with the decimal point or the scale shifted."
    if abs(size - true_size) > 1:
        return ""
    for digits in dict.fromkeys((meant, *_shortened(meant, len(typed)))):
        if found := _edit(typed, digits, size == true_size):
            return f"{right.quote} with {found}."
    return ""


def _edit(typed: str, meant: str, same_size: bool) -> str:
    """The single edit that leads from ``meant`` to ``typed``."""
    if typed == meant or len(meant) < 2 or len(typed) < 2:
        return ""
    if len(typed) == len(meant):
        differing = [at for at, (one, other) in enumerate(zip(typed, meant, strict=True)) if one != other]
        if len(differing) == 1 and same_size:
            return "one digit changed"
        if len(differing) == 2 and sorted(typed) == sorted(meant):
            return "two digits swapped"
    if len(meant) == len(typed) + 1 and _without_one(meant, typed):
        return "a digit dropped"
    if len(typed) == len(meant) + 1 and _without_one(typed, meant):
        return "a digit doubled"
    return ""


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _shortened(digits: str, length: int) -> tuple[str, ...]:
    """Digits cut and rounded to a length, without trailing zeros."""
    if len(digits) <= length:
        return (digits,)
    cut = digits[:length]
    rounded = str(int(cut) + (digits[length] >= "5"))
    return (cut.rstrip("0") or cut, rounded.rstrip("0"))


def _digits(value: Fraction) -> tuple[str, int]:
    """The significant digits of a value and the power of ten of the first; no digits when it has no short decimal."""
    value = abs(value)
    shift = 0
    while value.denominator != 1 and shift < _LONGEST:
        value *= 10
        shift += 1
    if value.denominator != 1:
        return "", 0
    digits = str(value.numerator)
    return digits.rstrip("0"), len(digits) - 1 - shift
