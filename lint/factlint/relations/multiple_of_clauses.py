"""Two things that a multiple compares by their names: ``589,000 public ones and 2.7 million private ones. Private ones were
4.6 times as numerous as public ones``.
"""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.nearby import akin, lines_before, positive, quantities
from factlint.relations.parted import words_of_thing
from factlint.relations.relation import Certainty
from factlint.relations.sides import clause_of

_AS = compiled(r" as (?:numerous|many|common|frequent|plentiful)(?: [a-z-]{2,14}){0,2} as ")
_KINDS = frozenset({"count"})
_REACH = 2


def of_two_clauses(bound: Bound, line: Line, position: int) -> Iterator[tuple[Figure, Figure, Certainty]]:
    """(now, base): the one level before in whose clause each of the two things is named, and the other is not."""
    text, times = bound.article.text, line.tokens[position].figure
    joint = _AS.match(text, times.end, line.sentence.end) if times is not None else None
    if times is None or joint is None or any(token.figure is not None for token in line.tokens[:position]):
        return
    head = words_of_thing(text[line.sentence.start : times.start])
    tail = words_of_thing(text[joint.end() : line.sentence.end])
    now, base = _level(bound, line, head - tail, tail - head), _level(bound, line, tail - head, head - tail)
    if now is not None and base is not None and now is not base and akin(now, base):
        yield now, base, Certainty.STRONG


def _level(bound: Bound, line: Line, own: frozenset[str], other: frozenset[str]) -> Figure | None:
    """The one level just before in whose clause one thing is named and the other is not."""
    text = bound.article.text
    found = []
    for before in lines_before(bound, line, _REACH):
        for at, figure in quantities(bound, before, _KINDS):
            claim = bound.claim(figure)
            words = words_of_thing(text[slice(*clause_of(before, at))])
            if positive(figure) and words & own and not words & other and (claim is None or claim.role != "base"):
                found.append(figure)
    return found[0] if len(found) == 1 else None
