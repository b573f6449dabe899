"""Figures tied to each other across two sentences: what holds is silent, what does not is told."""

from __future__ import annotations

import datetime as dt

import pytest
from factlint import lint

ABOVE = "A sober headline for the piece\n\n"
CASES = [
    ("It sold 375,000 vehicles; its revenue of $17.0 billion works out at an average of @ a vehicle.", "$45,300", "$54,300"),
    ("Its 320 dealers sold 54,400 cars in the half-year, which is @ cars a dealer on average.", "170", "190"),
    ("A charge from 20 to 80% costs 36 yuan at @ yuan per kWh if the battery holds 60 kWh.", "1.00", "1.30"),
    ("The index was 59.4 percent in July. Against June, when it was 62.3 percent, it eased by 2.9 @.", "points", "percent"),
    ("The gross margin came to 17.2 percent. Compared with the 15.1 percent of a year ago, it improved by 2.1 @.", "percentage points", "percent"),
    ("Plants could shred @ tonnes in 2021. By the close of 2024, capacity had climbed to 208,000 tonnes, a fivefold increase.", "41,600", "64,000"),
    ("In 2021 the operator ran @ stations. By May 2024 the network had grown to 1,150, nearly three times as many.", "400", "650"),
    ("Abroad it went well: 10,165 buses were exported. Of the buses exported, 1,542 were electric, and @ had diesel engines.", "8,420", "11,420"),
    ("The recall covers 61,200 cars. Of the cars affected, @ are in Germany.", "12,300", "72,300"),
    ("The firm shipped 6,340 vans in June 2024 alone; since January it has shipped @.", "25,930", "5,930"),
    ("Customers received 262 cars in the quarter and @ in the nine months to September.", "726", "226"),
    ("The range lies between 605 and 780 kilometers. With the larger pack, the rear-wheel drive car gets @ kilometers.", "780", "845"),
    ("The versions have batteries of 56 to 77 kWh. The long-range version carries one of @ kWh.", "77", "82"),
    ("Two doors start at $40,495, four doors at $42,995; for the second pair of doors, then, you pay @.", "$2,500", "$3,500"),
    ("It built 5,910 vehicles. Deliveries came to 5,280 vehicles. With @ more built than delivered, stocks rose.", "630", "430"),
    ("The winner took 8 minutes, 53.553 seconds. He clocked 9:18.053 and so was @ seconds behind the winner.", "24.500", "34.500"),
    ("Depots added 3.20 million sacks: 0.59 million large ones and @ million small ones.", "2.61", "2.16"),
    ("It owns 5.306 million points. Their rated power is 248 gigawatts, or @ kilowatts per point.", "46.7", "64.7"),
    ("The 8th Anhui New Energy Vehicle Show opened on Friday. The @ edition of the show has 80 exhibitors.", "eighth", "seventh"),
]  # fmt: skip
TRUE = [
    "In the third quarter 31,200 trucks were built, 29,500 of them in the first two months.",
    "Sales of the SUV came to 8,640 in June and those of the van to 4,412 in the first half.",
    "Its stock was 9,100 cars in the second quarter of 2025 and 8,800 cars in the first half of 2025.",
    "The range lies between 605 and 780 kilometers. In the city, the long-range version gets 845 kilometers.",
    "Power goes from 150 kW to 310 kW. The charger of the top version takes 350 kW.",
    "In June the firm sold 44,000 SUVs. In all it sold 96,000 vehicles in July, a threefold increase.",
    "In May it sold 14,620 vans. In June, the brand sold 16,930, an increase of 5,310 on the same month of 2023.",
    "The exporter shipped 10,165 buses. Of the buses it has built since 2004, 11,420 run abroad.",
    "The firm employs 4,300 people. Of the people who applied, 5,150 came from abroad.",
    "The dealer took in 812 cars in May. Of the cars on its lot, 930 were diesels.",
    "The 8th Anhui show opened on Friday. The seventh edition had drawn 60,000 visitors.",
    "The third auto show of the year opens in Turin. The fourth show follows in Paris.",
    "The margin was 17.2 percent. Against the 15.1 percent of a year ago costs fell by 2.1 percent.",
]


def alarmed(text: str) -> list[str]:
    report = lint(f"{ABOVE}{text}\n", format="text", date=dt.date(2024, 11, 1))
    return [f"{one.code} {one.quote}" for one in report.files[0].findings if one.severity != "suggestion"]


@pytest.mark.parametrize(("text", "true", "false"), CASES)
def test_figures_of_two_sentences_are_held_against_each_other(text: str, true: str, false: str) -> None:
    assert alarmed(text.replace("@", true)) == []
    assert alarmed(text.replace("@", false))


@pytest.mark.parametrize("text", TRUE)
def test_figures_of_other_things_are_left_alone(text: str) -> None:
    assert alarmed(text) == []
