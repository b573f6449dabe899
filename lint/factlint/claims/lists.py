"""Lists of labelled values as grids: ``P7 Max: 239,800 yuan``, one line or item below the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factlint.article.article import Article, Block, BlockKind
from factlint.claims.tables import VALUE_KINDS, Entry, Table
from factlint.figures.figure import Figure, Scanned
from factlint.patterns import compiled

# "Label: value", "Label - value"; the label is short and no sentence.
_LABELLED = compiled(r"([^:;!?\n]{1,60}?)\*{0,2}(?::\*{0,2}| [-–—]| =)\s++(?=\S)")
# "North America 186,004 (up 2.1 percent)": a label of a few words without a mark behind it.
_BARE = compiled(r"((?:[A-Z][\w.&'’-]*+ ){1,4})(?=[\d$€£¥])")
_WORD = compiled(r"[^\W\d_]{2,}+")
_KINDS = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.BOILERPLATE})
_LONGEST_LABEL, _MOST_WORDS = 9, 7
_ROWS = 2

Row = tuple[Entry | None, ...]


def lists_of(article: Article, scanned: Scanned, first: int) -> tuple[Table, ...]:
    """The runs of blocks that are all a label and its values, as tables numbered from ``first`` on."""
    starts = [figure.start for figure in scanned.figures]
    found: list[Table] = []
    for blocks in _runs(article):
        rows: list[Row] = []
        for block in [*blocks, None]:
            row = _row(article, block, scanned, starts) if block is not None else None
            if row is not None:
                rows.append(row)
                continue
            if len(rows) >= _ROWS and len({_kind(row) for row in rows}) == 1:
                found.append(Table(first + len(found), _story(rows), "", (), tuple(rows)))
            rows = []
    return tuple(found)


def _runs(article: Article) -> Iterator[list[Block]]:
    """Adjoining blocks of one story that may be rows."""
    run: list[Block] = []
    for block in article.blocks:
        if run and (block.story != run[-1].story or block.kind is not run[-1].kind):
            yield run
            run = []
        if block.kind in _KINDS and block.cell is None:
            run.append(block)
    if run:
        yield run


def _row(article: Article, block: Block, scanned: Scanned, starts: list[int]) -> Row | None:
    """The label and the values of a block; None where it is anything else."""
    text = article.text
    label = _LABELLED.match(text, block.start, block.end) or _BARE.match(text, block.start, block.end)
    if label is None or not any(char.isalpha() for char in label[1]) or len(label[1].split()) > _LONGEST_LABEL:
        return None
    first, last = bisect_left(starts, label.end()), bisect_left(starts, block.end)
    values = [figure for figure in scanned.figures[first:last] if figure.kind in VALUE_KINDS]
    if not values or _begins(values[0]) - label.end() > 2:
        return None
    if len(_WORD.findall(_between(text, label.end(), block.end, values))) > _MOST_WORDS:
        return None
    cells = tuple(Entry(block, figure.quote, figure, None) for figure in values)
    return (Entry(block, label[1].strip("* "), None, None), *cells)


def _begins(figure: Figure) -> int:
    return figure.phrase_start if figure.phrase_start >= 0 else figure.start


def _between(text: str, start: int, end: int, values: list[Figure]) -> str:
    """What a block has besides its values."""
    parts = []
    for figure in values:
        parts.append(text[start : figure.start])
        start = max(start, figure.end, figure.phrase_end)
    return " ".join([*parts, text[start:end]])


def _kind(row: Row) -> tuple[str, str | None]:
    figure = row[1].figure if row[1] is not None else None
    return (figure.kind, figure.unit) if figure is not None else ("", None)


def _story(rows: list[Row]) -> int:
    return rows[0][0].block.story if rows[0][0] is not None else 0
