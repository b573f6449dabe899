"""Shares that a passage leaves to be worked out: ``243,000 cars were registered. VW had 51,400 and thus held 21.2%``."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line
from factlint.claims.roles import direction_of
from factlint.claims.subjects import SUBJECT_KINDS
from factlint.figures.figure import Figure
from factlint.relations.around import comparable
from factlint.relations.nearby import akin
from factlint.relations.parts import SEVERAL
from factlint.relations.passage import Level, passage

HUNDRED = 100
_ENDS = frozenset({",", ";", "(", ")", "while", "and", "but", "whereas"})
_FAR = 12
_MARKET = frozenset({"market", "industry", "country", "nation"})

Pair = tuple[Figure, Figure]


def part_and_wholes(bound: Bound, line: Line, position: int) -> Iterator[Pair]:
    """(part, whole) for a share: the level that stands before it in its sentence, and each larger one of the passage.

    Nothing where the words behind the share name a whole that none of these levels is.
    """
    rate = line.tokens[position].figure
    levels = [one for one in passage(bound, line) if one.figure.kind != "percent" and one.line.block is line.block]
    claim = bound.claim(rate) if rate is not None else None
    if any(token.word in SEVERAL for token in line.tokens[:position]):
        return
    part = _named(claim, levels) or _part(line, position, levels) if claim is not None else None
    if rate is None or part is None:
        return
    values = set()
    for level in levels:
        if level is part or not _may_hold(bound, level, part) or level.figure.value in values:
            continue
        if _names_another(bound, line, position, level):
            continue
        values.add(level.figure.value)
        yield part.figure, level.figure


def meant(rate: Figure, part: Figure, whole: Figure) -> bool:
    """Whether a part may be meant by a rate at all: as large, or off by a power of ten."""
    if rate.value is None or part.value is None or not whole.value:
        return False
    stated = rate.value / HUNDRED if rate.kind == "percent" else rate.value
    return comparable(stated, part.value / whole.value)


def _named(claim: Claim, levels: list[Level]) -> Level | None:
    """The one level of the measure or subject that the words beside a share name: ``exports accounted for 45.9%``."""
    for slot in ("measure", "subject"):
        wanted = getattr(claim, slot)
        if slot not in claim.explicit or wanted is None:
            continue
        own = [
            one for one in levels if getattr(one.claim, slot) == wanted and slot in one.claim.explicit and not one.back
        ]
        if len(own) == 1 and len(levels) > 1:
            return own[0]
    return None


def _part(line: Line, position: int, levels: list[Level]) -> Level | None:
    """The level just before a share in its clause; behind it in ``Some 21 percent of them, 1.87 million, are older``."""
    own = [level for level in levels if level.line is line]
    before = [level for level in own if level.at < position]
    if before:
        last = before[-1]
        crossed = any(token.word in (";", "while", "whereas") for token in line.tokens[last.at : position])
        rates = any(
            token.figure is not None and token.figure.kind == "percent" for token in line.tokens[last.at : position]
        )
        return (
            last
            if not crossed
            and not rates
            and not direction_of(line, last.at)
            and position - last.at <= _FAR
            and last.back == 0
            else None
        )
    behind = [level for level in own if level.at > position]
    if len(own) == 1 and behind and behind[0].at - position <= _FAR:
        inner = line.tokens[position + 1 : behind[0].at]
        return behind[0] if any(token.word in _TAKEN for token in inner) and inner[-1].word == "," else None
    return None


_TAKEN = frozenset({"them", "these", "those", "that", "of them", "of these", "of those", "of that"})


def _may_hold(bound: Bound, whole: Level, part: Level) -> bool:
    """Whether a level may be a whole: larger, of one kind, measure and time with the part."""
    first, second = whole.claim, part.claim
    if whole.back or whole.figure.soft or first.status != second.status or first.role not in ("level", "end"):
        return False
    if not akin(whole.figure, part.figure) or (whole.figure.value or 0) <= (part.figure.value or 0):
        return False
    family = bound.words.family
    if first.measure and second.measure and family(first.measure) != family(second.measure):
        return {first.measure, second.measure} <= _MOVED
    if {"period"} <= first.explicit & second.explicit and not first.same_time(second):
        return False
    return first.scope <= second.scope or _market_alone(first.scope - second.scope)


_MOVED = frozenset({"sales", "exports", "deliveries", "registrations", "shipments", "production"})


def _market_alone(facets: frozenset[str]) -> bool:
    """Whether all that narrows a whole alone is where or how it was counted; the part need not say so again."""
    return all(facet.startswith("in:") or facet in ("retail", "wholesale", "group", "domestic") for facet in facets)


def _names_another(bound: Bound, line: Line, position: int, whole: Level) -> bool:
    """Whether ``of`` behind a share leads to a whole of another name or measure than a level has."""
    after = line.tokens[position + 1 : position + 9]
    if not after or "of" not in after[0].word.split():
        return False
    known = {token.name.entity for token in whole.line.tokens if token.name is not None}
    known |= {whole.claim.subject} if whole.claim.subject else set()
    family = bound.words.family
    if any(token.word in _MARKET for token in after) and whole.claim.subject is not None:
        return True
    for token in after[1:]:
        if token.word in _ENDS or token.figure is not None:
            break
        if token.name is not None and token.name.kind in SUBJECT_KINDS and token.name.entity not in known:
            return True
        named = {family(name) for name in measures_of(token.tags)}
        if named and whole.claim.measure and family(whole.claim.measure) not in named:
            return True
    return False
