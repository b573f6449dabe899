"""Breakdowns in sentences: ``A, B and the other C``, ``A and B, a total of T``, ``T, divided between A and B``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import counts_few
from factlint.relations.hundred import bare_percent, hundred
from factlint.relations.listing import listing
from factlint.relations.nearby import akin, lines_before, quantities
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.total import Shares, Total

_KINDS = frozenset({"count", "money", "measure"})
_NO_SUM = frozenset(
    {"kW", "MW", "hp", "PS", "N*m", "lb*ft", "km", "mi", "km/h", "mph", "L", "mm", "m", "cm", "g/km", "V", "A"}
)
"""Units whose parts do not add up: two motors seldom reach the sum of their power."""
_REACH = 4
_LONGEST = 10
_NEAR = Fraction(1, 10)
_COMPLETE = Fraction(1, 20)
_MANY = 3


class Place(msgspec.Struct, frozen=True, eq=False):
    """A level with where it stands, and whether it is a part of the level before it (``including 18,400``)."""

    line: Line
    at: int
    figure: Figure
    nested: bool


def find(bound: Bound) -> Iterator[Total | Shares]:
    """Every whole that the text breaks down, or adds up."""
    for line in bound.lines:
        tags = {tag for token in line.tokens for tag in token.tags}
        if "leaving" in tags or "whole" in tags:
            yield from _remainders(bound, line)
        if tags & {"sum", "making"}:
            yield from _sums(bound, line)
        if "split" in tags or "in" in {token.word for token in line.tokens}:
            yield from _of_whole_before(bound, line)
        if "split" in tags or any(token.word == ":" or token.word == "of which" for token in line.tokens):
            yield from _splits(bound, line)


def _places(bound: Bound, line: Line, like: Figure) -> list[Place]:
    """The levels of a line that can be added to a figure, in order."""
    found = []
    for at, figure in quantities(bound, line, frozenset({like.kind, "count"})):
        claim = bound.claim(figure)
        wanted = claim is None or (claim.role != "base" and claim.status != "target")
        if not wanted or not akin(figure, like) or (counts_few(figure) and not counts_few(like)):
            continue
        if (figure.value or 0) > 0:
            found.append(Place(line, at, figure, _nested(line, at)))
    return found


def _nested(line: Line, at: int) -> bool:
    """Whether ``including`` or ``of which`` opens the stretch that a figure stands in."""
    for back in range(at - 1, -1, -1):
        token = line.tokens[back]
        if token.word == ";":
            return False
        if "including" in token.tags:
            return True
    return False


def _run_up(bound: Bound, line: Line, like: Figure, until: int) -> list[Place]:
    """The levels up to a position, those of the sentences before included, in the order of the text."""
    lines = [*reversed(list(lines_before(bound, line, _REACH)))]
    places = [place for before in lines for place in _places(bound, before, like)]
    places += [place for place in _places(bound, line, like) if place.at <= until]
    return places[-_LONGEST:]


def _total(whole: Figure, parts: Sequence[Figure], certainty: Certainty, line: Line) -> Total:
    return Total(
        figures=(whole, *parts), whole=whole, parts=tuple(parts), certainty=certainty, quoted=line.quoted(whole)
    )


def _holds(total: Total) -> bool:
    return total.verdict() <= Verdict.LOOSE


def _remainders(bound: Bound, line: Line) -> Iterator[Total | Shares]:
    """``… and the other 41,500``: the last part completes the whole."""
    for at, last in line.figures():
        if last.value is None or last.interval is None or last.is_range or not _completes(line, at):
            continue
        if last.kind == "percent" or bare_percent(line, at):
            yield from hundred(bound, line, at, last)
        elif last.kind in _KINDS and last.unit not in _NO_SUM:
            found = _completed(bound, line, at, last)
            if found is not None:
                yield found


def _completes(line: Line, at: int) -> bool:
    """Whether ``the other`` or ``remaining`` leads to a figure, or ``that is all`` follows the last one."""
    for back in range(at - 1, max(-1, at - 5), -1):
        token = line.tokens[back]
        if token.figure is not None and token.figure.kind not in ("period", "date"):
            break
        if "leaving" in token.tags:
            return True
        if token.word in (";", "than"):
            break
    after = line.tokens[at + 1 :]
    return any("whole" in token.tags for token in after) and all(token.figure is None for token in after)


def _completed(bound: Bound, line: Line, at: int, last: Figure) -> Total | None:
    """The whole that a remainder completes: a reading that holds, else the natural one."""
    places = _run_up(bound, line, last, at)
    if not places or places[-1].figure is not last:
        return None
    for plain in (False, True):
        chosen = [place for place in places if place.figure is last or not (plain and place.nested)]
        found = _fitting(chosen, line)
        if found is not None:
            return found
    return _natural([place for place in places if place.figure is last or not place.nested], line)


def _fitting(places: list[Place], line: Line) -> Total | None:
    """A whole that the parts after it make up."""
    for first in range(len(places) - 2, 0, -1):
        parts = [place.figure for place in places[first:]]
        for place in reversed(places[:first]):
            total = _total(place.figure, parts, Certainty.KNOWN, line)
            if total.verdict() is Verdict.HOLDS:
                return total
    return None


def _natural(places: list[Place], line: Line) -> Total | None:
    """The whole that opens the sentence, or the largest level before the parts when nothing else stands between."""
    own = [place for place in places if place.line is line]
    if len(own) >= 3 and _outweighs(own):
        total = _total(own[0].figure, [place.figure for place in own[1:]], Certainty.KNOWN, line)
        return total if _close(total) or total.slip() else None
    totals = []
    for first in range(len(places) - 3, -1, -1):
        block = places[first:]
        if _outweighs(block) and not _broken_off(block):
            total = _total(block[0].figure, [place.figure for place in block[1:]], Certainty.STRONG, line)
            if (_close(total) or total.slip()) and min(part.value or 0 for part in total.parts) >= (
                total.whole.step or 0
            ):
                totals.append(total)
    slips = [total for total in totals if total.slip()]
    return min(slips or totals, key=_miss, default=None)


def _miss(total: Total) -> Fraction:
    exact, value = total.exact(), total.whole.value
    return abs(exact - value) / value if exact is not None and value else Fraction(1)


def _outweighs(places: list[Place]) -> bool:
    first = places[0].figure.value or Fraction(0)
    return all((place.figure.value or Fraction(0)) < first for place in places[1:])


def _close(total: Total) -> bool:
    return _miss(total) <= _NEAR


def _broken_off(places: list[Place]) -> bool:
    """Whether more than a sentence without such a figure stands between two of them."""
    indices = [place.line.sentence.index for place in places]
    return any(later - earlier > 2 for earlier, later in pairwise(indices))


def _sums(bound: Bound, line: Line) -> Iterator[Total]:
    """``A and B, a total of T``; ``They add up to T``."""
    for at, whole in line.figures():
        if whole.kind not in _KINDS or whole.unit in _NO_SUM or whole.value is None or whole.is_range:
            continue
        if whole.interval is None or counts_few(whole):
            continue
        summed = _summed(line, at)
        if not summed and not (at and "making" in line.tokens[at - 1].tags):
            continue
        found = _added(bound, line, at, whole)
        if found is not None and (summed or _holds(found) or found.slip()):
            yield found


def _summed(line: Line, at: int) -> bool:
    """Whether words of adding stand right before or after a figure."""
    if "sum" in line.tokens[0].tags and not any(
        figure.kind in _KINDS for place, figure in line.figures() if place < at
    ):
        return True
    before = line.tokens[max(0, at - 4) : at]
    after = _to_the_mark(line.tokens[at + 1 : at + 7])
    if any(token.figure is not None and token.figure.kind != "period" for token in before[-2:]):
        before = ()
    lifted = any(token.word in ("to", "bringing", "brings", "brought", "taking", "since") for token in before[-1:])
    near = [token for token in (*before, *after) if token.figure is None]
    return not lifted and any("sum" in token.tags for token in near)


def _to_the_mark(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens up to the next comma or other level; ``in the two months`` is passed over."""
    for at, token in enumerate(tokens):
        passed = token.figure is None or token.figure.kind in ("duration", "period") or counts_few(token.figure)
        if not passed or token.word in (",", ";", ":", "of", "and", "while", "after"):
            return tokens[:at]
    return tokens


