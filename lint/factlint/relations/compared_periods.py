"""Compared periods: a change, the period that it is of, and the one that it is measured from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.relation import Certainty, Relation, Verdict

_SAME = compiled(
    r"\b(?:same|corresponding|comparable|equivalent|like|matching)\s+(?:(?:period|months?|quarter|half|time|span|weeks?)\s+)?(?:of|in)?\s*\Z",
    re.I,
)
_FROM = compiled(
    r"\b(?:from|than|than in|over|compared with|compared to|against|versus|on)\s+(?:that in |that of |the )?\Z", re.I
)
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class ComparedPeriods(Relation, frozen=True, eq=False, kw_only=True):
    """A change ``now`` is measured from ``base``: two periods that cannot be one and the same."""

    now: Figure
    base: Figure

    confirms = False

    def verdict(self) -> Verdict:
        assert self.now.period is not None
        assert self.base.period is not None
        same_year = self.now.period.first.year == self.base.period.first.year
        return Verdict.BROKEN if same_year else Verdict.HOLDS


def find(bound: Bound) -> Iterator[ComparedPeriods]:
    """Every change whose sentence prints its period and that of its base, each with the year."""
    text = bound.article.text
    for line in bound.lines:
        periods = [figure for _, figure in line.figures() if _named(figure)]
        if len(periods) < 2:
            continue
        changes = _changes(bound, line)
        for at, base in enumerate(periods):
            before = text[max(line.sentence.start, base.start - 40) : base.start]
            same = _SAME.search(before)
            others = periods[:at] or periods[at + 1 :]
            now = others[-1] if periods[:at] else others[0]
            alone = now.period == base.period and periods[:at] and _of_base(bound, line, base)
            if alone or (changes and (same or (_FROM.search(before) and now.period == base.period))):
                yield ComparedPeriods(
                    figures=(base, now),
                    now=now,
                    base=base,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(base),
                )


def _named(figure: Figure) -> bool:
    """Whether a figure names one period with its year."""
    return (
        figure.kind in ("period", "date")
        and figure.period is not None
        and figure.relative is None
        and _YEAR.search(figure.quote) is not None
    )


def _changes(bound: Bound, line: Line) -> bool:
    claims = (bound.claim(figure) for _, figure in line.figures())
    return any(claim is not None and claim.role == "change" for claim in claims)


def _of_base(bound: Bound, line: Line, period: Figure) -> bool:
    """``compared with 133,480 in the first quarter of 2026``: the period stands right behind a bare base."""
    text = bound.article.text
    for _, figure in line.figures():
        claim = bound.claim(figure)
        if claim is not None and claim.role == "base" and figure.end < period.start:
            behind = text[max(figure.end, figure.phrase_end) : period.start]
            if figure.noun is None and behind.strip() in ("in", "of", "for", "during", "in the", "of the"):
                return True
    return False
