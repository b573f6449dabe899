"""Which measure a figure gives: the nearest word of the field that can hold its kind and unit."""

from __future__ import annotations

from factlint.claims.lexicon import Lexicon, Measure, measures_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure

_BEFORE_COUNT = frozenset({"the", "its", "their", "another", "some", "just", "only", "a", "as", "many"})
REACH = 30
"""Beyond this distance a word no longer says what a figure measures."""
_CROSSING = 6
_BREAK = 3


def fits(measure: Measure, figure: Figure) -> bool:
    """Whether a measure can hold a figure of this kind and unit."""
    if figure.kind in ("percent", "points", "ratio", "multiple"):
        return True
    if figure.kind not in measure.kinds:
        return False
    return not measure.units or figure.unit in measure.units


def measure_of(line: Line, position: int, words: Lexicon) -> tuple[str | None, bool]:
    """The measure of the figure at ``position`` and whether its sentence names it."""
    figure = line.tokens[position].figure
    assert figure is not None
    own = _fitting(line.tokens[position].tags, figure, words)
    if own:
        return own[0], True
    if figure.kind == "money" and figure.hedge == "from":
        return "price", True
    best = _nearest(line, position, figure, words, rates_only=figure.kind in ("percent", "points"))
    if best is None:
        best = _nearest(line, position, figure, words)
    if best is None or best[0] > REACH:
        verb = verb_before(line, position) if figure.kind == "count" else None
        return (f"verb:{verb}", True) if verb else (None, False)
    return best[1], True


def verb_before(line: Line, position: int) -> str | None:
    """The verb just before a count, where no word of the field says what is counted: ``connected 24,300``."""
    for at in range(position - 1, max(-1, position - 3), -1):
        token = line.tokens[at]
        if token.word in _BEFORE_COUNT:
            continue
        return token.word if token.word.endswith("ed") and not token.tags and token.name is None else None
    return None


def _nearest(
    line: Line, position: int, figure: Figure, words: Lexicon, *, rates_only: bool = False
) -> tuple[int, str] | None:
    """The nearest fitting measure on either side; of things that are merely counted (dealers, users) none for a rate."""
    found = [_search(line, position, step, figure, words, rates_only) for step in (-1, 1)]
    return min((hit for hit in found if hit is not None), default=None)


_COUNTED = frozenset({"stores", "stations", "chargers", "cities", "users", "employees"})


def _fitting(tags: frozenset[str], figure: Figure, words: Lexicon) -> list[str]:
    names = measures_of(tags)
    if not names:
        return []
    rate = figure.kind in ("percent", "points")
    found = [name for name in names if fits(words.measures[name], figure)]
    if rate:
        found.sort(key=lambda name: "percent" not in words.measures[name].kinds)
        if "sales" in found and "revenue" in found:
            found.remove("revenue")
    return found


def _search(
    line: Line, position: int, step: int, figure: Figure, words: Lexicon, rates_only: bool
) -> tuple[int, str] | None:
    """The nearest fitting measure on one side, with its distance."""
    distance = 0 if step < 0 else 2
    at = position + step
    segment = line.tokens[position].segment
    while 0 <= at < len(line.tokens) and distance <= REACH:
        token = line.tokens[at]
        distance += 1
        if token.segment != segment:
            distance += _BREAK
            segment = token.segment
        if token.figure is not None and token.figure.kind == figure.kind:
            distance += _CROSSING
        if token.tags:
            names = _fitting(token.tags, figure, words)
            if names and not (rates_only and names[0] in _COUNTED):
                return distance, names[0]
        at += step
    return None
