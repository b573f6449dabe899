"""Which figures of an article its own arithmetic bears out, and which it contradicts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from factlint.figures.figure import Figure
from factlint.finding import Finding, Place, Severity
from factlint.reading import Reading
from factlint.relations.relation import Relation, Verdict


class Tick(msgspec.Struct, frozen=True, eq=False):
    """One figure with its status and the codes of the rules that gave it."""

    figure: Figure
    status: Literal["confirmed", "contradicted", "unchecked"]
    by: tuple[str, ...] = ()


def confirming(relation: Relation) -> bool:
    """Whether a relation bears its figures out: something was computed, and it holds."""
    return relation.confirms and relation.verdict() in (Verdict.HOLDS, Verdict.LOOSE)


def ticks(
    reading: Reading, findings: Iterable[Finding], confirmed: Iterable[tuple[str, Relation]], silent: frozenset[str]
) -> tuple[Tick, ...]:
    """One tick for each figure, in order.

    ``confirmed`` are the relations that hold with the code of the rule that judges them; ``silent`` the codes
    whose findings speak of the form of the text and contradict no figure.
    """
    against = _codes_at(
        reading,
        (
            (finding.code, place)
            for finding in findings
            if finding.severity is not Severity.SUGGESTION and finding.code not in silent
            for place in (finding.place, *finding.because)
        ),
    )
    in_favour = _codes_at(reading, ((code, figure) for code, relation in confirmed for figure in relation.figures))
    return tuple(_tick(index, figure, against, in_favour) for index, figure in enumerate(reading.figures))


def _tick(index: int, figure: Figure, against: Mapping[int, set[str]], in_favour: Mapping[int, set[str]]) -> Tick:
    if index in against:
        return Tick(figure, "contradicted", tuple(sorted(against[index])))
    if index in in_favour:
        return Tick(figure, "confirmed", tuple(sorted(in_favour[index])))
    return Tick(figure, "unchecked")


def _codes_at(reading: Reading, stands: Iterable[tuple[str, Figure | Place]]) -> Mapping[int, set[str]]:
    """The codes that stand at each figure, by the figure's index. The end of a range stands for the range."""
    figures = reading.figures
    starts = [figure.start for figure in figures]
    codes: defaultdict[int, set[str]] = defaultdict(set)
    for code, place in stands:
        index = max(bisect_right(starts, place.start) - 1, 0)
        while index < len(figures) and figures[index].start < place.end:
            if figures[index].end > place.start:
                codes[index].add(code)
            index += 1
    return codes
