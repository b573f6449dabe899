"""Restatements: one thing of one subject in one period, given twice and differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import ClassVar

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure, Period
from factlint.relations.around import alike, has_value
from factlint.relations.pointed_back import pointed_back
from factlint.relations.recalled import recalled
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest
from factlint.relations.restating import restatements
from factlint.relations.said_again import said_again
from factlint.relations.slips import slip

_REACH = 6
_KINDS = frozenset({"count", "money", "percent", "measure", "duration"})
_MANY = 40
_LONG = 3
_LISTED = 8
"""So many results of one kind are a list of many companies', where two that look alike are chance."""
_NEAR = Fraction(8, 5)


class Restatement(Relation, frozen=True, eq=False, kw_only=True):
    """``later`` gives again what ``earlier`` has given."""

    earlier: Figure
    later: Figure
    measure: str
    repair: str = ""

    confirms: ClassVar[bool] = False

    def verdict(self) -> Verdict:
        soft = self.earlier.soft or self.later.soft
        earlier, later = self.earlier, self.later
        return judge(tightest(later), tightest(earlier), widest(later), widest(earlier), soft)


class Statement(msgspec.Struct, frozen=True, eq=False):
    """A claim whose measure stands right beside its figure."""

    claim: Claim
    line: Line
    name: str
    """The words of the measure with what qualifies them."""
    period: Period | None
    """The period that stands beside the figure; None where the story's is meant."""
    things: str = ""
    """The noun that is counted, where that is all that names the figure."""


def find(bound: Bound) -> Iterator[Restatement]:
    """Every pair of statements with one key."""
    keyed: defaultdict[tuple[object, ...], list[Statement]] = defaultdict(list)
    values: defaultdict[tuple[object, ...], set[object]] = defaultdict(set)
    topics: dict[int, Period] = {}
    for line in bound.lines:
        if line.block.cell is not None or line.block.kind is BlockKind.HEADLINE:
            continue
        for position, figure in line.figures():
            claim = bound.claim(figure)
            if claim is None:
                continue
            things = _things(figure)
            if things:
                values[claim.story, things, None].add(figure.value)
                counted = _counted(line, position, claim, things)
                if counted is not None:
                    keyed[claim.story, things, claim.scope].append(counted)
            if claim.measure is None:
                continue
            if claim.period is not None:
                topics.setdefault(claim.story, claim.period)
            values[claim.story, claim.measure, figure.unit].add(figure.value)
            statement = _statement(line, position, claim)
            if statement is not None:
                keyed[_key(claim)].append(statement)
    for statements in keyed.values():
        if len(statements) <= _MANY:
            first = statements[0].claim
            what = statements[0].things or first.measure
            distinct = len(values[first.story, what, None if statements[0].things else first.figure.unit])
            yield from _pairs(statements, topics.get(first.story), distinct)
    seen: set[int] = set()
    for later, earlier in (*recalled(bound), *said_again(bound), *pointed_back(bound)):
        relation = _relation(earlier, later, Certainty.STRONG)
        if relation.verdict() is Verdict.BROKEN and later.figure.start not in seen:
            seen.add(later.figure.start)
            yield relation


def _relation(one: Claim, other: Claim, certainty: Certainty) -> Restatement:
    return Restatement(
        figures=(other.figure, one.figure),
        earlier=one.figure,
        later=other.figure,
        measure=one.measure or "",
        repair=slip(other.figure, one.figure),
        certainty=certainty,
        quoted=one.quoted or other.quoted,
    )


def _key(claim: Claim) -> tuple[object, ...]:
    figure = claim.figure
    return claim.story, claim.measure, figure.kind, figure.unit, claim.scope


