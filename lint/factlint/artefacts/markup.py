"""Markup that a reader would see as text: heading tags, HTML, entities, data, Markdown, shortcodes, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factlint.artefacts.leftover import Leftover, any_of, vocabulary, without_overlaps
from factlint.patterns import compiled

# H2: The Scale Problem - but not "H2: 1.5 million", a half-year
_HEADING = compiled(
    r"\n<?(H[1-6])(?::|>| ?[-–—|](?= ))(?=\s*[^\s\d$€£¥₹+<>~-])(?!\s*(?:about|around|over|nearly|up|down)\b)"
)
# ## Prices
_HASHES = compiled(r"\n(#{2,6}) (?=[^\W_])")

_COMMENT = compiled(r"<!--(?:(?!<!--)[^\n]){0,400}?-->")
_DATA = compiled(r"""(?:\[\s*)?\{\s*["“][A-Za-z_@$][\w .:@$-]{0,60}["”]\s*:|\[\s*["“][^"“”\n]{0,80}["”]\s*,\s*["“]""")
_STARS = compiled(r"\*\*(?<![*\w]\*\*)(?=[^\s*])[^*\n]{1,160}(?<=[^\s*])\*\*(?!\*)")
_UNDERLINES = compiled(r"__(?<!\w__)(?=[A-Za-z])[^_\n]{1,160}(?<=[A-Za-z.:!?])__(?!\w)")
_LINK = compiled(r"!?\[[^\[\]\n]{0,200}\]\((?:https?://|/|#|mailto:|www\.|images?/)[^()\s]{0,400}\)")
_ESCAPE = compiled(r"\\[nrt](?=[A-Z\s\\\"“]|$)|\\u[0-9a-fA-F]{4}|\\\"|\\/(?=\w)")
_WIKI = compiled(r"\[\[(?:File|Image|Category|wikt|:)[^\[\]\n]{1,200}\]\]|'''[^'\n]{1,120}'''|<ref\b[^<>\n]{0,120}>")

_OPEN, _CLOSE = "[{", "]}"
_MARK = compiled(r'[\[\]{}]|"(?:[^"\\\n]|\\.)*+"')
"""A bracket outside strings, or a whole string, which is passed over."""


@cache
def _tags() -> re.Pattern[str]:
    names = any_of("markup", "tags")
    return compiled(rf"<(/?)({names})(?:\s[^<>\n]{{0,400}})?\s?/?>", re.I)


@cache
def _entities() -> re.Pattern[str]:
    return compiled(rf"&(?:amp;)*(?:(?:{any_of('markup', 'entities')})|#\d{{2,6}}|#[xX][0-9a-fA-F]{{2,5}});")


@cache
def _shortcodes() -> re.Pattern[str]:
    return compiled(
        rf"\[(/?)({any_of('markup', 'shortcodes')}|vc_\w{{2,30}}|et_pb_\w{{2,30}})([\s=][^\[\]\n]{{0,300}})?/?\]", re.I
    )


def markup(text: str, plain: bool = False) -> tuple[tuple[Leftover, ...], ...]:
    """Leftover markup of a clean text, each finding a group: the mark an editor sees first, then those that belong to it.

    ``plain``: the format is plain text, in which ``##`` before a subhead is how some write one.
    """
    single = [*_data(text), *_lines(text, plain), *_singles(text), *_markdown(text)]
    groups = [(one,) for one in single] + list(_pairs(text))
    kept = set(without_overlaps(one for group in groups for one in group))
    left = (tuple(one for one in group if one in kept) for group in groups)
    return tuple(sorted({group for group in left if group}))


def _markdown(text: str) -> Iterator[Leftover]:
    for pattern, cue in ((_STARS, "**"), (_UNDERLINES, "__"), (_LINK, "](")):
        if cue in text:
            for match in pattern.finditer(text):
                yield Leftover(match.start(), match.end(), "Markdown")


def _lines(text: str, plain: bool) -> Iterator[Leftover]:
    """Tags and field names at the start of a line."""
    for match in _HEADING.finditer(f"\n{text}"):
        yield Leftover(match.start(), match.end() - 1, "heading tag")
    if "## " in text and not plain:
        for match in _HASHES.finditer(f"\n{text}"):
            yield Leftover(match.start(1) - 1, match.end(1) - 1, "Markdown")
    low = f"\n{text.lower()}"
    for field in vocabulary("markup")["fields"]:
        mark = f"\n{field}:"
        at = low.find(mark)
        while at >= 0:
            yield Leftover(at, at + len(mark) - 1, "field name")
            at = low.find(mark, at + len(mark))


def _singles(text: str) -> Iterator[Leftover]:
    if "&" in text:
        for match in _entities().finditer(text):
            yield Leftover(match.start(), match.end(), "entity")
    if "<!--" in text:
        for match in _COMMENT.finditer(text):
            yield Leftover(match.start(), match.end(), "comment")
    if "\\" in text:
        for match in _ESCAPE.finditer(text):
            yield Leftover(match.start(), match.end(), "escape")
    if "[[" in text or "'''" in text or "<ref" in text:
        for match in _WIKI.finditer(text):
            yield Leftover(match.start(), match.end(), "wiki markup")
    for script in vocabulary("markup")["scripts"]:
        at = text.find(script)
        while at >= 0:
            yield Leftover(at, at + len(script), "script")
            at = text.find(script, at + len(script))


def _is_ticker(text: str, match: re.Match[str]) -> bool:
    """``Sears <S> to close a warehouse``: the letter of a share, as agencies print it behind a company's name."""
    mark = match[0]
    return len(mark) == 3 and mark.isupper() and text[: match.start()].endswith(" ") and f"</{mark[1:]}" not in text


def _pairs(text: str) -> Iterator[tuple[Leftover, ...]]:
    """Tags of HTML and of content systems: those of one line together, so that ``<b>`` and ``</b>`` are one finding."""
    found: list[Leftover] = []
    if "<" in text:
        found += [Leftover(m.start(), m.end(), "HTML tag") for m in _tags().finditer(text) if not _is_ticker(text, m)]
    if "[" in text:
        closed = "[/" in text
        shortcodes = (m for m in _shortcodes().finditer(text) if _is_code(text, m, closed))
        found += [Leftover(m.start(), m.end(), "shortcode") for m in shortcodes]
    found.sort()
    group: list[Leftover] = []
    for one in found:
        if group and "\n" in text[group[-1].end : one.start]:
            yield tuple(group)
            group = []
        group.append(one)
    if group:
        yield tuple(group)


def _is_code(text: str, match: re.Match[str], closed: bool) -> bool:
    """Whether a bracket is a shortcode and no editor's word: an attribute, a slash, or its closing mark behind it."""
    name = match[2].lower()
    if match[1] or (match[3] and "=" in match[3]) or name not in vocabulary("markup")["needs_more"].split():
        return True
    return closed and f"[/{name}]" in text[match.end() : match.end() + 1000].lower()


def _data(text: str) -> Iterator[Leftover]:
    """Stray JSON, from its first bracket to the one that closes it, or to the end of its line."""
    if "{" not in text and '["' not in text and "[“" not in text:
        return
    at, limit = 0, len(text)
    while (match := _DATA.search(text, at)) is not None:
        end = _closing(text, match.start(), limit)
        if end < 0:
            line_end = text.find("\n", match.end())
            end = line_end if line_end >= 0 else len(text)
            limit = match.end()
        if match[0][-1] == ":" or _holds_data(text[match.start() : end]):
            yield Leftover(match.start(), end, "data")
            at = end
        else:
            at = match.end()


def _holds_data(text: str) -> bool:
    return text.count('"') >= 6 and text.endswith("]")


def _closing(text: str, start: int, limit: int) -> int:
    """Where the bracket at ``start`` is closed before ``limit``; -1 where it is not."""
    depth, at = 0, start
    while at < limit:
        mark = _MARK.search(text, at, limit)
        if mark is None:
            return -1
        at = mark.end()
        if mark[0] in _OPEN:
            depth += 1
        elif mark[0] in _CLOSE:
            depth -= 1
            if depth == 0:
                return at
    return -1
