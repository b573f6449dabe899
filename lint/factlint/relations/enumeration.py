"""Enumerations: a number of things announced, and the list of them that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factlint.article.article import Article, Block, BlockKind
from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.patterns import compiled
from factlint.relations.listing import Item, Listing, list_words, listing
from factlint.relations.relation import Certainty, Relation, Verdict

SMALLEST, LARGEST = 2, 20
_BESIDE = 30
_OPENERS = compiled(r"(?:[:：]|,\s(?:namely|i\.e\.|that is|to wit|specifically),?|\s[—–]|\s-{1,2}(?=\s)|—)\s*+")
_COLLECTIVE = re.compile(r"\b([Pp]air|[Dd]uo|[Tt]rio|[Tt]hreesome|[Qq]uartet|[Qq]uintet|[Ss]extet) of [a-z]")
_NUMBERED = compiled(r"#?(\d{1,2})[.):]\s")
_ANAPHORA = compiled(r"(?:these|those|they|the (?P<count>\w++)(?: \w++)?) (?:are|were)\b:?\s*+", re.I)


class Enumeration(Relation, frozen=True, eq=False, kw_only=True):
    """``count`` things are announced, ``items`` are listed; ``fewest`` to ``most`` where the list can be read so."""

    count: Figure
    items: tuple[Item, ...]
    fewest: int
    most: int

    def verdict(self) -> Verdict:
        interval = self.count.interval
        assert interval is not None
        held = any(interval.contains(number) for number in range(self.fewest, self.most + 1))
        return Verdict.HOLDS if held else Verdict.BROKEN


def find(bound: Bound) -> Iterator[Enumeration]:
    """Every list that an announced number can be held against."""
    article = bound.article
    yield from _collectives(article)
    for line in bound.lines:
        counts = [(at, figure) for at, figure in line.figures() if _countable(figure)]
        if not counts:
            continue
        yield from _in_sentence(article.text, line, counts)
        yield from _in_next_sentence(article, line, counts)
        yield from _in_items(article, line, counts)
        yield from _in_subheads(article, line, counts)


def _collectives(article: Article) -> Iterator[Enumeration]:
    """``a trio of plants: a, b, c and d``: a number that is a noun."""
    text, numbers = article.text, list_words().collectives
    for found in _COLLECTIVE.finditer(text):
        sentence = article.sentence_at(found.start())
        opening = _OPENERS.search(text, found.end(), sentence.end) if sentence is not None else None
        if sentence is None or opening is None or opening.group().strip()[-1:] not in (":", "："):
            continue
        items = listing(text, opening.end(), sentence.end)
        if items is None or not items.closed:
            continue
        value = Interval.point(numbers[found[1].lower()])
        count = Figure(found.start(1), found.end(1), found[1], "count", value.low, value, value)
        yield Enumeration(
            figures=(count,), count=count, items=items.items, fewest=items.fewest, most=items.most,
            certainty=Certainty.KNOWN,
        )  # fmt: skip


def _countable(figure: Figure) -> bool:
    return (
        figure.kind == "count"
        and figure.value is not None
        and figure.value.denominator == 1
        and SMALLEST <= figure.value <= LARGEST
        and figure.noun is not None
        and figure.hedge is None
        and not figure.is_range
        and figure.noun.lower() not in list_words().loose
    )


def _announced(line: Line, counts: list[tuple[int, Figure]], found: Listing) -> tuple[Figure, Certainty] | None:
    """The number that a list is held against: one that it bears out, else the only one there is."""
    for _, figure in counts:
        if figure.value is not None and found.fewest <= figure.value <= found.most:
            return figure, Certainty.KNOWN
    if not counts:
        return None
    at, figure = counts[-1]
    beside = found.items[0].start - max(figure.end, figure.phrase_end) <= _BESIDE
    tied = any(token.word == "of" for token in line.tokens[max(0, at - 2) : at])
    if (len(counts) > 1 and (not beside or tied)) or _open(line, at, found.items[0].start):
        return None
    return None if _another_noun(line, figure, found.items[0].start) else (figure, Certainty.KNOWN)


def _another_noun(line: Line, count: Figure, until: int) -> bool:
    """Whether the list is of other things than were counted: ``The two sides agreed on the following points:``."""
    words = [token.word for token in line.tokens if token.word[:1].isalpha() and count.end < token.end <= until]
    last = words[-1] if words else ""
    noun = (count.noun or "").lower().split()[-1:] or [""]
    return last == "following" or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and last != noun[0])


def _open(line: Line, position: int, until: int) -> bool:
    """Whether words around the number say that the list gives only some: ``five colours, such as``."""
    words = list_words().open
    for token in line.tokens[position + 1 :]:
        if "including" in token.tags or (token.start < until and token.word in words):
            return True
    before = line.tokens[max(0, position - 4) : position]
    return any(token.word in ("among", "some", "most", "first", "top", "of", "than") for token in before)


def _relation(line: Line, count: Figure, found: Listing, certainty: Certainty) -> Enumeration:
    return Enumeration(
        figures=(count,),
        count=count,
        items=found.items,
        fewest=found.fewest,
        most=found.most,
        certainty=certainty,
        quoted=line.quoted(count),
    )


def _in_sentence(text: str, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``five shareholders: a, b, c, d and e``; ``three ministries (a, b and c)``; ``a, b and c, the three ...``."""
    end = line.sentence.end
    opening = _OPENERS.search(text, counts[0][1].end, end)
    if opening is not None:
        before = [(at, figure) for at, figure in counts if figure.end <= opening.start()]
        colon = opening.group().strip()[-1:] in (":", "：", "y", ".", ",", "s", "t")
        stop = end if colon else _closing_dash(text, opening.end(), end)
        found = listing(text, opening.end(), stop)
        if found is not None and _is_list(text, found, strict=not colon):
            found = found if _bare_names(text, found) else _summed(line, found)
        else:
            found = None
        if found is not None:
            chosen = _announced(line, before, found)
            if chosen is not None:
                yield _relation(line, chosen[0], found, chosen[1])
        return
    yield from _bracketed(text, line, counts)
    yield from _before(text, line, counts)
    yield from _behind(text, line, counts)


