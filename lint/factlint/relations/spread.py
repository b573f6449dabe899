"""Ranges as they are printed: the lower end first, the upper end behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.relation import Certainty, Relation, Verdict, tightest

KINDS = frozenset({"count", "money", "percent", "measure", "duration"})
_OPENINGS = (None, "from", "about")
"""Hedges that may open a range."""
_WORD = re.compile(r"[a-z][a-z-]*")
_GAP = re.compile(r"\s*(?:to|and|-|–|—|~|through)\s*(?:about |around |roughly |up to |over |some )?", re.I)


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


def find(bound: Bound) -> Iterator[Spread]:
    """Every range with two ends of one unit, told by the words before it or by a dash."""
    words = table("slips.toml")["spread"]
    verbs, plain, change = frozenset(words["verbs"]), frozenset(words["plain"]), frozenset(words["change"])
    text = bound.article.text
    for line in bound.lines:
        figures = [figure for _, figure in line.figures() if figure.kind in KINDS]
        for at, figure in enumerate(figures):
            follows = figures[at + 1] if at + 1 < len(figures) else None
            pair = _ends(text, figure, follows)
            if pair is None:
                continue
            low, high = pair
            lead, joint = _lead(text, line, low), text[low.end : high.start].strip().lower()
            certainty = _certainty(lead, joint, verbs, plain, low)
            if certainty is None or _changes(text, line, low, high, change):
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


def _lead(text: str, line: Line, low: Figure) -> str:
    """The words that lead to the range, lower case: up to three."""
    before = text[max(line.sentence.start, low.start - 40) : low.start].lower()
    return " ".join(_WORD.findall(before.rpartition(",")[2])[-3:])


def _certainty(lead: str, joint: str, verbs: frozenset[str], plain: frozenset[str], low: Figure) -> Certainty | None:
    tails = [lead] + [" ".join(lead.split()[at:]) for at in range(1, len(lead.split()))]
    told = next((tail for tail in tails if tail in verbs), "")
    if joint.startswith("and"):
        return Certainty.KNOWN if "between" in tails else None
    if told:
        return Certainty.KNOWN if told in plain else Certainty.STRONG
    if joint in ("-", "–", "—", "~") and low.kind in ("money", "measure") and low.unit not in ("km/h", "mph"):
        return Certainty.STRONG
    return None


def _changes(text: str, line: Line, low: Figure, high: Figure, change: frozenset[str]) -> bool:
    """Whether the clause speaks of a change or a choice, where the first end may be the larger."""
    start = max(line.sentence.start, low.start - 90)
    before = text[start : low.start].lower().rpartition(";")[2]
    behind = text[high.end : min(line.sentence.end, high.end + 40)].lower().partition(",")[0]
    return bool(change & (set(_WORD.findall(before)) | set(_WORD.findall(behind))))
