"""CMS payloads: keys, bodies of all kinds, and payloads that cannot be read."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from factlint.article import FieldNames, UnreadableError, read
from outline import of_kind, outline, printed, read_as


def test_the_parts_of_a_payload_and_their_keys() -> None:
    article = read_as(
        "json",
        json.dumps(
            {"id": 7, "body_html": "<p>Kia sold 5.</p><h2>Prices</h2><p>It costs &euro;6.</p>", "byline": "Ann Lee",
             "headline": "Kia &amp; co sell 5", "dek": "A good month for it", "published": "2026-01-14T08:30:00+01:00"}
        ),
    )  # fmt: skip
    assert outline(article) == [
        ("headline", "Kia & co sell 5"), ("deck", "A good month for it"), ("metadata", "Ann Lee"),
        ("paragraph", "Kia sold 5."), ("subhead", "Prices"), ("paragraph", "It costs €6."),
    ]  # fmt: skip
    assert [block.field for block in article.blocks] == ["headline", "dek", "byline"] + ["body_html"] * 3
    assert (article.date, article.date_from) == (dt.date(2026, 1, 14), "metadata")
    assert article.source.format == "json"


@pytest.mark.parametrize(
    "body",
    ["Kia sold 5.\n\n- a car\n- a van", "Kia sold **5**.\n\n- a [car](u)\n- a van\n", "<p>Kia sold 5.</p><ul><li>a car<li>a van</ul>",
     ["Kia sold 5.", "<ul><li>a car</li><li>a van</li></ul>"],
     [{"type": "paragraph", "text": "Kia sold 5."}, {"type": "list", "data": {"items": ["a car", "a van"]}}, {"type": "ad", "text": "Buy"}]],
)  # fmt: skip
def test_a_body_may_be_text_markdown_html_or_blocks(body: object) -> None:
    article = read_as("json", json.dumps({"title": "Kia sells", "subtitle": "Much of it in Europe", "content": body}))
    assert outline(article) == [
        ("headline", "Kia sells"), ("deck", "Much of it in Europe"), ("paragraph", "Kia sold 5."), ("item", "a car"), ("item", "a van"),
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["blocks", "paragraphs", "sections", "contentBlocks"])
def test_a_body_of_blocks_is_read_in_order(key: str) -> None:
    blocks = [
        "Kia sold 5.",
        {"type": "heading", "text": "Abroad"},
        {"type": "list", "items": ["a car", {"value": "a van"}]},
        {"heading": "At home", "paragraphs": ["It sold &euro;6.", "<p>It grew.</p>"]},
        {"content": [{"html": "<p>That is all.</p>"}]},
    ]
    article = read_as("json", json.dumps({"headline": "Kia sells", "lead": "Much of it in Europe", key: blocks}))
    assert outline(article) == [
        ("headline", "Kia sells"), ("deck", "Much of it in Europe"), ("paragraph", "Kia sold 5."), ("subhead", "Abroad"),
        ("item", "a car"), ("item", "a van"), ("subhead", "At home"), ("paragraph", "It sold €6."),
        ("paragraph", "It grew."), ("paragraph", "That is all."),
    ]  # fmt: skip
    assert printed(article, "€6") == "&euro;6"
    assert article.blocks[-1].field == f"{key}.4.content.0.html"


def test_names_of_keys_are_configurable_and_may_be_nested() -> None:
    fields = FieldNames(headline=("meta.kopf",), body=("inhalt.html",), published=("meta.datum",))
    payload = {
        "meta": {"kopf": "Kia sells", "datum": "2026-05-01"},
        "inhalt": {"html": "<p>It sold 5.</p>"},
        "body": "no",
    }
    article = read(json.dumps(payload), path="a.json", fields=fields)
    assert [(block.field, article.text[block.start : block.end]) for block in article.blocks] == [
        ("meta.kopf", "Kia sells"), ("inhalt.html", "It sold 5."),
    ]  # fmt: skip
    assert article.date == dt.date(2026, 5, 1)


def test_common_shapes_are_known() -> None:
    wordpress = {
        "date": "2026-05-02T10:00:00",
        "title": {"rendered": "Kia&#8217;s year"},
        "content": {"rendered": "<p>It sold 5.</p>"},
    }
    article = read_as("json", json.dumps(wordpress))
    assert of_kind(article, "headline") == ["Kia’s year"]
    assert printed(article, "Kia’s") == "Kia&#8217;s"
    wrapped = read_as(
        "json", json.dumps({"status": "ok", "article": {"headline": "Kia sells", "body": "It sold 5.\n\nIt grew."}})
    )
    assert of_kind(wrapped, "paragraph") == ["It sold 5.", "It grew."]
    listed = read_as(
        "json", json.dumps([{"headline": "Kia sells", "text": "It sold 5.\n\nIt grew.", "datePublished": 1767225600}])
    )
    assert listed.date is None or listed.date == dt.date(2026, 1, 1)


def test_tables_in_different_parts_of_a_body_are_different_tables() -> None:
    table = "<table><tr><td>a</td><td>5</td></tr></table>"
    article = read_as("json", json.dumps({"headline": "H is it", "body": [table, "Text.", table]}))
    assert [block.cell.table for block in article.blocks if block.cell] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("payload", "line", "column"),
    [
        ('{"headline": "a",\n "body": b}', 2, 10),
        ('{"body": "a\nb"}', 1, 12),
        ("{", 1, 2),
        ('{"body": "b"}\nx', 2, 1),
        ("", 1, 1),
    ],
)
def test_broken_json_is_reported_with_its_place(payload: str, line: int, column: int) -> None:
    with pytest.raises(UnreadableError, match="broken JSON") as caught:
        read_as("json", payload)
    assert (caught.value.kind, caught.value.line, caught.value.column) == ("json", line, column)


def test_a_payload_without_a_body_lists_the_keys_it_has() -> None:
    with pytest.raises(UnreadableError, match=r"no body.*its keys are headline, teaser") as caught:
        read_as("json", '{"headline": "a", "teaser": "b"}')
    assert caught.value.kind == "payload"
    for payload in ("[]", "5", '"text"', '[{"body": "a"}, {"body": "b"}]', '{"body": ""}', "{}"):
        with pytest.raises(UnreadableError):
            read_as("json", payload)


def test_deep_nesting_is_refused_and_not_followed() -> None:
    for payload in ("[" * 100_000 + "]" * 100_000, '{"body":' * 500 + "1" + "}" * 500):
        with pytest.raises(UnreadableError):
            read_as("json", payload)
