"""What the markup of a page says beside its text: class names that tell a byline or a sidebar, and dates."""

from __future__ import annotations

from factlint.article.tags import Tag
from factlint.patterns import compiled

_CAPTION_CLASS = compiled(r"\b(?:caption|wp-caption-text|image-credit|img-caption|photo-credit)\b")
_META_CLASS = compiled(
    r"(?<![\w-])(?:byline|by|author|dateline|pubdate|published|date|time|meta|post-meta|article-meta|credit)(?![\w-])"
)
_DECK_CLASS = compiled(
    r"(?<![\w-])(?:dek|deck|standfirst|subtitle|sub-title|subheadline|sub-headline|tagline)(?![\w-])"
)
_DATE_NAMES = frozenset(
    (
        *(
            "article:published_time",
            "og:published_time",
            "datepublished",
            "date",
            "pubdate",
            "publishdate",
            "publish_date",
        ),
        *("publish-date", "published", "dc.date", "dc.date.issued", "sailthru.date", "parsely-pub-date"),
    )
)
_LD_DATE = compiled(r'"datePublished"\s*+:\s*+"([^"]{4,40})"')
_ASIDE = compiled(
    r"""(?x)(?<![\w-])(?:
      (?:site-|main-|top-|page-|post-|entry-|article-)?(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs|footer|sidebar|share|sharing
        |social|newsletter|subscribe|comments?|tags|adverts?|advertisement|ads?|promo|related|recommended|recirculation)
      (?:-(?:links|bar|list|posts|articles|stories|news|content|box|block|container|wrapper|buttons|icons))?
      | cookie[\w-]*+ | ad-[\w-]++ | read-more | also-read | most-read | trending
    )(?![\w-])"""
)


def is_aside(tag: Tag) -> bool:
    """Whether an element calls itself something that stands beside the article: a sidebar, related posts, sharing."""
    hint = f"{tag.get('class') or ''} {tag.get('id') or ''}".lower()
    return _ASIDE.search(hint) is not None


def mark_of_class(tag: Tag) -> str | None:
    """caption, meta or deck when the class or the itemprop of an element says so."""
    if "class" not in tag.attributes and "itemprop" not in tag.attributes:
        return None
    hint = f"{tag.get('class') or ''} {tag.get('itemprop') or ''}".lower()
    if _CAPTION_CLASS.search(hint):
        return "caption"
    if _META_CLASS.search(hint):
        return "meta"
    return "deck" if _DECK_CLASS.search(hint) else None


def stated_date(text: str, tag: Tag) -> str | None:
    """The date of publication that a meta, time or JSON-LD element states."""
    if tag.name == "time":
        return tag.get("datetime")
    if tag.name == "script":
        found = _LD_DATE.search(text, tag.start, tag.inner_end) if "ld+json" in tag.attributes else None
        return found[1] if found else None
    name = tag.get("property") or tag.get("name") or tag.get("itemprop")
    return tag.get("content") if name and name.lower() in _DATE_NAMES else None
