"""The stretches of a text that are explained already, so that nobody reads their digits again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Self

import msgspec


class Taken(msgspec.Struct, frozen=True):
    """Sorted spans that do not overlap; every query takes logarithmic time."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Self:
        """The spans, in any order; those that touch or overlap are merged where they overlap."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def plus(self, spans: Iterable[tuple[int, int]]) -> Self:
        """These spans and further ones."""
        return type(self).of([*zip(self.starts, self.ends, strict=True), *spans])

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character from ``start`` up to ``end`` is explained."""
        at = bisect_left(self.ends, start + 1)
        return at < len(self.starts) and self.starts[at] < end

    def end_of(self, position: int) -> int:
        """The end of the span that holds ``position``; ``position`` itself where none does."""
        at = bisect_right(self.starts, position) - 1
        return self.ends[at] if at >= 0 and position < self.ends[at] else position

    def next_start(self, position: int, default: int) -> int:
        """Where the first span at or after ``position`` starts; ``default`` where none follows."""
        at = bisect_left(self.starts, position)
        return self.starts[at] if at < len(self.starts) else default
