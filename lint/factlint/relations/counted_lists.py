"""Numbers of things and the things themselves, in forms without a colon: ``one in Hungary and one in Turkey``,
``A, B and C are the three``, ``First ... Second ...``, ``with 51, 62 and 77 kWh``, ``both versions, the Air and the Pro``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.vocabulary import vocabulary
from factlint.patterns import compiled
from factlint.relations.announced import Enumeration, countable, enumerated, stays_open
from factlint.relations.listing import Item, Listing, list_words, listing
from factlint.relations.relation import Certainty

_ARE = compiled(r" (?:are|were|make up|form) (?:all )?the (?=\w)")
_BOTH = compiled(r"\b(Both|both|All three|all three|All four|all four) ([a-z]+s), (?=the |[A-Z])")
_ORDINAL = compiled(
    r"(?:The )?(First|Second|Third|Fourth|Fifth|Sixth|Firstly|Secondly|Thirdly|Fourthly)\b(?:,|:| is| comes)"
)
_EACH = compiled(r"\b(?:each|every|per)\b")
_CLOSING = compiled(r"\b(?:[Ff]inally|[Ll]ast(?:ly)?|[Aa]lso|[Aa]nother|[Ff]urther(?:more)?|[Bb]esides)\b")
_YEARS = compiled(r",? (?:from )?((?:19|20)\d\d)(?: to | through |[-–])((?:19|20)\d\d)\b")
_ONES = compiled(
    r"(?:,|;| and| as well as|—|–|:|\()+ (one|two|three|four|five|six|\d{1,2}) (?:each )?(in|at|for|from|with|near|on)\b"
)
_PLACES = {name: number for number, names in enumerate((("First", "Firstly"), ("Second", "Secondly"), ("Third", "Thirdly"), ("Fourth", "Fourthly"), ("Fifth",), ("Sixth",)), 1) for name in names}  # fmt: skip
_OF_BOTH = {"both": 2, "all three": 3, "all four": 4}
_SENTENCES = 12
_NEAR = 24


def find(bound: Bound) -> Iterator[Enumeration]:
    """Every list of such a form that an announced number can be held against."""
    yield from _both(bound)
    model_years = "model years" in bound.article.text
    for line in bound.lines:
        counts = [(at, figure) for at, figure in line.figures() if countable(figure)]
        for at, figure in counts:
            yield from _ones(bound, line, at, figure)
            yield from _are_the(bound, line, figure)
            yield from _in_turn(bound, line, at, figure)
            yield from _values(bound, line, at, figure)
        if model_years:
            yield from _model_years(bound, line)


def _ones(bound: Bound, line: Line, at: int, figure: Figure) -> Iterator[Enumeration]:
    """``Two new plants, one in Hungary and one in Turkey``; ``five stores: two in Paris and three in Lyon``."""
    text, end = bound.article.text, line.sentence.end
    start = max(figure.end, figure.phrase_end)
    found = list(_ONES.finditer(text, start, end))
    if len(found) < 2 or not _follows(text[start : found[0].start() + 1]) or stays_open(line, at, found[0].start()):
        return
    if (
        _EACH.search(text, start, end)
        or len({match[2] for match in found}) != 1
        or any(second.start() - first.end() > 40 for first, second in pairwise(found))
    ):
        return
    ones = vocabulary().ones
    numbers = [ones.get(match[1], 0) or int(match[1] if match[1].isdecimal() else 0) for match in found]
    last = text[found[-1].start() : found[-1].end()]
    if " and " in f"{last} " and all(numbers):
        items = tuple(Item(match.start(1), match.end()) for match in found)
        yield _enumerated(line, figure, items, sum(numbers))


def _follows(between: str) -> bool:
    """Whether a list stands right behind a number and its noun, or behind a colon not far from it."""
    return len(between) < 2 or (len(between) < _NEAR and between[-1] == ":" and not set(between[:-1]) & set(",;("))


def _enumerated(line: Line, figure: Figure, items: tuple[Item, ...], number: int) -> Enumeration:
    return enumerated(line, figure, Listing(items, number, number, True), Certainty.STRONG)


def _are_the(bound: Bound, line: Line, figure: Figure) -> Iterator[Enumeration]:
    """``The Czech Republic, Denmark, Austria and Slovakia are the four countries where ...``."""
    text, start = bound.article.text, line.sentence.start
    found = _ARE.search(text, start, figure.end)
    if found is None or found.end() != figure.start:
        return
    items = listing(text, start, found.start())
    if items is None or not items.closed:
        return
    capitals = [
        text[item.start : item.end].removeprefix("The ").removeprefix("the ")[:1].isupper() for item in items.items
    ]
    if all(capitals):
        yield enumerated(line, figure, items, Certainty.STRONG)


def _both(bound: Bound) -> Iterator[Enumeration]:
    """``Both versions, the Air and the Pro, have two motors.``"""
    text = bound.article.text
    for found in _BOTH.finditer(text):
        sentence = bound.article.sentence_at(found.start())
        comma = -1 if sentence is None else text.rfind(",", found.end(), sentence.end)
        if sentence is None or comma < 0:
            continue
        items = listing(text, found.end(), comma)
        if items is None or not items.closed or not text[comma + 2 : comma + 3].islower():
            continue
        value = Interval.point(_OF_BOTH[found[1].lower()])
        count = Figure(found.start(1), found.end(1), found[1], "count", value.low, value, value)
        yield Enumeration(
            figures=(count,), count=count, items=items.items, fewest=items.fewest, most=items.most,
            certainty=Certainty.STRONG,
        )  # fmt: skip


def _in_turn(bound: Bound, line: Line, at: int, figure: Figure) -> Iterator[Enumeration]:
    """``There are two changes. First, ... Second, ...``: the sentences that follow in the paragraph, or the next ones."""
    article = bound.article
    noun = (figure.noun or "").lower().split()[-1:]
    if not noun or noun[0] not in list_words().argued or stays_open(line, at, line.sentence.end):
        return
    items: list[Item] = []
    closed = False
    for sentence in article.sentences[line.sentence.index + 1 : line.sentence.index + 1 + _SENTENCES]:
        if sentence.story != line.sentence.story:
            break
        found = _ORDINAL.match(article.text, sentence.start, sentence.end)
        if found is not None:
            if _PLACES[found[1]] != len(items) + 1:
                return
            items.append(Item(sentence.start, sentence.end))
        elif not items:
            return
        closed = closed or _CLOSING.search(article.text, sentence.start, sentence.end) is not None
    fewer = figure.value is not None and len(items) < figure.value
    if len(items) > 1 and not (fewer and closed):
        yield _enumerated(line, figure, tuple(items), len(items))


def _values(bound: Bound, line: Line, at: int, figure: Figure) -> Iterator[Enumeration]:
    """``three batteries to choose from, with 51, 62 and 77 kWh``: as many values as things that have them."""
    noun = (figure.noun or "").lower().split()[-1:]
    if not noun or noun[0] not in list_words().valued or _partial(line, at):
        return
    text = bound.article.text
    values = [
        one
        for place, one in line.figures()
        if place > at and one.kind in ("measure", "money", "count") and one.value is not None
    ]
    values = [one for one in values if not one.is_range]
    if len(values) < 2 or values[0].start - figure.end > 2 * _NEAR or line.sentence.end - values[-1].end > 2:
        return
    between = [text[one.end : other.start].strip() for one, other in pairwise(values)]
    units = {one.unit for one in values if one.unit is not None}
    leads = text[figure.end : values[0].start].rstrip().endswith((" with", " of", ":", " at", " for"))
    if leads and len(units) == 1 and set(between[:-1]) <= {","} and between[-1] in ("and", "or", ", and", ", or"):
        items = tuple(Item(one.start, one.end) for one in values)
        yield _enumerated(line, figure, items, len(items))


def _partial(line: Line, at: int) -> bool:
    """Whether only some of the things are spoken of: ``three of the batteries, including ...``."""
    before = {token.word for token in line.tokens[max(0, at - 3) : at]}
    inside = any("including" in token.tags or token.word in list_words().open for token in line.tokens[at + 1 :])
    return inside or bool(before & {"among", "some", "most", "first", "top", "than", "other"})


def _model_years(bound: Bound, line: Line) -> Iterator[Enumeration]:
    """``four model years, 2019 to 2022``: both ends count."""
    text = bound.article.text
    for _, figure in line.figures():
        end = max(figure.end, figure.phrase_end)
        if figure.value is None or figure.value.denominator != 1 or not text[figure.end : end].endswith("model years"):
            continue
        found = _YEARS.match(text, end)
        number = int(found[2]) - int(found[1]) + 1 if found is not None else 0
        if found is not None and number > 1 and figure.hedge is None:
            yield _enumerated(line, figure, (Item(found.start(1), found.end(2)),), number)
