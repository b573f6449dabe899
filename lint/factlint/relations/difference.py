"""Differences: ``6,872 more than the 26,538``, ``a lead of 398``, ``91 were added``, beside the two levels."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import before_figure
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import counts_few
from factlint.relations.difference_cues import (
    beaten,
    comparative,
    compared,
    concluded,
    counted_change,
    crossed,
    left_open,
    named,
    of_one_dimension,
    speaks_of_one,
    told_elsewhere,
    trailing,
)
from factlint.relations.gap_of_passage import gap_in_trade, gaps
from factlint.relations.meant import level_slipped
from factlint.relations.measures_apart import of_two_measures
from factlint.relations.nearby import (
    akin,
    claims_before,
    drowned,
    in_step,
    lines_before,
    printed,
    quantities,
    rounded,
    strangers,
)
from factlint.relations.relation import Certainty, Relation, Verdict, judge
from factlint.relations.slipped import slipped

_KINDS = frozenset({"count", "money", "measure", "duration"})
_REACH, _FAR, _CLOSE, _LONG, _STORY = 2, 2, 6, 1000, 40


class Difference(Relation, frozen=True, eq=False, kw_only=True):
    """``amount`` is said to lie between ``one`` and ``other``; which of them is larger does not matter."""

    amount: Figure
    one: Figure
    other: Figure
    target: bool = False
    """Whether a level is a target, which is never rounded."""

    def computed(self, loose: bool = False) -> Interval:
        """one - other, as a positive amount."""
        reading = rounded if loose else printed
        found = reading(self.one) - reading(self.other)
        return found if (self.one.value or 0) >= (self.other.value or 0) else -found

    def verdict(self) -> Verdict:
        """DOUBTFUL where only zeros rounded more coarsely than the other figures could help."""
        step = in_step(self.figures)
        gap = step[self.one.start] - step[self.other.start]
        gap = gap if (self.one.value or 0) >= (self.other.value or 0) else -gap
        soft = self.amount.soft or self.one.soft or self.other.soft
        found = judge(printed(self.amount), self.computed(), step[self.amount.start], gap, soft)
        if found is Verdict.BROKEN and not self.target and rounded(self.amount).overlaps(self.computed(True)):
            return Verdict.DOUBTFUL if slipped(self.amount, self.exact() or Fraction(0)) else Verdict.LOOSE
        return found

    def exact(self) -> Fraction | None:
        """The difference of the printed values."""
        if self.one.value is None or self.other.value is None:
            return None
        return abs(self.one.value - self.other.value)


Pair = tuple[Figure, Figure, Certainty]


def find(bound: Bound) -> Iterator[Difference]:
    """Every stated difference whose two levels stand in its sentence or just before it."""
    for line in bound.lines:
        if not speaks_of_one(bound, line):
            continue
        chosen: list[Difference] = []
        for position, amount in line.figures():
            if any(token.word == "after" for token in line.tokens[max(0, position - 4) : position]):
                continue
            if amount.kind not in _KINDS or amount.value is None or amount.value <= 0 or amount.is_range:
                continue
            if amount.interval is None or not amount.well_formed or counts_few(amount):
                continue
            if gap_in_trade(bound, line, position):
                continue
            candidates = [
                _difference(bound, line, amount, *pair)
                for pair in _pairs(bound, line, position, amount)
                if not any(_amount(bound, figure) for figure in pair[:2]) and not drowned(*pair[:2])
            ]
            found = _chosen(candidates) or _chosen(
                [
                    _difference(bound, line, amount, *pair)
                    for pair in gaps(bound, line, position)
                    if not drowned(*pair[:2]) and not any(drowned(figure, amount) for figure in pair[:2])
                ]
            )
            if found is not None:
                chosen.append(found)
        settled = {figure.start for one in chosen if one.verdict() <= Verdict.LOOSE for figure in one.figures}
        for found in chosen:
            if found.verdict() <= Verdict.LOOSE or not settled & {found.one.start, found.other.start}:
                yield found


def _amount(bound: Bound, figure: Figure) -> bool:
    """Whether a figure is a difference itself: ``three days less than in August but two days more than a year ago``."""
    claim = bound.claim(figure)
    return claim is not None and claim.role == "change"


def _difference(
    bound: Bound, line: Line, amount: Figure, one: Figure, other: Figure, certainty: Certainty
) -> Difference:
    claims = [bound.claim(one), bound.claim(other)]
    return Difference(
        target=any(claim is not None and claim.status == "target" for claim in claims),
        figures=(amount, one, other),
        amount=amount,
        one=one,
        other=other,
        certainty=certainty,
        quoted=line.quoted(amount),
    )


def _chosen(candidates: list[Difference]) -> Difference | None:
    """A reading that holds; else one that the sentence leaves no choice about, or that a slip explains."""
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    known = [candidate for candidate in candidates if candidate.certainty is Certainty.KNOWN]
    if known:
        return known[0]
    slips = [one for one in candidates if slipped(one.amount, one.exact() or Fraction(0))]
    if slips:
        return slips[0]
    mistyped = [one for one in candidates if one.certainty is Certainty.STRONG and level_slipped(*one.figures)]
    if len(mistyped) == 1:
        return mistyped[0]
    strong = [one for one in candidates if one.certainty is Certainty.STRONG and _near(one)]
    weak = any(one.certainty is Certainty.STRONG and not _near(one) for one in candidates)
    return strong[0] if len(strong) == 1 and not weak else None


def _near(candidate: Difference) -> bool:
    """Whether stated and computed are of one size: figures that lie far apart are of different things."""
    exact, stated = candidate.exact(), candidate.amount.value
    return bool(exact and stated) and exact / _FAR <= stated <= exact * _FAR  # type: ignore[operator]


def _pairs(bound: Bound, line: Line, position: int, amount: Figure) -> Iterator[Pair]:
    done = list(of_two_measures(bound, line, position))
    if done:
        yield from done
        return
    base_at = compared(line, position, amount)
    if base_at is not None:
        yield from _with_base(bound, line, position, base_at, amount)
        return
    if any("than" in token.word.split() for token in line.tokens[position + 1 : position + 4]):
        if told_elsewhere(line, position):
            yield from _to_any(bound, line, position, amount)
        return
    ends = list(_with_ends(bound, line, position, amount)) if _moved_by(bound, line, position) else []
    yield from ends
    if not ends and (named(line, position) or left_open(line, position) or counted_change(line, position)):
        yield from _of_two(bound, line, position, amount)
    elif not ends and beaten(line, position):
        own = [figure for at, figure in _levels(bound, line, amount) if at < position]
        if len(own) == 2:
            yield own[0], own[1], Certainty.KNOWN
    elif not ends and amount.kind == "money" and concluded(line, position):
        own = [figure for at, figure in _levels(bound, line, amount) if at < position]
        if len(own) == 2 and all((amount.value or 0) * 2 < (figure.value or 0) for figure in own):
            yield own[0], own[1], Certainty.STRONG
    elif not ends and trailing(line, position):
        yield from _to_any(bound, line, position, amount)


def _to_any(bound: Bound, line: Line, position: int, amount: Figure) -> Iterator[Pair]:
    """The level before a difference, and each alike of the story before: only a slip in a long number is told by these."""
    own = [figure for at, figure in _levels(bound, line, amount) if at < position]
    if len(own) != 1 or not amount.step or (amount.value or 0) / amount.step < _LONG:
        return
    for claim in reversed(claims_before(bound, line, _STORY)):
        figure = claim.figure
        if claim.role == "level" and figure.value and not figure.is_range and akin(figure, own[0]):
            gap = abs((own[0].value or 0) - figure.value)
            if gap == amount.value or slipped(amount, gap):
                yield own[0], figure, Certainty.STRONG


def _levels(bound: Bound, line: Line, amount: Figure) -> list[tuple[int, Figure]]:
    """The levels that a difference may lie between: of its kind and unit, and not itself."""
    return [
        (at, figure)
        for at, figure in quantities(bound, line, frozenset({amount.kind, "count"}))
        if figure is not amount and akin(figure, amount) and not counts_few(figure) and figure.value
    ]


def _with_base(bound: Bound, line: Line, position: int, base_at: int, amount: Figure) -> Iterator[Pair]:
    base = line.tokens[base_at].figure
    assert base is not None
    own = [figure for at, figure in _levels(bound, line, amount) if at < position]
    for now in reversed(own):
        yield now, base, Certainty.KNOWN
    if own:
        return
    for before in lines_before(bound, line, 1):
        levels = _levels(bound, before, amount)
        for _, now in reversed(of_one_dimension(line, position, before, levels)):
            if not strangers(bound, now, base):
                yield now, base, Certainty.STRONG


def _moved_by(bound: Bound, line: Line, position: int) -> bool:
    """``up by 5,000``, ``a rise of 5,000``, ``5,000 more``."""
    figure = line.tokens[position].figure
    claim = bound.claim(figure) if figure is not None else None
    if claim is None or claim.role != "change":
        return False
    before = line.tokens[position - 1].word if position else ""
    return before in ("by", "of") or any(comparative(token) for token in line.tokens[position + 1 : position + 3])


def _with_ends(bound: Bound, line: Line, position: int, amount: Figure) -> Iterator[Pair]:
    """The two ends of a movement: ``from BASE to NOW``, or NOW before and BASE after ``from`` or ``against``.

    What follows the amount directly comes before all else: ``by 87,000, from -140,000 to -227,000``.
    """
    bases: list[Figure] = []
    levels: list[Figure] = []
    placed = _levels(bound, line, amount)
    behind = [(at, figure) for at, figure in placed if position < at <= position + _CLOSE]
    if len(behind) == 2 and line.tokens[behind[0][0] - 1].word == "from" and line.tokens[behind[1][0] - 1].word == "to":
        yield behind[1][1], behind[0][1], Certainty.KNOWN
        return
    near = [(at, figure) for at, figure in placed if not crossed(line, position, at)]
    for at, figure in near if len(near) > 1 else placed:
        claim = bound.claim(figure)
        lead = before_figure(line, at)
        from_ = lead is not None and lead.word in ("from", "against", "compared with", "compared to", "versus")
        (bases if from_ or (claim is not None and claim.role == "base") else levels).append(figure)
    if len(bases) == 1:
        for now in levels:
            yield now, bases[0], Certainty.KNOWN if len(levels) == 1 else Certainty.STRONG
    elif not bases and len(levels) >= 2:
        yield levels[-1], levels[-2], Certainty.STRONG
    elif not levels and not bases and any(comparative(token) for token in line.tokens[position + 1 : position + 3]):
        yield from _before(bound, line, amount)


def _of_two(bound: Bound, line: Line, position: int, amount: Figure) -> Iterator[Pair]:
    """The two levels of the sentence; with one, the nearest before it; with none, the last two before."""
    own = [figure for at, figure in _levels(bound, line, amount) if at < position]
    if len(own) >= 2:
        certainty = Certainty.KNOWN if len(own) == 2 and named(line, position) else Certainty.STRONG
        yield own[-1], own[-2], certainty
        return
    reach = 1 if any(token.word == "two" for token in line.tokens) else _REACH
    earlier = [
        figure for before in lines_before(bound, line, reach) for _, figure in reversed(_levels(bound, before, amount))
    ]
    if len(own) == 1:
        two = any(token.word in ("two", "both", "them") for token in line.tokens)
        for at, figure in enumerate(earlier[:4]):
            main = two and figure is earlier[-1]
            yield own[0], figure, Certainty.STRONG if main or (not two and at < 3) else Certainty.WEAK
    else:
        yield from _before(bound, line, amount)


def _before(bound: Bound, line: Line, amount: Figure) -> Iterator[Pair]:
    """The last two levels of the sentences before."""
    earlier = [
        figure for before in lines_before(bound, line, _REACH) for _, figure in reversed(_levels(bound, before, amount))
    ]
    if len(earlier) >= 2 and not strangers(bound, earlier[0], earlier[1]):
        yield earlier[0], earlier[1], Certainty.STRONG
        for figure in earlier[2:4]:
            yield earlier[0], figure, Certainty.WEAK
            yield earlier[1], figure, Certainty.WEAK
