"""Figures that are said again: the same thing of the same subject and time, printed with a slip of the keyboard."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.figures.figure import Figure
from factlint.relations.around import alike, counts_few
from factlint.relations.cues import cue
from factlint.relations.passage import Level, levels_of
from factlint.relations.relation import tightest, widest
from factlint.relations.restating import restatements
from factlint.relations.slips import slip

_KINDS = frozenset({"count", "money", "percent", "measure"})
_OUTSIDE = frozenset({BlockKind.HEADLINE, BlockKind.CELL, BlockKind.BOILERPLATE})
_TESTED = cue("tested_apart")
_BEFORE, _BEHIND = 5, 4
_MANY = 60
_STORY = 200
"""Levels before and behind that count as the story: more than one has, but a bound for files of any length."""
_LONG, _SHORT = 3, 2
_NEAR = 3

Pair = tuple[Claim, Claim]


def said_again(bound: Bound) -> Iterator[Pair]:
    """(later, earlier): of one measure or of things of one name, one subject, scope and time, a slip apart, and the only
    two values that the story has for it.
    """
    told: defaultdict[int, list[Level]] = defaultdict(list)
    for line in bound.lines:
        if line.block.kind in _OUTSIDE or line.block.cell is not None:
            continue
        for level in levels_of(bound, line):
            if level.figure.kind in _KINDS and _stands_alone(level, _definite(level)):
                told[level.claim.story].append(level)
    for levels in told.values():
        of_a_kind: defaultdict[tuple[str, str | None], list[tuple[int, Level]]] = defaultdict(list)
        for at, level in enumerate(levels):
            of_a_kind[level.figure.kind, level.figure.unit].append((at, level))
        for at, later in enumerate(levels):
            kin = of_a_kind[later.figure.kind, later.figure.unit]
            first = bisect_left(kin, at - _STORY, key=itemgetter(0))
            last = bisect_left(kin, at + _STORY, key=itemgetter(0))
            around = [level for _, level in kin[first:last]]
            earlier = _meant(bound, later, levels[max(0, at - _MANY) : at], around)
            if earlier is not None:
                yield later.claim, earlier.claim


def _stands_alone(level: Level, definite: bool) -> bool:
    """Whether a level is what it is of its subject: no base, no part, of no version, in no list; no aim and no quotation, but
    where "the" takes it up.
    """
    claim, line = level.claim, level.line
    if level.back or claim.role not in ("level", "share") or claim.basis is not None:
        return False
    if not definite and (claim.status != "actual" or claim.quoted):
        return False
    if counts_few(level.figure) or level.figure.hedge not in (None, "from"):
        return False
    words = restatements()
    if any(token.word in words.versions | words.correcting | _TESTED for token in line.tokens):
        return False
    around = line.tokens[max(0, level.at - _BEFORE) : level.at + _BEHIND]
    if any(
        token.word in words.ordinals or (token.figure is not None and token.figure.kind == "rank") for token in around
    ):
        return False
    near = (*line.tokens[max(0, level.at - _BEFORE) : level.at], *line.tokens[level.at + 1 : level.at + _BEHIND])
    if any(token.word in words.apart - words.tolerated for token in near if not definite):
        return False
    if any(token.word in words.comparing_more or (token.tags & {"up", "down"}) for token in near[:_BEFORE]):
        return False
    before = line.tokens[max(0, level.at - (1 if definite else 2)) : level.at]
    return not any(token.word in words.partial for token in (*before, *line.tokens[level.at + 1 : level.at + 2]))


def _meant(bound: Bound, later: Level, before: Sequence[Level], story: Sequence[Level]) -> Level | None:
    """The one level before that a level is a slip away from, where the story has no third value of that size."""
    own = later.figure
    kin: list[Level] = []
    for one in story:
        if one is later or not _near(own, one.figure) or not _of_one_thing(bound, one, later):
            continue
        if tightest(one.figure).overlaps(tightest(own)) or (kin and one.figure.value != kin[0].figure.value):
            return None
        kin.append(one)
    if not kin:
        return None
    given = [one for one in before if one in kin and one.line is not later.line]
    if not given or widest(given[-1].figure).overlaps(widest(own)):
        return None
    wanted = _SHORT if _definite(later) else _LONG
    digits = min(_digits(own), _digits(given[-1].figure))
    return given[-1] if digits >= wanted and slip(own, given[-1].figure) else None


def _of_one_thing(bound: Bound, one: Level, other: Level) -> bool:
    first, second = one.claim, other.claim
    if not alike(one.figure, other.figure) or (one.figure.hedge == "from") != (other.figure.hedge == "from"):
        return False
    family = bound.words.family
    measured = first.measure is not None and family(first.measure) == family(second.measure)
    if not measured and not _of_one_name(one.figure, other.figure) and not _takes_up(one, other):
        return False
    if first.subject is not None and second.subject is not None and first.subject != second.subject:
        return False
    if _facets(first) != _facets(second):
        return False
    return "period" not in first.explicit or "period" not in second.explicit or first.same_time(second)


def _takes_up(one: Level, other: Level) -> bool:
    """``destroyed 120 cars``, ``the 150 destroyed cars``: behind "the", the doing of the sentence before."""
    if not _definite(other) or one.figure.noun is None or other.figure.noun is None:
        return False
    said = {token.word for token in one.line.tokens if token.word.endswith("ed")}
    phrase = other.line.tokens[other.at + 1 : other.at + _BEHIND]
    return any(token.word in said for token in phrase)


def _of_one_name(one: Figure, other: Figure) -> bool:
    """Whether two counts are of things of one name that is not common to many counts."""
    if one.noun is None or other.noun is None:
        return False
    noun = one.noun.lower()
    common = restatements().common
    return noun == other.noun.lower() and noun not in common and noun.split()[-1] not in common


def _facets(claim: Claim) -> frozenset[str]:
    return frozenset(
        facet for facet in claim.scope if not facet.startswith("in:") and facet not in ("starting", "brand")
    )


def _definite(level: Level) -> bool:
    """``the 37,500 cars``, ``its 77 kWh battery``: what is meant was said before."""
    words = restatements().definite | {"its", "their"}
    return any(token.word in words for token in level.line.tokens[max(0, level.at - 1) : level.at])


def _digits(figure: Figure) -> int:
    """How many digits a figure prints, zeros at its end left out."""
    return sum(char.isdigit() for char in figure.quote.rstrip("0"))


def _near(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None:
        return False
    # In whole numbers, for every level is held against all others of its story: other / 3 < one < other * 3.
    first, second = one.value.numerator * other.value.denominator, other.value.numerator * one.value.denominator
    return second < first * _NEAR and first < second * _NEAR
