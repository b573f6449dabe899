"""Multiples: ``doubled``, ``three times the``, ``a third less``, beside the two levels that they follow from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import before_figure
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.nearby import akin, lines_before, positive, quantities, strangers, words_between
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest

_KINDS = frozenset({"count", "money", "measure", "percent", "duration"})
_ALMOST, _BELOW, _CLOSE = Fraction(4, 5), Fraction(7, 8), Fraction(95, 100)
_PAST, _ABOVE = Fraction(11, 10), Fraction(6, 5)
Quotients = tuple[Interval, Interval]
"""The quotients that a multiple allows, strictly and in loose use."""

_COMPARING = frozenset({"the", "as", "than", "of", "its", "their", "that", "what", "those"})
_BACK = frozenset({"earlier", "previous", "former", "original", "first", "old", "initial", "last", "then"})
_HYPOTHETICAL = frozenset(
    {"to", "can", "could", "will", "would", "may", "might", "if", "should", "must", "shall", "be"}
)
_TAIL = frozenset(
    {"", "in", "within", "over", "it", "that", "the", "as", "many", "much", "high", "before", "then", "so"}
)
_STOPS = frozenset({",", ";", ":", "(", ")", "—", "–"})
_REACH = 3


class Multiple(Relation, frozen=True, eq=False, kw_only=True):
    """``times`` says how ``now`` stands to ``base``; ``readings`` are the quotients that it may mean."""

    times: Figure
    now: Figure
    base: Figure
    readings: tuple[Quotients, ...]

    def computed(self, loose: bool = False) -> Interval:
        """now / base."""
        reading = widest if loose else tightest
        return reading(self.now).over(reading(self.base))

    def verdict(self) -> Verdict:
        soft = self.times.soft or self.now.soft or self.base.soft
        return min(judge(tight, self.computed(), loose, self.computed(True), soft) for tight, loose in self.readings)

    def exact(self) -> Fraction | None:
        """The quotient of the printed values."""
        if self.now.value is None or not self.base.value:
            return None
        return self.now.value / self.base.value


def find(bound: Bound) -> Iterator[Multiple]:
    """Every multiple whose two levels stand in its sentence or just before it."""
    for line in bound.lines:
        for position, times in line.figures():
            readings = _readings(line, position, times, bound)
            if not readings:
                continue
            found = _chosen([_multiple(line, times, readings, *pair) for pair in _pairs(bound, line, position)])
            if found is not None:
                yield found


def _chosen(candidates: list[Multiple]) -> Multiple | None:
    """The first reading that holds, else the first."""
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    return candidates[0] if candidates else None


def _multiple(
    line: Line, times: Figure, readings: list[Quotients], now: Figure, base: Figure, certainty: Certainty
) -> Multiple:
    return Multiple(
        figures=(times, now, base),
        times=times,
        now=now,
        base=base,
        readings=tuple(readings),
        certainty=certainty,
        quoted=line.quoted(times),
    )


def _readings(line: Line, position: int, times: Figure, bound: Bound) -> list[Quotients]:
    """The quotients that a multiple may mean; none when it is no multiple of a level."""
    claim = bound.claim(times)
    if times.interval is None or times.value is None or claim is None or times.is_range:
        return []
    if times.kind == "ratio":
        if claim.role != "change" or not claim.direction or times.hedge in ("up_to", "under"):
            return []
        change = times.interval if claim.direction > 0 else -times.interval
        return [(change.shifted(1), change.shifted(1))]
    if times.kind != "multiple" or (claim.direction < 0 and not _verbal(times)):
        return []
    found = _halved(times.value, times.hedge) if times.value < 1 else _times(times)
    if not _verbal(times) and (claim.direction > 0 or _grown_by(line, position)):
        return [found, (found[0].shifted(1), found[1].shifted(1))]
    return [found]


def _grown_by(line: Line, position: int) -> bool:
    """``went up from 20% to 50%, that is, by 30 points or one and a half times``."""
    before = line.tokens[:position]
    by = next((at for at in range(len(before) - 1, -1, -1) if before[at].word == "by"), None)
    return by is not None and any("up" in token.tags for token in before[:by])


def _verbal(times: Figure) -> bool:
    """Whether a multiple is one word (doubled, triple), which leaves no doubt of what it multiplies."""
    return not times.quote[0].isdigit() and " " not in times.quote and not times.quote.lower().endswith("fold")


def _times(times: Figure) -> Quotients:
    """Of a whole number the honest use: a bare "tripled" stretches from 2.6 to 3.6, "almost" from 2.4."""
    value, interval = times.value, times.interval
    assert value is not None
    assert interval is not None
    if times.hedge == "nearly":
        near = Interval(value * _ALMOST, value)
        return near, near
    if times.hedge in ("about", None) and "." not in times.quote:
        return Interval(value * _CLOSE, value * _PAST), Interval(value * _BELOW, value * _ABOVE)
    return interval, interval


def _halved(value: Fraction, hedge: str | None) -> Quotients:
    """Of ``nearly halved`` the fall is smaller than a half, of ``more than halved`` it is larger."""
    near, far = value - Fraction(1, 10), value + Fraction(1, 10)
    if hedge == "nearly":
        found = Interval(value, far)
    elif hedge in ("over", "just_over", "at_least"):
        found = Interval(Fraction(0), value)
    elif hedge == "under":
        found = Interval(value, Fraction(1))
    else:
        found = Interval(near, far)
    return found, found


Pair = tuple[Figure, Figure, Certainty]


def _pairs(bound: Bound, line: Line, position: int) -> Iterator[Pair]:
    """(now, base) as the sentence offers them, the most natural first."""
    levels = [(at, figure) for at, figure in quantities(bound, line, _KINDS) if positive(figure)]
    to_at = _reached(line, position, levels)
    base_at = _base_from(line, position, levels)
    if base_at is None and to_at is None:
        base_at = _compared(line, position, levels)
    if base_at is not None:
        yield from _with_base(bound, line, position, levels, base_at, to_at)
        return
    if _hypothetical(line, position):
        return
    if to_at is not None:
        yield from _with_level(line, position, levels, to_at)
        return
    segment = line.tokens[position].segment
    own = [at for at, figure in levels if figure.kind not in ("duration", "percent")]
    own = [at for at in own if at < position or line.tokens[at].segment == segment]
    if own:
        yield from _of_two(line, position, levels)
    else:
        yield from _of_sentences_before(bound, line, position)


def _reached(line: Line, position: int, levels: list[tuple[int, Figure]]) -> int | None:
    """``doubled to 30,000``: the level that a multiple leads to."""
    for at, _ in levels:
        if position < at <= position + 12:
            between = words_between(line, position, at)
            if between and before_to(line, at) and not any(token.word in (";", "while", "and") for token in between):
                return at
    return None


def before_to(line: Line, at: int) -> bool:
    """Whether ``to`` leads to a figure."""
    before = before_figure(line, at)
    return before is not None and before.word == "to"


def _base_from(line: Line, position: int, levels: list[tuple[int, Figure]]) -> int | None:
    for at, _ in levels:
        before = before_figure(line, at)
        crossed = any(token.word == ";" for token in words_between(line, position, at))
        if before is not None and before.word == "from" and abs(at - position) <= 16 and not crossed:
            return at
    return None


def _compared(line: Line, position: int, levels: list[tuple[int, Figure]]) -> int | None:
    """``three times the 988,000``, ``twice as high as in the third quarter, when it was 635 million``."""
    for at, figure in levels:
        if at <= position or figure.kind == "duration":
            continue
        between = words_between(line, position, at)
        words = {token.word for token in between}
        when = bool(words & {"when", "where"})
        if len(between) > (16 if when else 8) or not words & _COMPARING:
            return None
        return None if words & _STOPS and not when else at
    return None


def _with_base(
    bound: Bound, line: Line, position: int, levels: list[tuple[int, Figure]], base_at: int, to_at: int | None
) -> Iterator[Pair]:
    base = line.tokens[base_at].figure
    assert base is not None
    if to_at is not None and (now := line.tokens[to_at].figure) is not None and akin(now, base):
        yield now, base, Certainty.KNOWN
    seen = False
    for at, now in reversed(levels):
        if at < max(position, base_at) and at not in (base_at, to_at) and akin(now, base):
            seen = True
            yield now, base, Certainty.KNOWN if at < position else Certainty.STRONG
    if seen or to_at is not None:
        return
    for before in lines_before(bound, line, 1):
        for _, now in reversed(list(quantities(bound, before, frozenset({base.kind})))):
            if akin(now, base) and positive(now) and not strangers(bound, now, base):
                yield now, base, Certainty.STRONG


def _with_level(line: Line, position: int, levels: list[tuple[int, Figure]], to_at: int) -> Iterator[Pair]:
    """``it was 40,000 in 2020 and tripled to 90,000``."""
    now = line.tokens[to_at].figure
    assert now is not None
    for at, base in reversed(levels):
        if at < position and akin(now, base) and now.kind != "duration":
            yield now, base, Certainty.STRONG


def _of_two(line: Line, position: int, levels: list[tuple[int, Figure]]) -> Iterator[Pair]:
    """``240 at the end of 2023 and 560 by mid-2025, more than triple the earlier figure``."""
    before = [figure for at, figure in levels if at < position and figure.kind not in ("duration", "percent")]
    if len(before) < 2 or any(at > position and figure.kind != "duration" for at, figure in levels):
        return
    back = any(token.word in _BACK for token in line.tokens[position + 1 : position + 5])
    ends = all(token.word.rstrip(".") in _TAIL for token in line.tokens[position + 1 :])
    first, second = before[-2], before[-1]
    if not akin(first, second) or not (back or ends):
        return
    certainty = Certainty.KNOWN if len(before) == 2 and back else Certainty.STRONG
    yield from _either_way(first, second, certainty)


def _hypothetical(line: Line, position: int) -> bool:
    before = line.tokens[max(0, position - 3) : position]
    opens = any(token.word == "if" for token in line.tokens[:position])
    return opens or any(token.word in _HYPOTHETICAL or token.tags & {"target", "forecast"} for token in before)


def _of_sentences_before(bound: Bound, line: Line, position: int) -> Iterator[Pair]:
    """``It had 5,150 points. Two years before it had 3,890. We have more than doubled the network in two years.``"""
    times = line.tokens[position].figure
    assert times is not None
    if times.kind != "multiple" or not _verbal(times) or not _looks_back(line):
        return
    groups: list[list[Figure]] = []
    for before in reversed(list(lines_before(bound, line, _REACH))):
        for _, figure in quantities(bound, before):
            if positive(figure):
                _join(groups, figure)
    pairs = [group for group in groups if len(group) == 2]
    if len(pairs) != 1 or any(len(group) > 2 for group in groups):
        return
    first, second = pairs[0]
    yield from _either_way(first, second, Certainty.STRONG)


def _either_way(first: Figure, second: Figure, certainty: Certainty) -> Iterator[Pair]:
    """Two levels of which the larger is most likely the later one; multiples of a fall come with ``from``."""
    low, high = sorted((first, second), key=lambda figure: figure.value or 0)
    yield high, low, certainty
    yield low, high, certainty


def _looks_back(line: Line) -> bool:
    """Whether a sentence speaks of a stretch of time that is over: ``in two years``, ``over that period``."""
    words = [token.word for token in line.tokens]
    spans = any(token.figure is not None and token.figure.kind in ("duration", "period") for token in line.tokens)
    return spans or "since" in words or "period" in words or "then" in words


def _join(groups: list[list[Figure]], figure: Figure) -> None:
    for group in groups:
        if akin(group[0], figure):
            if all(other.value != figure.value for other in group):
                group.append(figure)
            return
    groups.append([figure])
