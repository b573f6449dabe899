"""What the dated events of an article must agree with: their order, and the durations between them."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.relations.events import timeline
from factlint.relations.order import Order, orders
from factlint.relations.reckoned import reckoned
from factlint.relations.sequels import find as sequels
from factlint.relations.span_of_time import SpanOfTime, spans
from factlint.relations.told_in_order import find as told_in_order


def find(bound: Bound) -> Iterator[Order | SpanOfTime]:
    """Every pair of events in their order, and every duration with its dates."""
    events = timeline(bound)
    dated = sorted((*events, *reckoned(bound)), key=lambda event: event.figure.start)
    yield from orders(bound, dated)
    yield from sequels(bound)
    yield from told_in_order(bound)
    yield from spans(bound, events)
