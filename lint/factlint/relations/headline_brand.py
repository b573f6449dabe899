"""Headline brands: a maker in the headline that the story never names, where it tells the same of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factlint.claims.bind import Bound
from factlint.figures.figure import Name
from factlint.finding import Place
from factlint.relations.headline_name import HeadlineName
from factlint.relations.relation import Certainty
from factlint.relations.told import Told

_MAKERS = frozenset({"maker", "brand"})
_GAP = 3
_TELLING = 3


def headline_brands(bound: Bound, stories: Iterable[Told]) -> Iterator[HeadlineName]:
    """``Nio Auto i8`` above a story on the Li Auto i8; ``Xpeng delivers 34,749`` above one on Nio's 34,749."""
    for told in stories:
        block = bound.article.blocks[told.story.headline or 0]
        names = [name for name in bound.scanned.names if block.start <= name.start < block.end]
        makers = [name for name in names if name.kind in _MAKERS and not _told(name, told)]
        if len(makers) != 1:
            continue
        meant = _of_model(makers[0], names, told) or _of_figure(bound, makers[0], names, told)
        if meant is not None:
            yield HeadlineName(
                figures=(),
                stated=Place(makers[0].start, makers[0].end, makers[0].quote),
                told=Place(meant.start, meant.end, meant.quote),
                certainty=Certainty.STRONG,
            )


def _family(name: Name) -> set[str]:
    return {owner for owner in (name.entity, name.brand, name.maker) if owner}


def _told(name: Name, told: Told) -> bool:
    """Whether a story names a maker, or anything of its, in any way."""
    words = name.quote.split()
    if any(len(word) > 1 and word.lower() in told.text.lower() for word in words[:1]):
        return True
    return any(_family(name) & _family(other) for other in told.names)


def _of_model(maker: Name, names: Sequence[Name], told: Told) -> Name | None:
    """The maker that the story gives to the model behind the headline's one."""
    for model in names:
        behind = 0 <= model.start - maker.end <= _GAP
        if model.kind != "model" or not behind or _family(maker) & _family(model):
            continue
        if not any(other.entity == model.entity for other in told.names):
            return None
        return next((other for other in told.names if other.kind in _MAKERS and _family(other) & _family(model)), None)
    return None


def _of_figure(bound: Bound, maker: Name, names: Sequence[Name], told: Told) -> Name | None:
    """The only maker of the story, where it says of it the very figure that the headline gives."""
    told_of = [other for other in told.names if other.kind in _MAKERS]
    entities = {other.maker or other.brand or other.entity for other in told_of}
    if len(entities) != 1 or len(told_of) < 2 or any(_family(told_of[0]) & _family(name) for name in names):
        return None
    given = {figure.value for line in told.headline for _, figure in line.figures() if _is_telling(figure.quote)}
    same = any(
        figure.value in given and (claim := bound.claim(figure)) is not None and claim.subject is not None
        for line in told.body
        for _, figure in line.figures()
        if figure.value is not None
    )
    return told_of[0] if same else None


def _is_telling(quote: str) -> bool:
    return sum(char.isdigit() for char in quote.rstrip("0")) >= _TELLING
