"""HTML pages: headings, paragraphs, lists, captions, tables; menus, footers and scripts set aside."""

from __future__ import annotations

import re
from collections.abc import Container

from factlint.article.cells import Grid
from factlint.article.entities import ENTITY, decoded
from factlint.article.page_parts import article_passages, set_aside
from factlint.article.passage import Page, Passage, Run, lay, plain_pieces
from factlint.article.tags import Tag, tags_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "ul",
        "ol",
        "menu",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "address",
        "hr",
        "body",
        "html",
        "head",
        "title",
        "details",
        "summary",
        "center",
        "legend",
    ]
)
_PARAGRAPHS = _HEADINGS | {"p"}
_HOLDERS = frozenset({"li", "td", "th", "dd", "blockquote"})
_CELLS = frozenset({"td", "th", "dt", "dd"})
_TABLES = frozenset({"table", "dl"})
_LISTS = frozenset({"ul", "ol"})
_P, _LI, _NOTHING = frozenset({"p"}), frozenset({"li"}), frozenset[str]()
_STRESS = frozenset({"b", "strong", "em", "i"})
_CAPTION_CLASS = re.compile(r"\b(?:caption|wp-caption-text|image-credit|img-caption|photo-credit)\b")
_META_CLASS = re.compile(
    r"(?<![\w-])(?:byline|by|author|dateline|pubdate|published|date|time|meta|post-meta|article-meta|credit)(?![\w-])"
)
_DECK_CLASS = re.compile(
    r"(?<![\w-])(?:dek|deck|standfirst|subtitle|sub-title|subheadline|subhead|sub-headline|tagline)(?![\w-])"
)
_DATE_NAMES = frozenset(
    [
        "article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "published",
        "dc.date",
        "dc.date.issued",
        "og:published_time",
        "sailthru.date",
        "parsely-pub-date",
    ]
)
_LD_DATE = re.compile(r'"datePublished"\s*+:\s*+"([^"]{4,40})"')
_BREAKS_AFTER = '.!?:;。！？：；…"”)'
_SUPERSCRIPT = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_SPACE = " \t\n\r\f\v\u00a0\u3000"


def read_html(
    text: str, *, start: int = 0, end: int | None = None, first_table: int = 0, fragment: bool = False
) -> Page:
    """The passages of a page or, with ``fragment``, of HTML inside another format. Raises UnreadableError."""
    reader = _Reader(text, start, len(text) if end is None else end, first_table)
    reader.read(fragment)
    passages = reader.grid.settle(reader.passages)
    if not fragment:
        passages = article_passages(passages, reader.within)
    return Page(passages=tuple(passages), dates=tuple(reader.dates))


class _Context:
    """An open element that says what its text is."""

    __slots__ = ("mark", "name", "ordered")

    def __init__(self, name: str, mark: str, ordered: bool = False) -> None:
        self.name, self.mark, self.ordered = name, mark, ordered


