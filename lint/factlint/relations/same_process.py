"""Durations: the time that one process took, stated twice; or one duration printed in two units."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.amount import Amount
from factlint.relations.dated_span import calendar, length
from factlint.relations.event_words import vocabulary
from factlint.relations.events import is_list
from factlint.relations.mentioned_events import mentions
from factlint.relations.pairs import pairs
from factlint.relations.relation import Certainty, Relation, Verdict


class SameProcess(Relation, frozen=True, eq=False, kw_only=True):
    """``one`` and ``other``, which stands later, are the length of one process."""

    one: Figure
    other: Figure

    def verdict(self) -> Verdict:
        first, second = length(self.one), length(self.other)
        if first is None or second is None or first.overlaps(second):
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.one.soft or self.other.soft else Verdict.BROKEN


def find(bound: Bound) -> Iterator[SameProcess]:
    """Durations in two units (``almost five years, or 58 months``), and those to one milestone of one maker."""
    text = bound.article.text
    starts = [name.start for name in bound.scanned.names]
    known: dict[int, tuple[Figure, frozenset[str]]] = {}
    for line in bound.lines:
        if is_list(line):
            continue
        durations = [figure for _, figure in line.figures() if calendar(figure)]
        if not durations:
            continue
        if len(durations) > 1:
            for pair in pairs(text, line, _two_units, _likely):
                yield _relation(line, pair.given.figure, pair.repeated.figure, pair.certainty)
        for number, duration in _to_milestones(bound, line, durations):
            names = _names(bound, starts, line)
            if number not in known:
                known[number] = (duration, names)
            elif known[number][1] & names:
                yield _relation(line, known[number][0], duration, Certainty.STRONG)


def _likely(one: Figure, other: Figure) -> bool:
    return one.unit != other.unit and calendar(one) and calendar(other)


def _two_units(given: Amount, repeated: Amount) -> bool:
    return given.unit != repeated.unit and calendar(given.figure) and calendar(repeated.figure)


def _to_milestones(bound: Bound, line: Line, durations: list[Figure]) -> Iterator[tuple[int, Figure]]:
    """``reaching the first million took five years``: the milestone and the duration nearest to it."""
    text = bound.article.text
    sentence = text[line.sentence.start : line.sentence.end].lower()
    table = vocabulary()
    if not any(f"{phrase} " in sentence for phrase in table.spans["process"]):
        return
    before = bound.line_of.get(line.sentence.index - 1)
    if (
        before is not None
        and before.block is line.block
        and any(phrase in sentence for phrase in table.spans["taken_up"])
    ):
        for mention in mentions(text, before):
            if mention.kind == "milestone":
                yield mention.number, durations[0]
        return
    for mention in mentions(text, line):
        if mention.kind != "milestone":
            continue
        nearest = min(durations, key=lambda duration: abs(duration.start - mention.start))
        first, last = min(mention.end, nearest.end), max(mention.start, nearest.start)
        between = text[first:last].lower()
        if len(between.split()) <= _REACH and not any(mark in between for mark in (";", " but ", " next ", " second ")):
            yield mention.number, nearest


_REACH = 9


def _names(bound: Bound, starts: Sequence[int], line: Line) -> frozenset[str]:
    """The makers, brands and models that a paragraph names up to the end of a sentence, and those of its headline."""
    headline = bound.article.stories[line.sentence.story].headline
    spans = [(max(line.block.start, line.sentence.end - _WINDOW), line.sentence.end)]
    if headline is not None:
        block = bound.article.blocks[headline]
        spans.append((block.start, block.end))
    return frozenset(
        name.entity
        for start, end in spans
        for name in bound.scanned.names[bisect_left(starts, start) : bisect_left(starts, end)]
        if name.kind in _MAKERS
    )


_WINDOW = 1500
"""Characters of a paragraph that are searched for the name of the maker."""
_MAKERS = frozenset({"maker", "brand", "model", "company", "supplier", "designation"})


def _relation(line: Line, one: Figure, other: Figure, certainty: Certainty) -> SameProcess:
    return SameProcess(
        figures=(other, one), one=one, other=other, certainty=certainty, quoted=line.quoted(one) or line.quoted(other)
    )
