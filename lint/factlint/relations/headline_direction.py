"""Headline verbs: which way a headline says that something went, and which way its story says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lexicon import lexicon
from factlint.claims.lines import Line, Token
from factlint.claims.subjects import SUBJECT_KINDS
from factlint.figures.figure import Figure
from factlint.finding import Place
from factlint.relations import growth
from factlint.relations.around import has_value
from factlint.relations.changes import SALES, Change, changes_of, family
from factlint.relations.headlines import HeadlineWords, headline_words
from factlint.relations.relation import Certainty, Relation, Verdict, widest
from factlint.relations.told import Told

_FREE = frozenset({"group", "net", "brand", "operating", "monthly"})
_LOSS = "loss"
_SEASON = frozenset({"the", "this", "next", "last", "in", "by", "early", "late", "until"})
_LEADING = frozenset({"into", "to", "from"})
"""Behind these stands where something goes ("slips into loss"), not what goes."""
_REACH = 5
_TERSE = 3
"""Tokens of a clause that leaves out what it is about: ``April sales: Toyota up, Honda down``."""


class Saying(msgspec.Struct, frozen=True, eq=False):
    """What one clause of a headline says: that a measure of somebody went up (+1) or down (-1)."""

    verb: Token
    direction: int
    measures: frozenset[str]
    subject: str | None
    ahead: bool
    """Whether it speaks of what is to come."""
    scope: frozenset[str]
    figures: tuple[Figure, ...]
    """The figures that the clause itself prints."""
    names: frozenset[str] = frozenset()
    """The words of the headline that have no other meaning: a maker that no list knows is one of them."""
    everywhere: bool = False
    """Whether the level is that of the whole world: ``global sales edge up``."""

    def is_of(self, subject: str | None) -> bool:
        """Whether the headline names somebody, by name or by the first word of it."""
        if self.subject is not None or subject is None:
            return self.subject == subject
        return subject.split()[0].lower() in self.names


class HeadlineDirection(Relation, frozen=True, eq=False, kw_only=True):
    """The headline's verb goes one way, every figure of the story for the same thing the other."""

    verb: Place
    direction: int
    """The way that the headline goes."""
    told: Place | None = None
    """The verb of the story that goes the other way, where no figures do."""

    confirms: ClassVar[bool] = False

    def verdict(self) -> Verdict:
        return Verdict.BROKEN


def headline_directions(bound: Bound, stories: Sequence[Told]) -> Iterator[HeadlineDirection]:
    """Every headline verb that all changes of its story contradict."""
    grown: list[growth.Growth] | None = None
    for told in stories:
        sayings = [saying for line in told.headline for saying in _sayings(line)]
        if not sayings:
            continue
        if grown is None:
            grown = list(growth.find(bound))
        changes = changes_of(bound, told.body, grown)
        for saying in sayings:
            found = _contradicted(bound, told, saying, changes)
            if found is not None:
                yield found


def _contradicted(bound: Bound, told: Told, saying: Saying, changes: Sequence[Change]) -> HeadlineDirection | None:
    against: list[Change] = []
    for change in changes:
        same_way = change.direction == saying.direction
        if same_way and _prints(saying, change):
            return None
        if not _may_speak_of(saying, change):
            continue
        if same_way:
            return None
        if saying.ahead != (change.claim.status != "actual"):
            continue
        if _speaks_of(saying, change):
            against.append(change)
    if not against:
        return None
    first = against[0]
    verb = saying.verb
    return HeadlineDirection(
        figures=first.figures,
        verb=Place(verb.start, verb.end, bound.article.text[verb.start : verb.end]),
        direction=saying.direction,
        certainty=Certainty.KNOWN if _certain(saying, first) else Certainty.STRONG,
        quoted=first.claim.quoted,
    )


def _prints(saying: Saying, change: Change) -> bool:
    """Whether a change of the story is the very figure that the headline prints."""
    printed = [figure for figure in change.figures if has_value(figure)]
    return any(widest(one).overlaps(widest(other)) for one in printed for other in saying.figures)


def _may_speak_of(saying: Saying, change: Change) -> bool:
    """Whether a change, were it to go the headline's way, could be what the headline means.

    What is to come and what has happened are not told apart: a plan that was raised is both.
    """
    claim = change.claim
    if saying.subject is None and "subject" in claim.explicit and not saying.is_of(claim.subject):
        return False
    if saying.subject and claim.subject and not akin_names(saying.subject, claim.subject):
        return False
    if saying.everywhere and any(facet.startswith("in:") for facet in claim.scope):
        return False
    measure = change.measure
    if "exports" in saying.measures and measure in SALES:
        return True
    if measure is None and len(change.figures) > 1 and all(figure.kind == "percent" for figure in change.figures):
        return any("percent" in lexicon().measures[name].kinds for name in saying.measures)
    return measure is None or bool(family(saying.measures) & family(frozenset({measure})))


def _speaks_of(saying: Saying, change: Change) -> bool:
    """Whether a change that may be meant is of the headline's measure and scope."""
    if saying.subject is None and change.claim.subject is not None and not saying.is_of(change.claim.subject):
        return False
    named = family(saying.measures) if "loss" not in saying.measures else saying.measures
    facets = frozenset(facet for facet in change.claim.scope if not facet.startswith("in:")) - _FREE
    if "exports" in saying.measures and "overseas" in facets | saying.scope:
        named |= SALES
        facets -= {"overseas"}
    priced = change.measure is None and saying.measures == {"price"} and change.figures[0].kind == "money"
    if not priced and change.measure not in named - {"loss"} | saying.measures:
        return False
    return facets <= saying.scope


