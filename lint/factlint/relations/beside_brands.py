"""Designations right behind a name: ``Zeekr X9`` in a story on the Zeekr 9X, ``CLA 205+`` beside ``CLA 250+``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.figures.figure import Name
from factlint.finding import Place
from factlint.patterns import compiled
from factlint.relations.headline_name import HeadlineName
from factlint.relations.name_variant import NameVariant
from factlint.relations.relation import Certainty

_BEHIND = compiled(r"(?:['’]s)?[ *_]{1,3}(?P<word>[A-Za-z]{0,4}-?\d[A-Za-z0-9]{0,5}\+?)(?![\w,.%]*\d|[\w%])")
_YEAR = compiled(r"(?:19|20)\d\d\Z")
_SHORTEST, _LONG = 2, 3
_OWNERS = frozenset({"brand", "maker", "model", "product"})


class Worn(msgspec.Struct, frozen=True, eq=False):
    """A designation and who wears it."""

    word: str
    start: int
    end: int
    story: int
    headline: bool
    known: bool
    """Whether the gazetteer has it."""


def beside_brands(bound: Bound) -> Iterator[HeadlineName | NameVariant]:
    """Every designation behind a name whose letters and digits are those of another of that name, in another order."""
    groups: defaultdict[tuple[object, ...], list[Worn]] = defaultdict(list)
    for owner, worn in _worn(bound):
        groups[owner, worn.story, "".join(sorted(worn.word.casefold()))].append(worn)
    for own in groups.values():
        forms: defaultdict[str, list[Worn]] = defaultdict(list)
        for worn in own:
            forms[worn.word.casefold()].append(worn)
        if len(forms) == 2:
            yield from _apart(bound, list(forms.values()))


def _apart(bound: Bound, forms: list[list[Worn]]) -> Iterator[HeadlineName | NameVariant]:
    reference, variant = sorted(forms, key=lambda own: (not any(one.known for one in own), -len(own), own[0].start))
    certain = any(one.known for one in reference) or len(reference) > 1 or len(reference[0].word) >= _LONG
    if not certain or len(variant) > 1 or variant[0].known:
        return
    stated, told = _place(bound, variant[0]), _place(bound, reference[0])
    if variant[0].headline:
        yield HeadlineName(figures=(), stated=stated, told=told, certainty=Certainty.STRONG)
    else:
        yield NameVariant(figures=(), variant=stated, reference=told, certainty=Certainty.STRONG)


def _place(bound: Bound, worn: Worn) -> Place:
    return Place(worn.start, worn.end, bound.article.text[worn.start : worn.end])


def _worn(bound: Bound) -> Iterator[tuple[str, Worn]]:
    """Every designation with digits behind the name that owns it; one of a known model stands for itself, too."""
    article = bound.article
    for name in bound.scanned.names:
        if name.kind not in _OWNERS:
            continue
        sentence = article.sentence_at(name.start)
        if sentence is None:
            continue
        block = article.blocks[sentence.block]
        if block.kind in (BlockKind.METADATA, BlockKind.CODE):
            continue
        headline = block.kind is BlockKind.HEADLINE
        if name.digits:
            yield from _of_model(name, sentence.story, headline)
            continue
        found = _BEHIND.match(article.text, name.end, sentence.end)
        if found is not None and _usable(found["word"]):
            start, end = found.span("word")
            known = any(other.start <= start < other.end and other.kind == "model" for other in _near(bound, start))
            yield name.entity, Worn(found["word"], start, end, sentence.story, headline, known)


def _of_model(name: Name, story: int, headline: bool) -> Iterator[tuple[str, Worn]]:
    """The part of a model's name that has digits, under its brand and under the name before it."""
    at = name.start
    for part in name.quote.split(" "):
        if any(char.isdigit() for char in part) and _usable(part):
            worn = Worn(part, at, at + len(part), story, headline, name.kind == "model")
            for owner in {name.brand, name.maker, name.entity.rpartition(" ")[0]} - {None, ""}:
                yield str(owner), worn
        at += len(part) + 1


def _usable(word: str) -> bool:
    return sum(char.isalnum() for char in word) >= _SHORTEST and _YEAR.match(word) is None


def _near(bound: Bound, at: int) -> list[Name]:
    """The names that begin at or just before a place."""
    from bisect import bisect_left

    names = bound.scanned.names
    low = bisect_left(names, at, key=lambda name: name.start)
    return list(names[max(0, low - 2) : low + 1])
