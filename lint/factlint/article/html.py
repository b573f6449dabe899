"""HTML pages: headings, paragraphs, lists, captions, tables; menus, footers and scripts set aside."""

from __future__ import annotations

from collections.abc import Container

from factlint.article.cells import Grid
from factlint.article.class_names import is_aside, mark_of_class, stated_date
from factlint.article.inline_html import INLINE, InlineText
from factlint.article.page_parts import article_passages, set_aside
from factlint.article.passage import Page, Passage
from factlint.article.tags import Tag, tags_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *(
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
    ),
    *(
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
    ),
    *("form", "fieldset", "address", "hr", "body", "html", "head", "title", "details", "summary", "center", "legend"),
}
_PARAGRAPHS = _HEADINGS | {"p"}
_HOLDERS = frozenset({"li", "td", "th", "dd", "blockquote"})
_CELLS = frozenset({"td", "th", "dt", "dd"})
_TABLES = frozenset({"table", "dl"})
_LISTS = frozenset({"ul", "ol"})
_P, _LI, _NOTHING = frozenset({"p"}), frozenset({"li"}), frozenset[str]()
_BREAKS_AFTER = '.!?:;。！？：；…"”)'
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

    __slots__ = ("mark", "name")

    def __init__(self, name: str, mark: str) -> None:
        self.name, self.mark = name, mark


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
        self.inline = InlineText(text)
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
            if tag.start > at and (self.inline.runs or not self.text[at : tag.start].isspace()):
                self.inline.add(at, tag.start)
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
            self.inline.add(at, self.end)
        self._flush()

    def _flush(self) -> None:
        """Close the passage that is open, if anything was printed."""
        clean, pieces, stressed, linked = self.inline.take()
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
            stressed=stressed,
            linked=linked,
            pictured=self.pictured,
        )
        self.pictured = False
        self.passages.append(passage)
        self.within.append(self.articles)

    def _opening(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS:
            if self.inline.runs:
                self._flush()
            self._open_block(tag)
        elif name == "br":
            self._break(tag)
        elif name in INLINE:
            self.inline.open(name)
        elif name == "img":
            self.pictured = True
        elif name in ("meta", "time", "script"):
            date = stated_date(self.text, tag)
            if date:
                self.dates.append(date)

    def _open_block(self, tag: Tag) -> None:
        name = tag.name
        if self.aside:
            self.aside_depth += name == self.aside
            if name in ("h1", "main"):
                self.aside = None
        elif tag.attributes and name in ("div", "section", "ul", "p", "aside") and is_aside(tag):
            self.aside, self.aside_depth = name, 1
        if name == "p" or name in _HEADINGS:
            self._leave(_PARAGRAPHS, _HOLDERS)
            self.inline.leave()
            self._enter(name, self._hinted_mark(tag) if name == "p" else name)
        elif name in ("ul", "ol"):
            self._leave(_P, _HOLDERS)
            self.lists.append(name == "ol")
            self._enter(name, self._inner_mark())
        elif name == "li":
            self._leave(_LI, _LISTS)
            self.inline.link = False
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
            self.inline.leave()
            if name in ("table", "dl"):
                self._enter(name, "p")
            else:
                self._leave(_CELLS, _TABLES)
                if name in _CELLS:
                    self._enter(name, "cell")

    def _closing(self, tag: Tag) -> None:
        name = tag.name
        if name not in _BLOCKS:
            self.inline.close(name)
            return
        if self.inline.runs:
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
            self._enter(tag.name, self._hinted_mark(tag))

    def _hinted_mark(self, tag: Tag) -> str:
        """What the class of a paragraph says it is, else what the open element makes of it."""
        return (mark_of_class(tag) if tag.attributes else None) or self._inner_mark()

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
        if mark in ("p", "quote") and self.inline.runs:
            start, end, printed = self.inline.runs[-1]
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
        self.inline.runs.append((tag.start, tag.end, " "))
