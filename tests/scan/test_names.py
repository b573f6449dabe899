"""Names in news text: makers, models, suppliers, and designations whose digits are no figures."""

from __future__ import annotations

import itertools

import pytest
from factlint.figures.companies import declared_aliases
from factlint.figures.gazetteer import fold
from factlint.figures.names import find_names
from hypothesis import given
from hypothesis import strategies as st


def quotes(text: str) -> list[str]:
    return [name.quote for name in find_names(text)]


def entities(text: str) -> list[str]:
    return [name.entity for name in find_names(text)]


def with_digits(text: str) -> list[str]:
    return [name.quote for name in find_names(text) if name.digits]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Lynk & Co 900 went on sale.", "Lynk & Co 900"),
        ("Its sister, the Zeekr 001, was renewed.", "Zeekr 001"),
        ("VW wants the ID.3 to be cheaper.", "Volkswagen ID.3"),
        ("Renault Mégane E-Tech leases fell.", "Renault Megane E-Tech"),
        ("SGMW exported more.", "SAIC-GM-Wuling"),
        ("A Mazda 3 was parked there.", "Mazda3"),
        ("XPENG and others agreed.", "XPeng"),
        ("TESLA CUTS PRICES", "Tesla"),
        ("The BYD Denza N9 is large.", "Denza N9"),
    ],
)
def test_a_name_has_one_entity_however_it_is_printed(text: str, entity: str) -> None:
    assert entity in entities(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lynk & Co 009 flagship SUV makes debut", "Lynk & Co 009"),
        ("Xiaomi YU12 spied in winter testing", "Xiaomi YU12"),
        ("A Nio ET10 was seen.", "Nio ET10"),
        ("Chery showed the Tiggo 10.", "Tiggo 10"),
        ("The test car wore the plate GG-HY 740.", "GG-HY 740"),
        ("The C1200 family is made by a start-up.", "C1200"),
        ("He drove an F-150 across the A9 motorway.", "F-150"),
        ("Rules such as ISO 26262 apply.", "ISO 26262"),
        ("The standard GB 38031-2025 is strict.", "GB 38031-2025"),
        ("Euro 7 will cost money.", "Euro 7"),
        ("The Fortress 2.0 pack is new.", "Fortress 2.0"),
        ('They call it "Iron Wall 3.5" at home.', "Iron Wall 3.5"),
        ("BMW's 50 xDrive comes first.", "50 xDrive"),
        ("The hotel is at Lindenstrasse 54.", "Lindenstrasse 54"),
        ("Their post shows the flying car Kunpeng No.1 aloft.", "Kunpeng No.1"),
        ("Journey® 6 chips are sold out.", "Journey® 6"),
        ("The last digits were 000012.", "000012"),
        ("Shares (HKEX: 9868) rose.", "9868"),
        ("Tyres of 235/35 R19 were fitted.", "235/35 R19"),
        ("The Peugeot 205 remains a favourite.", "Peugeot 205"),
        ("A Hyundai N 74, driven hard, won.", "Hyundai N 74"),
    ],
)
def test_a_designation_with_digits_is_a_name(text: str, name: str) -> None:
    assert name in with_digits(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 800V platform supports 6C and 12C charging.",
        "A 90kWh pack, 350kW power and 5.9sec to 100km/h.",
        "Sales of 30k and profit of 5m were 3x and 2x last year's.",
        "BYD 321,430, Ford 200,000 and Tesla 15 percent.",
        "BYD installed 153.7 GWh and Geely 2024 targets were met.",
        "In Q3, H1 and FY25 it paid RMB59,800 and Rs500.",
        "Doors open at 10am on January 5.",
        "Geely sold 4680 units while Fiat's 500 dealers waited.",
        "China 5 million, Europe 3 million.",
        "Tank 300 units were recalled.",
    ],
)
def test_quantities_and_periods_are_no_names(text: str) -> None:
    assert with_digits(text) == []


def test_a_count_before_a_name_stays_a_count() -> None:
    assert quotes("A fleet of 30 IM L6 data collection cars") == ["IM L6"]


