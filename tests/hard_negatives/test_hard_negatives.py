"""True sentences that look wrong: no rule says a word against any of them.

A file holds the traps of one family of rules, a line ``---`` between two. The first lines of a trap may be
``date: 2025-01-14``, ``headline: ...`` and ``format: markdown``.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from factlint import lint

HERE = Path(__file__).parent
FIELD = re.compile(r"(date|headline|format): (.+)\n")
FEWEST = 20


def traps(path: Path) -> list[str]:
    return [trap.strip() + "\n" for trap in path.read_text("utf-8").split("\n---\n")]


def fields(trap: str) -> tuple[dict[str, str], str]:
    """What stands above a trap, and its text."""
    above: dict[str, str] = {}
    while found := FIELD.match(trap):
        above[found[1]] = found[2]
        trap = trap[found.end() :]
    return above, trap


FILES = sorted(HERE.glob("*.txt"))
TRAPS = [
    pytest.param(trap, id=f"{path.stem}-{number}") for path in FILES for number, trap in enumerate(traps(path), start=1)
]


@pytest.mark.parametrize("trap", TRAPS)
def test_a_true_sentence_is_not_alarmed(trap: str) -> None:
    above, text = fields(trap)
    if "headline" in above:
        text = f"{above['headline']}\n\n{text}"
    date = dt.date.fromisoformat(above["date"]) if "date" in above else None
    report = lint(text, format=above.get("format", "text"), date=date)
    assert report.files[0].error is None, report.files[0].error
    alarms = [finding for finding in report.files[0].findings if finding.severity != "suggestion"]
    assert not alarms, "\n".join([text, *(f"{one.code} {one.severity} {one.quote!r}: {one.message}" for one in alarms)])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_family_has_enough_traps(path: Path) -> None:
    assert len(traps(path)) >= FEWEST
