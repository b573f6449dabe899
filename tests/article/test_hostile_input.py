"""Input made to be slow takes time in proportion to its length, and none breaks the reader."""

from __future__ import annotations

import contextlib
import time

import pytest
from factlint.article import UnreadableError
from factlint.article.formats import FORMATS, format_of
from outline import read_as

PATTERNS = [
    "<!--", '<a "', '<a ">" ', "<div hidden>", "<div class=nav><p>a b", "<table><tr><td>", "<nav>", "&#", "&amp;", "((((",
    "9,", "A. ", "。", ".\u00a0", "**a", "_a ", "`a", "``` `", "[", "[a](", "![", "](", "|a\n", "a  b\n", "a\tb\n", "- a\n",
    "By ", "January 5, ", "last year in 2024 ", "来源:", "Title\n\nText is here. \n\n", "\\", "<![CDATA[", "<br>A", "\u00ad",
    "http://a.b/c.", "a@b.", "H2: a\n", "> ", "<script", "\r", "{{", "AB, ",
]  # fmt: skip


def seconds(suffix: str, text: str) -> float:
    started = time.process_time()
    with contextlib.suppress(UnreadableError):
        read_as(suffix, text)
    return time.process_time() - started


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_time_grows_with_length_only(pattern: str, suffix: str) -> None:
    short = min(seconds(suffix, pattern * (10_000 // len(pattern))) for _ in range(2))
    long = seconds(suffix, pattern * (80_000 // len(pattern)))
    # eight times the text; twenty leaves room for noise, while a quadratic reader needs sixty-four
    assert long < max(20 * short, 0.25)


def test_comments_that_never_close_take_no_time() -> None:
    assert seconds("html", "<p>BYD sold 5.</p>" + "<!--" * 20_000) < 1
    assert seconds("json", '{"headline": "a", "body": "<p>BYD sold 5.</p>' + "<!--" * 20_000 + '"}') < 1


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("# Kia sells\n\nText.", "stdin", "markdown"),
        ("---\ntitle: Kia\n---\nText.", "", "markdown"),
        ("a | b\n--- | ---\nc | d\n", "", "markdown"),
        ("Kia sold [5](http://a.b).", "", "markdown"),
        ("<!doctype html><p>Kia", "", "html"),
        ("Kia sold 5.</p><p>It grew.</p>", "", "html"),
        (' {"headline": "Kia"}', "", "json"),
        ('[{"headline": "Kia"}]', "", "json"),
        ("Kia sold 5 cars.\n\n- one\n- two\n", "", "text"),
        ("# Kia", "a.txt", "text"),
        ("Kia", "a.MARKDOWN", "markdown"),
        ("Kia", "a.htm", "html"),
    ],
)
def test_the_format_is_told_by_suffix_else_by_content(text: str, path: str, expected: str) -> None:
    assert format_of(text, path) == expected


def test_a_wanted_format_wins_and_must_exist() -> None:
    assert all(format_of("text", "a.txt", wanted) == wanted for wanted in FORMATS)
    with pytest.raises(UnreadableError, match="unknown format 'docx'"):
        format_of("text", "a.txt", "docx")
