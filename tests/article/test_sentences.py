"""Where a sentence ends."""

from __future__ import annotations

import time

import pytest
from factlint.article.sentences import split
from outline import read_as, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["Kankan Technology Co., Ltd. (Kankan Tech) sold 3.5 million cars on Jan. 4.", "The U.S. market grew."],
        ["It is sold in the U.S.", "The J. Smith family bought a Model Y.", "It paid $40,000."],
        [
            "Toyota Motor Corp. President Akio spoke at 9 a.m. on Monday.",
            "He left at 10 a.m.",
            "On Tuesday he came back.",
        ],
        ["The No. 5 car beat the No. 7 car, i.e. Ford vs. Ferrari.", "Dr. Lee and Mr. St. John agreed."],
        ["He said: “We grow.”", "“And you?”", "They laughed!", "Nobody answered..."],
        ["It ended.", "iMotion and e-tron buyers cheered.", "3.5 million came."],
        ["Pony.ai and Node.Red grew by 5.5%.", "That was all."],
        ["比亚迪5月销量为32.1万辆。", "同比增长3.5%！", "“真的吗？”", "是的。"],
        ["The plant (opened in 2024.)", "It has 300 workers."],
        ["Is it true?", "Yes, in Sept. 2025 it sold approx. 300 cars, incl. vans."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    chinese = "。" in parts[0]
    text = ("" if chinese else " ").join(parts)
    assert [text[start:end] for start, end in split(text, 0, len(text))] == parts


def test_a_forgotten_blank_does_not_hide_the_end() -> None:
    text = "The maker sold 300 units.The plant closed in 2024.It had 30 workers."
    assert len(list(split(text, 0, len(text)))) == 3


def test_a_quote_that_goes_on_is_one_sentence() -> None:
    text = '"Is it cheap?" he asked. "It is," she said.'
    assert [text[a:b] for a, b in split(text, 0, len(text))] == ['"Is it cheap?" he asked.', '"It is," she said.']


def test_no_sentence_crosses_a_block_and_headlines_are_whole() -> None:
    article = read_as("md", "# How much? We ask\n\nIt costs 5. Or 6.\n\n- No stop here\n- Two. Here.\n")
    assert sentences(article) == ["How much? We ask", "It costs 5.", "Or 6.", "No stop here", "Two.", "Here."]


def test_a_sentence_is_found_by_an_offset() -> None:
    article = read_as("txt", "Kia sells\n\nIt costs 5. Or 6.\n")
    second = article.text.index("Or")
    found = article.sentence_at(second + 1)
    assert found is not None
    assert article.text[found.start : found.end] == "Or 6."
    assert article.sentence_at(second - 1) is None


def test_splitting_is_fast() -> None:
    text = (
        "BYD sold 321,430 vehicles in May, up 5.5 percent from a year earlier. The U.S. market shrank by 3 percent. "
        * 5000
    )
    started = time.process_time()
    count = sum(1 for _ in split(text, 0, len(text)))
    seconds = time.process_time() - started
    assert count == 10_000
    assert len(text) / seconds > 2_000_000, f"{len(text) / seconds / 1e6:.1f} MB/s"
