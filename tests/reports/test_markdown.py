"""A comment is rendered by GitHub's own Markdown: nothing of an article becomes markup, a link or a call."""

from __future__ import annotations

import re

import cmarkgfm
from cmarkgfm.cmark import Options
from factlint.reports.markdown import LONGEST, escaped
from factlint.reports.printable import safe
from hostile import edited, problem, unread, words, written
from hypothesis import given, settings
from lxml import html

TAGS = {"div", "h3", "h4", "p", "ul", "li", "strong", "sub"}
JOINER = "\u2060"


def rendered(markdown: str) -> html.HtmlElement:
    """The page that GitHub makes of a comment, raw HTML left in."""
    made = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return html.fromstring(f"<div>{made}</div>")


def test_the_comment_reads_like_a_note() -> None:
    text = written("markdown", edited()).decode()
    assert text.startswith("### factlint: 1 error, 1 warning\n\n#### story.txt\n\n- 🔴 **error** line 1: ")
    assert "  - line 3: 3,400\n" in text
    assert text.endswith("1 file checked. Figures: 0 confirmed, 3 contradicted, 0 unchecked.\n")


def test_a_run_without_findings_says_so() -> None:
    text = written("markdown", edited(text="Nothing to count.")).decode()
    assert text.startswith("### factlint: no findings\n")
    assert "####" not in text


@settings(max_examples=100, deadline=None)
@given(words)
def test_any_words_are_shown_as_they_stand(said: str) -> None:
    page = rendered(f"- {escaped(f'so {said} it is')}")
    assert {element.tag for element in page.iter()} <= {"div", "ul", "li"}
    shown = page.text_content().replace(JOINER, "").strip()
    expected = safe(" ".join(f"so {said} it is".split())).replace(JOINER, "")
    assert shown == " ".join(expected.split())


@settings(max_examples=50, deadline=None)
@given(words, words)
def test_a_whole_comment_has_no_markup_but_its_own(said: str, path: str) -> None:
    text = written("markdown", edited(said, f"{path}.txt"), unread(said), problems=(problem(said),)).decode()
    page = rendered(text)
    assert {element.tag for element in page.iter()} <= TAGS
    assert all(not element.attrib for element in page.iter())
    assert not re.search(r"(?<!\w)[@#]\w", page.text_content())


def test_a_comment_never_grows_past_what_github_takes() -> None:
    long = edited(text="".join(f"It sold {number},{number} cars.\n\n" for number in range(100, 999)))
    text = written("markdown", long).decode()
    assert LONGEST - 1000 < len(text) < 65_536
    left_out = re.search(r"… and (\d+) more\.", text)
    assert left_out
    assert int(left_out[1]) + text.count("**") // 2 == len(long.report.findings)
