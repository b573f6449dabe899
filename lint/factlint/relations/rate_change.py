"""Changes of a rate: two percentages and how far they lie apart, in points or in percent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.patterns import compiled
from factlint.relations.around import has_value, previous_line
from factlint.relations.earlier import earlier
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest

HUNDRED = 100
_HUNDREDTHS = compiled(r"\bor \d+ basis points?\b")


class RateChange(Relation, frozen=True, eq=False, kw_only=True):
    """``change`` (percent or points) says how the rate ``now`` stands to the rate ``base``; signs are left aside."""

    change: Figure
    now: Figure
    base: Figure
    pointed: bool = False
    """Whether the sentence speaks of points anywhere."""

    def difference(self, loose: bool = False) -> Interval:
        """The distance of the two rates in percentage points, not negative."""
        reading = widest if loose else tightest
        return _distance(reading(self.now) - reading(self.base))

    def ratio(self, loose: bool = False) -> Interval:
        """The relative change in percent, not negative."""
        reading = widest if loose else tightest
        return _distance(reading(self.now).over(reading(self.base)).scaled(HUNDRED).shifted(-HUNDRED))

    def fits(self, computed: Interval, loose: Interval) -> Verdict:
        """How the printed change stands to one of the two computations."""
        soft = self.change.soft or self.now.soft or self.base.soft
        stated, wide = _distance(tightest(self.change)), _distance(widest(self.change))
        return judge(stated, computed, wide, loose, soft)

    def verdict(self) -> Verdict:
        by_points = self.fits(self.difference(), self.difference(True))
        if self.change.kind == "points" or self.pointed:
            return by_points
        return self.fits(self.ratio(), self.ratio(True))

    @property
    def miscalled(self) -> bool:
        """Whether the change fits only the reading that its unit does not name."""
        other = self.ratio if self.change.kind == "points" else self.difference
        return not self.pointed and self.verdict() > Verdict.LOOSE and self.fits(other(), other(True)) <= Verdict.LOOSE

    def exact_points(self) -> Fraction | None:
        """The distance of the printed rates in points."""
        if self.now.value is None or self.base.value is None:
            return None
        return abs(self.now.value - self.base.value)

    def exact_percent(self) -> Fraction | None:
        """The relative change of the printed rates in percent."""
        if self.now.value is None or not self.base.value:
            return None
        return abs(self.now.value / self.base.value - 1) * HUNDRED


def _distance(interval: Interval) -> Interval:
    """The magnitudes of an interval that lies on one side of zero; one that reaches over zero starts there."""
    if interval.high is not None and interval.high <= 0:
        return -interval
    if interval.low is not None and interval.low < 0 and interval.high is not None:
        return Interval(Fraction(0), max(interval.high, -interval.low))
    return interval


def find(bound: Bound) -> Iterator[RateChange]:
    """Every change of a rate whose two rates stand in its sentence or in the one before."""
    for line in bound.lines:
        for position, change in line.figures():
            claim = bound.claim(change)
            if change.kind not in ("percent", "points") or claim is None or not has_value(change) or change.is_range:
                continue
            if claim.role != "change" and change.kind != "points":
                found = _called_percent(bound, line, position, change)
                if found is not None:
                    yield found
                continue
            if change.kind == "percent" and _of_a_level(bound, line, position):
                continue
            pair, certainty = _rates(bound, line, position, change)
            found = _relation(bound, line, change, pair, certainty) if pair is not None else None
            found = found or _scattered(bound, line, position, change)
            if found is not None:
                yield found


def _called_percent(bound: Bound, line: Line, position: int, change: Figure) -> RateChange | None:
    """``13.0%, down from 18.6%, or 5.6 percent``: what repeats the change is that of the rates in points, not in percent."""
    before = [token.word for token in line.tokens[max(0, position - 5) : position]]
    if not before or not ("or" in before[-2:] or ("that" in before and "is" in before)):
        return None
    pair = _pair(bound, line, change)
    found = _relation(bound, line, change, pair, Certainty.KNOWN) if pair is not None else None
    return found if found is not None and found.miscalled else None


def _relation(
    bound: Bound, line: Line, change: Figure, pair: tuple[Figure, Figure], certainty: Certainty
) -> RateChange:
    now, base = pair
    return RateChange(
        figures=(change, now, base),
        change=change,
        now=now,
        base=base,
        pointed=change.kind == "percent" and _pointed(bound.article.text[line.sentence.start : line.sentence.end]),
        certainty=certainty,
        quoted=line.quoted(change),
    )


def _pointed(sentence: str) -> bool:
    """Whether a sentence speaks of points, other than of hundredths that repeat a change (``or 380 basis points``)."""
    return "point" in _HUNDREDTHS.sub("", sentence)


def _scattered(bound: Bound, line: Line, position: int, change: Figure) -> RateChange | None:
    """Two rates that stand apart, in the sentences before or in one row of a table, and lie just so far from each other
    as a change of a share or margin says: only a change that carries the wrong name is told by this.
    """
    if change.kind != "percent" or not _of_a_rate(bound, line, position):
        return None
    then = _of_then(bound, line, position)
    for now, base in _pairs(bound, line, change, then is not None):
        if then is not None and base is not then:
            continue
        found = _relation(bound, line, change, (now, base), Certainty.STRONG)
        if found.miscalled:
            return found
    return None


def _of_a_rate(bound: Bound, line: Line, position: int) -> bool:
    """Whether the words beside a change speak of a share or margin, or take up what was said before (the improvement)."""
    before = line.tokens[max(0, position - 8) : position]
    named = [bound.words.measures[tag[2:]] for token in before for tag in token.tags if tag.startswith("m:")]
    if named:
        return any("percent" in measure.kinds for measure in named)
    if any("share" in token.tags or token.word in _NOUNS_OF_CHANGE for token in before):
        return True
    return _of_then(bound, line, position) is not None


def _of_then(bound: Bound, line: Line, position: int) -> Figure | None:
    """``Against June, when it was 62.3 percent, the index eased by 2.9 percent``: the one other rate is an earlier one."""
    change = line.tokens[position].figure
    rates = [(at, one) for at, one in line.figures() if one.kind in ("percent", "points") and one is not change]
    if change is None or len(rates) != 1 or rates[0][0] > position or not _is_rate(rates[0][1], change):
        return None
    at, rate = rates[0]
    claim = bound.claim(rate)
    if claim is None or claim.role == "change":
        return None
    told = any(token.word in ("when", "until", "till") for token in line.tokens[max(0, at - _REACH) : at])
    return rate if told or claim.role == "base" or earlier(line, at) else None


_REACH = 5


_NOUNS_OF_CHANGE = frozenset(
    {"improvement", "gain", "increase", "rise", "decline", "drop", "fall", "jump", "difference"}
)


def _pairs(bound: Bound, line: Line, change: Figure, compared: bool) -> Iterator[tuple[Figure, Figure]]:
    """Neighbouring rates: in the sentence and the two before it, and in the rows of the story's tables."""
    rates = [figure for _, figure in line.figures() if _is_rate(figure, change)]
    before: Line | None = line
    for step in range(2):
        before = previous_line(bound, before) if before is not None else None
        if before is not None and (before.block is line.block or (compared and not step)):
            rates = [figure for _, figure in before.figures() if _is_rate(figure, change)] + rates
    for one, other in pairwise(rates):
        yield one, other
        yield other, one
    for table in bound.tables:
        if table.story == line.sentence.story:
            for row in table.rows:
                cells = [entry.figure for entry in row if entry is not None and entry.figure is not None]
                for one, other in pairwise([figure for figure in cells if _is_rate(figure, change)]):
                    yield one, other


