"""A sentence is shown with its figures underlined, at any width, in any script, and can drive no terminal."""

from __future__ import annotations

from factlint.reports.excerpt import excerpt, wrapped
from factlint.reports.printable import in_ascii, safe, shortened, width
from hypothesis import given
from hypothesis import strategies as st

SENTENCE = "Of 31.1 million cars sold last year, 15 million were NEVs, or 40.9%."


def lines(text: str, quote: str, columns: int = 100, **options: int) -> list[str]:
    start = text.index(quote)
    return list(excerpt(text, [(start, start + len(quote), "^")], columns, **options))


def test_the_underline_stands_below_the_figure() -> None:
    text, under = lines(SENTENCE, "40.9%")
    assert text == SENTENCE
    assert under == " " * SENTENCE.index("40.9%") + "^^^^^"


def test_a_wrapped_sentence_is_underlined_where_the_figure_falls() -> None:
    shown = lines(SENTENCE, "15 million", 40)
    assert shown == [
        "Of 31.1 million cars sold last year, 15",
        " " * 37 + "^^^",
        "million were NEVs, or 40.9%.",
        "^^^^^^^",
    ]


def test_chinese_takes_two_columns_a_character() -> None:
    text, under = lines("比亚迪销售了100万辆。", "100万辆")
    assert text == "比亚迪销售了100万辆。"
    assert under == " " * 12 + "^" * 7


def test_a_long_sentence_is_shortened_around_its_figures() -> None:
    long = "Word " * 100 + "and 40.9% of all" + " word" * 100
    shown = lines(long, "40.9%", 60)
    assert len(shown) <= 7
    assert shown[0].startswith("… ")
    assert any(line.endswith(" …") for line in shown)
    assert any("40.9%" in line for line in shown)


def test_two_far_places_are_both_kept() -> None:
    long = "First 11.1% stands here, " + "and so on, " * 60 + "and then 22.2% stands there."
    marks = [(long.index(quote), long.index(quote) + 5, "^") for quote in ("11.1%", "22.2%")]
    shown = "\n".join(excerpt(long, marks, 60))
    assert "11.1%" in shown
    assert "22.2%" in shown
    assert len(shown) < 600


def test_the_first_mark_wins_where_two_overlap() -> None:
    _, under = excerpt("about 40.9% of it", [(6, 11, "^"), (0, 11, "-")], 80)
    assert under == "------^^^^^"


def test_control_characters_are_shown_not_obeyed() -> None:
    shown = lines("It sold\x1b[31m 40.9% \u202emore", "40.9%")
    assert shown[0] == "It sold\\x1b[31m 40.9% \\u202emore"
    assert shown[1].index("^") == shown[0].index("40.9%")


@given(st.text(), st.integers(0, 50), st.integers(1, 20), st.integers(5, 80), st.booleans())
def test_any_text_fits_and_is_safe(text: str, start: int, length: int, columns: int, ascii_only: bool) -> None:
    start = min(start, len(text))
    mark = (start, min(start + length, len(text)), "^")
    for line in excerpt(text, [mark], columns, ascii_only=ascii_only):
        assert safe(line) == line
        assert width(line) <= max(columns, 12) + 2
        assert not ascii_only or line.isascii()


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=300), st.integers(10, 80))
def test_wrapping_loses_no_word(text: str, columns: int) -> None:
    assert "".join("".join(wrapped(text, columns)).split()) == "".join(safe(text).split())


def test_our_own_marks_have_likenesses_in_ascii() -> None:
    assert in_ascii("✓ 3 figures … 3 × 4") == "ok 3 figures ... 3 x 4"
    assert in_ascii("café") == "caf\\xe9"


def test_shortened_text_ends_in_an_ellipsis() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abcdefg", 6) == "abcde…"
    assert width(shortened("比亚迪销售了", 6)) <= 6
