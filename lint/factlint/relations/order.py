"""Order: two dated events of one thing, of which one must come first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from factlint.claims.bind import Bound
from factlint.relations.event_words import vocabulary
from factlint.relations.events import Event, alike
from factlint.relations.relation import Certainty, Relation, Verdict

REACH = 12
"""Sentences with figures that may lie between two events that are set against each other."""


A_YEAR = 400
"""Days within which the deliveries of a new model follow its launch, as told."""


class Order(Relation, frozen=True, eq=False, kw_only=True):
    """``later`` can only happen when ``earlier`` has happened."""

    earlier: Event
    later: Event

    def verdict(self) -> Verdict:
        return Verdict.BROKEN if self.later.period.last < self.earlier.period.first else Verdict.HOLDS


def orders(bound: Bound, timeline: Sequence[Event]) -> Iterator[Order]:
    """Every pair of events of one building or model that stands in one story."""
    events = [_settled(event, bound.article.date) for event in timeline]
    kinds = vocabulary().kinds
    for at, event in enumerate(events):
        for other in events[max(0, at - REACH) : at]:
            if other.line.sentence.story != event.line.sentence.story or other.figure is event.figure:
                continue
            for earlier, later in ((other, event), (event, other)):
                kind = kinds.get(later.mention.kind)
                if kind is None or not _one_thing(bound, other, event):
                    continue
                if earlier.mention.kind in kind.after and _other_generation(other, event):
                    continue
                if earlier.mention.kind in kind.after or (
                    earlier.mention.kind in kind.close and _close(bound, other, event)
                ):
                    yield _order(earlier, later)


def _close(bound: Bound, first: Event, second: Event) -> bool:
    """Whether one sentence tells both events, or the next one goes on with ``It``; and does not stress their order."""
    start, end = first.line.sentence.start, second.line.sentence.end
    told = bound.article.text[start:end].lower()
    if any(word in told for word in vocabulary().knowing):
        return False
    if first.line is second.line:
        return True
    opening = bound.article.text[second.line.sentence.start : end].partition(" ")[0]
    return second.line.sentence.index == first.line.sentence.index + 1 and opening in ("It", "Its", "They", "Their")


def _other_generation(first: Event, second: Event) -> bool:
    """Whether a renewed model is told of, and then, more than a year apart, one that is not said to be renewed."""
    kind = vocabulary().kinds.get(first.mention.kind)
    if kind is None or kind.chain != "model" or first.line is second.line:
        return False
    apart = abs((first.period.first - second.period.first).days)
    return apart > A_YEAR and bool(first.renewed) and not second.renewed


def _one_thing(bound: Bound, first: Event, second: Event) -> bool:
    """Whether the event that is told second may be of the thing of the one told first.

    A town that it names must have been named up to the first event, in its paragraph, or in the headline.
    """
    if not alike(first, second):
        return False
    if not second.places or first.line is second.line:
        return True
    article = bound.article
    headline = article.stories[first.line.sentence.story].headline
    known = article.text[first.line.block.start : first.line.sentence.end]
    if headline is not None:
        known += " " + article.text[article.blocks[headline].start : article.blocks[headline].end]
    return any(place in known for place in second.places)


def _order(earlier: Event, later: Event) -> Order:
    one_sentence = earlier.line is later.line
    known = one_sentence and earlier.printed and later.printed
    known = known and earlier.mention.kind in vocabulary().kinds[later.mention.kind].after
    return Order(
        figures=(later.figure, earlier.figure),
        earlier=earlier,
        later=later,
        certainty=Certainty.KNOWN if known else Certainty.STRONG,
        quoted=later.line.quoted(later.figure) or earlier.line.quoted(earlier.figure),
    )


def _settled(event: Event, today: dt.date | None) -> Event:
    """An event whose date names no year, in the year that its tense asks for."""
    if event.printed or today is None or not event.coming or event.period.last >= today:
        return event
    return event.moved(1)
