"""Twins: a short article with one slip, written ``{slip|truth}``. The slip is found, the truth raises no alarm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factlint.engine import lint
from factlint.report import FindingReport

_FOLDER = Path(__file__).parent
_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_ALARMS = ("error", "warning")


def _twins() -> list[object]:
    return [
        pytest.param(text, id=f"{path.stem}-{number}")
        for path in sorted(_FOLDER.glob("*.txt"))
        for number, text in enumerate(path.read_text(encoding="utf-8").split("---\n"))
    ]


def _written(twin: str, side: int) -> tuple[str, list[tuple[int, int]]]:
    """The text with one side of every pair, and where those sides stand."""
    text, places, at = "", [], 0
    for pair in _MARK.finditer(twin):
        text += twin[at : pair.start()]
        places.append((len(text), len(text) + len(pair[side])))
        text += pair[side]
        at = pair.end()
    return text + twin[at:], places


def _alarms(text: str) -> list[FindingReport]:
    return [one for one in lint(text, format="text").files[0].findings if one.severity in _ALARMS]


@pytest.mark.parametrize("twin", _twins())
def test_a_slip_is_found_and_its_truth_is_not_alarmed(twin: str) -> None:
    wrong, places = _written(twin, 1)
    spans = [part.span for alarm in _alarms(wrong) for part in (alarm, *alarm.related)]
    assert any(span.start < end and start < span.end for span in spans for start, end in places), wrong
    truth, _ = _written(twin, 2)
    assert [alarm.message for alarm in _alarms(truth)] == [], truth
