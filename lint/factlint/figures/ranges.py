"""Two quantities that are one range, or that share a unit, a scale or a currency."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.patterns import compiled

_BEFORE = compiled(r"\b(between|from|by|to|of|Between|From)(?: (?:about|around|roughly|some))? \Z")
_RANGE_VERB = compiled(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|runs?|ran|running|pric(?:ed|es?|ing)|costs?|costing|anywhere|anything"
    r"|span(?:s|ning)?|extend(?:s|ing)?|stretch(?:es|ing)?|reach(?:es|ing)?|spread|come|comes|differs?|acceleration|charg(?:e|es|ed|ing)|available|sprint"
    r"|offered|sold|leases?)(?: (?:now|currently|typically|mostly|generally|will|run|is|are|for|vary|range))? from \Z",
    re.I,
)
_DASHES = frozenset(("-", "–", "—", "−", "~", "～", "〜", "‑", " - ", " – ", " — ", " ~ ", "至", "到"))
_TO = frozenset((" to ", " to\n", "\nto ", "-to-", " through ", " up to ", " and up to "))
_LISTED = frozenset((" and ", ", ", " or ", "/", ", and ", ", or ", " versus ", " vs ", " vs. ", " against ", " by "))
_FEW_TIMES = 1000
"""No multiple is as large: ``it has 2,400, three times as many``."""
_TIMES = frozenset((" x ", " × ", "x", "×", " by "))
_ELLIPSIS = compiled(
    r"(?:^|[ ,(])(?:to|from|vs\.?|versus|against|than|with|and|or|being|managed|by|after|under|below)(?: just| only| well)?"
    r"(?: (?:over|under|about|nearly|almost|around|more than|less than|not less than))? \Z"
)
_SPAN = compiled(
    r"\b(?:age[sd]?|between|from|some|about|around|roughly|up|down|range|sizes?|priced)(?: of| at)? \Z", re.I
)
"""Before two bare numbers with a dash between them that are the ends of a range, and no score or vote."""
_BRACKET = compiled(r" (?:age|years?|bracket|range|band)\b")
_MOVED = compiled(
    r"\b(?:rose|risen|rises|rising|fell|fallen|falls|falling|gained|gains|lost|added|adds|jumped|jumps|dropped|drops|climbed|climbs|slipped|slips|surged"
    r"|soared|tumbled|plunged|slid|sank|advanced|declined|increased|grew|ticked|edged|up|down|shed|sheds|eased|dipped)"
    r"(?: (?:up|down|by|another|a further|about|nearly|almost|around|roughly|over|more than|less than|just|only))*+ \Z"
)
"""Before an amount of change, to which a level follows: "rose 11 cents to $5.91"."""
_FAR_APART = 4
"""The ends of a range that is printed the wrong way round lie within this factor."""
_SENTENCE = compiled(r"[.!?](?:[ \n]|$)|\n\n|:")


def joint(text: str, one: Draft, other: Draft) -> str:
    """How two neighbouring quantities belong together: "range", "share" (of a unit and scale), "list", or ""."""
    gap = text[one.end : other.start]
    if not gap or len(gap) > 11 or "\n\n" in gap:
        return ""
    if gap in _DASHES:
        if gap in "-–" and one.bare and other.bare and not _spans(text, one, other):
            return "score"
        if _ascending(one, other):
            return "range"
        if one.bare and other.kind == "measure" and not other.mantissa:
            return "list"
        if _descending(one, other):
            return "share"
        return ""
    if gap in _TO:
        return _joined_by_to(text, one, other)
    if gap == " and ":
        before = _BEFORE.search(text, max(0, one.start - 24), one.start)
        if before is not None and before[1].lower() == "between" and _ascending(one, other):
            return "range"
    if gap == " or " and one.bare and one.below == other.below == 1 and other.mantissa == one.mantissa + 1 <= 12:
        return "range"
    if gap in _TIMES:
        return "list" if other.kind == "measure" else ""
    return "list" if gap in _LISTED else ""


def _joined_by_to(text: str, one: Draft, other: Draft) -> str:
    before = _BEFORE.search(text, max(0, one.start - 24), one.start)
    word = before[1].lower() if before else ""
    if not _ascending(one, other):
        reversed_range = _kindred(one, other) and word == "from" and _range_verb(text, one)
        return "range" if reversed_range else "share" if one.bare and _kindred(one, other) else ""
    apart = one.unit is not None or 20 * one.mantissa * other.below < other.mantissa * one.below
    if apart and not word and _MOVED.search(text, max(0, one.start - 32), one.start):
        return ""
    if word == "from" and not _range_verb(text, one) and other.unit not in ("km/h", "mph"):
        return "share"
    if word == "by" and (one.unit is not None or one.mantissa * one.above * 3 < other.mantissa * other.above):
        return ""
    return "range"


def _range_verb(text: str, one: Draft) -> bool:
    return _RANGE_VERB.search(text, max(0, one.start - 48), one.start) is not None


def _spans(text: str, one: Draft, other: Draft) -> bool:
    """Whether two bare numbers joined by a dash are ends of a range ("aged 18-30") rather than a score or a vote."""
    if _BRACKET.match(text, other.end) and _ascending(one, other):
        return True
    if one.word or sprint(one, other) is not None or (one.hedge is not None and _ascending(one, other)):
        return True
    return _SPAN.search(text, max(0, one.start - 16), one.start) is not None


def _kindred(one: Draft, other: Draft) -> bool:
    """Whether two quantities can be ends of one range: one unit, or a unit that the other one lacks."""
    if one.kind != other.kind and (one.kind in ("rank", "ratio", "multiple") or other.kind in ("rank", "ratio")):
        return False
    if one.unit == other.unit or one.unit is None:
        return True
    if one.prefix and other.unit is None and other.noun is None:
        return True
    return other.unit is not None and other.unit.partition("/")[0] == one.unit


def _ascending(one: Draft, other: Draft) -> bool:
    """Whether a range may run from one to the other: one kind of thing, and upwards."""
    if not _kindred(one, other) or one.span or other.span or one.form != "well-formed" or other.form != "well-formed":
        return False
    if (one.unit is None and one.noun is not None) or other.negative:
        return False
    if one.scale == 1 < other.scale and one.noun is None and _larger(one, other):
        return False
    left, right = one.mantissa * one.above * other.below, other.mantissa * other.above * one.below
    if one.unit is None and other.unit is not None:
        left, right = left * other.factor[0], right * other.factor[1]
    scaled = other.scale if one.scale == 1 and one.mantissa * other.below <= other.mantissa * one.below else 1
    return one.negative or left * scaled < right


def _descending(one: Draft, other: Draft) -> bool:
    """Whether a bare number and a quantity behind a dash are ends of one size, the larger first: ``322-220 km``."""
    bare = one.bare or (one.prefix and one.scale == 1)
    united = other.unit is not None or (one.prefix and other.noun is None)
    return bare and united and one.form == other.form and other.span is None and _larger(one, other)


def _larger(one: Draft, other: Draft) -> bool:
    """Whether the first number, as printed, is the larger one, and not by far."""
    left, right = one.mantissa * other.below, other.mantissa * one.below
    return right < left < _FAR_APART * right


def share(one: Draft, other: Draft, how: str) -> None:
    """Let two joined quantities have of each other the unit, scale and currency that one of them lacks.

    In a list only the unit is shared, and only by a number that has none of its own.
    """
    if one.form != "well-formed" or one.span is not None or one.kind not in ("count", "money"):
        return
    if other.kind in ("rank", "ratio") or (how == "list" and one.scale != other.scale):
        return
    if how != "list":
        alike = one.mantissa * other.below < other.mantissa * one.below or _larger(one, other)
        if one.scale == 1 and other.scale > 1 and alike and one.mantissa < 100_000 * one.below:
            one.take_scale(other.scale)
        if one.prefix and other.unit is None and other.noun is None:
            other.unit, other.kind = one.unit, "money"
    if one.unit is None and one.noun is None and other.unit is not None and not _too_large_a_rate(one, other):
        one.kind, one.unit = other.kind, other.unit
        one.above *= other.factor[0]
        one.below *= other.factor[1]
    elif how != "list" and one.unit and other.unit and other.unit.startswith(one.unit + "/"):
        one.unit = other.unit
    elif (
        one.kind == "count" and one.noun is None and other.kind == "multiple" and one.mantissa < _FEW_TIMES * one.below
    ):
        one.kind = "multiple"


def _too_large_a_rate(one: Draft, other: Draft) -> bool:
    """Whether a count only stands beside its rate: ``8,410, or 44.6%`` is no pair of percentages."""
    return other.unit in ("%", "pp") and one.mantissa * one.above >= 1000 * one.below


# "one every 72 seconds, or 50 an hour": pieces, not seconds
_RATE = compiled(r" (?:an?|per|each|every) (?:minute|hour|day|shift|week|month|quarter|year)\b")


def inherit(text: str, drafts: list[Draft], at: int) -> bool:
    """Let a number without unit have that of the quantity before it: "from 320 miles to 288", "6.4 mln dlrs vs 5.2 mln".

    Says whether it does. Both stand in one clause, a word of comparison leads to the second, and their sizes are alike.
    """
    other = drafts[at]
    before = drafts[at - 1]
    if before.unit is None or before.form != "well-formed" or before.kind in ("percent", "points"):
        return False
    start = other.phrase_start if other.phrase_start >= 0 else other.start
    gap = text[before.end : start]
    if before.kind == "duration" and _RATE.match(text, other.end):
        return False
    if len(gap) > 60 or not _ELLIPSIS.search(text, max(before.end, start - 24), start) or _SENTENCE.search(gap):
        return False
    left = before.mantissa * before.above * other.below
    right = other.mantissa * other.above * before.below
    if 5 * right * before.factor[1] < left * before.factor[0] or right > 5 * left:
        return False
    other.kind, other.unit = before.kind, before.unit
    other.above *= before.factor[0]
    other.below *= before.factor[1]
    return True


def sprint(one: Draft, other: Draft) -> str | None:
    """The unit of a range that names a sprint by its speeds alone: 0-60 in mph, 0-100 in km/h."""
    if one.mantissa or one.unit is not None or other.noun is not None:
        return None
    return {30: "mph", 60: "mph", 62: "mph", 100: "km/h", 200: "km/h", 300: "km/h"}.get(other.mantissa)


def range_figure(one: Figure, other: Figure, text: str, start: int) -> Figure:
    """One figure of two ends: from the low end of the one to the high end of the other; its quote begins at ``start``."""
    low, high = one.interval, other.interval
    assert low is not None
    assert high is not None
    loose_low, loose_high = one.loose or low, other.loose or high
    return Figure(
        start, other.end, text[start : other.end], other.kind,
        interval=Interval(low.low, high.high, low.low_closed, high.high_closed),
        loose=Interval(loose_low.low, loose_high.high, loose_low.low_closed, loose_high.high_closed),
        step=other.step, unit=other.unit, hedge=one.hedge or other.hedge, soft=one.soft or other.soft,
        noun=other.noun, ends=(one, other), phrase_start=min(start, one.phrase_start), phrase_end=other.phrase_end,
    )  # fmt: skip
