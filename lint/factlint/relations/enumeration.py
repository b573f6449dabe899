"""Enumerations: a number of things announced, and the list of them that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factlint.article.article import Article
from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.patterns import compiled
from factlint.relations.announced import Enumeration, announced, countable, enumerated, stays_open
from factlint.relations.listing import Listing, list_words, listing
from factlint.relations.lists_below import in_items, in_subheads
from factlint.relations.relation import Certainty

_OPENERS = compiled(r"(?:[:：]|,\s(?:namely|i\.e\.|that is|to wit|specifically),?|\s[—–]|\s-{1,2}(?=\s)|—)\s*+")
_COMMA_BEHIND = compiled(r"[^,.;]*+,")
_COLLECTIVE = compiled(r"\b([Pp]air|[Dd]uo|[Tt]rio|[Tt]hreesome|[Qq]uartet|[Qq]uintet|[Ss]extet) of [a-z]")
_ANAPHORA = compiled(r"(?:these|those|they|the (?P<count>\w++)(?: \w++)?) (?:are|were)\b:?\s*+", re.I)


def find(bound: Bound) -> Iterator[Enumeration]:
    """Every list that an announced number can be held against."""
    article = bound.article
    yield from _collectives(article)
    for line in bound.lines:
        counts = [
            (at, figure) for at, figure in line.figures() if countable(figure) and not _joined(article.text, figure)
        ]
        if not counts:
            continue
        yield from _in_sentence(article.text, line, counts)
        yield from _in_next_sentence(article, line, counts)
        yield from in_items(article, line, counts)
        yield from in_subheads(article, line, counts)


def _joined(text: str, figure: Figure) -> bool:
    """``the five-door car``: a number that is part of an adjective announces nothing."""
    return re.match(r"[^\s-]*-[A-Za-z]", text[figure.start : figure.end + 2]) is not None


def _collectives(article: Article) -> Iterator[Enumeration]:
    """``a trio of plants: a, b, c and d``: a number that is a noun."""
    text, numbers = article.text, list_words().collectives
    for found in _COLLECTIVE.finditer(text):
        sentence = article.sentence_at(found.start())
        opening = _OPENERS.search(text, found.end(), sentence.end) if sentence is not None else None
        if sentence is None or opening is None:
            continue
        colon = opening.group().strip()[-1:] in (":", "：")
        items = listing(
            text, opening.end(), sentence.end if colon else _closing_dash(text, opening.end(), sentence.end)
        )
        if items is None or not (items.closed if colon else _is_list(text, items, strict=True)):
            continue
        value = Interval.point(numbers[found[1].lower()])
        count = Figure(found.start(1), found.end(1), found[1], "count", value.low, value, value)
        yield Enumeration(
            figures=(count,), count=count, items=items.items, fewest=items.fewest, most=items.most,
            certainty=Certainty.KNOWN,
        )  # fmt: skip


def _in_sentence(text: str, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``five shareholders: a, b, c, d and e``; ``three ministries (a, b and c)``; ``a, b and c, the three ...``."""
    end = line.sentence.end
    opening = _OPENERS.search(text, counts[0][1].end, end)
    if opening is not None:
        before = [(at, figure) for at, figure in counts if figure.end <= opening.start()]
        colon = opening.group().strip()[-1:] in (":", "：", "y", ".", ",", "s", "t")
        stop = end if colon else _closing_dash(text, opening.end(), end)
        found = listing(text, opening.end(), stop)
        plain = colon or (stop == end and found is not None and found.closed and len(found.items) > 2)
        if found is not None and _is_list(text, found, strict=not plain):
            found = found if _bare_names(text, found) else _summed(text, line, found)
        else:
            found = None
        if found is not None:
            chosen = announced(text, line, before, found)
            if chosen is not None:
                yield enumerated(line, chosen[0], found, chosen[1])
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
    return found.closed and all(_is_name(text[item.start : item.end]) for item in found.items)


def _is_name(item: str) -> bool:
    """``Chery``, ``the EX30``, ``the city of Wuhu``: a name, or "the" and a few words with one."""
    words = item.lstrip("“\"'*").split()
    lead = words[:1] in (["the"], ["The"])
    return (bool(words) and (words[lead : lead + 1] or words)[0][:1].isupper()) or (lead and words[-1][:1].isupper())


def _bare_names(text: str, found: Listing) -> bool:
    """Whether no item opens with a number: ``two in front, two at the sides`` is a sum, not a list."""
    opening = compiled(r"\W*+(?:the )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)", re.I)
    return not any(opening.match(text, item.start, item.end) for item in found.items)


def _summed(text: str, line: Line, found: Listing) -> Listing | None:
    """``two sedans, three SUVs and two MPVs``: the sum of the numbers that all items open with, or their number."""
    sums = []
    for item in found.items:
        own = [figure for _, figure in line.figures() if item.start <= figure.start < item.end]
        own = [figure for figure in own if not text.startswith("-", figure.end)]
        if not own and text[item.start : item.end].endswith(" one"):
            sums.append(Fraction(1))
            continue
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
        if not stays_open(line, at, opening) or found.fewest <= (figure.value or Fraction(0)) <= found.most:
            yield enumerated(line, figure, found, Certainty.KNOWN)


def _before(text: str, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``TELD, Star Charge and YKC, the three largest operators, run ...``."""
    start = line.sentence.start
    for _, figure in counts:
        lead = text.rfind(", the ", start, figure.start)
        if lead < 0 or figure.start - lead > 6 or not _COMMA_BEHIND.match(text[figure.end : figure.end + 60]):
            continue
        found = listing(text, start, lead)
        if found is not None and _is_list(text, found, strict=True):
            yield enumerated(line, figure, found, Certainty.KNOWN)


_VERB = compiled(r",\s(?=[a-z]++)")


def _behind(text: str, line: Line, counts: list[tuple[int, Figure]]) -> Iterator[Enumeration]:
    """``The two brands, Exeed and Omoda, will come to Spain.``"""
    for at, figure in counts:
        start = max(figure.end, figure.phrase_end)
        opening = start + 2 + 4 * text.startswith("the ", start + 2)
        if text[start : start + 2] != ", " or not text[opening : opening + 1].isupper() or stays_open(line, at, start):
            continue
        stops = [mark.start() for mark in _VERB.finditer(text, start + 2, line.sentence.end)]
        for stop in [*stops, line.sentence.end]:
            found = listing(text, start + 2, stop)
            if found is not None and _is_list(text, found, strict=True) and not text.startswith(", and ", stop):
                yield enumerated(line, figure, found, Certainty.KNOWN)
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
        yield enumerated(line, counts[0][1], found, Certainty.STRONG)
