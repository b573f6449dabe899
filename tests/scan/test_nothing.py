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
    ],
)
def test_what_only_looks_like_a_name_is_a_quantity(text: str, quantity: str) -> None:
    assert quantity in found(text)
