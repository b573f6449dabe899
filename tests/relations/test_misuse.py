"""Units that cannot measure what is said of them."""

from __future__ import annotations

import pytest
from factlint.article import read
from factlint.claims.misuse import misused
from factlint.engine import understand


def slips(text: str) -> list[tuple[str, str]]:
    bound = understand(read(text, path="story.txt")).bound
    return [(found.figure.quote, found.misuse.right) for found in misused(bound)]


@pytest.mark.parametrize(
    ("text", "quote", "right"),
    [
        ("The truck was charged with 400 kWh for 45 minutes.", "400 kWh", "kW"),
        ("The station can feed 300 MWh into the grid for four hours.", "300 MWh", "kW"),
        ("It has 150 kWh (204 hp) and rear-wheel drive.", "150 kWh", "kW"),
        ("Battery installations came to 690.0 GWh. In August alone it was 98 GW.", "98 GW", "GWh"),
        ("The gigafactory will make 35 GW a year.", "35 GW", "GWh"),
        ("On average it used 17.4 kW on 100 km.", "17.4 kW", "kWh"),
        ("The WLTP range is 510 km/h.", "510 km/h", "km"),
    ],
)
def test_a_unit_is_wrong_by_what_the_words_around_it_say(text: str, quote: str, right: str) -> None:
    assert slips(text) == [(quote, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The truck was charged with 400 kW for 45 minutes.",
        "It was charged with 40 kWh in 20 minutes.",
        "The station feeds 1,200 MWh into the grid within four hours.",
        "Batteries of 40 GWh were installed. It was 98 GW of solar panels that the country added.",
        "Buyers get 712 km of range with the 95 kWh battery.",
        "The Long Range 78.4 kWh version costs more.",
        "The range at 120 km/h is 310 km.",
    ],
)
def test_a_unit_is_right_where_the_words_around_it_allow_it(text: str) -> None:
    assert slips(text) == []
