"""The parts of a page that are not its article, and which of its titles is the headline."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from factlint.article.furniture import is_metadata, words_of
from factlint.article.passage import Passage
from factlint.article.tags import Tag
from factlint.patterns import compiled

_SET_ASIDE = frozenset({"nav", "footer", "aside", "form", "menu"})
_HIDDEN = compiled(
    r"""(?i)\bhidden(?=[\s=/]|$)|aria-hidden\s*=\s*["']?true|display\s*:\s*none|role\s*=\s*["']?navigation"""
)
_PARAGRAPH = compiled(r"<p\b", re.I)
_SITE = compiled(r"\s+[-–—|_·»:]\s+(?=[^-–—|_·»]{2,40}$)|\s*[|_]\s*(?=[^|_]{2,40}$)")


def set_aside(text: str, tag: Tag, end: int, in_header: bool, unclosed: set[str]) -> int:
    """Where the page goes on after an element that is no article text; 0 when it is read.

    An element that holds most paragraphs of the page, or that is never closed, is read. ``unclosed`` remembers the
    latter.
    """
    name = tag.name
    hidden = bool(tag.attributes) and name != "body" and _HIDDEN.search(tag.attributes) is not None
    if not (name in _SET_ASIDE or hidden or (in_header and name in ("ul", "ol"))) or name in unclosed:
        return 0
    depth = 1
    for match in _boundaries(name).finditer(text, tag.end, end):
        if match["break"]:
            stop = match.start()
            break
        depth += -1 if match["slash"] else 1
        if depth == 0:
            close = text.find(">", match.end(), end)
            stop = end if close < 0 else close + 1
            break
    else:
        unclosed.add(name)
        return 0
    held = sum(1 for _ in _PARAGRAPH.finditer(text, tag.end, stop))
    if held >= 4 and held * 2 > sum(1 for _ in _PARAGRAPH.finditer(text, 0, end)):
        return 0
    return stop


@cache
def _boundaries(name: str) -> re.Pattern[str]:
    """Tags of one name, and those that no menu or footer holds."""
    breaks = "main|h1" if name in ("aside", "footer", "div", "section", "p", "ul", "ol") else "main|h1|article"
    return compiled(rf"<(?:(?P<slash>/)?{re.escape(name)}|(?P<break>{breaks}))(?=[\s>/])", re.I)


def article_passages(passages: list[Passage], within: list[int]) -> list[Passage]:
    """Passages of a whole page: one headline, and what stands outside its article set aside."""
    title = next((passage for passage in passages if passage.mark == "title"), None)
    headline = _headline(passages, title)
    kept: list[Passage] = []
    if headline is None and title is not None:
        kept.append(_without_site(title))
    inside = headline is not None and within[headline] > 0
    for number, passage in enumerate(passages):
        mark = passage.mark
        if mark == "title":
            continue
        if number == headline:
            kept.append(_marked(passage, "h1"))
        elif (headline is not None and number < headline and mark == "h1") or (
            inside and within[number] == 0 and not is_metadata(passage.text)
        ):
            kept.append(_marked(passage, "aside"))
        else:
            kept.append(passage)
    return kept


def _headline(passages: list[Passage], title: Passage | None) -> int | None:
    """The number of the headline: the h1 that the title repeats most, else an h2 that the title repeats."""
    first = [number for number, passage in enumerate(passages) if passage.mark == "h1"]
    if first or title is None:
        return max(first, key=lambda number: _repeated(passages[number], title), default=None)
    for number, passage in enumerate(passages):
        if passage.mark == "h2" and passage.text in title.text and len(words_of(passage.text)) >= 3:
            return number
    return None


def _repeated(passage: Passage, title: Passage | None) -> int:
    """How many words of a heading the title has."""
    words = {word.lower() for word in words_of(passage.text)}
    return len(words.intersection(word.lower() for word in words_of(title.text))) if title else 0


def _without_site(title: Passage) -> Passage:
    """A page title without the name of the site behind a dash or bar."""
    site = _SITE.search(title.text)
    if site is None or len(words_of(title.text[: site.start()])) < 4 or len(words_of(title.text[site.end() :])) > 5:
        return title
    stop = site.start()
    pieces = tuple(
        (offset, start, min(end, start + stop - offset) if same else end, same)
        for offset, start, end, same in title.pieces
        if offset < stop
    )
    return Passage(title.text[:stop], pieces, mark="title")


def _marked(passage: Passage, mark: str) -> Passage:
    return msgspec.structs.replace(passage, mark=mark, cell=None)
