"""Which facets narrow what a figure counts."""

from __future__ import annotations

from factlint.claims.lexicon import Lexicon, facets_of, measures_of
from factlint.claims.lines import Line

_REACH = 14
_BREAKS = 4
_MONEY_ONLY = frozenset({"pricing"})
_OF_SENTENCE = frozenset({"extent"})
"""Facets that hold for a whole sentence: ``Since the beginning of the year, it has delivered 9,860 cars``."""


def scope_of(line: Line, position: int, words: Lexicon) -> frozenset[str]:
    """The facets said of the figure at ``position``: on each axis the nearest one of its stretch of the sentence.

    Markets that the sentence names stand as ``in:China``.
    """
    chosen: dict[str, tuple[int, str]] = {}
    token = line.tokens[position]
    for facet in facets_of(token.tags):
        chosen[words.axes[facet]] = (0, facet)
    for step in (-1, 1):
        _collect(line, position, step, words, chosen)
    return frozenset(facet for _, facet in chosen.values())


def _collect(line: Line, position: int, step: int, words: Lexicon, chosen: dict[str, tuple[int, str]]) -> None:
    tokens = line.tokens
    own = tokens[position].figure
    assert own is not None
    segment, distance, breaks = tokens[position].segment, 0, 0
    measured = bool(measures_of(tokens[position].tags))
    clause_only = False
    at = position + step
    while 0 <= at < len(tokens) and distance < _REACH:
        token = tokens[at]
        distance += 1
        if token.segment != segment:
            breaks += 1
            segment = token.segment
            if step > 0 and token.word != "(":
                return
            if breaks > _BREAKS:
                return
            clause_only = clause_only or measured
        measured = measured or bool(measures_of(token.tags))
        figure = token.figure
        if figure is not None and figure.kind == own.kind and figure.unit == own.unit:
            return
        cost = distance + 4 * breaks + (3 if step > 0 else 0)
        if token.name is not None and token.name.kind == "market" and not clause_only:
            _keep(chosen, "in", cost, f"in:{token.name.entity}")
        for facet in facets_of(token.tags) if token.tags else ():
            axis = words.axes[facet]
            if clause_only and axis not in _OF_SENTENCE:
                continue
            if own.kind == "money" or axis not in _MONEY_ONLY:
                _keep(chosen, words.axes[facet], cost, facet)
        at += step


def _keep(chosen: dict[str, tuple[int, str]], axis: str, cost: int, facet: str) -> None:
    if axis not in chosen or cost < chosen[axis][0]:
        chosen[axis] = (cost, facet)
