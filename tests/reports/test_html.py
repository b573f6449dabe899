"""The page is valid HTML whatever is in it, holds the article word for word, and every link has its end."""

from __future__ import annotations

import base64
import hashlib
import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from factlint.config import Config
from factlint.desk import Desk
from factlint.proof import Edited
from factlint.report import Summary
from factlint.reports.html.tags import escaped
from factlint.reports.html.writer import LONGEST_NAME, HtmlFolderWriter, page_name
from hostile import edited, problem, unread, words, written
from hypothesis import given, settings

STORY = """# Half of the market is electric

By the desk, 3 July 2026

Of 31.1 million cars sold, 15 million were NEVs, or 40.9%. The car weighs 1,449 kg (3,194 lb).

- Length 3,922 mm (154.4 in)
  - Boot 326 litres (14.5 cu ft)

| Drive | Cars |
|---|---|
| Petrol | 71,400 |
| Battery | 51,230 |
| Total | 186,300 |

## What is next

There are five modes: Eco, Comfort, Sport and Snow.
"""


def story(text: str = STORY, path: str = "story.md") -> Edited:
    return Desk(Config()).edit(text, path)


def parsed(data: bytes) -> Element:
    """The page, which must be without a fault for a strict parser."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data.decode())


def by_class(page: Element, name: str) -> list[Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]


def said(element: Element) -> str:
    """What the article says: without the numbers of notes and the ticks."""
    own = element.text or ""
    for child in element:
        aside = child.tag == "sup" or "tick" in (child.get("class") or "")
        own += ("" if aside else said(child)) + (child.tail or "")
    return own


def require_joined(page: Element) -> None:
    """Every anchor is there once, and every link on the page leads to one."""
    anchors = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(anchors) == len(set(anchors))
    targets = [str(link.get("href")) for link in page.iter("a")]
    assert all(target.removeprefix("#") in anchors for target in targets if target.startswith("#"))


def require_sealed(page: Element) -> None:
    """The page runs only its own script and style, named by their hashes, and fetches nothing."""
    (policy,) = (meta.get("content") for meta in page.iter("meta") if meta.get("http-equiv"))
    assert str(policy).startswith("default-src 'none'; ")
    for name in ("script", "style"):
        (element,) = page.iter(name)
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in str(policy)
        assert not element.attrib
    for element in page.iter():
        assert not {"src", "style", "onclick", "onload"} & set(element.attrib)
    assert not [link for link in page.iter("link") if link.get("href") != "data:,"]


def test_the_article_reads_as_it_stands() -> None:
    page = parsed(written("html", story()))
    assert [said(heading) for heading in page.iter("h2")] == ["Half of the market is electric"]
    assert [said(heading) for heading in page.iter("h3")] == ["What is next"]
    (items,) = (block for block in by_class(page, "set") if block.tag == "ul")
    assert [said(item) for item in items] == ["Length 3,922 mm (154.4 in)", "Boot 326 litres (14.5 cu ft)"]
    assert [item.get("class") for item in items] == [None, "deep-1"]
    assert [[said(cell) for cell in row] for row in page.iter("tr")][-1] == ["Total", "186,300"]
    assert [said(cell) for cell in page.iter("th")] == ["Drive", "Cars"]
    paragraphs = [said(block) for block in by_class(page, "set") if block.tag == "p"]
    assert "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%." in paragraphs[1]


def test_both_sides_are_joined_with_the_note() -> None:
    page = parsed(written("html", story()))
    notes = by_class(page, "note")
    assert len(notes) == len(story().report.findings) >= 3
    share = next(note for note in notes if "PCT001" in "".join(note.itertext()))
    own, *others = [str(link.get("href")) for link in share.iter("a") if link.get("class") != "line"]
    assert len(others) == 2
    marks = {f"#{link.get('id')}": link for link in by_class(page, "to-note")}
    assert said(marks[own]) == "40.9%"
    assert {said(marks[other]) for other in others} == {"31.1 million", "15 million"}
    for mark in (own, *others):
        assert marks[mark].get("href") == f"#{share.get('id')}"


def test_figures_are_ticked_or_left_faint() -> None:
    page = parsed(written("html", story()))
    assert {said(figure) for figure in by_class(page, "confirmed") if figure.tag == "span"} >= {"1,449 kg", "3,194 lb"}
    assert "2026" in " ".join(said(figure) for figure in by_class(page, "unchecked"))
    assert len(by_class(page, "tick")) == sum(figure.status == "confirmed" for figure in story().report.figures)


@settings(max_examples=60, deadline=None)
@given(words, words)
def test_any_words_make_a_valid_page(said_by: str, path: str) -> None:
    done = edited(said_by, f"{path}.txt")
    page = parsed(written("html", done))
    require_joined(page)
    require_sealed(page)
    assert done.proof is not None
    article = done.proof.article
    blocks = [article.text[block.start : block.end] for block in article.blocks]
    shown = [said(block) for block in by_class(page, "set")]
    assert "".join("".join(shown).split()) == "".join("".join(map(visible, blocks)).split())


def visible(text: str) -> str:
    """What a browser shows of escaped text."""
    (body,) = html5lib.parse(f"<p>{escaped(text)}</p>", namespaceHTMLElements=False).iter("p")
    return "".join(body.itertext())


@settings(max_examples=30, deadline=None)
@given(words)
def test_any_articles_make_one_valid_page(said_by: str) -> None:
    files = (edited(said_by, "a.txt"), story(), unread(said_by), edited(said_by, "b.txt"))
    page = parsed(written("html", *files, problems=(problem(said_by),)))
    require_joined(page)
    require_sealed(page)
    assert len(list(page.iter("article"))) == 4


def folder(*files: Edited) -> dict[str, bytes]:
    pages: dict[str, bytes] = {}
    writer = HtmlFolderWriter(pages.__setitem__)
    summary = Summary()
    for file in files:
        summary = summary.plus(file.report)
        writer.file(file)
    writer.end(summary, ())
    return pages


def test_a_folder_has_a_page_for_each_article_and_an_index() -> None:
    pages = folder(story(path="news/a.md"), story(path="news-a.md"), story(path="NEWS/a.md"), unread("index"))
    assert list(pages) == ["news-a.md.html", "news-a.md-2.html", "NEWS-a.md-3.html", "index-2.html", "index.html"]
    index = parsed(pages["index.html"])
    require_sealed(index)
    addresses = [str(link.get("href")) for link in index.iter("a")]
    assert addresses == list(pages)[:-1]
    for name in addresses:
        page = parsed(pages[name])
        require_joined(page)
        assert "index.html" in [link.get("href") for link in page.iter("a")]


@given(words)
def test_any_path_gives_a_file_name(path: str) -> None:
    name = page_name(path)
    assert re.fullmatch(r"\w[\w.-]*", name)
    assert len(name) <= LONGEST_NAME


def test_a_table_with_holes_keeps_its_columns() -> None:
    page = parsed(written("html", story("<table><tr><td>a<td><td>5 cars</table>", "page.html")))
    (row,) = page.iter("tr")
    assert [said(cell) for cell in row] == ["a", "", "5 cars"]


@pytest.mark.parametrize(
    ("character", "shown"),
    [("\x00", "␀"), ("\x1b", "␛"), ("\u202e", "⟨U+202E⟩"), ("\u200f", "\u200f"), ("<", "&lt;"), ("'", "&#39;")],
)
def test_what_cannot_be_shown_is_named(character: str, shown: str) -> None:
    assert escaped(f"a{character}b") == f"a{shown}b"
