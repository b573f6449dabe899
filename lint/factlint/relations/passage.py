"""A passage: the levels that a sentence and those just before it print, and which of two of them is the earlier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import facets_of, lexicon
from factlint.claims.lines import Line, Token
from factlint.claims.subjects import SUBJECT_KINDS
from factlint.claims.undated import YEAR as UNDATED
from factlint.figures.figure import Figure, Period
from factlint.relations.around import counts_few, has_value
from factlint.relations.cues import cue
from factlint.relations.earlier import earlier
from factlint.relations.nearby import akin, lines_before, positive

_AXES = frozenset({"powertrain", "vehicle", "market"})
_HOPED = frozenset({"target", "forecast"})
_KINDS = frozenset({"count", "money", "measure", "percent"})
_LAST = frozenset({"last-year", "last-month", "last-quarter", "last-week"})
_LEADS = frozenset({"the", "a", "an", "its", "their", "that", "in", "for", "of", "during", "those"})
_COMPARING = cue("compared_with")
_OTHERS = cue("of_others")
_CALENDAR = frozenset({"month", "quarter", "half", "year"})
_BREAK = 6
_NEAR = 9

Pair = tuple[Figure, Figure]


class Level(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A level with its place, and how far back its sentence puts it: 0 not at all, 1 last year or month, 2 before that."""

    figure: Figure
    claim: Claim
    line: Line
    at: int
    back: int


def passage(bound: Bound, line: Line, reach: int = 2) -> list[Level]:
    """The levels of a sentence and of at most ``reach`` sentences before it, in the order of the text."""
    lines = [*reversed(list(lines_before(bound, line, reach))), line]
    return [level for own in lines for level in levels_of(bound, own)]


def levels_of(bound: Bound, line: Line) -> Iterator[Level]:
    """The levels of one sentence: no changes, no ranges, no small numbers in words."""
    found = []
    for at, figure in line.figures():
        claim = bound.claim(figure)
        if claim is None or figure.kind not in _KINDS or not has_value(figure) or figure.is_range:
            continue
        if claim.role in ("level", "base", "end", "share") and not counts_few(figure) and positive(figure):
            found.append((at, figure, claim))
    owned = _owned_by_then(line, [at for at, _, claim in found if claim.status == "actual"])
    for at, figure, claim in found:
        back = 2 if claim.role == "base" else owned.get(at, 0)
        if not back and claim.status == "actual" and earlier(line, at):
            back = 2
        yield Level(figure, claim, line, at, back)


def _owned_by_then(line: Line, places: Sequence[int]) -> dict[int, int]:
    """How far back the words of an earlier time put the level that they stand nearest to."""
    owned: dict[int, int] = {}
    for marked, token in enumerate(line.tokens):
        back = _of_then(token)
        if places and back and not _only_compares(line, marked):
            owner = min(places, key=lambda at: _distance(line, at, marked))
            owned[owner] = max(back, owned.get(owner, 0))
    return owned


def _of_then(token: Token) -> int:
    if token.figure is None:
        return 2 if "past" in token.tags else 0
    relative = token.figure.relative or ""
    if relative in _LAST:
        return 1
    return 2 if relative == "same-period" or relative.endswith(("-earlier", "-ago")) else 0


def _only_compares(line: Line, marked: int) -> bool:
    """``up from a year earlier``: the time is only compared with, unless its figure follows (``from 12,300 a year ago``)."""
    for token in reversed(line.tokens[max(0, marked - 4) : marked]):
        if token.word in _LEADS:
            continue
        if token.word in _COMPARING or token.tags & {"than", "against"}:
            behind = line.tokens[marked + 1 : marked + 3]
            if behind and "to" in behind[0].tags:
                return True
            if behind and behind[0].word == "," and not any(one.word in ("when", "where") for one in behind):
                return True
            return not any(one.word in ("when", "where", "'s", "’s") or one.figure is not None for one in behind)
        return False
    return False


def _distance(line: Line, at: int, marked: int) -> int:
    breaks = abs(line.tokens[at].segment - line.tokens[marked].segment)
    return abs(at - marked) + _BREAK * breaks + (1 if at < marked else 0)


def is_before(base: Level, now: Level) -> bool:
    """Whether the text says that one level held before another."""
    if base.back != now.back:
        return base.back > now.back
    first, second = _moment(base), _moment(now)
    if first is not None and second is None and _of_today(now) and not _of_today(base):
        return True
    if first is None or second is None or (first.first.year == UNDATED) is not (second.first.year == UNDATED):
        return False
    return first.last < second.first


