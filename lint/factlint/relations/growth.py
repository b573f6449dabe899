"""Changes: a percentage beside the two levels that it follows from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.claims.roles import before_figure, direction_of
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import alike, has_value, levels_after, levels_before, previous_line
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest

HUNDRED = 100


class Growth(Relation, frozen=True, eq=False, kw_only=True):
    """``percent`` says how ``now`` stands to ``base``; ``direction`` is +1, -1, or 0 when the words leave it open."""

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
    """Every change whose base and level stand in its sentence or the one before."""
    for line in bound.lines:
        for position, figure in line.figures():
            claim = bound.claim(figure)
            if figure.kind != "percent" or claim is None or not has_value(figure) or figure.is_range:
                continue
            if claim.role != "change":
                continue
            relation = _best(list(_candidates(bound, line, position, figure, claim.direction)))
            if relation is not None:
                yield relation


def _best(candidates: list[Growth]) -> Growth | None:
    """The first reading that holds, else the surest that is more than possible."""
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    surest = max(candidates, key=lambda growth: growth.certainty, default=None)
    return surest if surest is not None and surest.certainty > Certainty.WEAK else None


def _candidates(bound: Bound, line: Line, position: int, percent: Figure, direction: int) -> Iterator[Growth]:
    base_at = _base_of(bound, line, position)
    if base_at is None:
        return
    base = line.tokens[base_at].figure
    assert base is not None
    for now, certainty in _levels(bound, line, position, base_at, base):
        yield Growth(
            figures=(percent, now, base),
            percent=percent,
            now=now,
            base=base,
            direction=direction,
            certainty=certainty,
            quoted=line.quoted(percent),
        )


def _base_of(bound: Bound, line: Line, position: int) -> int | None:
    """The level that the change is measured from: after the percentage, else before it."""
    if _base_unprinted(line, position):
        return None
    for step, limit in ((1, 16), (-1, 14)):
        at, seen = position + step, 0
        while 0 <= at < len(line.tokens) and seen < limit:
            token = line.tokens[at]
            figure = token.figure
            seen += 1
            if token.word in (";",) or (figure is not None and figure.kind == "percent" and _changes(line, at)):
                break
            if figure is not None and has_value(figure) and figure.kind in ("count", "money", "measure"):
                claim = bound.claim(figure)
                if claim is not None and claim.role == "base" and (step > 0 or not _owned(line, at)):
                    return None if _other_basis(line, position, at) else at
            at += step
    return None


def _base_unprinted(line: Line, position: int) -> bool:
    """``52 percent more than in the second quarter``: the comparison names a period, not a level."""
    after = line.tokens[position + 1 : position + 5]
    for at, token in enumerate(after[:-1]):
        if token.word == "than":
            following = [t for t in after[at + 1 :] if t.word not in ("the", "a", "its", "their")]
            return bool(following) and not (
                following[0].figure is not None and following[0].figure.interval is not None
            )
    return False


def _other_basis(line: Line, position: int, base_at: int) -> bool:
    """Whether the change is said of another comparison than the base: ``6.4 percent on the year, against 38,690 in April``."""
    own = _relative(line.tokens[position + 1 : max(position + 6, base_at)])
    following = line.tokens[base_at + 1 : base_at + 5]
    if own is None or base_at < position:
        return False
    other = _relative(following)
    if other is not None:
        return _span(own) != _span(other)
    named = next((token.figure.period for token in following if token.figure is not None and token.figure.period), None)
    return (
        _span(own) == "year" and named is not None and named.grain in ("month", "quarter") and not _year_said(following)
    )


def _relative(tokens: Sequence[Token]) -> str | None:
    return next((token.figure.relative for token in tokens if token.figure is not None and token.figure.relative), None)


def _span(relative: str) -> str:
    """Year, quarter or month: how far back a comparison goes."""
    for span, words in (("month", ("mom", "month")), ("quarter", ("qoq", "quarter"))):
        if any(word in relative for word in words) and "same" not in relative:
            return span
    return "year"


def _year_said(tokens: Sequence[Token]) -> bool:
    """Whether a period is printed with its year: ``in April 2024``."""
    return any(
        token.figure is not None and token.figure.calendar is not None and token.figure.calendar.year is not None
        for token in tokens
    )


def _owned(line: Line, base_at: int) -> bool:
    """Whether a base belongs to a percentage that stands before it: ``187 percent more than the 1.99 billion``."""
    for at in range(base_at - 1, max(-1, base_at - 7), -1):
        figure = line.tokens[at].figure
        if figure is not None:
            return figure.kind == "percent" and _changes(line, at)
    return False


def _changes(line: Line, position: int) -> bool:
    return direction_of(line, position) != 0


def _levels(bound: Bound, line: Line, position: int, base_at: int, base: Figure) -> Iterator[tuple[Figure, Certainty]]:
    """The level that the change leads to, most likely first."""
    taken: set[int] = {base.start}
    for at, figure in levels_after(line, min(position, base_at), base):
        before = before_figure(line, at)
        if figure.start not in taken and before is not None and "to" in before.tags and at <= base_at + 6:
            taken.add(figure.start)
            yield figure, Certainty.KNOWN
    for at, figure in levels_before(line, max(position, base_at), base):
        claim = bound.claim(figure)
        if figure.start in taken or claim is None or claim.role == "base":
            continue
        taken.add(figure.start)
        if at < min(position, base_at) + 1:
            yield figure, Certainty.KNOWN
    if len(taken) > 1:
        return
    before_line = previous_line(bound, line)
    if before_line is None:
        return
    levels = []
    for _, figure in levels_before(before_line, len(before_line.tokens), base):
        claim = bound.claim(figure)
        if claim is not None and claim.role == "level" and alike(figure, base):
            levels.append(figure)
    for figure in levels:
        yield figure, Certainty.STRONG if len(levels) == 1 else Certainty.WEAK