def _added(bound: Bound, line: Line, at: int, whole: Figure) -> Total | None:
    places = [place for place in _run_up(bound, line, whole, at) if place.figure is not whole and not place.nested]
    for first in range(len(places) - 2, -1, -1):
        total = _total(whole, [place.figure for place in places[first:]], Certainty.KNOWN, line)
        if _holds(total):
            return total
    own = [place.figure for place in places if place.line is line]
    if len(own) >= 2:
        total = _total(whole, own, Certainty.KNOWN, line)
        return total if _close(total) and _joined(line, own) else None
    before = [place.figure for place in places if place.line is places[-1].line]
    anaphora = line.tokens[0].word in ("they", "these", "this", "that", "both", "together", "taken together", "in all")
    if own or len(before) < 2:
        return None
    for first in range(len(before) - 1):
        total = _total(whole, before[first:], Certainty.STRONG, line)
        if total.slip() or (first == 0 and anaphora and _close(total)):
            return total
    return None


def _joined(line: Line, parts: list[Figure]) -> bool:
    """Whether ``and``, ``plus`` or a comma joins each part to the next."""
    positions = [at for at, figure in line.figures() if figure in parts]
    return all(
        any(token.word in ("and", "plus", ",", "with") for token in line.tokens[first:second])
        for first, second in pairwise(positions)
    )


