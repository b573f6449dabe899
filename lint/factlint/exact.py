"""Exact rationals and intervals written out, in digits that a reader and a program can use."""

from __future__ import annotations

from fractions import Fraction

from factlint.figures.interval import Interval


def digits(value: Fraction) -> str:
    """``1260000``, ``22.82``, or ``1/3`` where no finite decimal exists."""
    below, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while below % prime == 0:
            below //= prime
            power += 1
        places = max(places, power)
    if below != 1:
        return f"{value.numerator}/{value.denominator}"
    scaled = abs(value.numerator) * 10**places // value.denominator
    text = str(scaled).rjust(places + 1, "0")
    whole = f"{text[:-places]}.{text[-places:]}" if places else text
    return f"-{whole}" if value < 0 else whole


def grouped(value: Fraction) -> str:
    """As ``digits``, with commas between thousands."""
    text = digits(value)
    if "/" in text:
        return text
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}" if not whole.startswith("-0") else text


def bracketed(interval: Interval) -> str:
    """``[1,255,000, 1,265,000)``: a bracket includes its end, a parenthesis does not; one value stands alone."""
    if interval.low is not None and interval.low == interval.high:
        return grouped(interval.low)
    low = "-∞" if interval.low is None else grouped(interval.low)
    high = "∞" if interval.high is None else grouped(interval.high)
    opening = "[" if interval.low_closed and interval.low is not None else "("
    closing = "]" if interval.high_closed and interval.high is not None else ")"
    return f"{opening}{low}, {high}{closing}"
