"""Front matter: the block of settings at the top of a Markdown file."""

from __future__ import annotations

import re

import msgspec

from factlint.article.passage import Passage, plain_pieces
from factlint.patterns import compiled

_BLOCK = compiled(r"(?P<fence>---|\+\+\+)[ \t]*+\r?\n")
_SETTING = compiled(r"(?m)^(?P<key>[A-Za-z][\w.-]*+)[ \t]*+[:=][ \t]*+(?P<value>[^\r\n]*+)")
_TITLES = ("title", "headline")
_DECKS = ("dek", "deck", "subtitle", "subheadline", "standfirst", "description", "summary", "excerpt")
_DATES = ("date", "published", "published_at", "pubdate", "datepublished", "publishdate", "publish_date")
_LATER_DATES = ("updated", "lastmod", "modified")


class FrontMatter(msgspec.Struct, frozen=True, eq=False):
    """What the settings say of the article, and where the article itself begins."""

    end: int = 0
    title: Passage | None = None
    deck: Passage | None = None
    dates: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """Title, description and date of YAML (``---``) or TOML (``+++``) front matter; empty when there is none."""
    opening = _BLOCK.match(text)
    if opening is None:
        return FrontMatter()
    closing = compiled(rf"(?m)^{re.escape(opening['fence'])}[ \t]*+\r?$").search(text, opening.end())
    if closing is None:
        return FrontMatter()
    values: dict[str, tuple[int, int]] = {}
    for setting in _SETTING.finditer(text, opening.end(), closing.start()):
        values.setdefault(setting["key"].lower(), _unquoted(text, *setting.span("value")))
    if not values:
        return FrontMatter()
    return FrontMatter(
        end=closing.end(),
        title=_first(text, values, _TITLES, "title"),
        deck=_first(text, values, _DECKS, "deck"),
        dates=tuple(text[slice(*values[key])] for key in (*_DATES, *_LATER_DATES) if key in values),
    )


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start >= 2 and text[start] in "\"'" and text[start] == text[end - 1]:
        return start + 1, end - 1
    return start, end


def _first(text: str, values: dict[str, tuple[int, int]], keys: tuple[str, ...], mark: str) -> Passage | None:
    for key in keys:
        if key in values:
            clean, pieces = plain_pieces(text, *values[key])
            if clean:
                return Passage(clean, pieces, mark=mark, field=key)
    return None
