"""The keys of a CMS payload: which hold the headline, the body and the rest."""

from __future__ import annotations

import msgspec


class FieldNames(msgspec.Struct, frozen=True):
    """For each part of an article the keys to try, the first that holds something wins. ``a.b`` is b inside a."""

    headline: tuple[str, ...] = ("headline", "title.rendered", "title", "name")
    deck: tuple[str, ...] = (
        "dek", "deck", "subtitle", "subheadline", "standfirst", "summary", "excerpt.rendered", "excerpt", "description",
        "lead", "lede", "intro",
    )  # fmt: skip
    byline: tuple[str, ...] = ("byline", "author.name", "author", "authors", "signed", "writer", "by")
    published: tuple[str, ...] = (
        "published", "published_at", "publishedAt", "datePublished", "date_published", "publish_date", "pubDate", "date",
        "time", "timestamp", "created_at",
    )  # fmt: skip
    body: tuple[str, ...] = (
        "body_html", "bodyHtml", "body", "content_html", "contentHtml", "content.rendered", "content", "articleBody",
        "article_body", "text", "html", "body.blocks", "body.paragraphs", "content.blocks", "blocks", "paragraphs",
        "bodyBlocks", "body_blocks", "contentBlocks", "content_blocks", "sections",
    )  # fmt: skip