def _statement(line: Line, position: int, claim: Claim) -> Statement | None:
    figure = claim.figure
    if figure.kind not in _KINDS or not has_value(figure) or figure.is_range or figure.value is None:
        return None
    if claim.status != "actual" or claim.role not in ("level", "share", "base"):
        return None
    name = _name(line.tokens, position, claim.measure or "")
    if name is None or _apart(line, position):
        return None
    words = restatements()
    if claim.measure in words.flows | words.stocks and _ordered(line, position):
        return None
    beside = _period(line, position)
    if beside is None and (claim.basis is not None or claim.role == "base"):
        return None
    explicit = claim.period if "period" in claim.explicit and claim.basis is None else None
    return Statement(claim, line, name, beside or explicit)


def _things(figure: Figure) -> str:
    """The counted noun of a figure, when it is of a kind that an article counts once: ``reservations``, ``robots``."""
    if (
        figure.kind != "count"
        or figure.noun is None
        or not has_value(figure)
        or figure.is_range
        or figure.value is None
    ):
        return ""
    noun = figure.noun.lower()
    return "" if noun in restatements().common or noun.split()[-1] in restatements().common else noun


def _counted(line: Line, position: int, claim: Claim, things: str) -> Statement | None:
    """A count whose noun alone says what it is of."""
    if claim.status != "actual" or claim.role != "level" or claim.basis is not None or _apart(line, position):
        return None
    if _ordered(line, position) or _total_of(line, position):
        return None
    explicit = claim.period if "period" in claim.explicit else None
    return Statement(claim, line, things, _period(line, position) or explicit, things)


def _ordered(line: Line, position: int) -> bool:
    """Whether the words beside a figure tell things of one kind one after the other: ``the second tender``."""
    words = restatements().ordinals
    near = line.tokens[max(0, position - _REACH) : position + _REACH]
    return any(token.word in words or (token.figure is not None and token.figure.kind == "rank") for token in near)


def _total_of(line: Line, position: int) -> bool:
    """Whether a count is taken out of a whole: ``115 of the dealers``, ``of which 230 robots``, ``another 20``."""
    around = (*line.tokens[max(0, position - 2) : position], *line.tokens[position + 1 : position + 2])
    return any(token.word in restatements().partial for token in around)


def _apart(line: Line, position: int) -> bool:
    """Whether the sentence speaks of versions, or the words beside a figure of another way of counting."""
    words = restatements()
    if any(token.word in words.versions for token in line.tokens):
        return True
    segment = line.tokens[position].segment
    behind = takewhile(lambda token: token.figure is None, line.tokens[position + 1 : position + 4])
    near = (*line.tokens[max(0, position - _REACH - 2) : position], *behind)
    return any(token.word in words.apart and token.segment == segment for token in near)


def _period(line: Line, position: int) -> Period | None:
    """The period right behind a figure or before its measure, "last year" included."""
    segment = line.tokens[position].segment
    before = reversed(line.tokens[max(0, position - _REACH) : position])
    for token in (*line.tokens[position + 1 : position + 4], *before):
        if token.figure is not None and token.figure.period is not None and token.segment == segment:
            return token.figure.period
    return None


def _name(tokens: Sequence[Token], position: int, measure: str) -> str | None:
    """The measure beside a figure with the words that qualify it: ``operating margin`` in ``an operating margin of``."""
    tag, words = f"m:{measure}", restatements()
    if tag in tokens[position].tags:
        return measure
    for at in range(position - 1, max(-1, position - _REACH), -1):
        token = tokens[at]
        if tag in token.tags:
            return _qualified(tokens, at, token.word.rstrip("s") if measure in words.results else measure)
        if token.figure is not None and token.figure.kind in ("period", "date"):
            continue
        if token.figure is not None or not all(word in words.links for word in token.word.split()):
            break
    after = tokens[position + 1 : position + 3]
    if after and tag in after[0].tags:
        return measure
    part = any("share" in token.tags for token in tokens[max(0, position - 3) : position])
    return measure if len(after) > 1 and after[0].word == "of" and tag in after[1].tags and not part else None


