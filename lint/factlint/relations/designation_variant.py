"""Designations that an article writes in two ways: the digits of one in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.figures.figure import Name
from factlint.finding import Place
from factlint.patterns import compiled
from factlint.relations.name_variant import NameVariant
from factlint.relations.relation import Certainty

_SHAPE = compiled(r"([A-Z]+)-?(\d{2,4})")


def designation_variants(bound: Bound) -> Iterator[NameVariant]:
    """``A290`` and once ``A920``: a designation that nobody knows, its digits those of a known one in another order."""
    blocks = bound.article.blocks
    by_shape: defaultdict[tuple[str, str], dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for name in bound.scanned.names:
        match = _SHAPE.search(name.quote) if name.digits and name.kind in ("model", "designation") else None
        sentence = bound.article.sentence_at(name.start) if match else None
        if match is None or sentence is None or blocks[sentence.block].kind is BlockKind.HEADLINE:
            continue
        by_shape[match.group(1), "".join(sorted(match.group(2)))][match.group(2)].append(name)
    for forms in by_shape.values():
        if len(forms) != 2:
            continue
        reference, variant = sorted(forms.values(), key=lambda group: (group[0].kind != "model", -len(group)))
        known = reference[0].kind == "model" or len(reference) > 1
        if known and len(variant) == 1 and variant[0].kind == "designation" and _one_owner(reference[0], variant[0]):
            yield NameVariant(
                figures=(),
                variant=Place(variant[0].start, variant[0].end, variant[0].quote),
                reference=Place(reference[0].start, reference[0].end, reference[0].quote),
                certainty=Certainty.STRONG,
            )


def _one_owner(one: Name, other: Name) -> bool:
    return one.brand is None or other.brand is None or one.brand == other.brand
