"""The forms in which automotive news prints figures, and digits that are none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from factlint.figures.scan import scan


def found(text: str) -> list[tuple[str, Fraction | None, str | None]]:
    """Quote, value and unit of every quantity of a text."""
    skipped = ("name", "date", "period", "time")
    return [(figure.quote, figure.value, figure.unit) for figure in scan(text) if figure.kind not in skipped]


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("revenue of $1.2bn", "$1.2bn", 1_200_000_000, "USD"),
        ("about US$1.2 billion", "US$1.2 billion", 1_200_000_000, "USD"),
        ("a charge of 46p", "46p", "0.46", "GBP"),
        ("at 42 pence per kWh", "42 pence per kWh", "0.42", "GBP/kWh"),
        ("a dividend of 25 cents", "25 cents", "0.25", "USD"),
        ("Rs 7.5 lakh on road", "Rs 7.5 lakh", 750_000, "INR"),
        ("₹12.5 crore was spent", "₹12.5 crore", 125_000_000, "INR"),
        ("net of 12.3 mln dlrs", "12.3 mln dlrs", 12_300_000, "USD"),
        ("售价15.98万元", "15.98万元", 159_800, "CNY"),
        ("sold 1.23万 vehicles", "1.23万", 12_300, None),
        ("a loss of 4.8 trillion yen", "4.8 trillion yen", 4_800_000_000_000, "JPY"),
        ("down 190 basis points", "190 basis points", "1.9", "pp"),
        ("at minus 10 degrees Celsius", "minus 10 degrees Celsius", -10, "degC"),
        ("change of -5.2%", "-5.2%", "-5.2", "%"),
        ("supports 6C charging", "6C", 6, "C"),
        ("an 800V platform", "800V", 800, "V"),
        ("an 800-volt platform", "800-volt", 800, "V"),
        ("uses 12.1 kWh of electricity per 100 km", "12.1 kWh of electricity per 100 km", "12.1", "kWh/100km"),
        ("the 38,000-square-meter plant", "38,000-square-meter", 38_000, "m2"),
        ("it is 14 ft 6 in long", "14 ft 6 in", "14.5", "ft"),
        ("half a million cars", "half a million", 500_000, None),
        ("one and a half million cars", "one and a half million", 1_500_000, None),
        ("two and a half years", "two and a half years", "2.5", "year"),
        ("half a century ago", "half a century", 50, "year"),
        ("a dozen models", "a dozen", 12, None),
        ("nine in ten buyers", "nine in ten", "9/10", None),
        ("two-thirds of it", "two-thirds", "2/3", None),
        ("profit more than doubled", "doubled", 2, None),
        ("2.5 times the level", "2.5 times", "2.5", None),
        ("the 250,000th car", "250,000th", 250_000, None),
        ("its four-millionth engine", "four-millionth", 4_000_000, None),
        ("2½ years later", "2½ years", "2.5", "year"),
        ("paid 18-3/4 dlrs", "18-3/4 dlrs", "18.75", "USD"),
        ("The stock closed at 27-5/8, its best since May", "27-5/8", "27.625", None),
        ("covers 1\u202f200 km", "1\u202f200 km", 1_200, "km"),
        ("全国三百万辆", "三百万", 3_000_000, None),
        ("only １２ stores", "１２", 12, None),
    ],
)
def test_value_and_unit(text: str, quote: str, value: int | str, unit: str | None) -> None:
    assert found(text) == [(quote, Fraction(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Call 310-555-0188 or +82 2 555 0110.",
        "See https://example.com/2025/news-42.html and mail a1@b.cn",
        "Page 23, section 4, room 2304.",
        "1919 W. 223rd Street",
        "It won 3-2 and drew 1-1.",
        "ISO 26262 and Euro 7",
        "The tyres are 255/40 R20.",
        "the 2.0T engine and 5G",
        "12 Heolleung-ro, Seocho-gu",
        "microphone_2026-01-18_111805.jpg",
        "1. If you buy in the US",
        "He wears number 44.",
        "v5.0.1 of the software",
        "No one and none.",
    ],
)
def test_digits_that_are_no_quantity(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("a fleet of 30 IM L6 data collection vehicles", "vehicles"),
        ("over 200 AVATR sales stores set up", "stores"),
        ("58,000 fixed orders for it", "orders"),
        ("50,000 high-end NEVs, while", "NEVs"),
        ("2.9 lakh registered vehicles", "vehicles"),
        ("420,000 registered last year", None),
        ("the 31-million-unit mark", "unit"),
        ("four trim options", "options"),
        ("2,500 people work", "people"),
        ("5,000 units in May", "units"),
        ("10,000 a year", None),
    ],
)
def test_counted_noun(text: str, noun: str | None) -> None:
    (figure,) = [figure for figure in scan(text) if figure.kind == "count"]
    assert figure.noun == noun


@pytest.mark.parametrize(
    ("text", "form", "reading"),
    [
        ("30,00 NEVs", "grouping", 30_000),
        ("10.74,189 units", "separator", 1_074_189),
        ("33, 829 vehicles", "space", 33_829),
        ("43,.590 units", "separator", 43_590),
        ("about $1.2.4 billion", "points", 12_400_000_000),
        ("1,23,456 cars after 122,000", "grouping", 123_456),
    ],
)
def test_malformed_number_is_one_figure(text: str, form: str, reading: int) -> None:
    figure = scan(text)[0]
    assert figure.form == form
    assert figure.value is None
    assert reading in figure.readings


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("60–80 kWh", 60, 80),
        ("$1.2-1.5 billion", 1_200_000_000, 1_500_000_000),
        ("₹33,000-35,000 crore", 330_000_000_000, 350_000_000_000),
        ("between 2 and 3 million units", 2_000_000, 3_000_000),
        ("prices range from 194,900 yuan to 298,600 yuan", 194_900, 298_600),
        ("prices run from 319,800 yuan to 259,900 yuan", 319_800, 259_900),
        ("10% to 80%", 10, 80),
        ("0-62 mph", 0, 62),
        ("a 0-100 time", 0, 100),
        ("two or three weeks", 2, 3),
        ("five to seven years", 5, 7),
        ("£250k-£1m", 250_000, 1_000_000),
    ],
)
def test_range_is_one_figure_of_two_ends(text: str, low: int, high: int) -> None:
    (figure,) = scan(text)
    assert [end.value for end in figure.ends] == [low, high]


@pytest.mark.parametrize(
    "text",
    [
        "rose from 1.2 million to 11.25 million",
        "cut its forecast by 200 billion yen to 3.4 trillion yen",
        "fell to 9.4% from 13.2%",
    ],
)
def test_change_is_two_figures(text: str) -> None:
    assert len(found(text)) == 2


def test_orders_of_magnitude_have_an_interval() -> None:
    (figure,) = scan("hundreds of millions of yuan")
    assert (figure.low, figure.high, figure.low_closed, figure.high_closed) == (10**8, 10**9, True, False)
    assert figure.unit == "CNY"


def test_intervals_follow_the_printed_digits() -> None:
    (bare,) = scan("1.26 million cars")
    assert (bare.low, bare.high, bare.low_closed, bare.high_closed) == (1_255_000, 1_270_000, True, False)
    (round_number,) = scan("24,000 cars")
    assert (round_number.low, round_number.loose.low) == (Fraction("23999.5"), 23_500)  # type: ignore[union-attr]
    (about,) = scan("about 7% less")
    assert (about.low, about.high, about.soft) == (5, 9, True)
    (negative,) = scan("up -5%")
    assert (negative.low, negative.high) == (-6, Fraction("-4.5"))


def test_hedge_and_noun_belong_to_the_phrase() -> None:
    text = "It sold more than 1.23 million vehicles."
    (figure,) = scan(text)
    assert text[figure.phrase_start : figure.phrase_end] == "more than 1.23 million vehicles"
    assert (figure.quote, figure.hedge, figure.noun) == ("1.23 million", "over", "vehicles")


def test_yen_sign_is_read_by_the_article() -> None:
    assert found("Toyota of Japan charges ¥5,000")[0][2] == "JPY"
    assert found("Geely of China charges ¥5,000")[0][2] == "CNY"
