"""Months within years: a shorter period of one key cannot count more than the longer one that holds it."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.measures import verb_before
from factlint.figures.figure import Figure
from factlint.relations.around import alike, counts_few, has_value
from factlint.relations.beyond_whole import months_beyond
from factlint.relations.in_one_sentence import told_together
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest
from factlint.relations.within_rows import within_rows

_MOST = 12
"""A month that counts more than so many times its year is of something else."""
_CUMULATIVE = frozenset({"cumulative"})


class Within(Relation, frozen=True, eq=False, kw_only=True):
    """``short`` counts within a period that ``long`` covers wholly."""

    confirms = False
    short: Figure
    long: Figure

    def verdict(self) -> Verdict:
        if widest(self.short).above(widest(self.long)):
            return Verdict.DOUBTFUL if self.short.soft or self.long.soft else Verdict.BROKEN
        return Verdict.LOOSE if tightest(self.short).above(tightest(self.long)) else Verdict.HOLDS


def find(bound: Bound) -> Iterator[Within]:
    """Pairs of one story, subject, measure and scope whose periods lie one in the other."""
    for line in bound.lines:
        for short, long in told_together(bound, line):
            yield _within(bound, short, long)
    for inner, outer in months_beyond(bound):
        found = _within(bound, inner.claim, outer.claim, Certainty.STRONG)
        if found.verdict() > Verdict.LOOSE:
            yield found
    for short, long in within_rows(bound):
        yield _within(bound, short, long)
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in bound.claims:
        if _counts_up(bound, claim):
            key = (claim.story, claim.subject, bound.words.family(claim.measure), claim.figure.kind)
            groups.setdefault(key, []).append(claim)
    for claims in groups.values():
        for short in claims:
            for long in claims:
                if _inside(short, long):
                    yield _within(bound, short, long)


def _counts_up(bound: Bound, claim: Claim) -> bool:
    return (
        _adds_up(bound, claim)
        and claim.figure.kind == "count"
        and claim.role == "level"
        and claim.status == "actual"
        and (claim.period is not None or bool(claim.scope & _CUMULATIVE))
        and has_value(claim.figure)
        and not counts_few(claim.figure)
        and not _of_a_whole(bound, claim)
    )


def _of_a_whole(bound: Bound, claim: Claim) -> bool:
    """``24,600 of 236,540 registrations``: a part, whose kind its own sentence need not name."""
    line = bound.line_of.get(claim.sentence)
    at = next((at for at, figure in line.figures() if figure is claim.figure), None) if line is not None else None
    if line is None or at is None:
        return False
    after = line.tokens[at + 1 : at + 6]
    of = next((index for index, token in enumerate(after) if token.word in ("of", "out of")), None)
    return of is not None and any(token.figure is not None for token in after[of + 1 :])


def _names_period(claim: Claim) -> bool:
    return claim.period is not None and claim.period.grain != "day" and "period" in claim.explicit


def _adds_up(bound: Bound, claim: Claim) -> bool:
    """Whether months add up to years: a flow by its measure, or by a verb of doing (``connected 24,300 points``)."""
    measure = bound.words.measures.get(claim.measure or "")
    if measure is not None and measure.flow:
        return True
    if claim.measure is not None and claim.measure.startswith("verb:"):
        return True
    line = bound.line(claim)
    position = next(at for at, figure in line.figures() if figure is claim.figure)
    return claim.measure is not None and verb_before(line, position) is not None


def _inside(short: Claim, long: Claim) -> bool:
    if not alike(short.figure, long.figure) or short.scope & _CUMULATIVE:
        return False
    if (short.figure.value or 0) > _MOST * (long.figure.value or 0):
        return False
    if short.period is not None and short.period.grain == "day":
        return False
    if not long.scope - _CUMULATIVE <= short.scope:
        return False
    if long.scope & _CUMULATIVE:
        return short.figure.start < long.figure.start
    if not (_names_period(short) and _names_period(long)):
        return False
    first, second = short.period, long.period
    if first is None or second is None or first == second:
        return False
    return first.within(second)


def _within(bound: Bound, short: Claim, long: Claim, at_most: Certainty = Certainty.KNOWN) -> Within:
    known = {"subject", "measure"} <= short.explicit & long.explicit
    return Within(
        figures=(short.figure, long.figure),
        short=short.figure,
        long=long.figure,
        certainty=at_most if known else Certainty.STRONG,
        quoted=short.quoted or long.quoted,
    )
