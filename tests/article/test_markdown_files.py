"""Markdown: front matter, blocks and what stands inside them."""

from __future__ import annotations

import datetime as dt

from outline import of_kind, outline, printed, read_as


def test_front_matter_gives_headline_deck_and_date() -> None:
    article = read_as(
        "md",
        '---\ntitle: "Kia sells 5 cars"\ndate: 2026-03-19\ndescription: A good month\ntags: [a]\n---\n\nKia sold 5 cars.\n',
    )
    assert outline(article) == [
        ("headline", "Kia sells 5 cars"), ("deck", "A good month"), ("paragraph", "Kia sold 5 cars."),
    ]  # fmt: skip
    assert (article.date, article.date_from) == (dt.date(2026, 3, 19), "metadata")
    assert printed(article, "Kia sells 5") == "Kia sells 5"


def test_a_heading_wins_over_the_front_matter_title() -> None:
    article = read_as("md", "---\ntitle: Other\n---\n# Kia sells cars\n\nKia sold 5.\n")
    assert of_kind(article, "headline") == ["Kia sells cars"]


def test_headings_in_both_styles() -> None:
    article = read_as("md", "Kia sells cars\n===\n\nText here.\n\nMoney\n---\n\nMore text.\n\n### Detail ###\n\nEnd.\n")
    assert of_kind(article, "headline") == ["Kia sells cars"]
    assert [(b.level, article.text[b.start : b.end]) for b in article.blocks if b.kind.value == "subhead"] == [
        (2, "Money"),
        (3, "Detail"),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    article = read_as("md", "# T is it\n\nKia sold **5\ncars** in May,  \nit said.\\\nGood.\n")
    assert of_kind(article, "paragraph") == ["Kia sold 5 cars in May, it said. Good."]
    assert printed(article, "5 cars in") == "5\ncars** in"


def test_emphasis_links_images_code_and_escapes() -> None:
    article = read_as(
        "md",
        "# T is it\n\nThe *M9* and __M7__, ~~M5~~ [here](http://a.b/c_(d) 'x') [there][ref] ![alt](p.jpg) `1*2` \\*5\\* "
        "5 * 3 * 2 a_b_c <http://a.b> <b>x</b> &euro;5 [cite: -] [x](y\n\n[ref]: http://x.y\n",
    )
    assert of_kind(article, "paragraph") == [
        "The M9 and M7, M5 here there 1*2 *5* 5 * 3 * 2 a_b_c http://a.b x €5 [cite: -] [x](y"
    ]


def test_lists_nest_and_go_on() -> None:
    article = read_as("md", "# T is it\n\n- one **1**\n  goes on\n  - inner\n- two\n\n1. first\n2) second\n\nText.\n")
    items = [(b.level, b.ordered, article.text[b.start : b.end]) for b in article.blocks if b.kind.value == "item"]
    assert items == [
        (0, False, "one 1 goes on"), (1, False, "inner"), (0, False, "two"), (0, True, "first"), (0, True, "second"),
    ]  # fmt: skip
    assert of_kind(article, "paragraph") == ["Text."]


def test_tables_with_and_without_outer_bars() -> None:
    article = read_as(
        "md", "# T is it\n\n| Brand | *May* |\n|:--|--:|\n| BYD | 5 |\n| | 6 \\| 7 |\n\na | b\n--|--\nc | d\n"
    )
    cells = [
        (b.cell.table, b.cell.row, b.cell.column, b.cell.header, article.text[b.start : b.end])
        for b in article.blocks
        if b.cell
    ]
    assert cells == [
        (0, 0, 0, True, "Brand"), (0, 0, 1, True, "May"), (0, 1, 0, False, "BYD"), (0, 1, 1, False, "5"),
        (0, 2, 1, False, "6 | 7"), (1, 0, 0, True, "a"), (1, 0, 1, True, "b"), (1, 1, 0, False, "c"), (1, 1, 1, False, "d"),
    ]  # fmt: skip


def test_quotes_are_paragraphs_and_code_is_code() -> None:
    article = read_as("md", '# T is it\n\n> "We grow," he\n> said.\n\n```py\nx = 1\n```\n\n    y = 2\n')
    assert outline(article)[1:] == [("paragraph", '"We grow," he said.'), ("code", "x = 1"), ("code", "y = 2")]


def test_an_italic_line_below_the_headline_is_the_deck() -> None:
    article = read_as("md", "# T is it\n\n*Two rulers. We tried both of them.*\n\nText follows here.\n")
    assert of_kind(article, "deck") == ["Two rulers. We tried both of them."]


def test_html_inside_markdown_is_read_as_html() -> None:
    article = read_as(
        "md",
        "# T is it\n\n<figure><img src=a><figcaption>A BYD.</figcaption></figure>\n\n<!-- a\n\ncomment -->\n\n"
        "<table>\n<tr><td>a</td><td>5</td></tr>\n\n<tr><td>b</td><td>6</td></tr>\n</table>\n\nText &amp; <br> more.\n",
    )
    assert outline(article)[1:] == [
        ("caption", "A BYD."), ("cell", "a"), ("cell", "5"), ("cell", "b"), ("cell", "6"), ("paragraph", "Text & more."),
    ]  # fmt: skip


def test_footnotes_stay_readable() -> None:
    article = read_as("md", "# T is it\n\nIt sold 5[^1] cars and 6[^2].\n\n[^1]: Without vans.\n")
    assert of_kind(article, "paragraph") == ["It sold 5 cars and 6[^2].", "Without vans."]


def test_an_italic_line_below_a_picture_is_its_caption() -> None:
    for between in ("\n", "\n\n"):
        article = read_as(
            "md", f"# T is it\n\nIt sold 5.\n\n![x](a.jpg){between}*The EV4 in grey*\n\nIt grew. *Much.*\n"
        )
        assert of_kind(article, "caption") == ["The EV4 in grey"]
        assert of_kind(article, "paragraph") == ["It sold 5.", "It grew. Much."]


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    first = "Kia sold " + ", ".join(f"{number},000 cars in country {number}" for number in range(1, 12)) + "."
    article = read_as("md", f"# T is it\n\n{first}\n{first}\n")
    assert of_kind(article, "paragraph") == [first, first]