def _of_today(level: Level) -> bool:
    """``now it has 2,400``: the level of the time of writing."""
    before = level.line.tokens[max(0, level.at - _NEAR // 2) : level.at]
    return any(token.word in _NOWADAYS for token in before)


_NOWADAYS = cue("nowadays") - {"by", "meanwhile"}


def _moment(level: Level) -> Period | None:
    return level.claim.period if "period" in level.claim.explicit else None


def on_basis(basis: str | None, base: Level, now: Level) -> bool:
    """Whether two levels lie as far apart in time as a change is said to look back; true where either is unsaid."""
    if basis is None:
        return True
    span = "month" if basis.startswith("mo") else "quarter" if basis.startswith("q") else "year"
    first, second = _moment(base), _moment(now)
    if first is None or second is None or first.grain not in _CALENDAR or first.grain != second.grain:
        return True
    if first.first.year != second.first.year:
        return span == "year"
    return first.grain == span if first.grain != "year" else True


def pairs_in_time(bound: Bound, levels: Sequence[Level], basis: str | None = None) -> list[Pair]:
    """(now, base) of every two levels of one thing that the text tells apart by time, as far apart as ``basis`` says.

    A mark that was passed ("over 40,000 for the first time") is no such level. Each pair of values is given once.
    """
    found: dict[tuple[object, object], Pair] = {}
    levels = [level for level in levels if level.figure.interval is not None and level.figure.interval.bounded]
    for base in levels:
        for now in levels:
            if (
                base is not now
                and of_one_thing(bound, base, now)
                and is_before(base, now)
                and on_basis(basis, base, now)
            ):
                found.setdefault((now.figure.value, base.figure.value), (now.figure, base.figure))
    return list(found.values())


def of_one_thing(bound: Bound, one: Level, other: Level) -> bool:
    """Whether two levels may be of one thing: of one kind, measure and scope, of no two subjects, no aim among them."""
    family = bound.words.family
    first, second = one.claim, other.claim
    if not akin(one.figure, other.figure) or one.figure.value == other.figure.value:
        return False
    if first.status in _HOPED and second.status not in _HOPED and one.back >= other.back:
        return False
    if first.measure and second.measure and family(first.measure) != family(second.measure):
        return False
    if not _same_scope(one, other):
        return False
    return first.subject == second.subject or not {"subject"} <= first.explicit & second.explicit


def _same_scope(one: Level, other: Level) -> bool:
    """Whether two levels are narrowed alike; of a bare number in the same sentence the noun may be left out."""
    places = [_places(level.claim) for level in (one, other)]
    if all(places) and places[0].isdisjoint(places[1]):
        return False
    first, second = _facets(one.claim), _facets(other.claim)
    bare = one.line is other.line and None in (one.figure.noun, other.figure.noun)
    return first == second or (bare and (first <= second or second <= first))


def _places(claim: Claim) -> frozenset[str]:
    return frozenset(facet for facet in claim.scope if facet.startswith("in:"))


def _elsewhere(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether a sentence names a place that the sentences of the levels do not: what it says is of that place alone."""
    places = _places(claim)
    return bool(places) and any(one.sentence != claim.sentence and not places & _places(one) for one in told)


def _facets(claim: Claim) -> frozenset[str]:
    return frozenset(facet for facet in claim.scope if facet in _narrowing())


@cache
def _narrowing() -> frozenset[str]:
    """The facets that make a figure one of other things: not the market, nor how it is counted."""
    return frozenset(facet for facet, axis in lexicon().axes.items() if axis in _AXES)


def goes_on(bound: Bound, line: Line, position: int, pair: Pair) -> bool:
    """Whether a sentence says of two levels what follows from them, and speaks of nothing else: it names no other
    subject, measure, scope or period than the sentences of the two.
    """
    result = line.tokens[position].figure
    claim = bound.claim(result) if result is not None else None
    claims = [bound.claim(figure) for figure in pair]
    if claim is None or None in claims:
        return False
    told = [one for one in claims if one is not None]
    lines = [bound.line(one) for one in told]
    near = line.tokens[max(0, position - _NEAR) : position + _NEAR]
    if any(token.word in _OTHERS for token in near) and any(own is not line for own in lines):
        return False
    if not all(one_clause(line, position, one.figure) for one in told if one.sentence == line.sentence.index):
        return False
    named = {_subject(token) for token in line.tokens if not _speaks(line, token)} - {None}
    for one, own in zip(told, lines, strict=True):
        known = {token.name.entity for token in own.tokens if token.name is not None} | {one.subject}
        if own is not line and not named <= known:
            return False
    if _elsewhere(claim, told):
        return False
    family = bound.words.family
    measures = {family(one.measure) for one in told if one.measure is not None}
    if "measure" in claim.explicit:
        unsaid = any(one.measure is None and own is not line for one, own in zip(told, lines, strict=True))
        if unsaid or (measures and family(claim.measure) not in measures):
            return False
    given = {facet for own in lines for token in own.tokens for facet in facets_of(token.tags)}
    if not {facet for token in near for facet in facets_of(token.tags)} & _narrowing() <= given:
        return False
    return line in lines or "period" not in claim.explicit or any(claim.same_time(one) for one in told)


def one_clause(line: Line, position: int, level: Figure) -> bool:
    """Whether no new clause opens between a level of the sentence and what follows from it."""
    at = next((at for at, figure in line.figures() if figure is level), position)
    return not any(token.word in _CLAUSES for token in line.tokens[min(at, position) : max(at, position)])


_CLAUSES = frozenset({"while", "whereas", "although", "though"})


def _subject(token: Token) -> str | None:
    return token.name.entity if token.name is not None and token.name.kind in SUBJECT_KINDS else None


def _speaks(line: Line, token: Token) -> bool:
    """Whether a name is only that of who says so: ``, Kia said``."""
    at = next(at for at, one in enumerate(line.tokens) if one is token)
    return any("speech" in one.tags for one in line.tokens[max(0, at - 2) : at + 4])