def _is_rate(figure: Figure, change: Figure) -> bool:
    return (
        figure is not change
        and figure.kind == "percent"
        and has_value(figure)
        and not figure.is_range
        and figure.quote[:1] not in "+-−–"
    )


def _of_a_level(bound: Bound, line: Line, position: int) -> bool:
    """Whether the words beside a change say that it is one of sales, profits or another level, not of a rate."""
    segment = line.tokens[position].segment
    named = [
        bound.words.measures[tag[2:]]
        for token in line.tokens[max(0, position - 8) : position]
        if token.segment == segment
        for tag in token.tags
        if tag.startswith("m:")
    ]
    return bool(named) and not any("percent" in measure.kinds for measure in named)


def _rates(bound: Bound, line: Line, position: int, change: Figure) -> tuple[tuple[Figure, Figure] | None, Certainty]:
    """The two rates that a change lies between: printed with it, or as a pair in the sentence before."""
    own = _pair(bound, line, change)
    if own is not None:
        return own, Certainty.KNOWN
    if change.kind == "percent" and not _anaphoric(line, position):
        return None, Certainty.WEAK
    if any(figure.kind == "percent" and figure is not change for _, figure in line.figures()):
        return None, Certainty.WEAK
    before = previous_line(bound, line)
    if before is None or before.block is not line.block:
        return None, Certainty.WEAK
    return _pair(bound, before, change), Certainty.STRONG


def _pair(bound: Bound, line: Line, change: Figure) -> tuple[Figure, Figure] | None:
    """A level and a base in percent: ``46.2%, against 37.4%``; only when the sentence has one such pair."""
    levels, bases = [], []
    for at, figure in line.figures():
        claim = bound.claim(figure)
        if figure is change or figure.kind != "percent" or claim is None or not has_value(figure):
            continue
        if claim.role == "base" or (claim.role != "change" and earlier(line, at)):
            bases.append(figure)
        elif claim.role in ("level", "share") or (claim.role == "change" and _arrival(line, figure)):
            levels.append(figure)
    return (levels[0], bases[0]) if len(levels) == len(bases) == 1 else None


def _arrival(line: Line, figure: Figure) -> bool:
    """``narrowed to 10.0%``: a level although a verb of change stands before it."""
    for position, own in line.figures():
        if own is figure:
            return position > 0 and "to" in line.tokens[position - 1].tags
    return False


def _anaphoric(line: Line, position: int) -> bool:
    """``The gain of 3.4%``, ``That is a rise of 2.1 percent``: the change takes up the sentence before."""
    opening = [token.word for token in line.tokens[:3]]
    return position <= 8 and bool({"the", "that", "this", "a", "an"} & set(opening))
