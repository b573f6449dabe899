"""Which figure a share is the share of: the level that its words stand beside or take up."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import whole_opens
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, alike, counts_few, has_value, previous_line
from factlint.relations.relation import Certainty

_PRONOUNS = frozenset({"they", "these", "that", "this", "it", "those", "which", "the two", "both"})


SEVERAL = frozenset({"together", "combined", "jointly", "between them", "the two", "the three", "both"})


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A figure that may be meant, and how sure that is."""

    figure: Figure
    certainty: Certainty


def parts_of(bound: Bound, line: Line, position: int, whole: Figure | None) -> Iterator[Candidate]:
    """Levels that a share may be said of, nearest first: of its own sentence, else of the one before."""
    if any(token.word in SEVERAL for token in line.tokens[:position]):
        return
    if (which := _antecedent(line, position, whole)) is not None:
        yield Candidate(which, Certainty.KNOWN)
        return
    if whole is not None and _apposed_to_another(line, position, whole):
        return
    if whole is not None:
        beside = [figure for _, figure in _beside_whole(bound, line, position, whole)]
        if len(beside) == 1:
            yield Candidate(beside[0], Certainty.KNOWN)
            return
    facets = said_of(bound, line, position)
    found = False
    for at, figure in _levels_before(bound, line, position, whole):
        if facets and not _matches(bound, figure, facets):
            continue
        certainty = Certainty.STRONG if found or not _beside(line, at, position) else Certainty.KNOWN
        yield Candidate(figure, certainty if not found else Certainty.WEAK)
        found = True
    if found:
        return
    before = previous_line(bound, line)
    steps = 0
    while before is not None and steps < 3:
        for _, figure in _levels_before(bound, before, len(before.tokens), whole):
            if facets and _matches(bound, figure, facets):
                yield Candidate(figure, Certainty.WEAK if found else Certainty.STRONG)
                found = True
            elif not facets and steps == 0:
                sure = not found and _takes_up(line, position)
                yield Candidate(figure, Certainty.STRONG if sure else Certainty.WEAK)
                found = True
        if found:
            return
        before = previous_line(bound, before)
        steps += 1
    yield from _tabled(bound, line, position)


def _antecedent(line: Line, position: int, whole: Figure | None) -> Figure | None:
    """``compared with 93,043 a year earlier, which was 87.6% of 106,200``: ``which`` takes up the level before it."""
    before = line.tokens[max(0, position - 3) : position]
    which = next((at for at, token in enumerate(before) if token.word == "which"), None)
    if whole is None or which is None or any(token.figure is not None for token in before):
        return None
    for token in reversed(line.tokens[: max(0, position - 3) + which]):
        figure = token.figure
        if figure is not None and figure.kind in LEVELS:
            return figure if has_value(figure) and alike(figure, whole) else None
    return None


def _apposed_to_another(line: Line, position: int, whole: Figure) -> bool:
    """Whether a rate follows a level of another kind at once: ``41 of the 119 cars and $31.9 million, a quarter of …``."""
    before = [
        t for t in line.tokens[max(0, position - 3) : position] if t.word not in (",", "or", "a", "(", "just", "about")
    ]
    figure = before[-1].figure if before else None
    return figure is not None and figure.kind in LEVELS and not alike(figure, whole)


def _beside_whole(bound: Bound, line: Line, position: int, whole: Figure) -> Iterator[tuple[int, Figure]]:
    """The levels of the sentence that may be parts of a whole it prints, on either side of the rate."""
    for at, figure in line.figures():
        if (
            figure is whole
            or at == position
            or figure.kind not in LEVELS
            or not has_value(figure)
            or counts_few(figure)
        ):
            continue
        claim = bound.claim(figure)
        if claim is None or claim.role == "base" or not alike(figure, whole):
            continue
        if figure.value is not None and whole.value is not None and figure.value <= whole.value:
            yield at, figure


def _tabled(bound: Bound, line: Line, position: int) -> Iterator[Candidate]:
    """The level that a table of the story gives for the subject of a share: only where it gives one."""
    share = line.tokens[position].figure
    claim = bound.claim(share) if share is not None else None
    if claim is None or "subject" not in claim.explicit or line.block.cell is not None:
        return
    cells = [
        other.figure
        for other in bound.claims
        if other.subject == claim.subject
        and other.story == claim.story
        and other.figure.kind in LEVELS
        and bound.line(other).block.cell is not None
        and has_value(other.figure)
    ]
    if len(cells) == 1:
        yield Candidate(cells[0], Certainty.STRONG)


def _levels_before(bound: Bound, line: Line, position: int, whole: Figure | None) -> Iterator[tuple[int, Figure]]:
    for at in range(position - 1, -1, -1):
        figure = line.tokens[at].figure
        if figure is None or figure.kind not in LEVELS or not has_value(figure) or figure.is_range or figure is whole:
            continue
        claim = bound.claim(figure)
        if (
            claim is None
            or claim.role != "level"
            or counts_few(figure)
            or (whole is not None and not alike(figure, whole))
        ):
            continue
        yield at, figure


def said_of(bound: Bound, line: Line, position: int) -> frozenset[str]:
    """The facets of what the share is said of: those between the last level and the rate (``NEVs made up 40%``)."""
    facets: set[str] = set()
    if opens_with_whole(line, position) is not None:
        for token in line.tokens[position + 1 : position + 5]:
            facets |= {tag[2:] for tag in token.tags if tag.startswith("s:")}
    for at in range(position - 1 if not facets else -1, -1, -1):
        token = line.tokens[at]
        if token.figure is not None and token.figure.kind in LEVELS:
            break
        facets |= {tag[2:] for tag in token.tags if tag.startswith("s:")}
    narrow = {"powertrain", "vehicle", "market"}
    return frozenset(facet for facet in facets if bound.words.axes[facet] in narrow)


def opens_with_whole(line: Line, position: int) -> int | None:
    """Where the whole opens the clause, when the part follows the rate: ``Of all new cars sold, 40.9% are NEVs``."""
    following = line.tokens[position + 1 : position + 2]
    if not following or following[0].word not in _COPULAS:
        return None
    return whole_opens(line.tokens, position)


_COPULAS = frozenset({"are", "were", "is", "was", "have", "had", "came", "went"})


def _matches(bound: Bound, figure: Figure, facets: frozenset[str]) -> bool:
    claim = bound.claim(figure)
    return claim is not None and facets <= claim.scope


def _beside(line: Line, at: int, position: int) -> bool:
    """Whether only words stand between a level and its rate: ``38,640 units, or 33 percent of the total``."""
    inner = line.tokens[at + 1 : position]
    return len(inner) <= 12 and not any(t.figure is not None and t.figure.kind in LEVELS for t in inner)


def _takes_up(line: Line, position: int) -> bool:
    """Whether the sentence opens with a word that takes up the level before: They, That, This."""
    opening = line.tokens[0].word if line.tokens else ""
    return opening in _PRONOUNS and position <= 8