def test_a_bare_model_belongs_to_the_brand_named_last_before_it() -> None:
    text = "Denza renewed the N7. Nissan also calls a sedan N7; Dongfeng Nissan sells the N7."
    assert [name.brand for name in find_names(text) if name.quote.endswith("N7")] == [
        "Denza",
        "Nissan",
        "Dongfeng Nissan",
    ]


def test_a_bare_model_without_any_brand_is_a_designation() -> None:
    (name,) = find_names("The M9 leads its class.")
    assert (name.entity, name.brand, name.digits) == ("M9", None, True)


def test_a_model_only_the_text_knows_keeps_its_brand() -> None:
    names = find_names("The S77 is here. Stelato priced the Stelato S77 below rivals.")
    assert [name.entity for name in names if "S77" in name.quote] == ["Stelato S77", "Stelato S77"]


def test_numbers_in_a_list_follow_their_model() -> None:
    assert quotes("Lynk & Co 01, 03 and 05 were updated") == ["Lynk & Co 01", "03", "05"]


def test_a_number_alone_is_a_model_only_after_its_full_name() -> None:
    assert quotes("A Porsche 911 passed, then the 911 is gone.") == ["Porsche 911", "911"]
    assert quotes("Two hundred and the 911 is gone.") == []


def test_everyday_words_are_models_only_behind_their_brand() -> None:
    assert quotes("Free Shipping for Every Seal") == []
    assert quotes("The Voyah Free and the BYD Seal") == ["Voyah Free", "BYD Seal"]


def test_possessives_end_before_the_apostrophe_and_plurals_after_it() -> None:
    assert quotes("BYD's plant") == ["BYD"]
    assert quotes("Two Porsche 911s and three Model 3s") == ["Porsche 911s", "Model 3s"]


def test_audi_and_its_chinese_sister_differ_in_case() -> None:
    assert entities("AUDI and Audi") == ["AUDI", "Audi"]


def test_companies_that_no_list_holds() -> None:
    text = "Beijing Kankan Intelligent Technology Co., Ltd. (Kankan Tech) signed. Kankan Tech will pay."
    assert (
        entities(text).count("Kankan Tech") + entities(text).count("Beijing Kankan Intelligent Technology Co., Ltd.")
        == 3
    )
    assert [name.kind for name in find_names("GAC Energy opened a station")] == ["company"]
    assert [name.kind for name in find_names("Tesla Inc. opened a station")] == ["maker"]
    assert quotes("the market for New Energy and Information Technology is large") == []


def test_two_companies_in_one_name_are_a_venture_of_its_own() -> None:
    names = find_names("CATL Chang'an will build it, said Changan.")
    assert [(name.quote, name.kind) for name in names] == [("CATL Chang'an", "company"), ("Changan", "maker")]


def test_declared_aliases_stand_for_their_name() -> None:
    text = (
        'SAIC-GM-Wuling (SGMW) and Anhui Conch Group ("Conch") met; Conch paid, the Ministry of Tests (MOT2) did not.'
    )
    found = declared_aliases(fold(text), find_names(text))
    assert found["SGMW"] == "SAIC-GM-Wuling"
    assert found["Conch"] == "Anhui Conch Group"
    assert [name.entity for name in find_names(text) if name.quote == "Conch"] == ["Anhui Conch Group"] * 2


def test_a_bracket_that_is_no_short_name_declares_nothing() -> None:
    text = "Onvo (Nio), Tesla (Shanghai) and new energy vehicles (NEVs) of SAIC (NYSE)"
    assert declared_aliases(fold(text), find_names(text)) == {}


@given(st.text(alphabet=st.sampled_from("ABYDio 0123456789-.,()&'\"é’\n月"), max_size=80))
def test_names_are_in_order_and_quote_the_text(text: str) -> None:
    names = find_names(text)
    assert all(text[name.start : name.end] == name.quote for name in names)
    assert all(one.end <= other.start for one, other in itertools.pairwise(names))


def test_the_gazetteer_states_every_owner_it_uses() -> None:
    from factlint.figures.gazetteer import forms_at, known_keys

    rows = [form.entry for key in known_keys() for form in forms_at(key)]
    entities_known = {entry.entity for entry in rows}
    assert {entry.brand for entry in rows if entry.brand} <= entities_known
    assert all(
        entry.kind in {"maker", "brand", "model", "supplier", "product", "body", "term", "market"} for entry in rows
    )
