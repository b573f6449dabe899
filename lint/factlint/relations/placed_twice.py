"""A place that a ranking gave to another: ``the second with 4,510 and the RAV4 third ... the RAV4, the second-best``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.cues import cue
from factlint.relations.placings import Placed, apart, place_of, placed_in

_TIMES_APART = cue("ranked_at_other_times")
_ABROAD = "export"
_NEAR = 4


class Seat(msgspec.Struct, frozen=True, eq=False):
    """Who took a place of a ranking, and the figure that names it."""

    placed: Placed
    owner: str
    rank: Figure | None


def placed_twice(bound: Bound) -> Iterator[tuple[Line, Figure, Figure]]:
    """(line, figure, first): a place said of somebody whom the ranking of the story had in another one.

    The ranking must have given the place itself to somebody else: then both speak of one list.
    """
    told: dict[int, list[Seat]] = {}
    text = bound.article.text
    for line in bound.lines:
        if line.block.cell is not None:
            continue
        seats = told.setdefault(line.sentence.story, [])
        own = list(placed_in(text, line))
        if not own:
            yield from _again(text, line, seats)
        for placed in own:
            owner = _owner(text, line, placed)
            if owner:
                seats.append(Seat(placed, owner, line.tokens[placed.start].figure))


def _again(text: str, line: Line, seats: Sequence[Seat]) -> Iterator[tuple[Line, Figure, Figure]]:
    tokens = line.tokens
    if not seats or _narrowed(text, line):
        return
    for position, token in enumerate(tokens):
        if token.figure is None or place_of(text, tokens, position) is None or not _best(tokens, position):
            continue
        owner = _before(text, tokens, position)
        mine = [seat for seat in seats if seat.owner == owner]
        if len(mine) != 1 or mine[0].rank is None or token.figure.value is None:
            continue
        first = mine[0]
        taken = any(
            seat.owner != owner and seat.placed.place == token.figure.value and seat.placed.line is first.placed.line
            for seat in seats
        )
        both = (_says(text, line, _ABROAD), _says(text, first.placed.line, _ABROAD))
        if taken and both[0] == both[1] and first.placed.place != token.figure.value and first.rank is not None:
            yield line, token.figure, first.rank


def _best(tokens: Sequence[Token], position: int) -> bool:
    """Whether a rank is one among all: a superlative or a place stands behind it."""
    words = [one.word for one in tokens[position + 1 : position + 3] if one.word != "-"]
    return bool(words) and (words[0] in cue("best") or words[0] in cue("places"))


def _narrowed(text: str, line: Line) -> bool:
    """Whether a sentence ranks in another field or at another time."""
    tokens = line.tokens
    if any(apart(tokens, at) or token.word in _TIMES_APART for at, token in enumerate(tokens)):
        return True
    for at, token in enumerate(tokens):
        if token.figure is not None and token.figure.relative is not None:
            return True
        if token.name is not None and token.name.kind == "market":
            lead = tokens[at - 1].word if at else ""
            behind = [one.word for one in tokens[at + 1 : at + 3]]
            if lead in ("in", "of", "across") and not _seat_of_plant(tokens, at) and behind[:1] != ["plant"]:
                return True
    return False


def _seat_of_plant(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place behind "in" is where something is made, not where it is ranked."""
    return any(token.word in ("builds", "built", "makes", "made", "assembles", "assembled") for token in tokens[:at])


def _owner(text: str, line: Line, placed: Placed) -> str:
    """Whose a place is: the name before it, or the one between the place and its figure."""
    before = _before(text, line.tokens, placed.start)
    return before or _named(text, line.tokens[placed.start : placed.end])


def _before(text: str, tokens: Sequence[Token], position: int) -> str:
    first = max(0, position - _NEAR)
    for at in range(position - 1, first - 1, -1):
        if tokens[at].figure is not None:
            return ""
        named = _named(text, tokens[at : at + 1])
        if named:
            return named
    return ""


def _named(text: str, tokens: Sequence[Token]) -> str:
    for token in tokens:
        if token.name is not None:
            return token.name.entity
        if token.figure is None and token.word and text[token.start].isupper() and text[token.start - 2] not in ".\n":
            return token.word
    return ""


def _says(text: str, line: Line, word: str) -> bool:
    return word in text[line.sentence.start : line.sentence.end].lower()