class _Reader:
    """Walks the tags once and closes a passage at every block."""

    def __init__(self, text: str, start: int, end: int, first_table: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.passages: list[Passage] = []
        self.within: list[int] = []
        """For each passage, how deep inside <article> it stands."""
        self.dates: list[str] = []
        self.grid = Grid(first_table)
        self.stack: list[_Context] = []
        self.lists: list[bool] = []
        self.runs: list[Run] = []
        self.printed = self.in_link = self.in_stress = 0
        self.link, self.stress, self.raised = False, 0, False
        self.articles = self.headers = 0
        self.pictured = False
        self.aside: str | None = None
        self.aside_depth = 0

    def read(self, fragment: bool) -> None:
        at = self.start
        resume = self.start
        unclosed: set[str] = set()
        for tag in tags_of(self.text, self.start, self.end, fragment):
            if tag.start < resume:
                continue
            if tag.start > at and (self.runs or not self.text[at : tag.start].isspace()):
                self._text(at, tag.start)
            at = tag.end
            name = tag.name
            if name == "!--" or name == "!":
                continue
            if tag.closing:
                self._closing(tag)
                continue
            if name in _BLOCKS:
                skipped = set_aside(self.text, tag, self.end, self.headers > 0, unclosed)
                if skipped:
                    self._flush()
                    at = resume = skipped
                    continue
            self._opening(tag)
        if at < self.end:
            self._text(at, self.end)
        self._flush()

    def _text(self, start: int, end: int) -> None:
        text = self.text
        if "&" in text[start:end]:
            at = start
            for entity in ENTITY.finditer(text, start, end):
                printed = decoded(entity[0])
                if printed is None:
                    continue
                if entity.start() > at:
                    self._run(at, entity.start(), None)
                self._run(*entity.span(), printed)
                at = entity.end()
            start = at
        if start < end:
            self._run(start, end, None)

    def _run(self, start: int, end: int, printed: str | None) -> None:
        if self.raised and printed is None and self._after_digit():
            for at in range(start, end):
                self.runs.append((at, at + 1, _SUPERSCRIPT.get(self.text[at], self.text[at])))
        else:
            self.runs.append((start, end, printed))
        length = len(self.text[start:end].strip()) if printed is None else 1
        self.printed += length
        if self.link:
            self.in_link += length
        if self.stress:
            self.in_stress += length

    def _after_digit(self) -> bool:
        """A raised figure after a digit is an exponent or a note, never further digits."""
        if not self.runs:
            return False
        start, end, printed = self.runs[-1]
        return (printed or self.text[start:end])[-1:].isdigit()

    def _flush(self) -> None:
        """Close the passage that is open, if anything was printed."""
        runs, self.runs = self.runs, []
        printed, in_link, in_stress = self.printed, self.in_link, self.in_stress
        self.printed = self.in_link = self.in_stress = 0
        if not printed:
            return
        if len(runs) == 1 and runs[0][2] is None:
            clean, pieces = plain_pieces(self.text, runs[0][0], runs[0][1])
        else:
            clean, pieces = lay(self.text, runs)
        if not clean:
            return
        context = self.stack[-1] if self.stack else None
        mark = context.mark if context else "p"
        if self.aside:
            mark = "aside"
        passage = Passage(
            clean,
            pieces,
            mark=mark,
            level=max(len(self.lists) - 1, 0) if mark == "li" else 0,
            ordered=mark == "li" and bool(self.lists) and self.lists[-1],
            cell=None if self.aside else self.grid.cell,
            stressed=in_stress == printed,
            linked=in_link * 10 >= printed * 9,
            pictured=self.pictured,
        )
        self.pictured = False
        self.passages.append(passage)
        self.within.append(self.articles)

    def _opening(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS:
            if self.runs:
                self._flush()
            self._open_block(tag)
        elif name == "br":
            self._break(tag)
        elif name == "a":
            self.link = True
        elif name in _STRESS:
            self.stress += 1
        elif name == "sup":
            self.raised = True
        elif name == "img":
            self.pictured = True
        elif name == "meta":
            self._meta(tag)
        elif name == "time":
            self._date(tag.get("datetime"))
        elif name == "script" and "ld+json" in tag.attributes:
            found = _LD_DATE.search(self.text, tag.start, tag.inner_end)
            self._date(found[1] if found else None)

    def _open_block(self, tag: Tag) -> None:
        name = tag.name
        if self.aside:
            self.aside_depth += name == self.aside
            if name in ("h1", "main", "article"):
                self.aside = None
        elif tag.attributes and name in ("div", "section", "ul", "p", "aside") and _is_aside(tag):
            self.aside, self.aside_depth = name, 1
        if name == "p" or name in _HEADINGS:
            self._leave(_PARAGRAPHS, _HOLDERS)
            self.link, self.stress = False, 0
            self._enter(name, self._paragraph_mark(tag) if name == "p" else name)
        elif name in ("ul", "ol"):
            self._leave(_P, _HOLDERS)
            self.lists.append(name == "ol")
            self._enter(name, self._inner_mark())
        elif name == "li":
            self._leave(_LI, _LISTS)
            self.link = False
            self._enter(name, "li")
        elif name in ("figcaption", "caption", "title", "blockquote"):
            mark = {"figcaption": "caption", "caption": "table-caption", "blockquote": "quote"}.get(name, name)
            self._enter(name, mark)
        elif name == "pre":
            self._enter(name, "p")
        elif name in ("div", "section") and tag.attributes:
            self._hinted(tag)
        elif name == "article":
            self.articles += 1
        elif name == "header":
            self.headers += 1
        elif self.grid.opens(tag):
            self.link, self.stress = False, 0
            if name in ("table", "dl"):
                self._enter(name, "p")
            else:
                self._leave(_CELLS, _TABLES)
                if name in _CELLS:
                    self._enter(name, "cell")

    def _closing(self, tag: Tag) -> None:
        name = tag.name
        if name not in _BLOCKS:
            if name == "a":
                self.link = False
            elif name in _STRESS:
                self.stress = max(self.stress - 1, 0)
            elif name == "sup":
                self.raised = False
            return
        if self.runs:
            self._flush()
        if self.aside == name:
            self.aside_depth -= 1
            if self.aside_depth == 0:
                self.aside = None
        if name in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif name == "article":
            self.articles = max(self.articles - 1, 0)
        elif name == "header":
            self.headers = max(self.headers - 1, 0)
        self._leave((name,), _NOTHING if name in _TABLES else _TABLES)
        self.grid.closes(name)

    def _hinted(self, tag: Tag) -> None:
        """A div whose class says what it holds, when it opens onto text and not onto further blocks."""
        after = self.text[tag.end : tag.end + 200].lstrip()
        if not after.startswith("<") or after[1:2] in "aAbBiIsStTeE":
            self._enter(tag.name, self._paragraph_mark(tag))

    def _paragraph_mark(self, tag: Tag) -> str:
        if "class" in tag.attributes or "itemprop" in tag.attributes:
            hint = f"{tag.get('class') or ''} {tag.get('itemprop') or ''}".lower()
            if _CAPTION_CLASS.search(hint):
                return "caption"
            if _META_CLASS.search(hint):
                return "meta"
            if _DECK_CLASS.search(hint):
                return "deck"
        return self._inner_mark()

    def _inner_mark(self) -> str:
        """What a paragraph inside the open element is: part of the item, cell, caption or quote."""
        mark = self.stack[-1].mark if self.stack else "p"
        return mark if mark in ("li", "cell", "caption", "table-caption", "quote") else "p"

    def _enter(self, name: str, mark: str) -> None:
        self.stack.append(_Context(name, mark))

    def _leave(self, names: Container[str], barrier: Container[str]) -> None:
        """Close the innermost of these elements, with all inside it, unless a barrier stands before it."""
        for depth in range(1, min(len(self.stack), 48) + 1):
            name = self.stack[-depth].name
            if name in names:
                del self.stack[-depth:]
                return
            if name in barrier:
                return

    def _break(self, tag: Tag) -> None:
        """A line break ends the passage after a sentence, before a new line of a list, or when doubled."""
        mark = self.stack[-1].mark if self.stack else "p"
        if mark in ("p", "quote") and self.runs:
            start, end, printed = self.runs[-1]
            before = (printed or self.text[start:end]).rstrip(_SPACE)
            after = self.text[tag.end : tag.end + 80].lstrip(_SPACE)
            if (
                not before
                or before[-1] in _BREAKS_AFTER
                or after[:1].isupper()
                or after[:1] in "-•·<"
                or after[:1] > "\u2e80"
            ):
                self._flush()
                return
        self.runs.append((tag.start, tag.end, " "))

    def _meta(self, tag: Tag) -> None:
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and name.lower() in _DATE_NAMES:
            self._date(tag.get("content"))

    def _date(self, value: str | None) -> None:
        if value:
            self.dates.append(value)


_ASIDE = re.compile(
    r"""(?x)(?<![\w-])(?:
      (?:site-|main-|top-|page-|post-|entry-|article-)?(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs|footer|sidebar|share|sharing
        |social|newsletter|subscribe|comments?|tags|adverts?|advertisement|ads?|promo|related|recommended|recirculation)
      (?:-(?:links|bar|list|posts|articles|stories|news|content|box|block|container|wrapper|buttons|icons))?
      | cookie[\w-]*+ | ad-[\w-]++ | read-more | also-read | most-read | trending
    )(?![\w-])"""
)


def _is_aside(tag: Tag) -> bool:
    hint = f"{tag.get('class') or ''} {tag.get('id') or ''}".lower()
    return _ASIDE.search(hint) is not None
