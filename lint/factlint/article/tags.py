"""HTML as a row of tags, with the text between them left where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from factlint.article.decode import UnreadableError
from factlint.patterns import compiled

# A whole tag with its quoted values, or the start of a comment, a declaration or a tag that is not whole.
_TAG = compiled(
    r"""(?x)
    < (?: (?P<slash>/)? (?P<name>[A-Za-z][^\s/><]*+) (?: > | (?P<rest>(?:[^"'>]++|"[^"]*+"|'[^']*+')++)> )
      | (?P<comment>!--) | [!?/A-Za-z] )
    """
)
_SIMPLE_TAG = compiled(r"<(/)?([A-Za-z][^\s/><]*+)?([^>]*+)>")
_ATTRIBUTE = compiled(r"""([A-Za-z_:][\w:.-]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_RAW = frozenset(
    {
        "script",
        "style",
        "template",
        "svg",
        "noscript",
        "iframe",
        "object",
        "select",
        "button",
        "textarea",
        "math",
        "video",
        "audio",
        "canvas",
    }
)
_TEXT_TAG = compiled(r"<(?:p|h[1-6]|li|td)\b", re.I)


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
    whole = _TAG
    missing: set[str] = set()
    while opening := whole.search(text, at, end):
        begin, at = opening.span()
        slash, name, rest = opening.group(1, 2, 3)
        if name is None or whole is _SIMPLE_TAG:
            if text.startswith("<!--", begin):
                close = text.find("-->", begin + 4, end) if "-->" not in missing else -1
                if close >= 0:
                    at = close + 3
                    yield Tag("!--", False, begin, at, "", at)
                    continue
                missing.add("-->")
                at = begin + 4
                if not lenient:
                    _refuse(text, begin, end, "comment")
                    yield Tag("!--", False, begin, end, "", end)
                    return
                continue
            if whole is _TAG:
                simple = _SIMPLE_TAG.match(text, begin, end)
                if simple is None:
                    if not lenient and text[begin + 1].isalpha():
                        _refuse(text, begin, end, "tag")
                        yield Tag("!--", False, begin, end, "", end)
                    return
                if text[begin + 1] not in "!?/":
                    whole = _SIMPLE_TAG  # a quote is never closed: from here on a tag ends at the next ">"
                at = simple.end()
                slash, name, rest = simple.group(1, 2, 3)
        if name is None:
            yield Tag("!", False, begin, at, "", at)
            continue
        name = name.lower()
        inner_end = at
        if name in _RAW and not slash and text[at - 2] != "/" and name not in missing:
            closer = compiled(rf"</{name}[^>]*+>", re.I).search(text, at, end)
            if closer is None:
                missing.add(name)
                if name in ("script", "style") and not lenient:
                    _refuse(text, begin, end, f"element <{name}>")
                    yield Tag(name, False, begin, end, "", end)
                    return
            else:
                inner_end, at = closer.start(), closer.end()
        yield Tag(name, slash is not None, begin, at, rest or "", inner_end)


def _refuse(text: str, begin: int, end: int, what: str) -> None:
    """Refuse a page of which something swallows text: all of it so far unread, or blocks further on."""
    if _TEXT_TAG.search(text, begin + 1, end) or not _TEXT_TAG.search(text, 0, begin):
        line = text.count("\n", 0, begin) + 1
        column = begin - text.rfind("\n", 0, begin)
        raise UnreadableError(
            "html", f"the {what} that opens here is never closed; the page cannot be read", line, column
        )
