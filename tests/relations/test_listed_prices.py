"""Ranges above a list: the list is known by the end of the range that it has, and what it has beyond is told."""

from __future__ import annotations

import datetime as dt

import pytest
from factlint import lint

FALSE = [
    "The Sorva comes in four versions that cost between 119,800 yuan and 151,800 yuan.\n\nPrices:\n\n- Comfort: 119,800 yuan\n- Plus: 129,800 yuan\n- Lidar: 141,800 yuan\n- Ultra: 158,800 yuan",
    "The Hessa Two is available from today with prices from £22,995 to £27,495.\n\n| Version | Range | Price |\n|---|---|---|\n| City | 190 miles | £22,995 |\n| Touring | 260 miles | £25,495 |\n| Touring Plus | 255 miles | £28,495 |",
    "The truck comes in three versions, priced between $41,200 and $52,900:\n\n* Base: $41,200\n* Sport: $46,750\n* Sport Max: $55,900",
    "Prices run from 24,990 euros to 33,490 euros. The Urban costs 24,990 euros, the Family 29,490 euros and the Family Long 36,490 euros.",
    "Six versions are offered at 89,900 to 124,900 yuan. The cheapest is the City at 86,900 yuan.",
    "The saloon's price range is Rs 9.49 lakh to Rs 13.99 lakh (ex-showroom).\n\n- E: Rs 9.49 lakh\n- S: Rs 11.29 lakh\n- SX: Rs 14.99 lakh",
    "The new model is sold in five trims at 139,800-189,800 yuan.\n\n| Trim | Price (yuan) |\n|---|---|\n| 520 Air | 139,800 |\n| 520 Pro | 152,800 |\n| 650 Pro | 164,800 |\n| 650 Max | 176,800 |\n| 650 Ultra | 198,800 |",
]


@pytest.mark.parametrize("text", FALSE)
def test_a_version_beyond_the_stated_range_is_told(text: str) -> None:
    article = "markdown" if "\n" in text else "text"
    (report,) = lint(text, format=article, date=dt.date(2026, 11, 5)).files
    assert [found.code for found in report.findings if found.severity != "suggestion"] == ["AGR003"]


def test_a_range_that_the_list_has_both_ends_of_leaves_the_rest_alone() -> None:
    text = "The five-seat versions cost 119,800 to 141,800 yuan.\n\n- Five Air: 119,800 yuan\n- Five Max: 141,800 yuan\n- Six Max: 151,800 yuan\n"
    (report,) = lint(text, format="markdown", date=dt.date(2026, 11, 5)).files
    assert not [found for found in report.findings if found.severity != "suggestion"]
