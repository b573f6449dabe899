"""Printing a quantity in any supported form and scanning it gives it back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from factlint.figures.figure import Figure
from factlint.figures.scan import scan
from hypothesis import given, settings
from hypothesis import strategies as st

SCALES = {"": 1, " thousand": 10**3, " million": 10**6, " billion": 10**9, "bn": 10**9, " lakh": 10**5, " crore": 10**7}
UNITS = {
    "%": "%", " percent": "%", " per cent": "%", " pct": "%", " percentage points": "pp", " km": "km", " miles": "mi",
    " kWh": "kWh", "-kWh": "kWh", " GWh": "GWh", " kW": "kW", " hp": "hp", " PS": "PS", " Nm": "N*m", " N·m": "N*m",
    " lb-ft": "lb*ft", " mph": "mph", " km/h": "km/h", " kilometres per hour": "km/h", " mpg": "mpg", " mm": "mm",
    " kg": "kg", " tonnes": "t", " litres": "L", " cu ft": "cu-ft", " Wh/kg": "Wh/kg", " kWh/100 km": "kWh/100km",
    " L/100 km": "L/100km", " g/km": "g/km", " TOPS": "TOPS", " hectares": "ha", " degrees Celsius": "degC", "V": "V",
    " square metres": "m2", " m2": "m2", " seconds": "s", " minutes": "min", " hours": "h", " days": "day",
    " months": "month", " years": "year", " GB": "GB", " rpm": "rpm", " bar": "bar", "公里": "km", "千瓦": "kW",
}  # fmt: skip
MONEY = {
    ("$", ""): "USD", ("US$", ""): "USD", ("€", ""): "EUR", ("£", ""): "GBP", ("RMB ", ""): "CNY", ("", " yuan"): "CNY",
    ("", " RMB"): "CNY", ("₹", ""): "INR", ("Rs ", ""): "INR", ("", " dlrs"): "USD", ("", " euros"): "EUR",
    ("HK$", ""): "HKD", ("", " yen"): "JPY", ("¥", ""): "CNY", ("", "元"): "CNY", ("EUR", ""): "EUR",
}  # fmt: skip
HEDGES = {
    "about": "about", "around": "about", "roughly": "about", "some": "about", "over": "over", "more than": "over",
    "exceeding": "over", "at least": "at_least", "no fewer than": "at_least", "nearly": "nearly", "almost": "nearly",
    "just under": "nearly", "up to": "up_to", "as many as": "up_to", "no more than": "up_to", "below": "under",
    "less than": "under", "just over": "just_over", "exactly": "exactly", "starting at": "from",
}  # fmt: skip
ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def only(text: str) -> Figure:
    """The one figure of a text."""
    figures = [figure for figure in scan(text) if figure.kind != "name"]
    assert len(figures) == 1, (text, [figure.quote for figure in figures])
    return figures[0]


@given(st.integers(1, 10**12), st.sampled_from(["", " vehicles", " new orders"]))
def test_whole_numbers_in_groups(number: int, noun: str) -> None:
    figure = only(f"It counted {number:,}{noun or ' of them'}.")
    assert figure.value == number
    assert figure.quote == f"{number:,}"
    assert figure.noun == (noun.split()[-1] if noun else None)


@given(st.integers(1, 9999), st.integers(0, 3), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(UNITS)))
@settings(max_examples=400, deadline=None)
def test_measures(mantissa: int, places: int, scale: str, name: str) -> None:
    number = f"{mantissa / 10**places:.{places}f}"
    if scale and name in ("V", "-kWh"):
        name = " kWh"
    value = Fraction(number) * SCALES[scale]
    figure = only(f"It reached {number}{scale}{name} then.")
    assert (figure.value, figure.unit) == (value, UNITS[name])
    assert figure.quote == f"{number}{scale}{name}"
    assert figure.interval is not None
    assert figure.interval.contains(value)
    assert figure.step == Fraction(1, 10**places) * SCALES[scale]


@given(st.integers(1, 999_999), st.integers(0, 2), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(MONEY)))
@settings(max_examples=300, deadline=None)
def test_money(mantissa: int, places: int, scale: str, sides: tuple[str, str]) -> None:
    number = f"{mantissa / 10**places:,.{places}f}"
    before, behind = sides
    printed = f"{before}{number}{scale}{behind}"
    figure = only(f"It paid {printed} for it.")
    assert figure.quote == printed
    assert figure.kind == "money"
    assert figure.unit == MONEY[sides]
    assert figure.value == Fraction(number.replace(",", "")) * SCALES[scale]


@given(st.sampled_from(sorted(HEDGES)), st.integers(21, 9999))
def test_hedges(words: str, number: int) -> None:
    text = f"It built {words} {number:,} cars."
    figure = only(text)
    assert figure.hedge == HEDGES[words]
    assert figure.quote == f"{number:,}"
    assert text[figure.phrase_start : figure.phrase_end] == f"{words} {number:,} cars"


@given(
    st.integers(1, 999),
    st.integers(1, 999),
    st.sampled_from(["-", "–", " to "]),
    st.sampled_from([" kWh", "%", " million units"]),
)
def test_ranges(low: int, more: int, dash: str, behind: str) -> None:
    high = low + more
    figure = only(f"Expect {low}{dash}{high}{behind} here.")
    scale = 10**6 if "million" in behind else 1
    assert [end.value for end in figure.ends] == [low * scale, high * scale]
    assert figure.low == figure.ends[0].low
    assert figure.high == figure.ends[1].high


@given(st.integers(2, 99), st.sampled_from(["", " million", " thousand", " billion"]))
def test_number_words(number: int, scale: str) -> None:
    tens, ones = divmod(number, 10)
    if number <= 16:
        words = ONES[number]
    elif number < 20:
        words = f"{ONES[ones].removesuffix('t') if ones == 8 else ONES[ones]}teen"
    else:
        words = TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    figure = only(f"They sold {words}{scale} cars.")
    assert figure.value == number * {"": 1, " thousand": 10**3, " million": 10**6, " billion": 10**9}[scale]
    assert figure.noun == "cars"


@pytest.mark.parametrize("date", [None])
@given(st.integers(1, 99), st.integers(100, 999_999))
def test_lakh_grouping_where_the_document_uses_it(date: None, lakhs: int, rest: int) -> None:
    digits = f"{rest:06d}"[-5:]
    printed = f"{lakhs},{digits[:2]},{digits[2:]}"
    figure = only(f"The dealers, who think in lakh and crore, sold {printed} cars.")
    assert figure.value == int(printed.replace(",", ""))


@given(st.integers(1, 99), st.integers(0, 99))
def test_decimal_commas_where_the_document_uses_them(whole: int, places: int) -> None:
    first, second = [
        figure for figure in scan(f"Plus {whole},{places:02d} % und {whole},{places:02d} km.") if figure.kind != "name"
    ]
    assert first.value == second.value == Fraction(f"{whole}.{places:02d}")
