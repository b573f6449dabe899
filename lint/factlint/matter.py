"""The list of suppressions in an article's front matter, YAML or TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.article.article import Article
from factlint.article.frontmatter import read_front_matter
from factlint.directives import Layout
from factlint.patterns import compiled
from factlint.suppression import Suppression, said

_ORIGIN = "the front matter"
# factlint: ...  and the lines below it that are indented
_OWN = compiled(r"(?m)^factlint:[^\r\n]*+(?:\r?\n(?:[ \t][^\r\n]*+|(?=\r?\n)))*+")
_KEY = compiled(r"\bignore[\"']?[ \t]*:[ \t]*+(?=(?P<open>\[)?)")
_ITEM = compiled(r"\"(?P<double>[^\"\r\n]*+)\"|'(?P<single>[^'\r\n]*+)'|(?P<bare>[^\s,\[\]\"'][^,\[\]\r\n]*+)")
_LINE = compiled(r"(?m)^[ \t]*-[ \t]++(?:\"(?P<double>[^\"\r\n]*+)\"|'(?P<single>[^'\r\n]*+)'|(?P<bare>[^\r\n]*+))")
_WANTED = 'it is not understood; write for example ignore: ["PCT001 -- counted with vans"]'

Entry = tuple[str, int, int]
"""What an entry says, and its span."""


def listed(article: Article, layout: Layout) -> Iterator[Suppression]:
    """The suppressions of the front matter: each holds for the whole article."""
    text = article.source.text
    end = read_front_matter(text).end
    own = _OWN.search(text, 0, end) if end else None
    if end and text.startswith("+++"):
        entries = _toml_entries(text, end)
    elif own is not None:
        entries = _yaml_entries(text, *own.span())
    else:
        return
    at = layout.clean(end)
    if entries is None:
        span = own.span() if own else (0, end)
        yield Suppression("", "", 0, 0, (span[0], span[0] + len(text[slice(*span)].rstrip())), at, _ORIGIN, _WANTED)
        return
    met: set[str] = set()
    for entry, start, stop in entries:
        told = said(entry)
        if told.fault:
            yield Suppression("", told.reason, 0, 0, (start, stop), at, _ORIGIN, told.fault)
        for word in told.words:
            if word not in met:
                met.add(word)
                yield Suppression(word, told.reason, 0, len(text), (start, stop), at, _ORIGIN)


def _yaml_entries(text: str, start: int, end: int) -> list[Entry] | None:
    key = _KEY.search(text, start, end)
    if key is None:
        return None
    if key["open"]:
        close = text.find("]", key.end(), end)
        return [_entry(item) for item in _ITEM.finditer(text, key.end() + 1, close)] if close >= 0 else None
    return [_entry(item) for item in _LINE.finditer(text, key.end(), end)] or None


def _entry(item: re.Match[str]) -> Entry:
    kind = item.lastgroup or "bare"
    said_here = item[kind]
    start = item.start(kind)
    return said_here.strip(), start, start + len(said_here.rstrip())


def _toml_entries(text: str, end: int) -> list[Entry] | None:
    import tomllib

    matter = text[3:end].rstrip().removesuffix("+++")
    try:
        own = tomllib.loads(matter.replace("\r\n", "\n")).get("factlint")
    except tomllib.TOMLDecodeError:
        return None if "factlint" in matter else []
    if own is None:
        return []
    entries = own.get("ignore") if isinstance(own, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        return None
    starts = [max(text.find(entry, 0, end), 0) for entry in entries]
    return [(entry, start, start + len(entry)) for entry, start in zip(entries, starts, strict=True)]
