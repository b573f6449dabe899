"""A quantity on its way to a figure, and the text that it is read from."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from factlint.figures.bounds import bounds, multiplied
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.numbers import Conventions
from factlint.figures.taken import Taken
from factlint.figures.vocabulary import Sort, Vocabulary


class Page(msgspec.Struct, frozen=True):
    """A text with what is known of it while it is scanned."""

    text: str
    taken: Taken
    words: Vocabulary
    conventions: Conventions


class Draft(msgspec.Struct, gc=False):
    """A quantity being read: ``mantissa`` steps of ``above/below``, before its interval is worked out.

    ``bare`` says that no unit, scale or noun of its own stands with the number: its neighbour's may be its own.
    """

    start: int
    end: int
    mantissa: int = 0
    above: int = 1
    below: int = 1
    kind: str = "count"
    unit: str | None = None
    scale: int = 1
    hedge: str | None = None
    negative: bool = False
    noun: str | None = None
    phrase_start: int = -1
    phrase_end: int = -1
    form: str = "well-formed"
    readings: tuple[Fraction, ...] = ()
    span: Interval | None = None
    """Of an order of magnitude ("hundreds of millions"): its interval."""
    factor: tuple[int, int] = (1, 1)
    """What the unit multiplies the number by (cents: 1/100), already in ``above/below``."""
    weak: bool = False
    """Whether it is a quantity only together with a neighbour ("two" of "two or three weeks")."""
    faint: bool = False
    """Whether it is a quantity only where the sentence has another one ("to 61", but not "bus 12 to 61")."""
    prefix: bool = False
    """Whether a currency stands before the number."""
    word: bool = False
    """Whether the number is printed in words."""
    number_end: int = -1
    """Where the digits end."""

    @property
    def bare(self) -> bool:
        return self.unit is None and self.scale == 1 and self.noun is None

    def take_unit(self, sort: Sort) -> None:
        """Have the unit that a word behind the number gives."""
        self.kind, self.unit, self.factor = sort.kind, sort.unit, (sort.above, sort.below)
        self.above *= sort.above
        self.below *= sort.below

    def take_scale(self, factor: int) -> None:
        """Have the scale that a word behind the number gives."""
        self.scale = factor
        self.above *= factor


def figure_of(draft: Draft, text: str) -> Figure:
    """The figure that a draft has become."""
    start, end = draft.start, draft.end
    first = draft.phrase_start if 0 <= draft.phrase_start < start else start
    last = max(end, draft.phrase_end)
    if draft.form != "well-formed":
        return Figure(
            start, end, text[start:end], draft.kind, unit=draft.unit, hedge=draft.hedge, noun=draft.noun,
            form=draft.form, readings=draft.readings, phrase_start=first, phrase_end=last,
        )  # fmt: skip
    if draft.span is not None:
        return Figure(
            start, end, text[start:end], draft.kind, None, draft.span, draft.span, None, draft.unit,
            draft.hedge, True, draft.noun, phrase_start=first, phrase_end=last,
        )  # fmt: skip
    hedge = "exactly" if draft.kind == "rank" else draft.hedge
    exact = bounds(draft.mantissa, draft.above, draft.below, hedge, draft.negative)
    if draft.kind in ("multiple", "ratio") and exact.soft and exact.value > 0:
        exact = exact.narrowed(multiplied(exact.value, exact.step, hedge))
    return Figure(
        start, end, text[start:end], draft.kind, exact.value, exact.interval, exact.loose, exact.step, draft.unit,
        draft.hedge, exact.soft, draft.noun, phrase_start=first, phrase_end=last,
    )  # fmt: skip