def _splits(bound: Bound, line: Line) -> Iterator[Total]:
    """``280,000, divided between 200,000 and 80,000``; ``612 workshops: 288 of its own, 301 …, and 23 …``."""
    tokens = line.tokens
    for at, whole in line.figures():
        if whole.kind not in _KINDS or whole.unit in _NO_SUM or whole.value is None or whole.is_range:
            continue
        if whole.interval is None or counts_few(whole):
            continue
        places = [place for place in _places(bound, line, whole) if place.at > at]
        if len(places) < 2:
            continue
        cue = tokens[at + 1 : places[0].at]
        strict = any("split" in token.tags for token in cue)
        colon = any(token.word == "of which" for token in cue) or _listed(bound, line, cue)
        if any(token.figure is not None and token.figure.kind in _KINDS for token in cue) or not (strict or colon):
            continue
        claim = bound.claim(whole)
        if claim is not None and claim.status in ("target", "forecast"):
            continue
        places = [place for place in places if (place.figure.value or 0) < whole.value]
        if len(places) < 2:
            continue
        total = _best_of(whole, places, Certainty.KNOWN if strict else Certainty.STRONG, line)
        complete = colon and len(total.parts) >= _MANY and _miss(total) <= _COMPLETE
        if _holds(total) or (strict and _close(total)) or complete or total.slip():
            yield total
        return


def _best_of(whole: Figure, places: list[Place], certainty: Certainty, line: Line) -> Total:
    """The parts that come nearest to a whole: what follows them may be of something else."""
    parts = [place.figure for place in places]
    totals = [_total(whole, parts[:size], certainty, line) for size in range(len(parts), 1, -1)]
    return min(totals, key=_miss)


def _listed(bound: Bound, line: Line, cue: tuple[Token, ...]) -> bool:
    """Whether a colon opens a list of noun phrases, not a clause of its own."""
    colon = next((token for token in cue if token.word == ":"), None)
    return colon is not None and listing(bound.article.text, colon.end, line.sentence.end) is not None


def _of_whole_before(bound: Bound, line: Line) -> Iterator[Total]:
    """``Its volume consisted of A, B and C``, ``in three tranches of A, B and C``: the whole stands in the line before."""
    tokens = line.tokens
    for at, first in line.figures():
        if first.kind not in _KINDS or first.unit in _NO_SUM or counts_few(first) or first.is_range:
            continue
        places = [place for place in _places(bound, line, first) if place.at >= at]
        number = _number_of(tokens[max(0, at - 4) : at])
        split = any("split" in token.tags for token in tokens[max(0, at - 2) : at])
        if len(places) < 2 or not (split or number == len(places)):
            return
        if any(place.at < at for place in _places(bound, line, first)):
            return
        totals = [
            _total(place.figure, [part.figure for part in places], Certainty.STRONG, line)
            for before in lines_before(bound, line, 1)
            for place in _places(bound, before, first)
            if _outweighs([place, *places])
        ]
        held = [total for total in totals if _holds(total)]
        near = [total for total in totals if _miss(total) <= _NEAR]
        yield from held[:1] or near[:1]
        return


def _number_of(tokens: tuple[Token, ...]) -> int | None:
    """``three tranches of``: the small number whose noun an ``of`` follows."""
    if len(tokens) < 2 or tokens[-1].word != "of":
        return None
    figure = next((token.figure for token in reversed(tokens) if token.figure is not None), None)
    return int(figure.value) if figure is not None and counts_few(figure) and figure.value is not None else None