def akin_names(one: str, other: str) -> bool:
    """Whether two subjects may be one: equal, a maker and its group, or a maker and its model."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _certain(saying: Saying, change: Change) -> bool:
    return (
        change.certain
        and change.measure in saying.measures
        and saying.subject is not None
        and saying.subject == change.claim.subject
    )


def names_of(line: Line) -> frozenset[str]:
    """The words of a headline, without possessives and in lower case: a maker that no list knows is among them."""
    return frozenset(token.word.removesuffix("'s").removesuffix("’s") for token in line.tokens if not token.tags)


def _sayings(line: Line) -> Iterator[Saying]:
    """What the clauses of a headline say of a direction."""
    words = headline_words()
    opened: str | None = None
    topic: frozenset[str] = frozenset()
    for clause in _clauses(line.tokens, words):
        named = next((t.name.entity for t in clause if t.name is not None and t.name.kind in SUBJECT_KINDS), None)
        opened = opened or named
        returned = _returned(clause, words)
        if returned is not None:
            verb, direction = returned
            yield Saying(
                verb,
                direction,
                _measures(clause, 0, words) or SALES,
                named or opened,
                False,
                frozenset(),
                (),
                names_of(line),
            )
            continue
        moving = [(at, token) for at, token in enumerate(clause) if _moves(clause, at, words)]
        moving = moving or _opened(clause, words)
        if not moving:
            topic = topic or _measures(clause, len(clause), words)
        if len(moving) != 1 or any(t.word in words.turned for t in clause if t is not moving[0][1]):
            continue
        at, verb = moving[0]
        if _of_plans(clause, at, words) or _from_another(clause, at, words):
            continue
        measures = _measures(clause, at, words) or (topic if named and len(clause) <= _TERSE else frozenset())
        everywhere = "sales" in measures and any(token.word in words.everywhere for token in clause[:at])
        measures = measures - {"revenue"} if everywhere else measures
        direction = _direction(verb, measures, words)
        if direction and measures:
            ahead = any(token.word in words.future and not _level(clause, step) for step, token in enumerate(clause))
            scope = frozenset(tag[2:] for token in clause for tag in token.tags if tag.startswith("s:"))
            figures = (token.figure for token in clause if token.figure is not None and has_value(token.figure))
            yield Saying(
                verb, direction, measures, named or opened, ahead, scope, tuple(figures), names_of(line), everywhere
            )


def _of_plans(clause: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """``lifts output plans``: what goes up or down is a plan, which a story holds against the plan before."""
    for step in range(at + 1, min(at + 1 + _REACH, len(clause))):
        verbal = step + 1 < len(clause) and clause[step + 1].word == "to"
        if clause[step].word in words.planned and not verbal:
            return True
    return False


def _returned(clause: Sequence[Token], words: HeadlineWords) -> tuple[Token, int] | None:
    """``returns to growth``: a phrase that says a direction as a whole."""
    said = " ".join(token.word for token in clause)
    for phrase, direction in words.returning.items():
        at = f" {said} ".find(f" {phrase} ")
        if at >= 0:
            first = f" {said} "[:at].count(" ")
            return clause[min(first, len(clause) - 1)], direction
    return None


def _opened(clause: Sequence[Token], words: HeadlineWords) -> list[tuple[int, Token]]:
    """``More jobs at the plant``: the adjective that opens a clause without a verb of direction."""
    if len(clause) > 1 and clause[0].word in words.opening and any(tag.startswith("m:") for tag in clause[1].tags):
        return [(0, clause[0])]
    return []


def _from_another(clause: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """``fall from April's record``: the headline names another base than last year's level."""
    after = clause[at + 1 :]
    if not after or after[0].word != "from":
        return False
    month = any(token.figure is not None and token.figure.is_stretch for token in after)
    return month or any(token.word in words.peaks for token in after)


def _clauses(tokens: Sequence[Token], words: HeadlineWords) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        if token.word in words.clauses:
            yield clause
            clause = []
        else:
            clause.append(token)
    yield clause


def _moves(clause: Sequence[Token], at: int, words: HeadlineWords) -> bool:
    """Whether a word says a direction; "fall" behind an article is the season."""
    word = clause[at].word
    if word not in words.moving:
        return False
    return not (word == "fall" and at > 0 and clause[at - 1].word in _SEASON)


def _level(clause: Sequence[Token], at: int) -> bool:
    """``climbs to 7.9 billion``: the "to" leads to a figure and opens no verb."""
    return clause[at].word == "to" and at + 1 < len(clause) and clause[at + 1].figure is not None


def _measures(clause: Sequence[Token], at: int, words: HeadlineWords) -> frozenset[str]:
    """The measures that the nearest noun before the verb, else the one behind it, may name."""
    before = list(reversed(clause[:at]))
    after = clause[at + 1 : at + 1 + _REACH]
    led = next((step for step, token in enumerate(after) if token.word in _LEADING), len(after))
    for side in (before, after[:led]):
        for token in side:
            if token.word in words.markets:
                return SALES
            found = frozenset(tag[2:] for tag in token.tags if tag.startswith("m:"))
            if found and token.figure is None:
                return found
    return frozenset()


def _direction(verb: Token, measures: frozenset[str], words: HeadlineWords) -> int:
    """The way that the level goes. Narrowing and widening are said of losses."""
    word = verb.word
    loss = _LOSS in measures
    if word in words.opening and word not in words.moving:
        return words.opening[word]
    if word in words.down or (loss and word in words.narrowing):
        return -1
    return 1 if word in words.up or (loss and word in words.widening) else 0
