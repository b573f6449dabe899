"""CMS payloads: an article as JSON, its parts under keys, its body as HTML, Markdown or plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from factlint.article.article import Cell, Field, Segments
from factlint.article.decode import UnreadableError
from factlint.article.entities import ENTITY
from factlint.article.formats import format_by_content, looks_like_html
from factlint.article.json_places import Text, Value, parse, resolve
from factlint.article.passage import Page, Passage, lay, through
from factlint.article.payload_fields import FieldNames

_BLOCK_TEXT = ("text", "html", "content", "value", "body", "caption", "items", "children", "data")
_BLOCK_TITLES = ("heading", "title", "headline", "subhead")
_BLOCK_PARTS = ("paragraphs", "blocks", "sections")
_MARKS = {
    "heading": "h2", "header": "h2", "subhead": "h2", "subheading": "h2", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4",
    "list": "li", "list_item": "li", "list-item": "li", "listitem": "li", "bullet": "li", "image": "caption",
    "figure": "caption", "caption": "caption", "quote": "quote", "blockquote": "quote", "code": "code",
}  # fmt: skip
_UNPRINTED_BLOCKS = frozenset(
    ["embed", "html_embed", "ad", "advert", "newsletter", "related", "script", "style", "video", "audio", "divider"]
)
_EPOCH = (1_000_000_000, 10_000_000_000)


def read_payload(source: str, fields: FieldNames) -> Page:
    """The passages of a payload: headline, deck, byline, body. Raises UnreadableError for broken JSON or no body."""
    above, article = _article(parse(source), fields)
    return _Reader(source, fields, above).page(article)


def _article(value: Value, fields: FieldNames) -> tuple[str, Mapping[str, Value]]:
    """The object that holds the article: the payload itself, its only element, or one level inside.

    With it the path that its fields' paths begin with: empty, or keys that each end with a dot.
    """
    above = ""
    if isinstance(value, list):
        if len(value) != 1:
            raise UnreadableError("payload", f"the payload holds {len(value)} articles; give each a file of its own")
        above, value = "0.", value[0]
    if not isinstance(value, dict):
        raise UnreadableError("payload", "the payload is no JSON object with keys such as headline and body_html")
    if _first(value, fields.body) is None:
        for key, inner in value.items():
            if isinstance(inner, dict) and _first(inner, fields.body) is not None:
                return f"{above}{key}.", inner
        keys = ", ".join(list(value)[:20]) or "none"
        wanted = ", ".join(fields.body)
        raise UnreadableError("payload", f"the payload has no body: none of {wanted}; its keys are {keys}")
    return above, value


def _first(article: Mapping[str, Value], paths: Iterable[str]) -> tuple[str, Value] | None:
    """The first path that holds something readable, and what it holds."""
    for path in paths:
        value: object = article
        for key in path.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        if value is None and path in article:
            value = article[path]
        if (isinstance(value, list) and value) or (isinstance(value, Text) and value.end > value.start):
            return path, value
    return None


class _Reader:
    def __init__(self, source: str, fields: FieldNames, above: str) -> None:
        self.source, self.fields, self.above = source, fields, above
        self.dates: list[str] = []
        self.printed: list[Field] = []
        self.tables = 0

    def page(self, article: Mapping[str, Value]) -> Page:
        fields = self.fields
        passages: list[Passage] = []
        for paths, mark in ((fields.headline, "h1"), (fields.deck, "deck"), (fields.byline, "meta")):
            found = _first(article, paths)
            if found:
                passages.extend(self._line(found[0], found[1], mark))
        self._published(article)
        body = _first(article, fields.body)
        if body:
            passages.extend(self._body(*body))
        printed = sorted(self.printed, key=lambda field: field.start)
        return Page(passages=tuple(passages), dates=tuple(self.dates), fields=tuple(printed))

    def _published(self, article: Mapping[str, Value]) -> None:
        for path in self.fields.published:
            found = _first(article, (path,))
            if found and isinstance(found[1], Text):
                self.dates.append(resolve(self.source, found[1])[0])
            number = article.get(path)
            if isinstance(number, str) and number.isdecimal() and len(number) in (10, 13):
                seconds = int(number[:10])
                if _EPOCH[0] <= seconds < _EPOCH[1]:
                    self.dates.append(dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat())

    def _line(self, path: str, value: Value, mark: str) -> list[Passage]:
        """A part that is one line: a headline, a deck, a byline (or several names)."""
        if isinstance(value, list):
            lines = [self._line(f"{path}.{n}", item, mark) for n, item in enumerate(value) if isinstance(item, Text)]
            return [passage for line in lines for passage in line]
        if not isinstance(value, Text):
            return []
        text, segments = self._resolved(path, value)
        if looks_like_html(text) or ENTITY.search(text):
            printed = self._page(text, "html").passages[:1]
        else:
            clean, pieces = lay(text, ((0, len(text), None),))
            printed = (Passage(clean, pieces),) if clean else ()
        return [msgspec.structs.replace(self._placed(one, path, segments), mark=mark, cell=None) for one in printed]

    def _body(self, path: str, value: Value) -> list[Passage]:
        if isinstance(value, Text):
            return self._read(value, path)
        passages: list[Passage] = []
        for number, block in enumerate(value if isinstance(value, list) else []):
            passages.extend(self._block(f"{path}.{number}", block))
        return passages

    def _block(self, path: str, block: Value) -> list[Passage]:
        """One block of a structured body: a string, or an object with a type and a text."""
        if isinstance(block, Text):
            return self._read(block, path)
        if isinstance(block, list):
            inside = [self._block(f"{path}.{number}", inner) for number, inner in enumerate(block)]
            return [passage for passages in inside for passage in passages]
        if not isinstance(block, dict):
            return []
        kind = block.get("type")
        name = resolve(self.source, kind)[0].lower() if isinstance(kind, Text) else ""
        if name in _UNPRINTED_BLOCKS:
            return []
        mark = _MARKS.get(name)
        passages = self._first_of(path, block, _BLOCK_TEXT)
        if mark:
            passages = [msgspec.structs.replace(p, mark=mark) if p.cell is None else p for p in passages]
        parts = self._first_of(path, block, _BLOCK_PARTS)
        if not (parts or passages) or not any(isinstance(value, list) for value in block.values()):
            return passages
        return self._titled(path, block) + passages + parts

    def _first_of(self, path: str, block: Mapping[str, Value], keys: Iterable[str]) -> list[Passage]:
        """The passages of the first key of a block that holds any."""
        for key in keys:
            if key in block and isinstance(block[key], (Text, dict, list)):
                passages = self._block(f"{path}.{key}", block[key])
                if passages:
                    return passages
        return []

    def _titled(self, path: str, block: Mapping[str, Value]) -> list[Passage]:
        """The subhead of a block that is a section of its own."""
        for key in _BLOCK_TITLES:
            value = block.get(key)
            if isinstance(value, Text):
                return self._line(f"{path}.{key}", value, "h2")
        return []

    def _read(self, value: Text, path: str) -> list[Passage]:
        """The passages of a string, led back through its escapes to the file."""
        text, segments = self._resolved(path, value)
        page = self._page(text, path)
        self.dates.extend(page.dates)
        passages = [self._placed(passage, path, segments) for passage in page.passages]
        self.tables = max((p.cell.table + 1 for p in passages if p.cell), default=self.tables)
        return passages

    def _resolved(self, path: str, value: Text) -> tuple[str, Segments]:
        """The characters of a field that is read, and the way back to the file."""
        self.printed.append(Field(self.above + path, value.start, value.end))
        return resolve(self.source, value)

    def _page(self, text: str, path: str) -> Page:
        kind = format_by_content(text)
        encoded = "\n" not in text and ENTITY.search(text) is not None
        if kind == "html" or "html" in path.lower() or looks_like_html(text) or encoded:
            from factlint.article.html import read_html

            return read_html(text, first_table=self.tables, fragment=True)
        if kind == "markdown":
            from factlint.article.markdown import read_markdown

            return read_markdown(text)
        from factlint.article.plain import read_plain

        return read_plain(text)

    def _placed(self, passage: Passage, path: str, segments: Segments) -> Passage:
        cell = passage.cell
        if cell is not None and cell.table < self.tables:
            cell = Cell(cell.table + self.tables, cell.row, cell.column, cell.header)
        return msgspec.structs.replace(
            passage, pieces=through(passage.pieces, segments), field=self.above + path, cell=cell
        )
