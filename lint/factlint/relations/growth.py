"""Changes: a percentage beside the two levels that it follows from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import comparable, has_value
from factlint.relations.growth_pairs import left_to_others, pairs_of
from factlint.relations.meant import may_be_slip
from factlint.relations.other_terms import stories_on_other_terms
from factlint.relations.passage import goes_on, pairs_in_time, passage
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest
from factlint.relations.slipped import slipped

HUNDRED = 100


class Growth(Relation, frozen=True, eq=False, kw_only=True):
    """``percent`` says how ``now`` stands to ``base``; ``direction`` is +1, -1, or 0 when the words leave it open.

    It may be printed in percentage points, which is another fault.
    """

    percent: Figure
    now: Figure
    base: Figure
    direction: int

    def computed(self, loose: bool = False) -> Interval:
        """The change in percent that the two levels give: 100 (now / base - 1)."""
        reading = widest if loose else tightest
        return reading(self.now).over(reading(self.base)).scaled(HUNDRED).shifted(-HUNDRED)

    def stated(self, loose: bool = False) -> Interval:
        """The change as printed, negative for a fall."""
        printed = (widest if loose else tightest)(self.percent)
        if self.direction < 0 and not (printed.high is not None and printed.high <= 0):
            return -printed
        return printed

    def verdict(self) -> Verdict:
        soft = self.percent.soft or self.now.soft or self.base.soft
        found = judge(self.stated(), self.computed(), self.stated(True), self.computed(True), soft)
        if found > Verdict.LOOSE and self.direction == 0 and (-self.stated(True)).overlaps(self.computed(True)):
            return Verdict.HOLDS
        return found

    def exact(self) -> Fraction | None:
        """The change that the printed values give, in percent."""
        if self.now.value is None or not self.base.value:
            return None
        return (self.now.value / self.base.value - 1) * HUNDRED


def find(bound: Bound) -> Iterator[Growth]:
    """Every change whose base and level stand in its sentence or the one before.

    A base that one percentage of a sentence follows from is not that of another one.
    """
    other_terms = stories_on_other_terms(bound)
    open_: list[tuple[Line, int, int]] = []
    explained: set[tuple[object, object]] = set()
    for line in bound.lines:
        found = []
        for position, figure in line.figures():
            claim = bound.claim(figure)
            if figure.kind not in ("percent", "points") or claim is None or not has_value(figure) or figure.is_range:
                continue
            if claim.role != "change":
                continue
            relation = _best(
                [_growth(line, figure, claim.direction, *pair) for pair in pairs_of(bound, line, position)]
            )
            if relation is not None:
                found.append(relation)
            elif figure.kind == "percent" and line.sentence.story not in other_terms:
                open_.append((line, position, claim.direction))
        if line.sentence.story in other_terms:
            found = [relation for relation in found if relation.verdict() <= Verdict.LOOSE]
        owned = {relation.base.start for relation in found if relation.verdict() <= Verdict.LOOSE}
        for relation in found:
            if relation.base.start not in owned or relation.verdict() <= Verdict.LOOSE:
                explained.add((relation.now.value, relation.base.value))
                yield relation
    for line, position, direction in open_:
        told = _of_passage(bound, line, position, direction, explained)
        if told is not None:
            yield told


def _of_passage(
    bound: Bound, line: Line, position: int, direction: int, explained: set[tuple[object, object]]
) -> Growth | None:
    """A change that goes on with the two levels of its passage that the text tells apart by time.

    With more than two of them, or more than one change, only one that a slip of the keyboard parts from the change is
    told by it. Levels that another change has ``explained`` are that one's.
    """
    percent = line.tokens[position].figure
    claim = bound.claim(percent) if percent is not None else None
    if percent is None or claim is None or left_to_others(line, position):
        return None
    levels = [level for level in passage(bound, line) if level.figure.kind != "percent"]
    pairs = [pair for pair in pairs_in_time(bound, levels, claim.basis) if goes_on(bound, line, position, pair)]
    found = [_growth(line, percent, direction, now, base, Certainty.STRONG) for now, base in pairs]
    for candidate in found:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    found = [one for one in found if (one.now.value, one.base.value) not in explained]
    towards = [one for one in found if (one.exact() or 0) * (direction or 1) > 0]
    changes = sum(figure.kind == "percent" for _, figure in line.figures())
    if len(found) == changes == len(towards) == 1:
        return found[0] if found[0].certainty > Certainty.WEAK else None
    slips = [one for one in towards if slipped(percent, abs(one.exact() or Fraction(0)))]
    return slips[0] if len(slips) == 1 and len(found) <= _FEW else None


_FEW = 3


def _best(candidates: list[Growth]) -> Growth | None:
    """The first reading that holds, else the surest that is more than possible."""
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    surest = max(candidates, key=lambda growth: growth.certainty, default=None)
    return surest if surest is not None and surest.certainty > Certainty.WEAK else None


def _growth(line: Line, percent: Figure, direction: int, now: Figure, base: Figure, certainty: Certainty) -> Growth:
    return Growth(
        figures=(percent, now, base),
        percent=percent,
        now=now,
        base=base,
        direction=direction,
        certainty=certainty if _may_be_meant(percent, direction, now, base) else Certainty.WEAK,
        quoted=line.quoted(percent),
    )


def _may_be_meant(percent: Figure, direction: int, now: Figure, base: Figure) -> bool:
    """Whether two levels stand to each other roughly as the change says, or as a slip of a power of ten would have it."""
    if percent.value is None or now.value is None or not base.value:
        return True
    stated = 1 + (direction or 1) * abs(percent.value) / HUNDRED
    return stated <= 0 or comparable(stated, now.value / base.value) or _slipped(percent, direction, now, base)


def _slipped(percent: Figure, direction: int, now: Figure, base: Figure) -> bool:
    """Whether one slip explains that a change misses its levels."""
    change = -tightest(percent) if direction < 0 else tightest(percent)
    factor = change.scaled(Fraction(1, HUNDRED)).shifted(1)
    if factor.low is None or factor.low <= 0:
        return False
    computed = tightest(now).over(tightest(base)).scaled(HUNDRED).shifted(-HUNDRED)
    return (
        may_be_slip(percent, computed if direction >= 0 else -computed)
        or may_be_slip(now, tightest(base).times(factor))
        or may_be_slip(base, tightest(now).over(factor))
    )
