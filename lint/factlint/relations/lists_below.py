"""Lists that stand below the number that announces them: bullets, and numbered subheads under a headline."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.article.article import Article, Block, BlockKind
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.announced import Enumeration, announced, enumerated, stays_open
from factlint.relations.listing import Item, Listing, list_words
from factlint.relations.relation import Certainty

_NUMBERED = compiled(r"#?(\d{1,2})[.):]\s")


def in_items(article: Article, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``three structural forces:`` above a list."""
    if not _last_of_block(article, line):
        return
    items = _items_below(article, line.block)
    if len(items) < 2:
        return
    colon = article.text[: line.block.end].endswith((":", "："))
    given = [(at, figure) for at, figure in counts if colon or _at_the_end(line, at)]
    found = Listing(
        tuple(Item(block.start, _head(article.text, block)) for block in items), len(items), len(items), True
    )
    chosen = announced(article.text, line, given, found)
    if chosen is None:
        return
    count = chosen[0]
    if not colon and count.value is not None and abs(count.value - len(items)) > 2:
        return
    if colon and stays_open(line, given[-1][0], line.sentence.end):
        return
    yield enumerated(line, count, found, Certainty.KNOWN if colon or items[0].ordered else Certainty.STRONG)


def _last_of_block(article: Article, line: Line) -> bool:
    following = line.sentence.index + 1
    return following >= len(article.sentences) or article.sentences[following].block != line.sentence.block


def _at_the_end(line: Line, position: int) -> bool:
    """Whether a number stands in the last words of its sentence, and ``the`` or nothing but a verb leads to it."""
    rest = line.tokens[position + 1 :]
    figure = line.tokens[position].figure
    noun = (figure.noun or "").lower().split()[-1:] if figure is not None else []
    told = line.block.kind is BlockKind.PARAGRAPH and bool(noun) and noun[0] in list_words().argued
    if told and not rest:
        return True
    if line.block.kind in (BlockKind.SUBHEAD, BlockKind.HEADLINE):
        return position <= 2 and len(rest) <= 6
    leads = position > 0 and line.tokens[position - 1].word in ("the", "these", "following")
    return len(rest) <= 3 and leads and not any(token.figure is not None for token in rest)


def _items_below(article: Article, block: Block) -> list[Block]:
    """The outermost items of the list that follows a block at once."""
    items: list[Block] = []
    for index in range(block.index + 1, len(article.blocks)):
        below = article.blocks[index]
        if below.story != block.story or below.kind is not BlockKind.ITEM:
            break
        if below.level == 0:
            if items and below.ordered != items[0].ordered:
                break
            items.append(below)
    return items


def _head(text: str, block: Block) -> int:
    """Where the first few words of an item end."""
    stop = min(block.end, block.start + 80)
    mark = compiled(r"[.:;–—\n]").search(text, block.start + 3, stop)
    return mark.start() if mark else stop


def in_subheads(article: Article, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``Five things to know about ...`` above numbered subheads."""
    pieces = list_words().pieces
    named = [figure for _, figure in counts if figure.noun and figure.noun.lower() in pieces]
    if line.block.kind is not BlockKind.HEADLINE or len(named) != 1 or len(counts) != 1:
        return
    heads = [
        block
        for block in article.blocks[line.block.index + 1 :]
        if block.story == line.block.story and block.kind is BlockKind.SUBHEAD
    ]
    numbered = [(block, found) for block in heads if (found := _NUMBERED.match(article.text, block.start, block.end))]
    numbers = sorted(int(found[1]) for _, found in numbered)
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return
    items = tuple(Item(block.start, block.end) for block, _ in numbered)
    yield enumerated(line, named[0], Listing(items, len(items), len(items), True), Certainty.STRONG)
