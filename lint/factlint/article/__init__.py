"""Reading: from a file to an article with headline, stories, sentences, and the way back to every character."""

from __future__ import annotations

import datetime as dt

from factlint.article.article import Article, Source
from factlint.article.decode import MAX_BYTES, UnreadableError, decode
from factlint.article.formats import FORMATS, format_of
from factlint.article.passage import Page
from factlint.article.payload_fields import FieldNames

__all__ = ["FORMATS", "MAX_BYTES", "Article", "FieldNames", "UnreadableError", "read"]

_DEFAULT_FIELDS = FieldNames()


def read(
    data: bytes | str,
    *,
    path: str,
    format: str | None = None,
    encoding: str | None = None,
    date: dt.date | None = None,
    fields: FieldNames = _DEFAULT_FIELDS,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """Read one article.

    ``format`` is text, markdown, html or json; without it the suffix of ``path`` decides, else the content.
    ``encoding`` overrides the choice by content; ``date`` overrides every date the article states; ``fields`` names the
    keys of a CMS payload; a file of more than ``max_bytes`` is refused. Raises UnreadableError.
    """
    if isinstance(data, str):
        text, used = data.removeprefix("\ufeff"), "utf-8"
    else:
        text, used = decode(data, encoding, max_bytes)
    chosen = format_of(text, path, format)
    source = Source(path=path, text=text, encoding=used, format=chosen)
    from factlint.article.assemble import assemble

    return assemble(source, _page(source, fields), date)


def _page(source: Source, fields: FieldNames) -> Page:
    if source.format == "html":
        from factlint.article.html import read_html

        return read_html(source.text)
    if source.format == "markdown":
        from factlint.article.markdown import read_markdown

        return read_markdown(source.text)
    if source.format == "json":
        from factlint.article.payload import read_payload

        return read_payload(source.text, fields)
    from factlint.article.plain import read_plain

    return read_plain(source.text)
