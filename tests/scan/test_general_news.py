"""Forms that news of every kind prints: the units of weather, science and markets, foreign money, people counted in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from factlint.figures.figure import Figure
from factlint.figures.scan import scan


def quantities(text: str) -> list[Figure]:
    """Every figure of a text that is neither a name nor a date."""
    return [figure for figure in scan(text) if figure.kind not in ("name", "date", "period", "time")]


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("It pumped 26.6 million barrels per day.", "26.6 million barrels per day", 26_600_000, "bbl/day"),
        ("Output fell by 80,000 b/d.", "80,000 b/d", 80_000, "bbl/day"),
        ("The star is 4.2 light-years away.", "4.2 light-years", "4.2", "ly"),
        ("The air holds 424 parts per million.", "424 parts per million", 424, "ppm"),
        ("Pressure fell to 918 millibars.", "918 millibars", 918, "mbar"),
        ("The flow was 2,400 cubic metres per second.", "2,400 cubic metres per second", 2_400, "m3/s"),
        ("They found 120 micrograms per cubic metre.", "120 micrograms per cubic metre", 120, "ug/m3"),
        ("Gold is at $2,431.29 an ounce.", "$2,431.29 an ounce", "2431.29", "USD/oz"),
        (
            "Gas costs $2.45 per million British thermal units.",
            "$2.45 per million British thermal units",
            "2.45",
            "USD/MMBtu",
        ),
        ("Wheat rose 11 3/4 cents.", "11 3/4 cents", "0.1175", "USD"),
        ("The Swiss firm lost 500 million francs.", "500 million francs", 500_000_000, "CHF"),
        ("In Argentina bread costs 900 pesos.", "900 pesos", 900, "ARS"),
        ("Debt hit 1.9 quadrillion won.", "1.9 quadrillion won", 1_900_000_000_000_000, "KRW"),
        ("The plan costs $20-a-month.", "$20-a-month", 20, "USD/month"),
        ("The rate fell by a quarter of a percentage point.", "a quarter of a percentage point", "0.25", "pp"),
        ("It took three-quarters of an hour.", "three-quarters of an hour", "0.75", "h"),
        ("The abbey is two centuries old.", "two centuries", 200, "year"),
        ("A hundred and twenty guests came.", "A hundred and twenty", 120, None),
        ("Warming must stay below 1.5C.", "1.5C", "1.5", "degC"),
        ("The bench gained a fifth.", "a fifth", "1/5", None),
        ("It costs 12 500 euros.", "12 500 euros", 12_500, "EUR"),
        ("It has 1 234 567 rows.", "1 234 567", 1_234_567, None),
        ("It took 3 1/2 minutes.", "3 1/2 minutes", "3.5", "min"),
        ("She paid a quarter of a million pounds.", "a quarter of a million pounds", 250_000, "GBP"),
        ("It grew by a tenth of a percent.", "a tenth of a percent", "0.1", "%"),
        ("He is 5'10\" tall.", "5'10\"", "35/6", "ft"),
        ("The twenty-first try failed.", "twenty-first", 21, None),
        ("The team of four won.", "four", 4, None),
        ("Half-a-million people came.", "Half-a-million", 500_000, None),
        ("She weighed 7lb 6oz.", "7lb 6oz", "7.375", "lb"),
        ("It fell 12 paise.", "12 paise", "0.12", "INR"),
        ("The margin is plus or minus 3 percentage points.", "3 percentage points", 3, "pp"),
    ],
)
def test_value_and_unit(text: str, quote: str, value: int | str, unit: str | None) -> None:
    assert [(figure.quote, figure.value, figure.unit) for figure in quantities(text)] == [
        (quote, Fraction(value), unit)
    ]


def test_a_range_of_money_has_the_rate_behind_it() -> None:
    (figure,) = quantities("The pay is $15-20 an hour.")
    assert (figure.quote, figure.unit, figure.is_range) == ("$15-20 an hour", "USD/h", True)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Three killed as bus hits wall", 3, None),
        ("Two others were hurt.", 2, "others"),
        ("Four of the men fled.", 4, None),
        ("Her lead has shrunk to three, says a poll.", 3, None),
        ("The 27-nation bloc met.", 27, "nation"),
        ("Some 30 or so guests came.", 30, "guests"),
        ("The drought killed 9,000 cattle.", 9_000, "cattle"),
        ("They sent 20 servicewomen.", 20, "servicewomen"),
        ("They get two monthly salaries.", 2, "salaries"),
        ("The 30-share index rose.", 30, "share"),
        ("He batted in 81 RBIs.", 81, "RBIs"),
        ("The fire killed 11 in a night.", 11, None),
    ],
)
def test_people_and_things_are_counted(text: str, value: int, noun: str | None) -> None:
    assert [(figure.value, figure.noun) for figure in quantities(text)] == [(value, noun)]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The loss is never more than 5%.", "up_to"),
        ("It cost the best part of $3bn.", "nearly"),
        ("No heavier than 120 kg.", "up_to"),
        ("They waited over five hours.", "over"),
        ("He ran at 23.4 mph over 40 yards.", None),
        ("The House passes $95bn aid bill.", None),
    ],
)
def test_hedge(text: str, hedge: str | None) -> None:
    assert quantities(text)[-1].hedge == hedge


@pytest.mark.parametrize(
    "text",
    [
        "A billionth of a second passed.",
        "It burns fuel a second.",
        "He scored two centuries.",
        "It was first opened then.",
        "By the end of the decade it grew.",
    ],
)
def test_words_of_time_that_measure_nothing(text: str) -> None:
    assert all(figure.unit is None and figure.kind != "rank" for figure in quantities(text))


def test_a_level_behind_a_change_is_a_figure_of_its_own() -> None:
    assert [figure.value for figure in quantities("Wheat rose 11 cents to $5.91 a bushel.")] == [
        Fraction("0.11"),
        Fraction("5.91"),
    ]
    assert [figure.value for figure in quantities("The index rose 12 to 1,245.")] == [12, 1245]


def test_the_ends_of_a_range_behind_a_name_are_kept() -> None:
    assert [figure.unit for figure in quantities("He leads Trump 48-45 percent.")] == ["%", "%"]
