"""One quantity in two units: which pairs are tied, and how far they may be rounded."""

from __future__ import annotations

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.relations.conversion import Conversion
from factlint.relations.relation import Certainty, Verdict


def pairs(text: str, format: str = "text") -> list[Conversion]:
    article = read(f"A headline\n\n{text}\n", path="story.txt", format=format)
    return list(understand(article).relations(Conversion))


@pytest.mark.parametrize(
    "text",
    [
        "Top speed is 210 km/h (130 mph).",
        "It has 286 PS (210 kW, 282 hp).",
        "It has 150 kW/204 PS.",
        "It is 4.43 metres long, or 14 ft 6 in.",
        "It weighs 2,178-2,273 kg (4,802-5,011 lb).",
        "The site of 1,200 mu, about 80 hectares, is flat.",
        "It has 132 kW and 160 kW, or 179 and 218 PS.",
    ],
)
def test_a_tied_pair_is_found_and_holds(text: str) -> None:
    found = pairs(text)
    assert found
    assert {pair.verdict() for pair in found} == {Verdict.HOLDS}


@pytest.mark.parametrize(
    "text",
    [
        "It is rated at 530 km (WLTP) in Europe and 263 miles (EPA) in America.",
        "Range is 440 km (320 miles with the larger pack).",
        "The boot holds 540 litres (1,490 with the seats down).",
        "It took 31.5 GWh, or 25 kWh in each session.",
        "It drove 480 km, or 320 miles in winter.",
        "The 500 km version and the 250 mile version differ.",
    ],
)
def test_what_is_not_tied_is_left_alone(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    "text", ["It lies 500 km (300 miles) away.", "It reached 60 mph (100 km/h).", "It is 30 km (20 miles) off."]
)
def test_two_round_numbers_may_both_be_rounded(text: str) -> None:
    assert [pair.verdict() for pair in pairs(text)] == [Verdict.LOOSE]


def test_a_precise_conversion_of_a_round_number_must_be_right() -> None:
    assert [pair.verdict() for pair in pairs("It is limited to 200 km/h (134 mph).")] == [Verdict.BROKEN]


@pytest.mark.parametrize(
    "text", ["It has 150 kW (201 hp).", "It has 150 kW (204 hp).", "It used 10 gallons (45.5 litres)."]
)
def test_a_unit_with_two_meanings_is_tried_in_both(text: str) -> None:
    assert [pair.verdict() for pair in pairs(text)] == [Verdict.HOLDS]


def test_degrees_may_be_a_difference() -> None:
    assert [pair.verdict() for pair in pairs("The cells were 10 °C (18 °F) warmer.")] == [Verdict.HOLDS]


def test_a_hedged_conversion_can_only_be_doubted() -> None:
    (pair,) = pairs("The yard covers 1,200 mu (about 120 hectares).")
    assert pair.verdict() is Verdict.DOUBTFUL


def test_words_between_the_figure_and_the_bracket_cost_certainty() -> None:
    (pair,) = pairs("It goes 521 km by the European cycle (324 miles).")
    assert pair.certainty is Certainty.STRONG


def test_a_scale_slip_is_a_power_of_ten() -> None:
    (pair,) = pairs("Sales came to 1.2 million (12万辆).")
    assert pair.rescaled
    assert pair.slip() == -1


def test_columns_of_a_table_convert_row_by_row() -> None:
    table = "| Model | Range (km) | Range (miles) |\n|---|---|---|\n| A | 500 | 311 |\n| B | 600 | 373 |\n| C | 700 | 453 |\n"
    verdicts = [pair.verdict() for pair in pairs(table, "markdown")]
    assert verdicts.count(Verdict.BROKEN) == 1
    assert len(verdicts) == 3
