"""Which format a file is in: its suffix decides, and where there is none, its content."""

from __future__ import annotations

import re

from factlint.article.decode import UnreadableError
from factlint.patterns import compiled

FORMATS = ("text", "markdown", "html", "json")

_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
}
_HTML_START = compiled(r"\s*+<(?:!doctype\s|!--|html|head|body|article|main|div|section|p|h[1-6])\b", re.I)
_HTML_BLOCK = compiled(r"</(?:p|h[1-6]|div|li|td|article)\s*+>|<br\s*+/?>", re.I)
_JSON_START = compiled(r'\s*+(?:\{\s*+"|\[\s*+\{\s*+")')
_MARKDOWN_SIGN = compiled(
    r"""(?xm)
    ^\#{1,6}[ ]+\S                      # a heading
    | \A---[ ]*\r?\n(?=[A-Za-z_]++:)    # front matter
    | \]\([^()\s]{1,300}+\)             # a link
    | ^\|?[ ]?:?-{3,}+:?[ ]?\|[-| :]*+$ # the rule under a table's head
    """
)
_LOOK = 20_000


def format_of(text: str, path: str, wanted: str | None = None) -> str:
    """The format to read ``text`` in. ``wanted`` (one of FORMATS) wins. Raises UnreadableError for another name."""
    if wanted is not None:
        if wanted not in FORMATS:
            raise UnreadableError("format", f"unknown format {wanted!r}; there are {', '.join(FORMATS)}")
        return wanted
    dot = path.rfind(".")
    by_suffix = _SUFFIXES.get(path[dot:].lower()) if dot >= 0 else None
    return by_suffix or format_by_content(text)


def format_by_content(text: str) -> str:
    """text, markdown, html or json, from the first 20,000 characters."""
    start = text[:_LOOK]
    if _JSON_START.match(start):
        return "json"
    if _HTML_START.match(start) or looks_like_html(start):
        return "html"
    return "markdown" if _MARKDOWN_SIGN.search(start) else "text"


def looks_like_html(text: str) -> bool:
    """Whether block tags are closed in it."""
    return _HTML_BLOCK.search(text) is not None
