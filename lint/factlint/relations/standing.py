"""Who stands before whom: "ahead of", "followed by", "second with", "third with" against the figures that are given."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.comparison import Comparison
from factlint.relations.order_words import Place, listed, places, superlatives
from factlint.relations.relation import Certainty

_KINDS = frozenset({"count", "money", "measure", "percent"})
_ENDS = frozenset({";", "while", "whereas", "but", "though", "although"})
_TALLIES = frozenset(
    {"revenue", "sales", "profit", "deliveries", "registrations", "production", "exports", "valuation"}
)
_SEGMENTS = 3

Placed = tuple[int, Figure]
Phrase = tuple[int, Place]


def find(bound: Bound) -> Iterator[Comparison]:
    """Every two figures of which a sentence says whose comes first."""
    before: dict[int, tuple[int, Figure]] = {}
    for line in bound.lines:
        if line.block.cell is not None:
            continue
        yield from _ranked(bound, line, before)
        phrases = _phrases(line)
        if phrases:
            yield from _between(bound, line, phrases)
            yield from _scored(bound, line, phrases)
            yield from _in_the_next(bound, line, phrases)


def levels(bound: Bound, line: Line) -> list[Placed]:
    """The plain levels of a sentence: neither changes nor targets, ranges nor small numbers in words."""
    found = []
    for position, figure in line.figures():
        if figure.kind not in _KINDS or not has_value(figure) or figure.is_range or counts_few(figure):
            continue
        claim = bound.claim(figure)
        if claim is not None and claim.status == "actual" and claim.role in ("level", "share", "end", "base"):
            found.append((position, figure))
    return found


def _between(bound: Bound, line: Line, phrases: list[Phrase]) -> Iterator[Comparison]:
    """``BYD sold 441,706 cars, followed by Geely with 307,133 and Chery with 268,000``."""
    own = levels(bound, line)
    if len(own) < 2:
        return
    leader: Placed | None = None
    for at, place in phrases:
        left = [one for one in own if one[0] < at]
        if not left:
            continue
        level = leader if leader is not None and _enumerates(bound, line, leader, left[-1]) else left[-1]
        marks = list(_marks(bound, line, at + len(place.words), level[1], own))
        if not marks or line.tokens[at].segment - line.tokens[level[0]].segment > _SEGMENTS:
            continue
        if place.direction and not place.literal and not place.chained:
            leader = level
        direction = _polarity(bound, line, place, level[1])
        previous = level[1]
        for mark in marks:
            if direction:
                yield compared(line, at, previous, mark, direction)
            if place.chained:
                previous = mark


def _enumerates(bound: Bound, line: Line, leader: Placed, last: Placed) -> bool:
    """Whether the level before a phrase is a mark of the phrase before, so that both are held against one level."""
    return last[0] > leader[0] and alike(leader[1], last[1])


def _phrases(line: Line) -> list[Phrase]:
    """The phrases of a sentence that put figures in an order, with their places."""
    known = places()
    found: list[Phrase] = []
    for at, token in enumerate(line.tokens):
        for place in known.get(token.word.partition(" ")[0], ()) if token.word else ():
            words = [one.word for one in line.tokens[at : at + len(place.words)]]
            if f"{' '.join(words)} ".startswith(f"{' '.join(place.words)} "):
                taken = tuple(_spanned(words, 0, place))
                found.append((at, Place(taken, place.direction, place.chained, place.literal)))
                break
    return found


def _spanned(words: list[str], at: int, place: Place) -> list[str]:
    """The tokens that a phrase takes up, which may hold several words each."""
    taken, held = 0, 0
    while held < len(place.words):
        held += len(words[at + taken].split())
        taken += 1
    return words[at : at + taken]


def _marks(bound: Bound, line: Line, start: int, level: Figure, own: list[Placed]) -> Iterator[Figure]:
    """The levels behind a phrase, each with its own holder: ``Li Auto with 36,279 and Xpeng with 34,611``."""
    named, allowed = line.tokens[start - 1].word in listed("followers"), listed("between")
    if start < len(line.tokens) and line.tokens[start].word == ",":
        return
    figures = dict(own)
    for at in range(start, len(line.tokens)):
        token = line.tokens[at]
        figure = figures.get(at)
        if figure is not None:
            if not named or not alike(figure, level) or figure.hedge is not None:
                return
            yield figure
            named = False
        elif token.name is not None or _capital(bound, token):
            named = True
        elif token.figure is not None:
            if token.figure.kind not in ("rank", "name"):
                return
        elif not _passes(token, allowed) and (not named or at + 1 not in figures):
            return


def _passes(token: Token, allowed: frozenset[str]) -> bool:
    return token.word not in _ENDS and (token.word in allowed or token.word in (",", "’", "'", "s", "("))


def _capital(bound: Bound, token: Token) -> bool:
    return token.figure is None and bound.article.text[token.start].isupper()


def _polarity(bound: Bound, line: Line, place: Place, level: Figure) -> int:
    """The direction of a phrase for the figures it parts; 0 where who is better cannot be read off them."""
    if place.literal:
        return place.direction
    claim = bound.claim(level)
    words = superlatives()
    for token in line.tokens:
        direction = words.direction(token.word, level) if token.word in words.directions else 0
        if direction:
            return place.direction * direction
    if level.kind == "money" and (claim is None or claim.measure not in _TALLIES):
        return 0
    if level.kind == "measure" and claim is not None and claim.measure in ("consumption", "weight", "acceleration"):
        return 0
    return place.direction


def compared(line: Line, at: int, level: Figure, mark: Figure, direction: int) -> Comparison:
    """A level that the word at a position sets above (``direction`` +1) or below (-1) a mark of another clause."""
    return Comparison(
        figures=(level, mark),
        level=level,
        mark=mark,
        direction=direction,
        word=line.tokens[at],
        certainty=Certainty.STRONG,
        quoted=line.quoted(level),
    )


def _scored(bound: Bound, line: Line, phrases: list[Phrase]) -> Iterator[Comparison]:
    """``The HiLux outsold the Ranger, 4,670 to 4,437``; ``BYD outsold Tesla: it delivered 582,522, against Tesla's 497,099``."""
    verbs = [(at, place) for at, place in phrases if place.words[0] in listed("scoring")]
    own = levels(bound, line) or _score(line)
    if len(verbs) != 1 or len(own) != 2 or not verbs[0][0] < own[0][0] or not alike(own[0][1], own[1][1]):
        return
    (first, level), (second, mark) = own
    between = line.tokens[first + 1 : second]
    joined = between[0].word if between else ""
    against = next((at for at, token in enumerate(between) if "against" in token.tags), None)
    owner = between[against if against is not None else 0 :] if against is not None or joined == "to" else ()
    owned = any(token.possessive or token.word == "s" or token.word.endswith(("'s", "’s")) for token in owner)
    claim = bound.claim(mark)
    recalled = claim is None or claim.basis is not None
    if first == second or (len(between) == 1 and joined in ("to", "-", "–")) or (owned and not recalled):
        yield compared(line, verbs[0][0], level, mark, verbs[0][1].direction)


