"""Sentences with digits and no quantity: names, codes, addresses, versions, references."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from factlint.figures.scan import scan

NOTHING = Path(__file__).parents[1] / "figures" / "nothing.jsonl"


def found(text: str) -> list[str]:
    return [figure.quote for figure in scan(text) if figure.kind != "name"]


def test_at_most_two_in_a_hundred_sentences_without_a_quantity_show_one() -> None:
    texts = [json.loads(line)["text"] for line in NOTHING.read_text(encoding="utf-8").splitlines()]
    false = [text for text in texts if found(text)]
    assert len(texts) >= 200
    assert len(false) <= len(texts) * 2 // 100, false


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("The plant made 13B yuan.", "13B yuan"),
        ("It draws up to 32A.", "32A"),
        ("It was ranked No. 137 in the Fortune 500.", "No. 137"),
        ("Rooms for 12 engineers were booked.", "12"),
        ("The bracket holds (3) bolts.", "3"),
        ("The study will end in 2030.", "2030"),
        ("It grew +5 percent.", "+5 percent"),
        ("Sales of 5M cars are planned.", "5M"),
        ("The course is for people aged 18-30.", "18-30"),
        ("Roughly 300 homes were lost.", "300"),
        ("Expect 1-2 kWh here.", "1-2 kWh"),
        ("It sold 262 cars in the quarter and 226 in May.", "226"),
        ("She is the world No. 1 again.", "No. 1"),
        ("It is the No. 5 carmaker.", "No. 5"),
        ("It fell from No. 7 in a week.", "No. 7"),
        ("The top 10 countries met.", "10"),
        ("The 18-24 age group is hit.", "18-24"),
        ("It is the second-largest port.", "second"),
        ("It was her 23rd Grand Slam title.", "23rd"),
        ("The angle is 41 degrees.", "41 degrees"),
    ],
)
def test_what_only_looks_like_a_name_is_a_quantity(text: str, quantity: str) -> None:
    assert quantity in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Lakers lost 112-104 to Denver.",
        "The bill passed 68-29.",
        "Sinner won 6-3, 7-6 (4), 6-2 against Fritz.",
        "The 737-800's rudder was checked.",
        "The 737 MAX 9 was grounded.",
        "Buses 12 and 47 take another route.",
        "Resolution 1701 calls for calm.",
        "His 401(k) and her 501(c)(3) are gone.",
        "The ship sank at 35°41'N 139°45'E.",
        "The coordinates are 51.5074, -0.1278.",
        "The case is 410 U.S. 113.",
        "The 9th Circuit and the 101st Airborne Division said no.",
        "Etude Op. 10 No. 4 was played.",
        "He wore the number 10 shirt.",
        "The sermon was on John 3:16.",
        "The 30 Under 30 list is out.",
        "Ring 0800 555 111 for help.",
        "A 360-degree turn was made.",
        "The Group of 77 backed it.",
        "Group of Seven ministers met.",
        "Dial 911 and 101 in turn.",
        "Call the line on 13 11 14 now.",
        "Seven Sisters station was shut.",
        "Mozart's K. 622 was played.",
        "Launch Complex 39A is being rebuilt.",
        "Adele's 30 was recorded there.",
        "The number 8 was sent off.",
        "He wore No. 23 for the Bulls.",
        'They sang "99 Luftballons" again.',
        "The under-21s lost to the over-65s.",
        "The top 10 list is out.",
        "It is 2-for-1 today.",
        "It began around 3000 BC.",
        "Day 3 of the trial was quiet.",
        "Category three storms are rare.",
        "Around the World in 80 Days was staged.",
        "The 1848 revolutions failed.",
        "A third-world country and a first-year student are second to none.",
    ],
)
def test_digits_of_names_scores_and_codes_are_no_quantity(text: str) -> None:
    assert found(text) == []
