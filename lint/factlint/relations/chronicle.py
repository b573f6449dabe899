"""What the dated events of an article must agree with: their order, and the durations between them."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.relations.events import timeline
from factlint.relations.order import Order, orders
from factlint.relations.span_of_time import SpanOfTime, spans


def find(bound: Bound) -> Iterator[Order | SpanOfTime]:
    """Every pair of events in their order, and every duration with its dates."""
    events = timeline(bound)
    yield from orders(bound, events)
    yield from spans(bound, events)
