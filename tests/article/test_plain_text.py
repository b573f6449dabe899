"""Plain text: lines, wrapped lines, lists, rows in columns, and the furniture around an article."""

from __future__ import annotations

from outline import headlines, of_kind, outline, printed, read_as


def test_each_line_is_a_block() -> None:
    article = read_as("txt", "Wuling opens plant\nWuling opened a plant in Bekasi.\r\nIt employs 300 people.\n")
    assert outline(article) == [
        ("headline", "Wuling opens plant"),
        ("paragraph", "Wuling opened a plant in Bekasi."),
        ("paragraph", "It employs 300 people."),
    ]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    article = read_as(
        "txt",
        "Ford ships fewer vans\n\n"
        "Ford shipped 12,400 electric vans from its plant in Kocaeli between January\n"
        "and June, the company said on Tuesday, which is 8 percent less than in the\n"
        "first half of last year. It kept its target of 30,000 vans for the whole of\n"
        "the year.\n\n"
        "Orders stood at 9,100 at the end of June. Most of them come from operators\n"
        "of parcel services in Germany, Britain and France, which want smaller vans.\n",
    )
    paragraphs = of_kind(article, "paragraph")
    assert len(paragraphs) == 2
    assert paragraphs[0].endswith("for the whole of the year.")
    assert printed(article, "the whole of the year") == "the whole of\nthe year"


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    article = read_as("txt", "Split times\n\nThe sectors were as follows:\n\nOne: 0:58.4\nTwo: 2:19.7\nThree: 1:47.6\n")
    assert of_kind(article, "item") == ["One: 0:58.4", "Two: 2:19.7", "Three: 1:47.6"]


def test_list_markers_are_no_text() -> None:
    article = read_as("txt", "Three plans\n\nThe plans are:\n- a plant in Hefei\n  - for cells\n* a store\n• a bus\n")
    assert of_kind(article, "item") == ["a plant in Hefei", "for cells", "a store", "a bus"]
    assert [block.level for block in article.blocks if block.kind.value == "item"] == [0, 1, 0, 0]
    numbered = read_as("txt", "Plans\n\nThey are:\n1. a plant\n2) a store\n")
    assert [block.ordered for block in numbered.blocks] == [False, False, True, True]


def test_a_year_or_a_decimal_opens_no_list() -> None:
    article = read_as(
        "txt", "Title of it\n\n2025. That was the year.\n1.5 million cars were sold.\n-17.8% was the change.\n"
    )
    assert of_kind(article, "item") == []


def test_rows_in_columns_are_a_table() -> None:
    for gap in ("  ", "\t", " | "):
        rows = ["Brand|May|June", "BYD|321,430|330,010", "Geely|157,710|160,400"]
        table = "\n".join(row.replace("|", gap) for row in rows)
        article = read_as("txt", f"Sales by brand\n\nThe numbers were these:\n{table}\nThat was all.\n")
        cells = [block for block in article.blocks if block.cell]
        assert [(block.cell.row, block.cell.column) for block in cells if block.cell] == [
            (row, column) for row in range(3) for column in range(3)
        ], gap
        assert of_kind(article, "cell")[3:5] == ["BYD", "321,430"]


def test_a_rule_below_the_first_row_marks_the_head() -> None:
    article = read_as("txt", "Sales\n\nBrand | May\n------|----\nBYD | 5\nGeely | 6\n")
    assert [block.cell.header for block in article.blocks if block.cell] == [True, True, False, False, False, False]


def test_two_blanks_after_a_full_stop_make_no_columns() -> None:
    text = "A title here\n\nBYD sold cars.  Geely did too.\nChery grew.  Nio shrank.\nLi rose.  Zeekr fell.\n"
    assert of_kind(read_as("txt", text), "cell") == []


def test_leftover_heading_tags_stay_in_the_text() -> None:
    article = read_as(
        "txt", "A headline\n\nIt begins here.\nH2: The scale of it\nIt goes on.\nH3: A detail\nIt ends.\n"
    )
    assert of_kind(article, "subhead") == ["H2: The scale of it", "H3: A detail"]
    assert [block.level for block in article.blocks if block.kind.value == "subhead"] == [2, 3]


