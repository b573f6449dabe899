"""What a sentence takes up must have been given before."""

from __future__ import annotations

import pytest
from factlint.article import read
from factlint.engine import understand
from factlint.relations.recalled import recalled


def taken_up(text: str) -> list[tuple[str, str]]:
    bound = understand(read(text, path="story.txt")).bound
    return [(found.later.figure.quote, found.earlier.figure.quote) for found in recalled(bound)]


@pytest.mark.parametrize(
    ("text", "later", "earlier"),
    [
        ("GM will invest $4.1 billion. Analysts praised the $4.4 billion plan.", "$4.4 billion", "$4.1 billion"),
        ("It has 370 Nm of torque. In town the 350 Nm of torque are enough.", "350 Nm", "370 Nm"),
        ("The company received 1,350 applications. The 1,530 applications came by post.", "1,530", "1,350"),
    ],
)
def test_a_figure_behind_the_that_was_never_given_recalls_another(text: str, later: str, earlier: str) -> None:
    assert taken_up(text) == [(later, earlier)]


@pytest.mark.parametrize(
    "text",
    [
        "GM will invest $4.1 billion. Analysts praised the $4.1 billion plan.",
        "GM will invest $4.1 billion. The $4.4 billion plan of Ford is older.",
        "Sales rose to 42,100 from the 41,200 units of May.",
        "It will invest about $4.1 billion. The $9.7 billion plan is another matter.",
        "The plan was worth $4.1 billion. Now the $4.4 billion plan replaces it.",
    ],
)
def test_figures_that_were_given_or_are_of_another_thing_recall_nothing(text: str) -> None:
    assert taken_up(text) == []