def _closing_dash(text: str, at: int, end: int) -> int:
    closing = _OPENERS.search(text, at, end)
    return closing.start() if closing else end


def _is_list(text: str, found: Listing, *, strict: bool) -> bool:
    """Whether the items are names or noun phrases; ``strict`` asks for a closing ``and`` and capitals."""
    if not strict:
        return found.closed or len(found.items) > 2
    capitals = sum(text[item.start : item.end].lstrip("“\"'*the ")[:1].isupper() for item in found.items)
    return found.closed and capitals == len(found.items)


def _bare_names(text: str, found: Listing) -> bool:
    """Whether no item opens with a number: ``two in front, two at the sides`` is a sum, not a list."""
    opening = compiled(r"\W*+(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)", re.I)
    return not any(opening.match(text, item.start, item.end) for item in found.items)


def _summed(line: Line, found: Listing) -> Listing | None:
    """``two sedans, three SUVs and two MPVs``: the sum of the numbers that all items open with, or their number."""
    sums = []
    for item in found.items:
        own = [figure for _, figure in line.figures() if item.start <= figure.start < item.end]
        if len(own) != 1 or own[0].kind != "count" or own[0].start - item.start > 5 or own[0].value is None:
            return None
        sums.append(own[0].value)
    total = sum(sums)
    return Listing(found.items, int(total), int(total), found.closed) if total != len(found.items) else None


def _bracketed(text: str, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    for at, figure in counts:
        opening = text.find("(", figure.end, min(line.sentence.end, figure.end + 40))
        closing = text.find(")", opening, line.sentence.end)
        if opening < 0 or closing < 0:
            continue
        found = listing(text, opening + 1, closing)
        if found is None or not _is_list(text, found, strict=True) or not _bare_names(text, found):
            continue
        if not _open(line, at, opening) or found.fewest <= (figure.value or Fraction(0)) <= found.most:
            yield _relation(line, figure, found, Certainty.KNOWN)


def _before(text: str, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``TELD, Star Charge and YKC, the three largest operators, run ...``."""
    start = line.sentence.start
    for _, figure in counts:
        lead = text.rfind(", the ", start, figure.start)
        if lead < 0 or figure.start - lead > 6 or not re.match(r"[^,.;]*+,", text[figure.end : figure.end + 60]):
            continue
        found = listing(text, start, lead)
        if found is not None and _is_list(text, found, strict=True):
            yield _relation(line, figure, found, Certainty.KNOWN)


_VERB = compiled(r",\s(?=[a-z]++)")


def _behind(text: str, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``The two brands, Exeed and Omoda, will come to Spain.``"""
    for at, figure in counts:
        start = max(figure.end, figure.phrase_end)
        opening = start + 2 + 4 * text.startswith("the ", start + 2)
        if text[start : start + 2] != ", " or not text[opening : opening + 1].isupper() or _open(line, at, start):
            continue
        stops = [mark.start() for mark in _VERB.finditer(text, start + 2, line.sentence.end)]
        for stop in [*stops, line.sentence.end]:
            found = listing(text, start + 2, stop)
            if found is not None and _is_list(text, found, strict=True) and not text.startswith(", and ", stop):
                yield _relation(line, figure, found, Certainty.KNOWN)
                break


def _in_next_sentence(article: Article, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``It has five shareholders. They are a, b, c, d and e.``"""
    index = line.sentence.index + 1
    if len(counts) != 1 or index >= len(article.sentences):
        return
    following = article.sentences[index]
    if following.block != line.sentence.block:
        return
    opening = _ANAPHORA.match(article.text, following.start)
    if opening is None:
        return
    found = listing(article.text, opening.end(), following.end)
    if found is None or not found.closed or not _bare_names(article.text, found):
        return
    capitals = sum(article.text[item.start].isupper() for item in found.items)
    if capitals * 2 >= len(found.items):
        yield _relation(line, counts[0][1], found, Certainty.STRONG)


def _in_items(article: Article, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``three structural forces:`` above a list."""
    if not _last_of_block(article, line):
        return
    items = _items_below(article, line.block)
    if len(items) < 2:
        return
    colon = article.text[: line.block.end].endswith((":", "："))
    announced = [(at, figure) for at, figure in counts if colon or _at_the_end(line, at)]
    found = Listing(
        tuple(Item(block.start, _head(article.text, block)) for block in items), len(items), len(items), True
    )
    chosen = _announced(line, announced, found)
    if chosen is None:
        return
    count = chosen[0]
    if not colon and count.value is not None and abs(count.value - len(items)) > 2:
        return
    if colon and _open(line, announced[-1][0], line.sentence.end):
        return
    yield _relation(line, count, found, Certainty.KNOWN if colon or items[0].ordered else Certainty.STRONG)


def _last_of_block(article: Article, line: Line) -> bool:
    following = line.sentence.index + 1
    return following >= len(article.sentences) or article.sentences[following].block != line.sentence.block


def _at_the_end(line: Line, position: int) -> bool:
    """Whether a number stands in the last words of its sentence, and ``the`` or nothing but a verb leads to it."""
    rest = line.tokens[position + 1 :]
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


def _in_subheads(article: Article, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
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
    yield _relation(line, named[0], Listing(items, len(items), len(items), True), Certainty.STRONG)
