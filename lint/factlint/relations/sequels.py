"""Sequels: one sentence dates two things, and says itself which of them came first: ``signed in A, after it was won in B``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.event_words import vocabulary
from factlint.relations.events import Event, is_list, point, told
from factlint.relations.mentioned_events import Mention
from factlint.relations.moments import moment
from factlint.relations.order import Order
from factlint.relations.relation import Certainty
from factlint.relations.span_beside import named, words_of

_BEHIND = compiled(
    r",? (?:only |just |shortly |soon |long |and )?(after|once|following|having|before|prior to|ahead of)\b(?! (?:which|that|this|all|whom))",
    re.I,
)
_BEFORE = frozenset({"before", "prior to", "ahead of"})
_OPENS = compiled(r"(?:only |shortly |soon )?(?:after|once|following)\b", re.I)
_AND = compiled(r",? (?:and|but|then)\b")
_IN = compiled(r"\b(?:in|on)(?: the)?(?: [a-z]+ of)? \Z")
_BREAK = compiled(r"[;:(),—]|\.\s")
_CLAUSE = 9
"""Words between "after" and its date."""
_VERB = 5
"""Words between a verb and its date."""


def find(bound: Bound) -> Iterator[Order]:
    """Two dates with their years, next to each other, whose order the words between them state."""
    text = bound.article.text
    for line in bound.lines:
        dates = [] if is_list(line) else [figure for _, figure in line.figures() if point(figure) and named(figure)]
        if len(dates) < 2 or any(word in text[line.sentence.start : line.sentence.end].lower() for word in _unreal()):
            continue
        for one, other in pairwise(dates):
            turned = _stated(text, line, one, other)
            if turned is not None:
                order = _order(text, line, other, one) if turned else _order(text, line, one, other)
                if order is not None:
                    yield order


def _unreal() -> tuple[str, ...]:
    return vocabulary().unreal


def _stated(text: str, line: Line, one: Figure, other: Figure) -> bool | None:
    """Whether the second date must be the earlier (true) or the later one (false); None where nothing says so."""
    gap = text[one.end : other.start]
    match = _BEHIND.match(gap)
    if match is not None:
        rest = gap[match.end() :]
        if _BREAK.search(rest) or len(words_of(rest)) > _CLAUSE or not rest.strip():
            return None
        return match[1].lower() not in _BEFORE
    opening = text[line.sentence.start : one.start]
    if _OPENS.match(opening) and len(words_of(opening)) <= _CLAUSE and not _BREAK.search(opening):
        return False if _main_clause(gap) else None
    return False if _steps(opening, gap) else None


def _main_clause(gap: str) -> bool:
    """``After it was won in B, the contract was signed in A``."""
    head, comma, rest = gap.partition(",")
    unsaid = vocabulary().words["unsaid"] - {"is"}
    return not head.strip() and bool(comma) and _IN.search(rest) is not None and not unsaid & set(words_of(rest))


def _steps(opening: str, gap: str) -> bool:
    """``filed in A and granted in B``: a verb that begins something, and one of the same subject that ends it."""
    joint = _AND.match(gap)
    if joint is None or _BREAK.search(gap[joint.end() :]) or not _IN.search(gap):
        return False
    begun, ended = words_of(opening)[-_VERB:], words_of(gap[joint.end() :])
    if len(ended) > _VERB + 3 or "again" in ended:
        return False
    verbs = [word for word in ended if word not in vocabulary().words["auxiliary"]]
    return any(set(begun) & first and verbs[:1] and verbs[0] in last for first, last in vocabulary().steps)


def _order(text: str, line: Line, first: Figure, last: Figure) -> Order | None:
    earlier, later = _event(text, line, first), _event(text, line, last)
    if earlier is None or later is None:
        return None
    return Order(
        figures=(last, first),
        earlier=earlier,
        later=later,
        certainty=Certainty.STRONG,
        quoted=line.quoted(last) or line.quoted(first),
    )


def _event(text: str, line: Line, date: Figure) -> Event | None:
    period = moment(text, date)
    return None if period is None else told(text, line, Mention("sequel", date.start, date.end), date, period)
