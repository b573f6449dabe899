"""The pictures of the README can be drawn again, from the reports as they are."""

from __future__ import annotations

import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

DRAW = Path(__file__).parents[2] / ".github" / "pictures" / "draw.py"
LARGEST = 300_000
"""Bytes of a picture."""


@pytest.mark.slow
def test_the_pictures_are_drawn_and_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(DRAW))["main"](tmp_path)
    drawn = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(drawn) == {"terminal.svg", "report.png", "report-dark.png"}
    assert all(1000 < len(data) < LARGEST for data in drawn.values())
    assert drawn["report.png"] != drawn["report-dark.png"]
    text = "".join(ElementTree.fromstring(drawn["terminal.svg"]).itertext()).replace("\xa0", " ")
    assert "error" in text
    assert "@font-face" not in text
