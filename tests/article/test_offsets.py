"""Every character of the clean text leads back to what prints it, in four formats."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from factlint.article import Article, read
from factlint.article.article import BlockKind
from hypothesis import given, settings
from hypothesis import strategies as st
from outline import printed, read_as

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "seeds", ROOT.parent / "shared" / "dev", ROOT.parent / "shared" / "seeds"]
ARTICLES = sorted(
    path
    for folder in FOLDERS
    for path in folder.rglob("*")
    if path.suffix in {".txt", ".md", ".html", ".json"} and path.name != "README.md"
)
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
MARKUP = re.compile(r"<[^>]*>|[\u00ad\u200b\u2060\ufeff]")


def decoded(source: str, kind: str) -> str:
    """What a piece of source prints, worked out without the reader."""
    if kind == "json":
        source = json.loads(f'"{source}"')
    if kind in ("html", "json", "markdown"):
        source = html.unescape(MARKUP.sub("", source))
    if kind == "markdown":
        source = re.sub(r"\]\([^)]*\)|\\(?=[^\w\s])|[*_`\[\]]", "", source)
    return source


def check(article: Article) -> None:
    text, source = article.text, article.source
    for block in article.blocks:
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        for word in re.finditer(r"\S+", text[block.start : block.end]):
            start, end = block.start + word.start(), block.start + word.end()
            begin, finish = article.source_span(start, end)
            quote = source.text[begin:finish]
            expected = word[0].translate(SUPERSCRIPTS)
            if source.format == "markdown":
                expected = re.sub(r"[*_`\[\]\\]", "", expected)
            assert decoded(quote, source.format).translate(SUPERSCRIPTS) == expected, (word[0], quote)
    last = -1
    for start in article.segments.clean:
        assert start > last or start == 0
        last = start


def check_structure(article: Article) -> None:
    covered = [block for story in article.stories for block in story.blocks]
    assert sorted(covered) == list(range(len(article.blocks)))
    assert article.text == "\n\n".join(article.text[block.start : block.end] for block in article.blocks)
    for story in article.stories:
        assert all(article.blocks[block].story == story.index for block in story.blocks)
    held = {sentence.block for sentence in article.sentences}
    assert held == set(range(len(article.blocks)))
    for sentence in article.sentences:
        block = article.block_of(sentence)
        assert block.start <= sentence.start < sentence.end <= block.end
        assert sentence.story == block.story
        assert article.sentence_at(sentence.start) is sentence


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_word_of_an_article_leads_back_to_its_source(path: Path) -> None:
    article = read(path.read_bytes(), path=str(path))
    check(article)
    check_structure(article)


def test_a_span_takes_in_entities_and_tags() -> None:
    article = read_as("html", "<p>Tesla cut it by <b>&euro;2</b>,000&nbsp;in Gr&uuml;n<i>heide</i>.</p>")
    assert article.text == "Tesla cut it by €2,000\u00a0in Grünheide."
    assert printed(article, "€2,000") == "&euro;2</b>,000"
    assert printed(article, "Grünheide") == "Gr&uuml;n<i>heide"


def test_a_span_goes_through_escapes_and_entities_at_once() -> None:
    payload = '{"headline":"A","body_html":"<p>From \\u00a5100 to &#165;2\\u00300 \\ud83d\\ude97 \\"in all\\".<\\/p>"}'
    article = read_as("json", payload)
    assert printed(article, "¥100") == "\\u00a5100"
    assert printed(article, "¥200") == "&#165;2\\u00300"
    assert printed(article, "🚗") == "\\ud83d\\ude97"
    assert printed(article, '"in all".') == '\\"in all\\".'


def test_a_span_takes_in_markdown_inside_it() -> None:
    article = read_as("md", 'Sales of the [**M9**](https://a.example/m9 "M9") rose 5\\*, to 3 *million*.\n')
    assert article.text == "Sales of the M9 rose 5*, to 3 million."
    assert printed(article, "M9") == "M9"
    assert printed(article, "the M9 rose") == 'the [**M9**](https://a.example/m9 "M9") rose'
    assert printed(article, "5*,") == "5\\*,"
    assert printed(article, "3 million") == "3 *million"


def test_what_prints_nothing_is_no_part_of_a_word() -> None:
    article = read_as("html", "<p>Elek&shy;tro\u200bauto</p><p>x</p>")
    assert printed(article, "Elektroauto") == "Elek&shy;tro\u200bauto"


def test_white_space_is_one_blank_and_special_blanks_stay() -> None:
    article = read_as("html", "<p>\n  up\t 5 <b> percent</b>\n to 1\u202f000\u00a0km </p><p>x</p>")
    assert article.text.startswith("up 5 percent to 1\u202f000\u00a0km\n\n")


PIECES = st.sampled_from(
    ["5,000", "cars", " ", "  ", "\n", "\n\n", "<b>", "</b>", "<p>", "</p>", "&amp;", "&#8364;", "&nbsp;", "<br>", "<td>",
     "</td>", "<tr>", "<table>", "</table>", "<li>", "<h2>", "</h2>", "**", "*", "_", "`", "[", "](u)", "|", "- ", "# ",
     "> ", "\\", "é", "中", "。", ". ", "\t", "A", "\u00ad", "<!-- x -->", "<sup>2</sup>", "\u00a0"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["txt", "html", "md"]))
def test_no_mixture_of_markup_loses_its_place(text: str, suffix: str) -> None:
    article = read_as(suffix, text)
    check_structure(article)
    for block in article.blocks:
        for offset in range(block.start, block.end):
            begin, end = article.source_span(offset, offset + 1)
            source, letter = article.source.text[begin:end], article.text[offset]
            assert begin < end
            assert letter in (source, html.unescape(source), source[-1]) or not source.strip() or letter in " ⁰¹²³", (
                source
            )


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_any_string_survives_the_way_through_json(body: str, ascii_only: bool) -> None:
    body = f"<p>x{html.escape(body)}</p>"
    article = read_as("json", json.dumps({"headline": "H", "body_html": body}, ensure_ascii=ascii_only))
    for block in article.blocks:
        for word in re.finditer(r"\S+", article.text[block.start : block.end]):
            begin, end = article.source_span(block.start + word.start(), block.start + word.end())
            source = json.loads(f'"{article.source.text[begin:end]}"')
            if "\ufffd" not in word[0]:
                assert html.unescape(MARKUP.sub("", source)) == word[0]


def test_code_is_kept_apart_but_placed() -> None:
    article = read_as("md", "# T\n\nText one.\n\n```\nx = 5\n```\n")
    assert article.blocks[-1].kind is BlockKind.CODE
    assert printed(article, "x = 5") == "x = 5"
