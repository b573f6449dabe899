"""Fact sheets, and claims beside them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from factlint.article import read
from factlint.data import rows
from factlint.engine import understand
from factlint.reference.comparison import Compared, compared
from factlint.reference.facts import FactSheetError, days_of, sheets

HEADER = "entity,metric,scope,period,value,unit,precision,body,source,source_date,note,checked\n"


def beside_the_record(text: str, sheet: str = "") -> list[Compared]:
    article = read(text, path="story.txt", format="text", date=dt.date(2026, 3, 1))
    return list(compared(understand(article).bound, sheets(sheet)))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-01/2024-11", "2024-01-01", "2024-11-30"),
    ],
)
def test_the_periods_of_a_sheet(period: str, first: str, last: str) -> None:
    assert tuple(day.isoformat() for day in days_of(period)) == (first, last)


def test_only_checked_facts_are_shipped() -> None:
    record = sheets()
    assert record.of("China", "sales")
    lines = rows("facts.csv")
    shipped = {fact for entity, metric, *_ in lines for fact in record.of(entity, metric)}
    assert 0 < len(shipped) <= len(lines)
    assert all(fact.precision > 0 for fact in shipped)


def test_a_claim_of_a_known_key_is_compared() -> None:
    (agrees,) = beside_the_record("NIO delivered 221,970 vehicles in 2024.")
    assert agrees.agrees
    (other,) = beside_the_record("NIO delivered 160,038 vehicles in 2024.")
    assert not other.agrees
    assert other.other is not None
    assert other.other.period == "2023"


@pytest.mark.parametrize(
    "text",
    [
        "NIO wants to deliver 400,000 vehicles in 2024.",
        "NIO delivered 12,000 vehicles.",
        "NIO delivered about 200,000 vehicles in 2024.",
        "China's sales came to 20 million vehicles in 2024.",
        "In 2024, NIO delivered 9,000 vehicles in Norway.",
    ],
)
def test_a_claim_that_lacks_a_slot_is_left_alone(text: str) -> None:
    assert not beside_the_record(text)


def test_a_newsroom_lays_its_own_sheet_over_the_built_in_one(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(HEADER + "NIO,deliveries,,2024,221000,units,1,company,our desk,2025-01-02,,yes\n")
    (found,) = beside_the_record("NIO delivered 221,970 vehicles in 2024.", str(own))
    assert not found.agrees
    assert found.fact.source == "our desk"


def test_a_wrong_row_is_told_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(HEADER + "NIO,deliveries,,2024-13,1,units,1,company,desk,,,yes\n")
    with pytest.raises(FactSheetError, match="line 2"):
        sheets(str(own))
    with pytest.raises(FactSheetError, match="cannot be read"):
        sheets(str(tmp_path / "none.csv"))
