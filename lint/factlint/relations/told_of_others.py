"""Whether a relation that does not hold was tied to the wrong figure: another figure of the story fits in its place.

Where the sentence itself does not name both levels, the level that a rate, a share or a difference is said of may stand
anywhere in the story. If putting another figure of the same kind in the place of one level makes it hold as printed,
that one was meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.figures.figure import Figure
from factlint.relations.around import alike, has_value
from factlint.relations.difference import Difference
from factlint.relations.growth import Growth
from factlint.relations.multiple import Multiple
from factlint.relations.nearby import printed, rounded
from factlint.relations.per_unit import PerUnit
from factlint.relations.relation import Certainty, Relation, Verdict
from factlint.relations.share import Share
from factlint.relations.total import Total

_SHARP = 3
"""Digits of a stated figure that another level hardly gives by chance."""

_REACH = 12
"""Sentences around the stated figure in which the level that was meant may stand."""

_LEVELS: dict[type[Relation], tuple[str, ...]] = {
    Growth: ("now", "base"),
    Share: ("part", "whole"),
    Difference: ("one", "other"),
    Multiple: ("now", "base"),
    PerUnit: ("total", "counted"),
}


def told_of_others(bound: Bound, relation: Relation) -> bool:
    """Whether a relation that context ties and that does not hold would hold with another figure of the story."""
    places = _LEVELS.get(type(relation))
    if places is None or relation.verdict() <= Verdict.LOOSE or not _long(relation.figures[0], _SHARP - 1):
        return False
    if _in_one_sentence(bound, relation):
        return False
    return any(variant.verdict() is Verdict.HOLDS for name in places for variant in _variants(bound, relation, name))


def added_up(found: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without the differences of an amount that its own parts make: ``3.32 million were added: ...``."""
    sums = {one.whole.start for one in found if isinstance(one, Total) and one.verdict() <= Verdict.LOOSE}
    for one in found:
        alleged = isinstance(one, Difference) and one.certainty < Certainty.KNOWN and one.verdict() > Verdict.LOOSE
        if not (alleged and one.figures[0].start in sums):
            yield one


def _in_one_sentence(bound: Bound, relation: Relation) -> bool:
    claims = [bound.claim(figure) for figure in relation.figures]
    return len({claim.sentence for claim in claims if claim is not None}) == 1


def _sharp(figure: Figure, digits: int) -> bool:
    """Whether a figure is printed in so many digits, and neither open nor hedged."""
    return not figure.soft and figure.interval is not None and figure.interval.bounded and _long(figure, digits)


def _long(figure: Figure, digits: int) -> bool:
    if figure.value is None or not figure.step:
        return False
    if figure.kind in ("percent", "multiple") and "." in figure.quote:
        return True
    return len(str(abs(int(figure.value / figure.step))).rstrip("0")) >= digits


def _variants(bound: Bound, relation: Relation, name: str) -> Iterator[Relation]:
    """The relation with another level of the story in one place: near by two digits are enough to tell one."""
    tied: Figure = getattr(relation, name)
    stated = relation.figures[0]
    own = bound.claim(stated)
    if own is None:
        return
    first = bisect_left(bound.claims, own.sentence - _REACH, key=lambda claim: claim.sentence)
    last = bisect_right(bound.claims, own.sentence + _REACH, key=lambda claim: claim.sentence)
    for claim in bound.claims[first:last]:
        figure, back = claim.figure, own.sentence - claim.sentence
        digits = _SHARP - (0 <= back <= 1)
        if claim.story != own.story or not _long(stated, digits):
            continue
        if any(figure is one for one in relation.figures) or not _may_stand(figure, tied, digits):
            continue
        if isinstance(relation, PerUnit) and _of_then(bound, claim, tied):
            continue
        if (
            isinstance(relation, Share)
            and name == "part"
            and claim.sentence > own.sentence
            and _beside(bound, relation)
        ):
            continue
        figures = tuple(figure if one is tied else one for one in relation.figures)
        if isinstance(relation, PerUnit) and name == "counted":
            number, loose = printed(figure), rounded(figure)
            yield replace(relation, figures=figures, counted=figure, number=number, loose_number=loose)
        else:
            yield replace(relation, figures=figures, **{name: figure})


def _beside(bound: Bound, share: Share) -> bool:
    """Whether a share's part stands in its own sentence: a level behind it has a sentence, and a share, of its own."""
    part, rate = bound.claim(share.part), bound.claim(share.rate)
    return part is not None and rate is not None and part.sentence == rate.sentence


def _of_then(bound: Bound, claim: Claim, tied: Figure) -> bool:
    """Whether a figure is the level of the time before, and the one that it would stand for is not."""
    own = bound.claim(tied)
    return claim.role == "base" and own is not None and own.role != "base"


def _may_stand(figure: Figure, tied: Figure, digits: int) -> bool:
    kinds = {figure.kind, tied.kind}
    bare = kinds == {"count", "money"} and not any(one.kind == "count" and one.noun for one in (figure, tied))
    return has_value(figure) and not figure.is_range and _sharp(figure, digits) and (bare or alike(figure, tied))
