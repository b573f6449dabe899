"""The figures of a run of drafts: ranges joined, units shared, what stands alone left out."""

from __future__ import annotations

from factlint.figures.draft import Draft, figure_of
from factlint.figures.figure import Figure
from factlint.figures.measures import with_rate
from factlint.figures.ranges import inherit, joint, range_figure, share, sprint
from factlint.figures.vocabulary import Sort, vocabulary
from factlint.patterns import compiled

_BETWEEN = compiled(r"\b[Bb]etween \Z")
_STOP = compiled(r"[.!?]\s|\n")
_OF_COUNT = compiled(r" (?:out )?of (?:the |its |their )?\Z")


def joined(text: str, drafts: list[Draft]) -> list[Figure]:
    """The figures of drafts in order. The drafts are used up."""
    ranged = _relate(text, drafts)
    _drop_lone(text, drafts, ranged)
    figures: list[Figure] = []
    at, last = 0, len(drafts)
    while at < last:
        one = drafts[at]
        if at in ranged and at + 1 < last:
            other = drafts[at + 1]
            if one.weak and other.weak and not other.word:
                at += 2
                continue
            between = _BETWEEN.search(text, max(0, one.start - 8), one.start)
            start = between.start() if between else one.start
            figures.append(range_figure(figure_of(one, text), figure_of(other, text), text, start))
            at += 2
            continue
        if not one.weak:
            figures.append(figure_of(one, text))
        at += 1
    return figures


def _drop_lone(text: str, drafts: list[Draft], ranged: set[int]) -> None:
    """Leave out the numbers that nothing but a common word before them makes a quantity, and that stand alone."""
    for at, one in enumerate(drafts):
        if not one.faint or not one.bare or one.weak or at in ranged or at - 1 in ranged or one.kind != "count":
            continue
        before = drafts[at - 1] if at else None
        after = drafts[at + 1] if at + 1 < len(drafts) else None
        if before is not None and _beside(text, before, before.end, one.start):
            continue
        one.weak = after is None or not _beside(text, after, one.end, after.start)


def _beside(text: str, other: Draft, start: int, end: int) -> bool:
    """Whether another quantity stands in the same sentence, a stretch of it apart."""
    if other.weak or other.faint or other.kind == "rank":
        return False
    return end - start < 160 and _STOP.search(text, start, end) is None


_PARTS = {"ft": ("in", 12), "lb": ("oz", 16)}
"""Units whose parts are printed behind them, and how many make one."""


def _with_parts(text: str, one: Draft, other: Draft) -> bool:
    """As in "14 ft 6 in", "6-foot-2" and "7lb 6oz": one measure, put into the first draft; the second is used up."""
    gap = text[one.end : other.start]
    part, size = _PARTS[one.unit or ""]
    if one.below != 1 or other.mantissa >= size * other.below or other.form != "well-formed":
        return False
    if not ((gap in (" ", ", ", "-") and other.unit == part) or (gap == "-" and other.unit is None and part == "in")):
        return False
    one.mantissa, one.below = size * one.mantissa * other.below + other.mantissa, size * other.below
    one.end = one.phrase_end = other.end
    other.weak = True
    return True


def _relate(text: str, drafts: list[Draft]) -> set[int]:
    """Let neighbours share what they lack, from the last to the first; which drafts begin a range."""
    ranged: set[int] = set()
    for at in range(len(drafts) - 2, -1, -1):
        one, other = drafts[at], drafts[at + 1]
        if other.start - one.end > 12:
            continue
        if one.unit in _PARTS and _with_parts(text, one, other):
            continue
        how = joint(text, one, other)
        if how == "score":
            one.weak = other.weak = True
        elif how == "range" and not one.form == other.form == "well-formed":
            continue
        elif how == "range" and at + 1 not in ranged:
            unit = sprint(one, other) if other.unit is None else None
            if unit:
                other.unit, other.kind = unit, "measure"
            share(one, other, how)
            if one.prefix and other.kind == "money" and other.unit and "/" not in other.unit:
                (_, other.unit, *_), other.end = with_rate(text, Sort("money", other.unit), other.end, vocabulary())
            ranged.add(at)
        elif how and how != "range":
            share(one, other, how)
        if at in ranged:
            continue
        if one.bare and other.noun is not None and one.kind == "count" and _OF_COUNT.search(text, one.end, other.start):
            one.noun, one.weak = other.noun, False
        elif one.unit is not None:
            one.weak = False
    for at in range(1, len(drafts)):
        other = drafts[at]
        if other.unit is None and other.noun is None and other.kind == "count" and at - 1 not in ranged:
            other.weak = not inherit(text, drafts, at) and other.weak
    return ranged
