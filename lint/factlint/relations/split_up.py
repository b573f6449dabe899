"""Wholes that a sentence takes apart: ``280,000, divided between 200,000 and 80,000``, ``in three tranches of``."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.addends import (
    COMPLETE,
    KINDS,
    MANY,
    NEAR,
    NO_SUM,
    Place,
    close,
    holds,
    miss,
    outweighs,
    places_of,
    total_of,
)
from factlint.relations.around import counts_few
from factlint.relations.listing import listing
from factlint.relations.nearby import lines_before
from factlint.relations.relation import Certainty
from factlint.relations.total import Total


def splits(bound: Bound, line: Line) -> Iterator[Total]:
    """``280,000, divided between 200,000 and 80,000``; ``612 workshops: 288 of its own, 301 …, and 23 …``."""
    tokens = line.tokens
    for at, whole in line.figures():
        if whole.kind not in KINDS or whole.unit in NO_SUM or whole.value is None or whole.is_range:
            continue
        if whole.interval is None or counts_few(whole):
            continue
        places = [place for place in places_of(bound, line, whole) if place.at > at]
        if len(places) < 2:
            continue
        cue = tokens[at + 1 : places[0].at]
        strict = any("split" in token.tags for token in cue)
        colon = any(token.word == "of which" for token in cue) or _listed(bound, line, cue)
        if any(token.figure is not None and token.figure.kind in KINDS for token in cue) or not (strict or colon):
            continue
        claim = bound.claim(whole)
        if claim is not None and claim.status in ("target", "forecast"):
            continue
        places = [place for place in places if (place.figure.value or 0) < whole.value]
        if len(places) < 2:
            continue
        total = _best_of(whole, places, Certainty.KNOWN if strict else Certainty.STRONG, line)
        complete = colon and len(total.parts) >= MANY and miss(total) <= COMPLETE
        if holds(total) or (strict and close(total)) or complete or total.slip():
            yield total
        return


def _best_of(whole: Figure, places: list[Place], certainty: Certainty, line: Line) -> Total:
    """The parts that come nearest to a whole: what follows them may be of something else."""
    parts = [place.figure for place in places]
    totals = [total_of(whole, parts[:size], certainty, line) for size in range(len(parts), 1, -1)]
    return min(totals, key=miss)


def _listed(bound: Bound, line: Line, cue: tuple[Token, ...]) -> bool:
    """Whether a colon opens a list of noun phrases, not a clause of its own."""
    colon = next((token for token in cue if token.word == ":"), None)
    if sum(token.word == ":" for token in line.tokens) > 1:
        return False
    return colon is not None and listing(bound.article.text, colon.end, line.sentence.end) is not None


def of_whole_before(bound: Bound, line: Line) -> Iterator[Total]:
    """``Its volume consisted of A, B and C``, ``in three tranches of A, B and C``: the whole stands in the line before."""
    tokens = line.tokens
    for at, first in line.figures():
        if first.kind not in KINDS or first.unit in NO_SUM or counts_few(first) or first.is_range:
            continue
        places = [place for place in places_of(bound, line, first) if place.at >= at]
        number = _number_of(tokens[max(0, at - 4) : at])
        told = any("broken_down" in token.tags for token in tokens[:at])
        split = told or any("split" in token.tags for token in tokens[max(0, at - 2) : at])
        if len(places) < 2 or not (split or number == len(places)):
            return
        if any(place.at < at for place in places_of(bound, line, first)):
            return
        totals = [
            total_of(place.figure, [part.figure for part in places], Certainty.STRONG, line)
            for before in lines_before(bound, line, 2 if told else 1)
            for place in places_of(bound, before, first)
            if outweighs([place, *places])
        ]
        held = [total for total in totals if holds(total)]
        near = [total for total in totals if miss(total) <= NEAR]
        yield from held[:1] or near[:1]
        return


def _number_of(tokens: tuple[Token, ...]) -> int | None:
    """``three tranches of``: the small number whose noun an ``of`` follows."""
    if len(tokens) < 2 or tokens[-1].word != "of":
        return None
    figure = next((token.figure for token in reversed(tokens) if token.figure is not None), None)
    return int(figure.value) if figure is not None and counts_few(figure) and figure.value is not None else None
