"""The levels that a sentence adds up, and how far a sum may be off."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import counts_few
from factlint.relations.nearby import akin, lines_before, quantities
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.total import Total

KINDS = frozenset({"count", "money", "measure"})
NO_SUM = frozenset(
    {"kW", "MW", "hp", "PS", "N*m", "lb*ft", "km", "mi", "km/h", "mph", "L", "mm", "m", "cm", "g/km", "V", "A"}
)
"""Units whose parts do not add up: two motors seldom reach the sum of their power."""
MANY = 3
NEAR = Fraction(1, 10)
COMPLETE = Fraction(1, 20)
_REACH = 4
_LONGEST = 10


class Place(msgspec.Struct, frozen=True, eq=False):
    """A level with where it stands, and whether it is a part of the level before it (``including 18,400``)."""

    line: Line
    at: int
    figure: Figure
    nested: bool


def places_of(bound: Bound, line: Line, like: Figure) -> list[Place]:
    """The levels of a line that can be added to a figure, in order."""
    found = []
    bare = like.kind == "count" and like.noun is None and like.quote[-1:].isalpha()
    for at, figure in quantities(bound, line, KINDS if bare else frozenset({like.kind, "count"})):
        claim = bound.claim(figure)
        wanted = claim is None or (claim.role != "base" and claim.status != "target")
        if not wanted or not akin(figure, like) or (counts_few(figure) and not counts_few(like)):
            continue
        if (figure.value or 0) > 0:
            found.append(Place(line, at, figure, nested(line, at)))
    return found


def nested(line: Line, at: int, reach: int | None = None) -> bool:
    """Whether ``including`` or ``of which`` opens the stretch that a figure stands in, at most ``reach`` words before it."""
    for back in range(at - 1, -1 if reach is None else max(-1, at - 1 - reach), -1):
        token = line.tokens[back]
        if token.word == ";":
            return False
        if "including" in token.tags:
            return True
    return False


def run_up(bound: Bound, line: Line, like: Figure, until: int) -> list[Place]:
    """The levels up to a position, those of the sentences before included, in the order of the text."""
    lines = [*reversed(list(lines_before(bound, line, _REACH)))]
    places = [place for before in lines for place in places_of(bound, before, like)]
    places += [place for place in places_of(bound, line, like) if place.at <= until]
    return places[-_LONGEST:]


def total_of(whole: Figure, parts: Sequence[Figure], certainty: Certainty, line: Line) -> Total:
    return Total(
        figures=(whole, *parts), whole=whole, parts=tuple(parts), certainty=certainty, quoted=line.quoted(whole)
    )


def holds(total: Total) -> bool:
    return total.verdict() <= Verdict.LOOSE


def miss(total: Total) -> Fraction:
    exact, value = total.exact(), total.whole.value
    return abs(exact - value) / value if exact is not None and value else Fraction(1)


def outweighs(places: list[Place]) -> bool:
    first = places[0].figure.value or Fraction(0)
    return all((place.figure.value or Fraction(0)) < first for place in places[1:])


def close(total: Total) -> bool:
    return miss(total) <= NEAR