def _qualified(tokens: Sequence[Token], at: int, measure: str) -> str:
    """The words of the measure with up to two words before it that are not neutral."""
    kept = []
    for token in reversed(tokens[max(0, at - 2) : at]):
        if token.segment != tokens[at].segment or token.figure is not None or token.name is not None:
            break
        if token.word in restatements().neutral or not token.word[:1].isalpha():
            break
        kept.append(token.word)
    return " ".join([*reversed(kept), measure])


def _pairs(statements: Sequence[Statement], topic: Period | None, distinct: int) -> Iterator[Restatement]:
    """Later statements that cannot be what an earlier one says."""
    for at, later in enumerate(statements):
        for earlier in statements[:at]:
            certainty = _certainty(earlier, later, topic, distinct)
            if certainty is None:
                continue
            relation = _relation(earlier.claim, later.claim, certainty)
            if relation.verdict() is Verdict.BROKEN:
                yield relation
                break
        else:
            yield from _given_again(statements[:at], later, topic)


def _given_again(before: Sequence[Statement], later: Statement, topic: Period | None) -> Iterator[Restatement]:
    """The nearest statement of one key that a later one repeats."""
    for earlier in reversed(before):
        one, other = earlier.claim, later.claim
        alike_ = alike(one.figure, other.figure) and _one_subject(one.subject, other.subject)
        same_time = (earlier.period or topic) == (later.period or topic)
        if one.sentence == other.sentence or earlier.name != later.name or not alike_ or not same_time:
            continue
        relation = _relation(one, other, Certainty.WEAK)
        if relation.verdict() is Verdict.HOLDS:
            yield relation
            return


def comparable_size(one: Figure, other: Figure) -> bool:
    """Whether two figures lie so near that one may have been written for the other."""
    if not one.value or not other.value:
        return True
    return 1 / _NEAR < abs(one.value / other.value) < _NEAR


def _certainty(earlier: Statement, later: Statement, topic: Period | None, distinct: int) -> Certainty | None:
    """How sure it is that two statements speak of one thing; None when they may speak of two."""
    one, other = earlier.claim, later.claim
    if one.sentence == other.sentence or earlier.name != later.name:
        return None
    if not _one_subject(one.subject, other.subject):
        return None
    if not alike(one.figure, other.figure) or one.quoted != other.quoted:
        return None
    words, measure = restatements(), one.measure or ""
    if later.things:
        slipped = bool(slip(other.figure, one.figure)) and _long(one.figure)
        same = (earlier.period or topic) == (later.period or topic)
        return Certainty.STRONG if same and slipped and distinct == 2 else None
    slipped = bool(slip(other.figure, one.figure)) and _long(one.figure)
    same_period = (earlier.period or topic) == (later.period or topic)
    named = earlier.period is not None or later.period is not None
    if measure in words.results:
        near = (slipped and distinct <= _LISTED) or (named and comparable_size(one.figure, other.figure))
        return Certainty.STRONG if same_period and near and one.role != "share" else None
    if measure in words.flows:
        return Certainty.STRONG if same_period and slipped and distinct <= 2 else None
    captioned = BlockKind.CAPTION in (earlier.line.block.kind, later.line.block.kind)
    if measure in words.stocks and captioned and distinct == 2 and one.subject == other.subject and one.subject:
        return Certainty.STRONG if same_period else None
    if measure in words.stocks:
        return Certainty.STRONG if same_period and slipped and distinct <= 2 else None
    if measure in words.specifications:
        slipped = bool(slip(other.figure, one.figure))
        return Certainty.STRONG if slipped and distinct == 2 and one.subject and other.subject else None
    return None


def _one_subject(one: str | None, other: str | None) -> bool:
    """Whether two subjects may be one: equal, one unknown, or a maker and its model."""
    if one is None or other is None:
        return True
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _long(figure: Figure) -> bool:
    """Whether a figure has digits enough for a slip to be no chance."""
    return sum(char.isdigit() for char in figure.quote.rstrip("0")) >= _LONG
