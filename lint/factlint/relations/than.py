"""Comparatives with "than": "11.5 minutes, faster than the Ioniq 5, which needs 18", "65 kg less than the old one's 1,605"."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.comparison import Comparison
from factlint.relations.cues import cue
from factlint.relations.order_words import comparatives, signed
from factlint.relations.relation import Certainty

_KINDS = frozenset({"count", "money", "measure", "duration", "percent"})
_REACH = 10
_APART = frozenset({";", "yet", "while", "whereas", "but", "if", "would", "could", "and"})


def find(bound: Bound) -> Iterator[Comparison]:
    """Every level that is said to be more, or less, than another that the sentence gives."""
    words = comparatives()
    for line in bound.lines:
        if line.block.cell is not None:
            continue
        for at, token in enumerate(line.tokens):
            first, _, rest = token.word.partition(" ")
            if first not in words:
                continue
            behind = at + 1 if rest == "than" else at + 2
            if rest != "than" and (at + 1 >= len(line.tokens) or line.tokens[at + 1].word != "than"):
                continue
            found = _pair(bound, line, at, behind)
            if found is not None:
                level, mark = found
                yield Comparison(
                    figures=(level, mark),
                    level=level,
                    mark=mark,
                    direction=signed(words[first], level),
                    word=token,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(level),
                )


def _pair(bound: Bound, line: Line, at: int, behind: int) -> tuple[Figure, Figure] | None:
    """The level before the comparative, an amount right at it left out, and the only one behind "than"."""
    marks = [figure for place, figure in _usable(bound, line, behind, min(len(line.tokens), behind + _REACH))]
    before = [(place, figure) for place, figure in _usable(bound, line, 0, at)]
    if before and before[-1][0] >= at - 2 and _is_amount(line, before[-1][0], at):
        before.pop()
    if not before or not marks:
        return None
    place, level = before[-1]
    if any(token.word in _APART for token in line.tokens[place:at]) or not _whole(line, place):
        return None
    kin = [mark for mark in marks if alike(mark, level)]
    later = [figure for _, figure in _usable(bound, line, behind, len(line.tokens)) if alike(figure, level)]
    if len(kin) != 1 or len(later) != 1 or any(token.word in _APART for token in line.tokens[behind : behind + _REACH]):
        return None
    return level, kin[0]


def _usable(bound: Bound, line: Line, start: int, end: int) -> Iterator[tuple[int, Figure]]:
    for place in range(start, end):
        figure = line.tokens[place].figure
        if (
            figure is None
            or figure.kind not in _KINDS
            or not has_value(figure)
            or figure.is_range
            or counts_few(figure)
        ):
            continue
        claim = bound.claim(figure)
        if claim is not None and claim.status == "actual":
            yield place, figure


def _is_amount(line: Line, place: int, at: int) -> bool:
    """Whether a figure right before a comparative is the difference: ``65 kg less``, ``12 percent more``."""
    return all(token.word in ("", "%", "percent") for token in line.tokens[place + 1 : at])


def _whole(line: Line, place: int) -> bool:
    """Whether the level is no change or difference itself: ``by 20,000``, ``5,000 more``."""
    before = line.tokens[place - 1].word if place else ""
    after = line.tokens[place + 1].word if place + 1 < len(line.tokens) else ""
    return before not in ("by", "per", "each") and after.partition(" ")[0] not in cue("comparatives")
