"""HTML as a row of tags, with the text between them left where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from factlint.article.decode import UnreadableError

_OPEN = re.compile(r"<(?:(!--)|(/)?([A-Za-z][^\s/><]*+)|[!?])")
# The rest of a tag with its quoted values; when a quote is never closed, plainly up to the next ">".
_REST = re.compile(r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_PLAIN_REST = re.compile(r"[^>]*+>")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_RAW = frozenset({"script", "style", "template", "svg", "noscript", "iframe", "object", "select", "button", "textarea", "math", "video", "audio", "canvas"})
_TEXT_TAG = re.compile(r"<(?:p|h[1-6]|li|td)\b", re.I)


class Tag(msgspec.Struct, frozen=True, eq=False, gc=False):
    """``source[start:end]``; ``name`` in lower case; for a raw element the end is that of its closing tag."""

    name: str
    closing: bool
    start: int
    end: int
    attributes: str
    inner_end: int

    def get(self, name: str) -> str | None:
        """The value of an attribute, empty when it has none, None when it is absent."""
        for match in _ATTRIBUTE.finditer(self.attributes):
            if match[1].lower() == name:
                return match[2] or match[3] or match[4] or ""
        return None


def tags_of(text: str, start: int, end: int, lenient: bool) -> Iterator[Tag]:
    """All tags, in order. Scripts, styles and the like are one tag with what they hold; comments are none.

    What is never closed and swallows the rest of a page is an error (UnreadableError), unless ``lenient``:
    then it is text.
    """
    at = start
    quotes_close = True
    missing: set[str] = set()
    while True:
        opening = _OPEN.search(text, at, end)
        if opening is None:
            return
        begin = opening.start()
        if opening[1]:
            close = text.find("-->", begin + 4, end) if "-->" not in missing else -1
            if close < 0:
                missing.add("-->")
                if not lenient:
                    _refuse(text, begin, end, "comment")
                    yield Tag("!--", False, begin, end, "", end)
                    return
                at = begin + 4
                continue
            yield Tag("!--", False, begin, close + 3, "", close + 3)
            at = close + 3
            continue
        rest = _REST.match(text, opening.end(), end) if quotes_close else None
        if rest is None:
            quotes_close = False
            rest = _PLAIN_REST.match(text, opening.end(), end)
            if rest is None:
                if not lenient:
                    _refuse(text, begin, end, f"tag <{opening[2] or ''}{opening[3] or ''}")
                    yield Tag("!--", False, begin, end, "", end)
                return
        name = (opening[3] or "!").lower()
        at = rest.end()
        inner_end = at
        if name in _RAW and not opening[2] and text[at - 2] != "/" and name not in missing:
            closer = re.compile(rf"</{name}[^>]*+>", re.I).search(text, at, end)
            if closer is None:
                missing.add(name)
                if name in ("script", "style") and not lenient:
                    _refuse(text, begin, end, f"element <{name}>")
                    yield Tag(name, False, begin, end, "", end)
                    return
            else:
                inner_end, at = closer.start(), closer.end()
        attributes = text[opening.end() : rest.end() - 1]
        yield Tag(name, bool(opening[2]), begin, at, attributes, inner_end)


def _refuse(text: str, begin: int, end: int, what: str) -> None:
    """Refuse a page of which something swallows text: all of it so far unread, or blocks further on."""
    if _TEXT_TAG.search(text, begin + 1, end) or not _TEXT_TAG.search(text, 0, begin):
        line = text.count("\n", 0, begin) + 1
        column = begin - text.rfind("\n", 0, begin)
        raise UnreadableError("html", f"the {what} that opens here is never closed; the page cannot be read", line, column)
