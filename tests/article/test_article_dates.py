"""The date of an article: where it is stated, and what is inferred."""

from __future__ import annotations

import datetime as dt

import pytest
from factlint.article import read
from outline import read_as

BODY = "Kia sold 5 cars.\n\nIt was a good month for it.\n"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("来源:中国网 时间:2022-11-01 17:02:42 编辑:李柯佑", dt.date(2022, 11, 1)),
        ("发布时间：2025年3月9日", dt.date(2025, 3, 9)),
        ("By Pan Yi | May 28, 2026", dt.date(2026, 5, 28)),
        ("Berlin · 9 September 2025 · 2 min read", dt.date(2025, 9, 9)),
        ("Published October 14, 2025, 09:30", dt.date(2025, 10, 14)),
        ("Updated: 3 Sept. 2025", dt.date(2025, 9, 3)),
    ],
)
def test_metadata_lines_state_the_date(line: str, date: dt.date) -> None:
    article = read_as("txt", f"Kia sells cars\n\n{line}\n\n{BODY}")
    assert (article.date, article.date_from, article.date_precision) == (date, "metadata", "day")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-07-15T08:00:00Z">',
        "<meta content='2025-07-15' name='pubdate'>",
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2025-07-15"}</script>',
        "<time datetime=2025-07-15>Tuesday</time>",
    ],
)
def test_pages_state_the_date_in_their_markup(head: str) -> None:
    article = read_as("html", f"<head>{head}</head><h1>Kia sells cars</h1><p>Kia sold 5.</p>")
    assert (article.date, article.date_from) == (dt.date(2025, 7, 15), "metadata")


@pytest.mark.parametrize(
    ("dateline", "date"),
    [("TOKYO, May 8 (2025) - ", dt.date(2025, 5, 8)), ("WUHU, June 4, 2026 (China Auto Wire) -- ", dt.date(2026, 6, 4)),
     ("PARIS, 9 Sept 2025 — ", dt.date(2025, 9, 9))],
)  # fmt: skip
def test_a_dateline_states_the_date_and_stays_in_the_text(dateline: str, date: dt.date) -> None:
    article = read_as("txt", f"Kia sells cars\n\n{dateline}{BODY}")
    assert (article.date, article.date_from) == (date, "dateline")
    assert article.text[article.blocks[1].start :].startswith(dateline)


def test_a_dateline_without_a_year_takes_it_from_the_text_or_stays_unknown() -> None:
    dateline = "BEIJING, Dec 1 (China Auto Wire) -- Kia sold 5 cars.\n\n"
    assert read_as("txt", f"Kia sells\n\n{dateline}It sold 4 last year, in 2024.\n").date == dt.date(2025, 12, 1)
    assert read_as("txt", f"Kia sells\n\n{dateline}It signed on November 28, 2025.\n").date == dt.date(2025, 12, 1)
    assert read_as("txt", f"Kia sells\n\n{dateline}It was founded in 1944.\n").date is None


def test_the_latest_past_day_in_the_text_is_taken() -> None:
    article = read_as(
        "txt",
        "Seres hands over cars\n\nSeres handed over its car on August 22, 2025. It had launched it on December 26, 2023.\n\n"
        "It plans a plant by May 3, 2027. A new rule takes effect on January 1, 2026.\n",
    )
    assert (article.date, article.date_from, article.date_precision) == (dt.date(2025, 8, 22), "text", "day")


def test_days_without_a_year_move_the_date_on() -> None:
    article = read_as(
        "txt", "Kia sells\n\nOn December 31, 2024, Kia sold a car. On January 6, it sold another.\n\nIt grew.\n"
    )
    assert article.date == dt.date(2025, 1, 6)


def test_last_year_by_name_and_number_tells_the_year() -> None:
    article = read_as(
        "txt", "Kia sells\n\nKia sold 5 cars last year. In 2024, it built 6.\n\nIt wants to sell 9 by 2030.\n"
    )
    assert (article.date, article.date_from, article.date_precision) == (dt.date(2025, 12, 31), "text", "year")


@pytest.mark.parametrize(
    "body",
    [
        "Kia sold 5 cars on Friday.",
        "Kia wants to sell 5 cars by December 1, 2027.",
        "Kia was founded on May 5, 1944. It sold 5 cars in 2025.",
        "Kia, founded in 2021, sold 5 cars last year.",
        "The program runs for five years, 2022 through 2026. Last year few ports opened.",
        "The 2025 Kia Sorento costs $5.",
    ],
)
def test_what_does_not_tell_leaves_the_date_unknown(body: str) -> None:
    article = read_as("txt", f"Kia sells cars\n\n{body}\n\nIt was a good month.\n")
    assert (article.date, article.date_from, article.date_precision) == (None, None, None)


def test_an_argument_wins_over_everything() -> None:
    wanted = dt.date(2020, 2, 3)
    article = read("Kia sells\n\nUpdated: May 3, 2026\n\nKia sold 5.\n", path="a.txt", date=wanted)
    assert (article.date, article.date_from) == (wanted, "argument")


def test_a_file_name_or_an_impossible_day_is_no_date() -> None:
    assert read_as("txt", f"Kia sells\n\n图片_2026-01-18_1.jpg\n\n{BODY}").date is None
    assert read_as("txt", f"Kia sells\n\nUpdated: February 30, 2026\n\n{BODY}").date is None
