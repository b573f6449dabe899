"""Outlooks in headlines: that a maker raised or cut what it expects, and what its story says of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, zip_longest

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.finding import Place
from factlint.patterns import compiled
from factlint.relations.around import has_value
from factlint.relations.headline_direction import HeadlineDirection
from factlint.relations.nearby import akin
from factlint.relations.relation import Certainty, widest
from factlint.relations.told import Told

_WORD = compiled(r"[a-z][a-z&'’-]*")
_SENTENCE = compiled(r"[^.!?\n]+(?:\.\d[^.!?\n]*)*")
_REACH = 4
"""Words between a verb and the outlook that it revises."""
_APART = 120
"""Characters between what is expected now and what was expected before."""


class Outlook(msgspec.Struct, frozen=True, eq=False):
    """The words of ``[outlook]`` in data/headlines.toml."""

    nouns: frozenset[str]
    stops: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    before: re.Pattern[str]
    expects: frozenset[str]
    others: frozenset[str]


class Revision(msgspec.Struct, frozen=True, eq=False):
    """An outlook went up (+1) or down (-1): by the verb at ``place``, or by the figures now and before."""

    direction: int
    place: Place | None = None
    figures: tuple[Figure, ...] = ()


@cache
def outlook() -> Outlook:
    """The vocabulary, read once."""
    words = table("headlines.toml")["outlook"]
    lists = {name: frozenset(words[name]) for name in ("nouns", "stops", "up", "down", "expects", "others")}
    before = "|".join(re.escape(phrase) for phrase in words["before"])
    return Outlook(before=compiled(rf"\b(?:{before})\b"), **lists)


def headline_outlooks(bound: Bound, stories: Sequence[Told]) -> Iterator[HeadlineDirection]:
    """Every headline that revises an outlook the other way than all that its story says of it."""
    words = outlook()
    for told in stories:
        if told.story.headline is None:
            continue
        block = bound.article.blocks[told.story.headline]
        headline = bound.article.text[block.start : block.end].lower()
        if words.others & set(_WORD.findall(headline)):
            continue
        said = list(_verbs(headline, block.start, bound.article.text))
        if len(said) != 1 or said[0].place is None:
            continue
        revisions = list(_revisions(bound, told))
        against = [one for one in revisions if one.direction != said[0].direction]
        if not against or len(against) < len(revisions):
            continue
        yield HeadlineDirection(
            figures=against[0].figures, verb=said[0].place, direction=said[0].direction,
            told=against[0].place, certainty=Certainty.STRONG,
        )  # fmt: skip


def _verbs(text: str, offset: int, whole: str) -> Iterator[Revision]:
    """The verbs of a lower-case sentence that raise or cut an outlook: ``trims its full-year outlook``, ``outlook cut``."""
    words = outlook()
    found = list(_WORD.finditer(text))
    for at, match in enumerate(found):
        direction = int(match[0] in words.up) - int(match[0] in words.down)
        if not direction:
            continue
        behind = [one[0] for one in found[at + 1 : at + 1 + _REACH]]
        noun = next((step for step, word in enumerate(behind) if word in words.nouns), None)
        active = noun is not None and not words.stops & set(behind[:noun])
        passive = (
            at > 0
            and found[at - 1][0] in (*words.nouns, "is", "was")
            and bool(words.nouns & {one[0] for one in found[max(0, at - 2) : at]})
        )
        if active or passive:
            start, end = offset + match.start(), offset + match.end()
            yield Revision(direction, Place(start, end, whole[start:end]))


def _revisions(bound: Bound, told: Told) -> Iterator[Revision]:
    words, text = outlook(), bound.article.text
    for block in told.blocks:
        low = text[block.start : block.end].lower()
        if not any(noun in low for noun in words.nouns):
            continue
        for sentence in _SENTENCE.finditer(low):
            if not words.others & set(_WORD.findall(sentence[0])):
                yield from _verbs(sentence[0], block.start + sentence.start(), text)
    for line, following in zip_longest(told.body, told.body[1:]):
        yield from _figures(text, line, following)


def _figures(text: str, line: Line, following: Line | None) -> Iterator[Revision]:
    """``at least 7.1 billion euros, having previously forecast 7.0 billion``: what is expected now, and what was before."""
    words = outlook()
    said = {token.word for token in line.tokens}
    if not words.expects & said or words.others & said:
        return
    figures = [
        figure for _, figure in line.figures() if has_value(figure) and figure.kind in ("count", "money", "percent")
    ]
    if following is not None and following.sentence.index == line.sentence.index + 1:
        later = [figure for _, figure in following.figures() if has_value(figure)]
        figures += later if words.before.search(text, following.sentence.start, following.sentence.end) else []
    for now, base in combinations(figures, 2):
        gap = text[now.end : base.start].lower()
        if len(gap) > _APART or not akin(now, base) or not words.before.search(gap):
            continue
        if text[: now.start].endswith("from ") and " to " in gap:
            now, base = base, now
        if widest(now).overlaps(widest(base)) and (now.value is None or base.value is None or now.value == base.value):
            continue
        if now.value is not None and base.value is not None and base.value / 2 < now.value < base.value * 2:
            yield Revision(1 if now.value > base.value else -1, figures=(now, base))
