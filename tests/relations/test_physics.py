"""What batteries, motors and charges can do."""

from __future__ import annotations

from fractions import Fraction

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.reading import Reading
from factlint.relations.charging import ChargePower, ChargeRate
from factlint.relations.energy_use import EnergyUse
from factlint.relations.physics import Measured
from factlint.relations.relation import Verdict
from factlint.relations.sprint import Sprint


def reading(text: str) -> Reading:
    return understand(read(text, path="story.txt"))


def quantities(text: str) -> list[tuple[str, str]]:
    return [(one.data.quantity.name, one.data.figure.quote) for one in reading(text).relations(Measured)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The car has a battery of 84 kWh.", ("battery", "84 kWh")),
        ("An 84 kWh LFP battery pack is standard.", ("battery", "84 kWh")),
        ("The range is 510 km.", ("range", "510 km")),
        ("It offers 510 km of range.", ("range", "510 km")),
        ("The SUV sprints from 0 to 100 km/h in 4.3 seconds.", ("sprint", "4.3 seconds")),
        ("It takes 4.3 seconds from 0 to 100 km/h.", ("sprint", "4.3 seconds")),
        ("It uses 15.1 kWh/100 km.", ("consumption", "15.1 kWh/100 km")),
        ("Its wheelbase is 2,930 mm.", ("wheelbase", "2,930 mm")),
    ],
)
def test_a_technical_figure_is_known_by_its_label_or_unit(text: str, found: tuple[str, str]) -> None:
    assert found in quantities(text)


@pytest.mark.parametrize(
    "text",
    [
        "The battery plant is 84 km away.",
        "It drove 510 km on the first day.",
        "The lap from 0 to 1,000 m took 43 seconds.",
        "Sales reached 84,000 units.",
    ],
)
def test_a_figure_without_label_is_no_technical_data(text: str) -> None:
    assert quantities(text) == []


def test_an_average_above_the_peak_rate_is_broken() -> None:
    (rate,) = reading("The pack takes 2C and charges from empty to 80% in 6 minutes.").relations(ChargeRate)
    assert rate.verdict() is Verdict.BROKEN
    assert rate.fitting_minutes() == 24


def test_a_peak_rate_that_is_held_most_of_the_time_holds() -> None:
    (rate,) = reading("With 6C charging, it goes from 10% to 80% in 10 minutes.").relations(ChargeRate)
    assert rate.verdict() is Verdict.HOLDS
    assert not rate.idle


def test_each_rate_is_held_against_the_time_of_its_own_clause() -> None:
    text = "One supports 6C charging (10 minutes for 80%), the other targets 12C (8 minutes for 80%)."
    first, second = reading(text).relations(ChargeRate)
    assert (first.rate.quote, first.time.quote, first.idle) == ("6C", "10 minutes", False)
    assert (second.rate.quote, second.time.quote, second.idle) == ("12C", "8 minutes", True)


def test_the_smallest_battery_of_a_story_speaks_for_all() -> None:
    text = "A battery of 60 kWh or a battery of 90 kWh is offered. At 200 kW, it charges from 10% to 80% in 15 minutes."
    (power,) = reading(text).relations(ChargePower)
    assert power.battery.quote == "60 kWh"
    assert power.verdict() is Verdict.HOLDS


def test_a_range_beyond_what_the_battery_holds_is_broken() -> None:
    (use,) = reading("The battery holds 52 kWh. It uses 14.9 kWh/100 km and has a range of 449 km.").relations(
        EnergyUse
    )
    assert use.verdict() is Verdict.BROKEN
    assert use.fitting_range() == Fraction(52_000, 149)


@pytest.mark.parametrize(
    "text",
    [
        "The battery holds 52 kWh. In our test it used 14.9 kWh/100 km, and the WLTP range is 449 km.",
        "The battery holds 36 kWh. It uses 18 kWh/100 km; with the range extender, its range is 1,225 km.",
        "A battery of 52 kWh or a battery of 77 kWh. It uses 14.9 kWh/100 km and has a range of 449 km.",
    ],
)
def test_other_cycles_engines_and_trims_tie_nothing(text: str) -> None:
    assert all(use.verdict() is Verdict.HOLDS for use in reading(text).relations(EnergyUse))


def test_no_car_beats_the_energy_of_motion() -> None:
    text = "With 150 kW and a kerb weight of 1,800 kg, it takes {} seconds from 0 to 100 km/h."
    (slow,) = reading(text.format("7.2")).relations(Sprint)
    (fast,) = reading(text.format("2.9")).relations(Sprint)
    assert slow.verdict() is Verdict.HOLDS
    assert fast.verdict() is Verdict.BROKEN
