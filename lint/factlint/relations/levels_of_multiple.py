"""The two levels that a multiple stands between: in its sentence, or in the sentences just before."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.roles import before_figure
from factlint.figures.figure import Figure
from factlint.relations.addends import nested
from factlint.relations.around import counts_few
from factlint.relations.cues import cue
from factlint.relations.level_before import since_before
from factlint.relations.nearby import akin, lines_before, positive, quantities, strangers, words_between
from factlint.relations.quotients import verbal
from factlint.relations.relation import Certainty

_KINDS = frozenset({"count", "money", "measure", "percent", "duration"})
_COMPARING = cue("comparing")
_BACK = cue("back")
_HYPOTHETICAL = cue("hypothetical")
_TAIL = cue("tail") | {""}
_ANAPHORA = cue("subjects_back")
_OPPOSING = cue("opposing")
_STOPS = frozenset({",", ";", ":", "(", ")", "—", "–"})
_REACH = 3

Pair = tuple[Figure, Figure, Certainty]


def pairs_of(bound: Bound, line: Line, position: int, times: Figure) -> Iterator[Pair]:
    """(now, base) as the sentence offers them, the most natural first."""
    after = [token.word for token in line.tokens[position + 1 : position + 3]]
    if after in (["that", "of"], ["those", "of"]):
        return
    levels = [
        (at, figure) for at, figure in quantities(bound, line, _KINDS) if positive(figure) and not counts_few(figure)
    ]
    levels = _own(bound, line, position, levels)
    to_at = _reached(line, position, levels)
    base_at = _base_from(line, position, levels)
    if base_at is None and to_at is None:
        base_at = _compared(line, position, levels)
    if base_at is not None:
        yield from _with_base(bound, line, position, levels, base_at, to_at)
        return
    if hypothetical(line, position):
        return
    if to_at is not None:
        yield from _with_level(bound, line, position, levels, to_at)
        return
    segment = line.tokens[position].segment
    own = [at for at, figure in levels if figure.kind not in ("duration", "percent") and at != position]
    own = [at for at in own if at < position or line.tokens[at].segment == segment]
    behind = [] if own else list(_behind_colon(line, position, levels))
    if own:
        found = list(_of_two(line, position, levels))
        yield from found or since_before(bound, line, position, levels)
    elif behind:
        yield from behind
    else:
        yield from _of_sentences_before(bound, line, times)


def _own(bound: Bound, line: Line, position: int, levels: list[tuple[int, Figure]]) -> list[tuple[int, Figure]]:
    """The levels of a multiple that shares its sentence with others: up to the next one, no base of one before."""
    others = [at for at, figure in line.figures() if at != position and _changes(bound, figure)]
    before = max((at for at in others if at < position), default=-1)
    after = min((at for at in others if at > position), default=len(line.tokens))
    clause = [at for at in range(before + 1, position) if before >= 0 and line.tokens[at].word == ";"]
    return [
        (at, figure)
        for at, figure in levels
        if at < after
        and not (clause and at < clause[-1])
        and not (before < at < position and before >= 0 and _from(line, at))
    ]


def _changes(bound: Bound, figure: Figure) -> bool:
    claim = bound.claim(figure)
    return figure.kind == "multiple" or (
        figure.kind in ("ratio", "percent") and claim is not None and claim.role == "change"
    )


def _from(line: Line, at: int) -> bool:
    before = before_figure(line, at)
    return before is not None and before.word == "from"


def _reached(line: Line, position: int, levels: list[tuple[int, Figure]]) -> int | None:
    """``doubled to 30,000``: the level that a multiple leads to."""
    for at, _ in levels:
        if position < at <= position + 12:
            between = words_between(line, position, at)
            if between and _before_to(line, at) and not any(token.word in (";", "while", "and") for token in between):
                return at
    return None


def _before_to(line: Line, at: int) -> bool:
    """Whether ``to`` leads to a figure."""
    before = before_figure(line, at)
    return before is not None and before.word == "to"


def _base_from(line: Line, position: int, levels: list[tuple[int, Figure]]) -> int | None:
    for at, _ in levels:
        crossed = any(token.word == ";" for token in words_between(line, position, at))
        if _from(line, at) and abs(at - position) <= 16 and not crossed:
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
    if to_at is not None and (now := line.tokens[to_at].figure) is not None:
        bare = base.kind == "count" and base.noun is None
        if akin(now, base) or (now.kind == "percent" and bare):
            yield now, base, Certainty.KNOWN
        return
    seen = False
    for at, now in reversed(levels):
        if at < max(position, base_at) and at not in (base_at, to_at) and akin(now, base):
            seen = True
            yield now, base, Certainty.KNOWN if at < position else Certainty.STRONG
    if seen:
        return
    for before in lines_before(bound, line, 1):
        for _, now in reversed(list(quantities(bound, before, frozenset({base.kind})))):
            if akin(now, base) and positive(now) and not strangers(bound, now, base):
                yield now, base, Certainty.STRONG


def _with_level(
    bound: Bound, line: Line, position: int, levels: list[tuple[int, Figure]], to_at: int
) -> Iterator[Pair]:
    """``it was 40,000 in 2020 and tripled to 90,000``; the first level may stand in the sentence before."""
    now = line.tokens[to_at].figure
    assert now is not None
    own = [base for at, base in reversed(levels) if at < position and akin(now, base) and now.kind != "duration"]
    for base in own:
        yield now, base, Certainty.STRONG
    if own or line.tokens[0].word not in _ANAPHORA:
        return
    for before in lines_before(bound, line, 1):
        found = [
            base for _, base in quantities(bound, before, frozenset({now.kind})) if akin(now, base) and positive(base)
        ]
        if len(found) == 1 and not strangers(bound, now, found[0]):
            yield now, found[0], Certainty.STRONG


def _behind_colon(line: Line, position: int, levels: list[tuple[int, Figure]]) -> Iterator[Pair]:
    """``has doubled in three years: it was 4.1 billion in 2021 and 6.5 billion in 2024``."""
    after = [(at, figure) for at, figure in levels if at > position and figure.kind != "duration"]
    if len(after) != 2 or not akin(after[0][1], after[1][1]):
        return
    colon = any(token.word == ":" for token in words_between(line, position, after[0][0]))
    lead = before_figure(line, after[1][0])
    if colon or (lead is not None and lead.word in _OPPOSING):
        yield from _either_way(after[0][1], after[1][1], Certainty.STRONG)


def _of_two(line: Line, position: int, levels: list[tuple[int, Figure]]) -> Iterator[Pair]:
    """``240 at the end of 2023 and 560 by mid-2025, more than triple the earlier figure``."""
    placed = [at for at, figure in levels if at < position and figure.kind not in ("duration", "percent")]
    if placed and any(token.word == ";" for token in words_between(line, placed[-1], position)):
        return
    if any(nested(line, at, 4) for at in placed):
        return
    if len(placed) > 1 and [token.word for token in words_between(line, placed[-2], placed[-1])] == ["and"]:
        return
    before = [figure for at, figure in levels if at in placed]
    if len(before) < 2 or any(at > position and figure.kind != "duration" for at, figure in levels):
        return
    back = any(token.word in _BACK for token in line.tokens[position + 1 : position + 5])
    ends = all(token.word.rstrip(".") in _TAIL for token in line.tokens[position + 1 :])
    first, second = before[-2], before[-1]
    if not akin(first, second) or not (back or ends):
        return
    certainty = Certainty.KNOWN if len(before) == 2 and back else Certainty.STRONG
    yield from _either_way(first, second, certainty)


def hypothetical(line: Line, position: int) -> bool:
    """Whether a multiple has not come about: ``if it doubled``, ``aims to triple``."""
    before = line.tokens[max(0, position - 3) : position]
    level = max((at for at, token in enumerate(before) if token.figure is not None), default=-1)
    before = before[level + 1 :]
    opens = any(token.word == "if" for token in line.tokens[:position])
    return opens or any(token.word in _HYPOTHETICAL or token.tags & {"target", "forecast"} for token in before)


def _of_sentences_before(bound: Bound, line: Line, times: Figure) -> Iterator[Pair]:
    """``It had 5,150 points. Two years before it had 3,890. We have more than doubled the network in two years.``"""
    if times.kind != "multiple" or not verbal(times) or not _looks_back(line):
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
    spans = any(
        token.figure is not None and (token.figure.kind == "duration" or token.figure.is_stretch)
        for token in line.tokens
    )
    return spans or "since" in words or "period" in words or "then" in words


def _join(groups: list[list[Figure]], figure: Figure) -> None:
    for group in groups:
        if akin(group[0], figure):
            if all(other.value != figure.value for other in group):
                group.append(figure)
            return
    groups.append([figure])