def test_headline_deck_metadata_and_signature() -> None:
    article = read_as(
        "txt",
        "Hefei builds a hub for electric cars\n"
        "Nio's new plant brings suppliers to the city\n\n"
        "来源:车市观察 时间:2026-04-15 20:15:08 编辑:陈一诺\n\n"
        "Hefei has become a hub. Nio opened a plant there.\n\n"
        "Photo credit: Nio\n\n微信图片_20260118_111805.jpg\n\n图片来源:蔚来\n\n"
        "Suppliers followed, the city said.\n\n"
        "(BY Qin Yue, Hefei Daily provide pictures)\n",
    )
    assert [kind for kind, _ in outline(article)] == [
        "headline", "deck", "metadata", "paragraph", "metadata", "metadata", "metadata", "paragraph", "metadata",
    ]  # fmt: skip


def test_signed_lines_are_metadata_and_sentences_are_not() -> None:
    for line in ("By Pan Yi | May 28, 2026", "Edited by Aya From Carnews", "(Editing: Fang Lei)", "By Ann Lee",
                 "Updated May 3, 2026", "https://example.com/a/1", "Seoul, July 25, 2025 (Friday)"):  # fmt: skip
        article = read_as("txt", f"Kia sells more cars\n\n{line}\n\nKia sold 5 cars.\n")
        assert of_kind(article, "metadata") == [line]
    for line in (
        "By 2027, Kia wants to sell 5 cars.",
        "By the numbers",
        "From Seoul to Ulsan",
        "Image is everything, it said.",
    ):
        article = read_as("txt", f"Kia sells more cars\n\nKia sold 5 cars.\n\n{line}\n\nIt sold 3 vans.\n")
        assert of_kind(article, "metadata") == []


def test_captions_are_lines_without_a_verb() -> None:
    article = read_as(
        "txt",
        "Chery opens plant\n\nChery opened a plant on Friday.\n\nHeadquarters of Chery.\n\n"
        "The Omoda on display at the launch event. \n\nChery sold 5 cars.\n\nIt grew.\n",
    )
    assert of_kind(article, "caption") == ["Headquarters of Chery.", "The Omoda on display at the launch event."]


def test_subheads_stand_over_paragraphs() -> None:
    article = read_as(
        "txt",
        "Seres widens exports\n\nSeres sold 5 cars.\n\nFrom one plant to three\n\nIt has three plants.\n\nA last word\n",
    )
    assert of_kind(article, "subhead") == ["From one plant to three"]


def test_what_the_site_adds_is_set_apart() -> None:
    article = read_as(
        "txt",
        "Hefei builds a hub\n\nHefei has built a hub for cars.\n\nNio moved there in May.\n"
        "- Mayor opens library in the old town\n- Hefei builds a hub\n- Schools plan more sport lessons\n\n"
        'All Rights Reserved. Do not reproduce.\n\nWrite to us: desk@news.example\n\n[{"score": 6, "why": "cars"}]\n',
    )
    assert len(of_kind(article, "boilerplate")) == 6
    assert len(of_kind(article, "paragraph")) == 2


def test_a_list_that_belongs_to_the_article_stays() -> None:
    article = read_as(
        "txt",
        "Nio plans three models\n\nNio will launch three models in China:\n"
        "- Nio's small car for cities\n- Nio's sedan for companies\n- Nio's van for families\n",
    )
    assert len(of_kind(article, "item")) == 3


def test_pointers_take_their_lines_with_them() -> None:
    article = read_as(
        "txt",
        "Chips for cars\n\nHorizon sold chips.\n\nRecommended Reading\n\nThe book about chips by Lu Fang.\n\n"
        "Horizon grew by 5%.\n",
    )
    assert of_kind(article, "boilerplate") == ["Recommended Reading", "The book about chips by Lu Fang."]
    assert of_kind(article, "paragraph")[-1] == "Horizon grew by 5%."


def test_sentences_alone_have_no_headline() -> None:
    for text in ("Sales rose 5%", "Sales rose 5%.\n\nSales fell 3%.", "Of 31 cars, 15 were NEVs."):
        article = read_as("txt", text)
        assert headlines(article) == [None]
        assert of_kind(article, "headline") == []
