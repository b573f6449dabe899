"""Extremes that a sentence remembers: "the highest since March, when it was 6.5", "the old record was 2,06,434"."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.relations.around import alike
from factlint.relations.comparison import Comparison
from factlint.relations.order_words import order_words
from factlint.relations.standing import compared, levels

_WHEN = frozenset({"when", "where"})
_SINCE = frozenset({"since"})
_OLD = frozenset({"old", "previous", "former", "prior", "earlier", "last"})
_RECORDS = frozenset({"record", "high", "best", "peak", "mark"})
_REACH = 4
_BACK = 2


def find(bound: Bound) -> Iterator[Comparison]:
    """Every level beside the one that it is said to be the highest, or lowest, since; and every broken record."""
    last: Line | None = None
    for line in bound.lines:
        if line.block.cell is not None:
            continue
        yield from _since(bound, line)
        if last is not None and 0 < line.sentence.index - last.sentence.index <= _BACK:
            yield from _broken(bound, last, line)
        last = line


def _since(bound: Bound, line: Line) -> Iterator[Comparison]:
    """What is the highest since a month is no higher than it was in that month."""
    words = [token.word for token in line.tokens]
    since = next((at for at, word in enumerate(words) if word in _SINCE), None)
    when = next((at for at, word in enumerate(words) if word in _WHEN and since is not None and at > since), None)
    if since is None or when is None or when - since > 2 * _REACH:
        return
    direction = _extreme(" ".join(words[max(0, since - 2 * _REACH) : since]))
    own = levels(bound, line)
    before = [one for one in own if one[0] < since]
    after = [one for one in own if when < one[0] <= when + 2 * _REACH]
    if not direction or not before or not after or not alike(before[-1][1], after[0][1]):
        return
    yield compared(line, since, before[-1][1], after[0][1], -direction)


def _extreme(words: str) -> int:
    """+1 where words speak of a high, -1 where they speak of a low, 0 where of neither or of both."""
    found = order_words()["fields"]
    high = any(f" {phrase} " in f" {words} " for phrase in found["high"])
    low = any(f" {phrase} " in f" {words} " for phrase in found["low"])
    return int(high) - int(low)


def _broken(bound: Bound, before: Line, line: Line) -> Iterator[Comparison]:
    """``its highest monthly figure ever. The old record, set in October last year, was 2,06,434.``"""
    if before.sentence.block != line.sentence.block:
        return
    words = [token.word for token in line.tokens]
    said = [word for token in before.tokens for word in token.word.split()]
    record = next(
        (
            at
            for at, word in enumerate(words[1:], 1)
            if word in _RECORDS and words[at - 1].split()[-1:] != [] and words[at - 1] in _OLD
        ),
        None,
    )
    if record is None or not _claimed(said) or "for" in (*said, *words[record : record + 2]):
        return
    own, marks = levels(bound, before), [one for one in levels(bound, line) if one[0] > record]
    if len(own) == 1 and len(marks) == 1 and alike(own[0][1], marks[0][1]):
        yield compared(line, record, own[0][1], marks[0][1], 1)


def _claimed(words: list[str]) -> bool:
    """Whether a sentence claims a record: ``a record``, ``the highest ever``, ``more than ever``."""
    return "record" in words or ("ever" in words and any(_extreme(word) > 0 for word in words))
