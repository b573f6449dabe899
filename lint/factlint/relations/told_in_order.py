"""The order of two sentences: what ``had been agreed`` came before what is told first, what is begun before it is ended."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.event_words import vocabulary
from factlint.relations.events import is_list, point, told
from factlint.relations.mentioned_events import Mention
from factlint.relations.moments import moment
from factlint.relations.order import Order
from factlint.relations.relation import Certainty
from factlint.relations.span_beside import named, words_of

_DATED = compiled(r"\b(?:in|on)(?: the)?(?: [a-z]+ of| early| late| spring| summer| autumn)? \Z")
_UNTIL_THEN = frozenset(
    {
        "by",
        "until",
        "till",
        "since",
        "already",
        "again",
        "never",
        "not",
        "planned",
        "expected",
        "hoped",
        "would",
        "will",
        "if",
        "to",
    }
)
_BEGUN = frozenset(
    {"started", "begun", "began", "opened", "founded", "agreed", "approved", "announced", "signed", "appointed"}
)


def find(bound: Bound) -> Iterator[Order]:
    """Neighbouring sentences with one date each, of which the second says that its own came before."""
    text = bound.article.text
    for line in bound.lines:
        if line.block.kind is BlockKind.HEADLINE or is_list(line):
            continue
        before = bound.line_of.get(line.sentence.index - 1)
        if before is None or before.block is not line.block:
            continue
        first, last = _only_date(before), _only_date(line)
        if first is None or last is None or not named(first, last):
            continue
        order = None
        if (_pluperfect(text, line, last) and not _pluperfect(text, before, first)) or (
            _founded(text, line, last) and _goes_on(line) and _simple(text, before, first)
        ):
            order = _order(text, line, last, before, first)
        elif _founded(text, before, first) and _goes_on(line) and _simple(text, line, last):
            order = _order(text, before, first, line, last)
        if order is not None:
            yield order


def _only_date(line: Line) -> Figure | None:
    dates = [figure for _, figure in line.figures() if figure.kind in ("date", "period")]
    return dates[0] if len(dates) == 1 and point(dates[0]) else None


def _pluperfect(text: str, line: Line, date: Figure) -> bool:
    """``It had been agreed on 3 January 2024``: what is dated lay back already when the other thing happened."""
    clause = text[line.sentence.start : date.start]
    words = words_of(clause)
    if "had" not in words or _DATED.search(clause) is None or _UNTIL_THEN & set(words):
        return False
    return bool(_BEGUN & set(words[words.index("had") + 1 :][:4]))


def _founded(text: str, line: Line, date: Figure) -> bool:
    """``It was founded in 2014``: what comes before all else that its company does."""
    clause = text[line.sentence.start : date.start]
    words = words_of(clause)
    return bool(_FOUNDED & set(words[-_NEAR:])) and _DATED.search(clause) is not None and not _UNTIL_THEN & set(words)


def _simple(text: str, line: Line, date: Figure) -> bool:
    clause = text[line.sentence.start : date.start]
    words = set(words_of(clause))
    return _DATED.search(clause) is not None and not words & (
        _UNTIL_THEN | _FOUNDED | {"had", "whose", "who", "predecessor"}
    )


def _goes_on(line: Line) -> bool:
    """Whether a sentence opens with the company that the one before spoke of."""
    return bool(line.tokens) and (
        "company" in line.tokens[0].tags or line.tokens[0].word in ("it", "he", "she", "they")
    )


_FOUNDED = frozenset({"founded", "established", "incorporated", "born"})
_NEAR = 4


def _order(text: str, line: Line, first: Figure, other: Line, last: Figure) -> Order | None:
    if any(word in text[line.sentence.start : line.sentence.end].lower() for word in vocabulary().unreal):
        return None
    one, two = moment(text, first), moment(text, last)
    if one is None or two is None:
        return None
    earlier = told(text, line, Mention("sequel", first.start, first.end), first, one)
    later = told(text, other, Mention("sequel", last.start, last.end), last, two)
    if earlier is None or later is None or later.coming:
        return None
    return Order(
        figures=(first, last),
        earlier=earlier,
        later=later,
        certainty=Certainty.STRONG,
        quoted=line.quoted(first) or other.quoted(last),
    )
