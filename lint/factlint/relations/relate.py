"""All relations of an article: each kind is found by a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factlint.claims.bind import Bound
from factlint.relations import (
    bounds,
    enumeration,
    growth,
    headline,
    headline_year,
    movement,
    part_of,
    rate_change,
    share,
    tabulated,
    within,
)
from factlint.relations.relation import Relation

Finder = Callable[[Bound], Iterable[Relation]]

FINDERS: tuple[Finder, ...] = (
    bounds.find,
    enumeration.find,
    part_of.find,
    within.find,
    growth.find,
    headline.find,
    headline_year.find,
    movement.find,
    rate_change.find,
    share.find,
    tabulated.find,
)


def relate(bound: Bound) -> tuple[Relation, ...]:
    """What the text says must hold, in the order of the text."""
    found = [relation for finder in FINDERS for relation in finder(bound)]
    found.sort(key=lambda relation: relation.figures[0].start if relation.figures else 0)
    return tuple(found)
