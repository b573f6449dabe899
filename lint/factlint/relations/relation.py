"""What a relation is: figures that the text ties together, and whether they can be true together."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

import msgspec

from factlint.figures.figure import Figure
from factlint.figures.interval import Interval


class Verdict(IntEnum):
    """How two intervals stand to each other under the readings that are admissible."""

    HOLDS = 0
    """They meet as printed."""
    LOOSE = 1
    """They meet only if trailing zeros were rounded."""
    DOUBTFUL = 2
    """They do not meet, but an end is a guess (about, nearly)."""
    BROKEN = 3
    """They cannot meet."""


class Certainty(IntEnum):
    """How sure it is that the figures speak of the same thing."""

    WEAK = 0
    """Possible: a suggestion at most."""
    STRONG = 1
    """A slot is unknown but the context is strong: a warning at most."""
    KNOWN = 2
    """Every slot is known to agree, or the sentence itself states the relation: an error."""


class Relation(msgspec.Struct, frozen=True, eq=False, gc=False, kw_only=True):
    """Figures that must agree. ``figures`` are all of them, the one an editor would correct first in front."""

    figures: tuple[Figure, ...]
    certainty: Certainty = Certainty.KNOWN
    quoted: bool = False
    """Whether a figure stands inside a quotation: it is the speaker's, and a warning at most."""

    confirms: ClassVar[bool] = True
    """Whether a relation that holds confirms its figures: true where something was computed, not merely repeated."""
    limit: ClassVar[bool] = False
    """Whether it only holds a figure against what is possible: such a relation never confirms."""

    def verdict(self) -> Verdict:
        """Whether the figures can be true together."""
        raise NotImplementedError(f"{type(self).__name__} has no verdict")


def widest(figure: Figure) -> Interval:
    """The interval of a figure were its trailing zeros rounded."""
    interval = _starting(figure) or figure.loose or figure.interval
    if interval is None:
        raise ValueError(f"{figure.quote!r} has no value")
    return interval


def tightest(figure: Figure) -> Interval:
    """The interval of a figure as printed."""
    interval = _starting(figure) or figure.interval
    if interval is None:
        raise ValueError(f"{figure.quote!r} has no value")
    return interval


def _starting(figure: Figure) -> Interval | None:
    """A starting price ("from 37,590 euros") is one price, though it is the least of many."""
    if figure.hedge != "from" or figure.value is None or figure.step is None:
        return None
    return Interval(figure.value - figure.step / 2, figure.value + figure.step, True, False)


def judge(
    stated: Interval, computed: Interval, loose_stated: Interval, loose_computed: Interval, soft: bool
) -> Verdict:
    """Compare what is stated with what follows, as printed and with trailing zeros rounded."""
    if stated.overlaps(computed):
        return Verdict.HOLDS
    if loose_stated.overlaps(loose_computed):
        return Verdict.LOOSE
    return Verdict.DOUBTFUL if soft else Verdict.BROKEN
