"""Multiples: ``doubled``, ``three times the``, ``a third less``, beside the two levels that they follow from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.vocabulary import vocabulary
from factlint.relations.around import comparable
from factlint.relations.cues import cue
from factlint.relations.levels_of_multiple import hypothetical, pairs_of
from factlint.relations.multiple_of_clauses import of_two_clauses
from factlint.relations.nearby import akin
from factlint.relations.passage import Level, goes_on, one_clause, pairs_in_time, passage
from factlint.relations.quotients import Quotients, readings_of
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest


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
        for position, times in (*line.figures(), *_spoken(bound, line)):
            if _counts_occasions(line, position):
                continue
            times = _multiplied(line, position, times)
            readings = readings_of(line, position, times, bound.claim(times))
            if not readings:
                continue
            pairs = [pair for pair in pairs_of(bound, line, position, times) if one_clause(line, position, pair[0])]
            pairs = pairs or list(of_two_clauses(bound, line, position))
            pairs = pairs or list(_of_passage(bound, line, position, times))
            found = _chosen([_multiple(line, times, readings, *pair) for pair in pairs])
            if found is not None:
                yield found


def _counts_occasions(line: Line, position: int) -> bool:
    """``a truck recalled three times counts three times``: how often something happened, not how much more it is."""
    times = line.tokens[position].figure
    if times is None or not times.quote.lower().endswith("times") or not position:
        return False
    after = [token.word for token in line.tokens[position + 1 : position + 2]]
    if set(after) & (cue("comparing") | {"more", "to"}):
        return False
    before = line.tokens[position - 1].word
    changed = any(token.tags & {"up", "down"} for token in line.tokens[max(0, position - 4) : position])
    return before.endswith(("ed", "s")) and before not in ("is", "was", "as") and not changed


def _of_passage(bound: Bound, line: Line, position: int, times: Figure) -> Iterator[tuple[Figure, Figure, Certainty]]:
    """The two levels of a passage that a multiple goes on with: told apart by time, or the only two."""
    claim = bound.claim(times)
    if times.kind != "multiple" or hypothetical(line, position) or _of_a_name(bound, times):
        return
    if any(figure.kind == "multiple" and at != position for at, figure in line.figures()):
        return
    levels = [level for level in passage(bound, line) if level.figure.kind != "percent"]
    pairs = pairs_in_time(bound, levels)
    if not pairs and (claim is None or claim.role != "change"):
        levels = [level for level in levels if level.line is line] if len(levels) > _TWO else levels
        if len(levels) == _TWO and akin(levels[0].figure, levels[1].figure) and not _listed(bound, *levels):
            low, high = sorted((level.figure for level in levels), key=lambda figure: figure.value or 0)
            pairs = [(high, low)]
    pairs = [pair for pair in pairs if goes_on(bound, line, position, pair)]
    if len(pairs) == 1 and _meant(times, *pairs[0]):
        yield *pairs[0], Certainty.STRONG


def _of_a_name(bound: Bound, times: Figure) -> bool:
    """``1.25 times New York July``: a multiple of what a name stands for."""
    behind = bound.article.text[times.end : times.end + 2]
    return behind.startswith(" ") and behind[1:].isupper()


def _listed(bound: Bound, one: Level, other: Level) -> bool:
    """``the numbers were 221,500 and 33,300``: two levels in a list, of which none is the base of the other."""
    return bound.article.text[one.figure.end : other.figure.start].strip() == "and"


_TWO = 2


def _meant(times: Figure, now: Figure, base: Figure) -> bool:
    """Whether two levels stand to each other roughly as a multiple says."""
    if times.value is None or now.value is None or not base.value:
        return False
    return comparable(times.value, now.value / base.value)


def _spoken(bound: Bound, line: Line) -> Iterator[tuple[int, Figure]]:
    """``it multiplied by five``: a multiple in a word that counts nothing and was scanned as no figure."""
    ones = vocabulary().ones
    for at, token in enumerate(line.tokens):
        value = ones.get(token.word)
        if value is not None and value > 1 and _led(line, at):
            point = Interval.point(value)
            yield (
                at,
                Figure(
                    token.start,
                    token.end,
                    bound.article.text[token.start : token.end],
                    "multiple",
                    point.low,
                    point,
                    point,
                ),
            )


def _multiplied(line: Line, position: int, times: Figure) -> Figure:
    """``multiplied by 5``, ``grew by a factor of three``: a count that is a multiple."""
    if times.kind == "count" and times.noun is None and times.unit is None and _led(line, position):
        return msgspec.structs.replace(times, kind="multiple")
    return times


def _led(line: Line, position: int) -> bool:
    words = [word for token in line.tokens[max(0, position - 3) : position] for word in token.word.split()]
    return words[-2:] in (["multiplied", "by"], ["factor", "of"])


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