def _in_the_next(bound: Bound, line: Line, phrases: list[Phrase]) -> Iterator[Comparison]:
    """``Renault overtook Peugeot in August. The former registered 14,120 cars, the latter 13,322.``"""
    following = bound.line_of.get(line.sentence.index + 1)
    verbs = [(at, place) for at, place in phrases if place.words[0] in listed("scoring")]
    if following is None or following.block is not line.block or len(verbs) != 1 or levels(bound, line):
        return
    at, place = verbs[0]
    if any(token.word == "had" or (token.figure is not None and token.figure.is_stretch) for token in following.tokens):
        return
    before = [token.name.entity for token in line.tokens[:at] if token.name is not None and token.name.kind != "market"]
    behind = [token.name.entity for token in line.tokens[at:] if token.name is not None and token.name.kind != "market"]
    own = {
        claim.subject: figure
        for _, figure in levels(bound, following)
        if (claim := bound.claim(figure)) is not None and "subject" in claim.explicit and claim.basis is None
    }
    if len(before) != 1 or len(behind) != 1 or set(own) != {before[0], behind[0]} or len(levels(bound, following)) != 2:
        return
    level, mark = own[before[0]], own[behind[0]]
    if alike(level, mark) and level.kind == "count":
        yield compared(line, at, level, mark, place.direction)


def _score(line: Line) -> list[Placed]:
    """The two ends of what was read as a range: ``4,437 to 4,670``."""
    ranges = [(at, figure) for at, figure in line.figures() if figure.is_range and figure.kind in _KINDS]
    if len(ranges) != 1 or " to " not in ranges[0][1].quote:
        return []
    return [(ranges[0][0], end) for end in ranges[0][1].ends if has_value(end)]


def _ranked(bound: Bound, line: Line, before: dict[int, tuple[int, Figure]]) -> Iterator[Comparison]:
    """``Nissan led with 19,871. GM came second with 15,022, Volkswagen third with 10,989``, within a paragraph."""
    if not any(_rank(token) for token in line.tokens):
        return
    figures = dict(levels(bound, line))
    start = 0
    for at, token in enumerate(line.tokens):
        rank = _rank(token)
        given = _given(line, at, figures) if rank else None
        if rank is None or given is None:
            continue
        if not _names(bound, line, start, at):
            before.pop(line.sentence.block, None)
            continue
        start = at
        above = before.get(line.sentence.block)
        if above is not None and rank == above[0] + 1 and alike(above[1], given):
            yield compared(line, at, given, above[1], -1)
        before[line.sentence.block] = (rank, given)


def _names(bound: Bound, line: Line, start: int, end: int) -> bool:
    """Whether a stretch of a sentence names somebody; the capital that opens a sentence and a place behind "in" do not."""
    tokens = line.tokens
    return any(
        tokens[at].name is not None or (_capital(bound, tokens[at]) and at > 0)
        for at in range(start, end)
        if at == 0 or tokens[at - 1].word != "in"
    )


def _rank(token: Token) -> int | None:
    if token.word in listed("leaders"):
        return 1
    figure = token.figure
    if figure is None or figure.kind != "rank" or figure.value is None or figure.value.denominator != 1:
        return None
    return int(figure.value)


def _given(line: Line, at: int, figures: dict[int, Figure]) -> Figure | None:
    """The level right behind a place, with only ``with``, ``place`` and the like between."""
    allowed = listed("placed")
    for position in range(at + 1, min(len(line.tokens), at + 6)):
        if position in figures:
            return figures[position] if position > at + 1 and figures[position].kind == "count" else None
        token = line.tokens[position]
        if token.figure is not None or (token.word not in allowed and token.word != ","):
            return None
    return None
