"""A figure and whether its own article bears it out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from factlint.finding import Place


class Tick(msgspec.Struct, frozen=True, eq=False):
    """One figure, ``text[start:end]``, with its status and the codes of the rules that gave it."""

    start: int
    end: int
    quote: str
    kind: str
    status: Literal["confirmed", "contradicted", "unchecked"]
    by: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    """Of a contradicted figure: the codes that would confirm it, did nothing speak against it."""


class Stretch(Protocol):
    """Something with a place in the clean text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def codes_at(figures: Sequence[Stretch], stands: Iterable[tuple[str, Stretch | Place]]) -> Mapping[int, set[str]]:
    """The codes that stand at each figure, by the figure's index. The end of a range stands for the range."""
    starts = [figure.start for figure in figures]
    codes: defaultdict[int, set[str]] = defaultdict(set)
    for code, place in stands:
        index = max(bisect_right(starts, place.start) - 1, 0)
        while index < len(figures) and figures[index].start < place.end:
            if figures[index].end > place.start:
                codes[index].add(code)
            index += 1
    return codes
