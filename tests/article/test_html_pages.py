"""HTML pages: what is read, what is set aside, tables, and pages that are not well made."""

from __future__ import annotations

import pytest
from factlint.article import UnreadableError
from outline import of_kind, outline, printed, read_as


def page(body: str, head: str = "<title>BYD sells more cars in May - Auto Site</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def test_menus_footers_scripts_and_forms_are_set_aside() -> None:
    article = read_as(
        "html",
        page(
            "<header><ul><li>News</li></ul><nav>Home <nav>Sub</nav></nav></header><h1>BYD sells more cars</h1>"
            "<script>var a = '<p>5 cars</p>';</script><style>p{x:1}</style><p>BYD sold 5 cars.</p>"
            "<form><input><label>Mail</label><button>Go</button></form><div hidden>secret</div>"
            "<aside><h2>Related</h2><p>Other news.</p></aside><footer><p>Contact</p></footer>"
        ),
    )
    assert outline(article) == [("headline", "BYD sells more cars"), ("paragraph", "BYD sold 5 cars.")]


def test_the_title_is_the_headline_when_nothing_else_is() -> None:
    article = read_as("html", page("<p>BYD sold 5 cars. It was a good month.</p><p>Geely sold 3.</p>"))
    assert of_kind(article, "headline") == ["BYD sells more cars in May"]


def test_a_logo_is_not_the_headline() -> None:
    article = read_as(
        "html", page("<header><h1><a href='/'>Auto Site</a></h1></header><h1>BYD sells more cars</h1><p>It did.</p>")
    )
    assert of_kind(article, "headline") == ["BYD sells more cars"]


def test_text_in_inline_tags_is_joined_exactly() -> None:
    article = read_as(
        "html",
        "<h1>H is it</h1><p>CO<sub>2</sub> of 1<b>2</b>0 g on <a href='x'>Model<i> Y</i></a>, m<sup>2</sup>.</p>",
    )
    assert of_kind(article, "paragraph") == ["CO2 of 120 g on Model Y, m2."]


def test_a_raised_figure_adds_no_digit_to_a_number() -> None:
    article = read_as("html", "<h1>H is it</h1><p>It sold 2,000<sup>1</sup> cars and 10<sup>6</sup> parts.</p>")
    assert of_kind(article, "paragraph") == ["It sold 2,000¹ cars and 10⁶ parts."]
    assert printed(article, "2,000¹") == "2,000<sup>1"


def test_line_breaks_part_sentences_and_lines_but_not_phrases() -> None:
    article = read_as(
        "html", "<h1>H is it</h1><p>BYD sold 5.<br>Geely sold 3<br/>Length 4.9 m<br><br>cars and<br>vans rose</p>"
    )
    assert of_kind(article, "paragraph") == ["BYD sold 5.", "Geely sold 3", "Length 4.9 m", "cars and vans rose"]


def test_tags_that_are_never_closed_do_not_matter() -> None:
    article = read_as("html", "<h1>BYD grows<p>One <b>bold.<p>Two.<ul><li>a<li>b</ul><p>Three")
    assert outline(article) == [
        ("headline", "BYD grows"), ("paragraph", "One bold."), ("paragraph", "Two."), ("item", "a"), ("item", "b"),
        ("paragraph", "Three"),
    ]  # fmt: skip
    open_menu = read_as("html", "<nav>Menu<h1>BYD grows</h1><p>BYD sold 5.</p><footer><p>Terms</p>")
    assert ("paragraph", "BYD sold 5.") in outline(open_menu)


@pytest.mark.parametrize(
    "broken",
    ["<p>One.</p>\n<!-- note <p>Two.</p>", "<p>One.</p>\n<script>var x; <p>Two.</p>", "<p>One.</p>\n<a href=x <p Two"],
)
def test_what_swallows_the_rest_of_the_page_is_an_error_with_its_place(broken: str) -> None:
    with pytest.raises(UnreadableError, match="never closed") as caught:
        read_as("html", broken)
    assert (caught.value.kind, caught.value.line, caught.value.column) == ("html", 2, 1)


def test_lists_know_their_level_and_numbering() -> None:
    article = read_as("html", "<h1>H is it</h1><ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol>")
    items = [(b.level, b.ordered, article.text[b.start : b.end]) for b in article.blocks if b.kind.value == "item"]
    assert items == [(0, True, "one"), (1, False, "inner"), (0, True, "two")]


def test_tables_have_rows_columns_heads_and_spans() -> None:
    article = read_as(
        "html",
        "<h1>H is it</h1><table><caption>Sales in May</caption><thead><tr><td rowspan=2>Brand</td><td colspan='2'>Cars</td></tr>"
        "<tr><td>2025</td><td>2024</td></tr></thead><tr><th>BYD</th><td>5</td><td><b>3</b></td></tr></table>",
    )
    cells = [
        (b.cell.row, b.cell.column, b.cell.header, article.text[b.start : b.end]) for b in article.blocks if b.cell
    ]
    assert cells == [
        (0, 0, True, "Brand"), (0, 1, True, "Cars"), (1, 1, True, "2025"), (1, 2, True, "2024"),
        (2, 0, True, "BYD"), (2, 1, False, "5"), (2, 2, False, "3"),
    ]  # fmt: skip
    assert of_kind(article, "caption") == ["Sales in May"]


def test_two_tables_are_numbered_and_layout_tables_are_none() -> None:
    article = read_as(
        "html",
        "<table><tr><td><h1>BYD grows</h1><p>One.</p><p>Two.</p><table><tr><td>a</td><td>5</td></tr></table></td></tr></table>"
        "<table><tr><td>b</td><td>6</td></tr></table>",
    )
    assert of_kind(article, "paragraph") == ["One.", "Two."]
    assert [(b.cell.table, article.text[b.start : b.end]) for b in article.blocks if b.cell] == [
        (1, "a"), (1, "5"), (2, "b"), (2, "6"),
    ]  # fmt: skip


def test_a_definition_list_is_a_table_of_two_columns() -> None:
    article = read_as("html", "<h1>H is it</h1><dl><dt>Range</dt><dd>500 km</dd><dt>Price</dt><dd>$5</dd></dl>")
    assert [(b.cell.row, b.cell.column) for b in article.blocks if b.cell] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_captions_quotes_and_hints_of_classes() -> None:
    article = read_as(
        "html",
        "<article><h1>BYD grows</h1><p class='standfirst'>Records fall in May</p><div class=byline>He Siyuan</div>"
        "<figure><img src=a><figcaption>A BYD.</figcaption></figure><blockquote><p>We grow.</p></blockquote></article>",
    )
    assert [kind for kind, _ in outline(article)] == ["headline", "deck", "metadata", "caption", "paragraph"]


def test_what_stands_beside_the_article_is_boilerplate() -> None:
    article = read_as(
        "html",
        page("<div>Most read today</div><article><h1>BYD grows</h1><p>It sold 5.</p></article><p>Geely sold 3.</p>"),
    )
    assert of_kind(article, "boilerplate") == ["Most read today", "Geely sold 3."]
    marked = read_as(
        "html",
        page("<h1>BYD grows</h1><p>It sold 5.</p><div class='related-posts'><p>Old news: 9.</p></div><p>End.</p>"),
    )
    assert of_kind(marked, "boilerplate") == ["Old news: 9."]
    assert of_kind(marked, "paragraph") == ["It sold 5.", "End."]


def test_entities_known_and_unknown() -> None:
    article = read_as(
        "html", "<h1>H is it</h1><p>AT&T &amp; R&amp;D &hearts; &nosuch; &#150; &#xZZ; &#0; 5 &lt; 6 & 7</p>"
    )
    assert of_kind(article, "paragraph") == ["AT&T & R&D ♥ &nosuch; – &#xZZ; \ufffd 5 < 6 & 7"]


def test_quoted_attributes_may_hold_a_bracket() -> None:
    article = read_as("html", "<h1>H is it</h1><p title='a > b' data-x=\"<i>\">It sold 5.</p>")
    assert of_kind(article, "paragraph") == ["It sold 5."]


def test_links_at_the_end_of_an_article_are_boilerplate_and_links_within_are_not() -> None:
    links = "<ul><li><a href=1>Volvo recalls cars</a></li><li><a href=2>Polestar grows</a></li><li><a href=3>Geely buys</a></li></ul>"
    related = "<div class='related-articles'><h2>Related</h2><article><h3>Other: 5 cars</h3></article></div>"
    article = read_as("html", page(f"<h1>BYD grows</h1><p>It sold 5.</p>{links}{related}"))
    assert len(of_kind(article, "boilerplate")) == 5
    within = read_as("html", page(f"<h1>BYD grows</h1><p>It sold 5.</p>{links}<p>It grew again.</p>"))
    assert len(of_kind(within, "item")) == 3
