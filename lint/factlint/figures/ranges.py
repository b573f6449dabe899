"""Two quantities that are one range, or that share a unit, a scale or a currency."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval

_BETWEEN = re.compile(r"\b(?:between|from) (?:about |around |roughly |some )?\Z", re.I)
_RANGE_VERB = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|run|runs|ran|running|priced|prices?|pricing|cost(?:s|ing)?|anywhere|span(?:s|ning)?|available"
    r"|extend(?:s|ing)?|anything|spread|come|comes|differ|go|goes)(?: [a-z-]+){0,3} from \Z", re.I
)  # fmt: skip
_DASHES = frozenset(("-", "–", "—", "−", "~", "～", "〜", "‑", " - ", " – ", " — ", " ~ ", "至", "到"))
_TO = frozenset((" to ", " to\n", "\nto ", "-to-", " through ", " up to "))
_SHARES = frozenset((" and ", ", ", " or ", "/", ", and ", " to ", " versus ", " vs ", " vs. ", " against ", " x ", " × ", "x", "×", " by "))


def joint(text: str, one: Draft, other: Draft) -> str:
    """How two neighbouring quantities belong together: range, share (of a unit), or not ("")."""
    gap = text[one.end : other.start]
    if not gap or len(gap) > 9 or "\n\n" in gap:
        return ""
    if gap in _DASHES:
        return "range" if _ascending(one, other) and (gap.strip() == gap or one.bare is False or True) else ""
    if gap in _TO:
        if not _ascending(one, other) and _kindred(one, other) and _range_verb(text, one):
            return "range"
        if not _ascending(one, other):
            return "share" if _kindred(one, other) and one.bare else ""
        before = _BETWEEN.search(text, max(0, one.start - 20), one.start)
        if before is not None and before[0].lower().startswith("from"):
            return "range" if _range_verb(text, one) else "share"
        return "range"
    if gap == " and ":
        before = _BETWEEN.search(text, max(0, one.start - 20), one.start)
        if before is not None and before[0].lower().startswith("between") and _ascending(one, other):
            return "range"
    return "share" if gap in _SHARES else ""


def _range_verb(text: str, one: Draft) -> bool:
    return _RANGE_VERB.search(text, max(0, one.start - 48), one.start) is not None


def _kindred(one: Draft, other: Draft) -> bool:
    if one.kind in ("rank", "multiple") or other.kind in ("rank", "multiple", "ratio"):
        return one.kind == other.kind
    return one.unit == other.unit or one.unit is None or (one.kind == other.kind == "money" and one.prefix) or _same_money(one, other)


def _same_money(one: Draft, other: Draft) -> bool:
    return bool(one.unit and other.unit and other.unit.partition("/")[0] == one.unit)


def _ascending(one: Draft, other: Draft) -> bool:
    """Whether a range may run from one to the other: one kind of thing, and upwards."""
    if not _kindred(one, other) or one.span or other.span or one.form != "well-formed" or other.form != "well-formed":
        return False
    if one.unit is None and one.noun is not None:
        return False
    scale = other.scale if one.scale == 1 and one.mantissa * other.below <= other.mantissa * one.below else one.scale
    left = one.mantissa * scale * other.below
    right = other.mantissa * other.scale * one.below
    return -left <= right if one.negative else left <= right


def share(one: Draft, other: Draft, through_scale: bool) -> None:
    """Let ``one`` have the unit, scale and currency of ``other`` where it has none of its own."""
    if one.form != "well-formed" or one.span is not None or other.kind in ("rank", "ratio", "name", "date"):
        return
    if through_scale and one.scale == 1 and other.scale > 1 and one.mantissa * other.below < other.mantissa * one.below * 1000 and one.mantissa < 1000 * one.below:
        one.scale = other.scale
        one.above *= other.scale
    if one.unit is None and one.noun is None and other.unit is not None:
        one.unit, one.kind = other.unit, other.kind
        if other.kind in ("money", "points", "percent") or other.scale == 1:
            one.above, one.below = _factor(one, other)
    elif _same_money(one, other):
        one.unit = other.unit
    if one.kind == "count" and other.kind == "multiple":
        one.kind = "multiple"


def _factor(one: Draft, other: Draft) -> tuple[int, int]:
    """Cents and basis points: the factor of the unit goes over with it."""
    return one.above, one.below


def range_figure(one: Figure, other: Figure, text: str, noun: str | None) -> Figure:
    """One figure of two ends: from the low end of the one to the high end of the other."""
    low, high = one.interval, other.interval
    assert low is not None and high is not None
    loose_low, loose_high = one.loose or low, other.loose or high
    return Figure(
        one.start, other.end, text[one.start : other.end], other.kind,
        interval=Interval(low.low, high.high, low.low_closed, high.high_closed),
        loose=Interval(loose_low.low, loose_high.high, loose_low.low_closed, loose_high.high_closed),
        step=other.step, unit=other.unit, hedge=one.hedge or other.hedge, soft=one.soft or other.soft,
        noun=noun, ends=(one, other), phrase_start=one.phrase_start, phrase_end=other.phrase_end,
    )  # fmt: skip
