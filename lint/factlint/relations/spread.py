"""Ranges as they are printed: the lower end first, the upper end behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.around import has_value
from factlint.relations.relation import Certainty, Relation, Verdict, tightest

KINDS = frozenset({"count", "money", "percent", "measure", "duration"})
_OPENINGS = (None, "from", "about")
"""Hedges that may open a range."""
_WORD = compiled(r"[a-z][a-z-]*")
_GAP = compiled(
    r"\s*(?:to|and(?: up to)?|up to|-|–|—|~|through)\s*(?:about |around |roughly |up to |over |some )?", re.I
)
# "falls within", "fell into": a place, no fall
_FALLS_INTO = compiled(r"\b(?:falls?|fell|falling) (?:in|into|within|under)\b")
_DASHES = ("-", "–", "—", "~")
_SPEEDS = frozenset({"km/h", "mph", "degC", "degF", "V"})
"""A car is braked from the higher speed, a cell cooled and a current converted from the higher value."""
_THIRST = frozenset({"kWh/100km", "L/100km", "g/km", "Wh/km"})
_CHARGE = compiled(r"(?i)\b(?:charg\w*|soc|battery|full)\b")
# ..., priced between: what stands before the comma changes nothing
_PRICED = compiled(r"\b(?:priced|costing|ranging)\b[a-z ]{0,20}\Z")
_MANY = 1000


class Spread(Relation, frozen=True, eq=False, kw_only=True):
    """``low`` and ``high`` are the ends of a range in the order of the text."""

    low: Figure
    high: Figure
    start: int
    end: int
    """The span of the whole range."""

    confirms = False

    def verdict(self) -> Verdict:
        if not tightest(self.low).above(tightest(self.high)):
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.low.soft or self.high.soft else Verdict.BROKEN


class _Words(msgspec.Struct, frozen=True, eq=False):
    """The words of ``[spread]`` in data/slips.toml."""

    plain: frozenset[str]
    verbs: frozenset[str]
    behind: tuple[str, ...]
    change: frozenset[str]
    printed: frozenset[str]


@cache
def _words() -> _Words:
    words = table("slips.toml")["spread"]
    return _Words(
        frozenset(words["plain"]),
        frozenset(words["verbs"]),
        tuple(words["behind"]),
        frozenset(words["change"]),
        frozenset(words["printed"]),
    )


def find(bound: Bound) -> Iterator[Spread]:
    """Every range with two ends of one unit, told by the words around it or by a dash."""
    text = bound.article.text
    for line in bound.lines:
        figures = [figure for _, figure in line.figures() if figure.kind in KINDS]
        for at, figure in enumerate(figures):
            follows = figures[at + 1] if at + 1 < len(figures) else None
            pair = _ends(text, figure, follows)
            if pair is None:
                continue
            low, high = pair
            certainty = _certainty(text, line, low, high)
            if certainty is None or _changes(text, line, low, high):
                continue
            yield Spread(
                figures=(low, high), low=low, high=high, start=low.start, end=high.end,
                certainty=certainty, quoted=line.quoted(figure),
            )  # fmt: skip


def _ends(text: str, figure: Figure, follows: Figure | None) -> tuple[Figure, Figure] | None:
    """The two ends of a range: of one figure that is a range, or of two with only "to" or a dash between."""
    if figure.ends:
        low, high = figure.ends[0], figure.ends[-1]
    elif follows is not None and not follows.ends and _GAP.fullmatch(text, figure.end, follows.start):
        low, high = figure, follows
    else:
        return None
    if not (has_value(low) and has_value(high)) or (low.noun and high.noun and low.noun != high.noun):
        return None
    same_unit = low.unit == (high.unit or "").partition("/")[0] or low.unit == high.unit
    bare = low.unit is None and low.noun is None
    return (low, high) if (same_unit or bare) and low.hedge in _OPENINGS else None


def _certainty(text: str, line: Line, low: Figure, high: Figure) -> Certainty | None:
    """How sure it is that a range is meant; None where a choice, a change or a score may be."""
    words, lead = _words(), _lead(text, line, low)
    joint = text[low.end : high.start].strip().lower()
    tails = [" ".join(lead[at:]) for at in range(len(lead))]
    if _named_behind(text, high, words):
        return Certainty.KNOWN
    if joint.startswith("and"):
        ranged = "between" in tails or any(tail in ("range of", "band of", "in the range") for tail in tails)
        return Certainty.KNOWN if ranged or joint == "and up to" else None
    if joint == "up to" or any(tail in words.plain for tail in tails):
        return Certainty.KNOWN
    if any(tail in words.verbs for tail in tails):
        return Certainty.STRONG
    return Certainty.STRONG if joint in _DASHES and _sized(text, low, high) else None


def _lead(text: str, line: Line, low: Figure) -> list[str]:
    """The words that lead to the range, lower case: up to three."""
    before = text[max(line.sentence.start, low.start - 40) : low.start].lower().replace(", from", " from")
    return _WORD.findall(before.rpartition(",")[2])[-3:]


def _named_behind(text: str, high: Figure, words: _Words) -> bool:
    """Whether the words behind name a range: ``the 200,000-150,000 yuan bracket``."""
    behind = text[high.end : high.end + 20].lower().lstrip(" -").replace("-", " ")
    return behind.startswith(words.behind) and not behind.startswith(("range extend", "range-extend"))


def _sized(text: str, low: Figure, high: Figure) -> bool:
    """Whether a dash alone says range: the ends are money, sizes or times, or counts too long for a score."""
    if text[low.start - 1 : low.start] in _DASHES or text[high.end : high.end + 1] in _DASHES:
        return False
    if high.kind == "count":
        return low.value is not None and low.value >= _MANY and high.noun is not None
    return high.kind in ("money", "measure", "duration")


def _changes(text: str, line: Line, low: Figure, high: Figure) -> bool:
    """Whether the clause speaks of something that may run downwards: a change, a score, a charge that is used up."""
    words = _words()
    if low.unit in _SPEEDS or high.unit in _SPEEDS or (low.value is not None and low.value < 0):
        return True
    start = max(line.sentence.start, low.start - 90)
    before = _FALLS_INTO.sub(" ", text[start : low.start].lower().rpartition(";")[2])
    clause = before.rpartition(",")[2]
    before = clause if _PRICED.search(clause) else before
    behind = text[high.end : min(line.sentence.end, high.end + 40)].lower().partition(",")[0]
    around = {*_WORD.findall(before), *_WORD.findall(behind)}
    if high.unit in _THIRST and words.printed & around and text[low.end : high.start].strip() in _DASHES:
        return True
    if high.kind == "percent" and _CHARGE.search(text, line.sentence.start, line.sentence.end):
        return True
    return bool(words.change & around)
