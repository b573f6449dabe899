"""Exact values are written without loss and without more digits than they have."""

from __future__ import annotations

from fractions import Fraction

from factlint.exact import bracketed, digits, grouped
from factlint.figures.interval import Interval
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(-(10**15), 10**15), st.integers(0, 9), st.integers(0, 9))
def test_finite_decimals_read_back(mantissa: int, twos: int, fives: int) -> None:
    value = Fraction(mantissa, 2**twos * 5**fives)
    assert Fraction(digits(value)) == value
    assert "/" not in digits(value)
    assert Fraction(grouped(value).replace(",", "")) == value


@given(st.fractions())
def test_every_rational_reads_back(value: Fraction) -> None:
    assert Fraction(digits(value)) == value


def test_how_they_look() -> None:
    assert digits(Fraction(1_260_000)) == "1260000"
    assert digits(Fraction(-1, 20)) == "-0.05"
    assert grouped(Fraction(2_521_005, 2)) == "1,260,502.5"
    assert grouped(Fraction(-1_500_001, 2)) == "-750,000.5"
    assert grouped(Fraction(-1, 4)) == "-0.25"


def test_brackets_say_whether_an_end_is_included() -> None:
    assert bracketed(Interval(Fraction(1000), Fraction(2000), True, False)) == "[1,000, 2,000)"
    assert bracketed(Interval(Fraction(5), None, False, False)) == "(5, ∞)"
    assert bracketed(Interval(None, Fraction(5))) == "(-∞, 5]"
    assert bracketed(Interval.point(7)) == "7"
