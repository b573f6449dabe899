"""What one sentence takes up from another: its parts, periods, spans of time, ages and figures. True ones are silent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from factlint import lint

TEXTS = Path(__file__).parent / "forms"


def texts(name: str) -> list[str]:
    lines = (TEXTS / name).read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


def alarms(text: str) -> list[str]:
    (report,) = lint(text, format="text", date=dt.date(2026, 11, 5)).files
    return [f"{found.code} {found.message}" for found in report.findings if found.severity != "suggestion"]


@pytest.mark.parametrize("text", texts("false.txt"))
def test_a_fault_is_told(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize("text", texts("true.txt"))
def test_a_true_text_is_silent(text: str) -> None:
    assert alarms(text) == []
