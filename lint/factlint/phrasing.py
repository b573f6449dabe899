"""Numbers as an editor writes them: what the arithmetic gives, beside what the text prints."""

from __future__ import annotations

from fractions import Fraction

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_AFTER = {"CNY": "yuan", "JPY": "yen", "KRW": "won"}


def percent(value: Fraction, places: int = 1) -> str:
    """``48.2%`` from a value in percent."""
    return f"{decimal(value, places)}%"


def decimal(value: Fraction, places: int = 1) -> str:
    """A rational with a fixed number of decimals, rounded half up, with commas."""
    scale = 10**places
    scaled = value * scale
    whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    digits = f"{whole // scale:,}" + (f".{whole % scale:0{places}d}" if places else "")
    return f"-{digits}" if value < 0 and whole else digits


def number(value: Fraction, digits: int = 4) -> str:
    """A count as a sub-editor writes it: ``404,100`` or ``1.23 million``, to about ``digits`` figures."""
    size = abs(value)
    for scale, word in _SCALES:
        if size >= scale:
            return f"{_short(value / scale, digits)} {word}"
    if size >= 1000 or value.denominator == 1:
        return decimal(value, 0)
    return _short(value, digits)


def _short(value: Fraction, digits: int) -> str:
    places = max(0, digits - len(str(int(abs(value)))))
    text = decimal(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Fraction, unit: str | None, digits: int = 4) -> str:
    """A value with its unit: ``$50 million``, ``7 million yuan``, ``130.5 mph``, ``48.2%``."""
    if unit is None:
        return number(value, digits)
    if unit == "%":
        return percent(value)
    if unit == "pp":
        return f"{decimal(value, 1)} percentage points"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number(value, digits)}"
    return f"{number(value, digits)} {_AFTER.get(unit, unit)}"


def listed(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
