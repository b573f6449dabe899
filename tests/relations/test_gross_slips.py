"""A slip may make a number ten or a thousand times too large: the words, not nearness, tell which figures are meant."""

from __future__ import annotations

import pytest
from factlint import Severity, lint


def _alarms(text: str) -> list[tuple[str, str]]:
    report = lint(text)
    return [
        (finding.code, finding.quote)
        for file in report.files
        for finding in file.findings
        if finding.severity != Severity.SUGGESTION
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Deliveries went up 1493 percent to 116,007 vehicles from 46,533.",
        "In that quarter it sold 18,600 vehicles, against 145,745 a year before, a decline of 18.6 percent.",
        "Of 150,000 cars registered in May, 3,750 were battery cars, or 25.0%.",
        "Revenue rose by 5 percent from 2.20 billion to 2.31 million euros.",
        "It received 8,216 orders in the first 72 minutes, an average of 114 an hour.",
        "Net profit climbed 7000% to 1,107.1 billion yen from 651.4 billion.",
        "Retail was 71,525 vehicles. The wholesale volume was 900,812 vehicles. The difference between the two was 19,287.",
        "The margin was 13.0%, down from 18.6%, or 5.6 percent.",
        "Of the 346 cars built in the first 12 months, 15,900 were exported.",
        "Four stops cost 38.40, 41.10, 29.90 and 35.60 euros, so 415 euros in all.",
        "It shipped 25.4 lakh cars in seven months, an average of 36.3 lakh a month.",
    ],
)
def test_a_figure_that_slipped_by_far_is_reported(text: str) -> None:
    assert _alarms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The margin was 13.0%, down from 18.6%, or 5.6 points; 5.6 percent of staff left.",
        "The 510 Comfort costs 76,800 yuan, the 600 Comfort 20,000 yuan more, the 600 LiDAR 600 yuan more than that.",
        "Four stops cost 38.40, 41.10, 29.90 and 35.60 euros, so 145 euros in all.",
        "Deliveries went up 149.3 percent to 116,007 vehicles from 46,533.",
        "Its plant made 12,000 cars; a dealer of 40 years sells 9.4% of them at home.",
        "Revenue rose by 5 percent from 2.20 billion to 2.31 billion euros.",
        "It received 8,216 orders in the first 72 hours, an average of 114 an hour.",
        "A kilogram costs 1,166 yuan, a pack of 60 kWh about 0.29 yuan per Wh without its cells.",
    ],
)
def test_what_fits_or_is_of_another_thing_is_left_alone(text: str) -> None:
    assert _alarms(text) == []


def test_the_items_of_a_list_are_added_up_across_their_lines() -> None:
    text = "# Extras\n\n- Roof, £1,065\n- Race Blue paint, £1,150\n- Tow bar, £660\n- Seats, £1,520\n\nWhich makes £4,125 of extras.\n"
    report = lint(text, format="markdown")
    assert [finding.code for finding in report.files[0].findings] == ["SUM001"]


def test_one_share_of_several_in_a_list_is_held_against_their_whole() -> None:
    text = (
        "In June, 20,000 cars were registered.\n\nVolvo 2,000 (10.0%), Skoda 1,500 (7.5%), Audi 1,180 (9.5%), "
        "Ford 1,000 (5.0%), BMW 800 (4.0%)."
    )
    assert ("PCT001", "9.5%") in _alarms(text)


def test_one_cell_of_a_column_that_slipped_explains_its_sum() -> None:
    text = (
        "# Sales\n\n| Maker | Cars |\n|---|---|\n| A | 402,000 |\n| B | 2,310,000 |\n| C | 148,000 |\n| D | 126,000 |\n\n"
        "The four together sold 907,000 cars.\n"
    )
    report = lint(text, format="markdown")
    assert [finding.code for finding in report.files[0].findings] == ["SUM001"]


def test_a_reading_that_is_only_possible_ticks_nothing() -> None:
    text = "There were 412,000 cars in the week, 7.3 percent more than before (384,000). Of hybrids 232,000, or 56.3 percent."
    ticks = {figure.quote: figure.status for figure in lint(text).files[0].figures}
    assert ticks["232,000"] == "unchecked"


def test_a_cell_of_a_column_in_another_unit_is_odd() -> None:
    text = (
        "# Charging log\n\n| Month | Energy |\n|---|---|\n| May | 186 kWh |\n| June | 253 kW |\n| July | 321 kWh |\n"
        "| August | 347 kWh |\n"
    )
    report = lint(text, format="markdown")
    assert ("CNV004", "253 kW") in [(finding.code, finding.quote) for finding in report.files[0].findings]
