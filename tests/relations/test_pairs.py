"""Short articles with one slot: as printed they are silent, with the other reading of the slot they are alarmed.

A file holds the articles of one family, a line ``---`` between two; the first line of an article may be
``format: markdown``. A slot is ``{{true~~false}}``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factlint import lint

HERE = Path(__file__).parent / "pairs"
SLOT = re.compile(r"\{\{(.*?)~~(.*?)\}\}", re.S)
FORMAT = re.compile(r"format: (\w+)\n")
ARTICLES = [
    pytest.param(article.strip("\n") + "\n", id=f"{path.stem}-{number}")
    for path in sorted(HERE.glob("*.txt"))
    for number, article in enumerate(path.read_text("utf-8").split("\n---\n"), start=1)
]


def alarms(article: str, reading: int) -> list[str]:
    """The alarms of an article with its slots read as true (1) or false (2)."""
    found = FORMAT.match(article)
    text = SLOT.sub(lambda slot: slot[reading], article[found.end() :] if found else article)
    report = lint(text, format=found[1] if found else "text")
    assert report.files[0].error is None, report.files[0].error
    return [
        f"{one.code} {one.quote!r}: {one.message}" for one in report.files[0].findings if one.severity != "suggestion"
    ]


@pytest.mark.parametrize("article", ARTICLES)
def test_the_true_reading_is_silent_and_the_false_one_alarmed(article: str) -> None:
    assert SLOT.search(article), "an article without a slot tests nothing"
    assert alarms(article, 1) == []
    assert alarms(article, 2)
