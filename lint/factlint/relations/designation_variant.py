"""Designations that an article writes in two ways: the digits of one in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.figures.figure import Figure, Name
from factlint.finding import Place
from factlint.patterns import compiled
from factlint.relations.name_variant import NameVariant
from factlint.relations.relation import Certainty, Relation, Verdict

_ACRONYM = 4
_CAPITALS = compiled(r"\b[A-Z]{4,6}\b")
_COMPANIES = frozenset({"maker", "brand", "supplier", "company"})
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


class NamedAlike(Relation, frozen=True, eq=False, kw_only=True):
    """Mentions of one name with digits that are written alike, in the article or in the list of models."""

    known: bool

    confirms: ClassVar[bool] = False

    def verdict(self) -> Verdict:
        return Verdict.HOLDS


def names_alike(bound: Bound) -> Iterator[NamedAlike]:
    """Every name with digits that the article has more than once, or the list of models knows."""
    figures = {figure.start: figure for figure in bound.scanned.figures if figure.kind == "name"}
    mentions: defaultdict[str, list[Figure]] = defaultdict(list)
    known: set[str] = set()
    for name in bound.scanned.names:
        figure = figures.get(name.start)
        if figure is None or not name.digits or name.kind not in ("model", "designation"):
            continue
        mentions[name.entity].append(figure)
        if name.kind == "model":
            known.add(name.entity)
    for entity, found in mentions.items():
        if len(found) > 1 or entity in known:
            yield NamedAlike(figures=tuple(found), known=entity in known)


def acronym_variants(bound: Bound) -> Iterator[NameVariant]:
    """``CALT`` in a story on CATL: capitals that nobody knows, in another order than those of a known company."""
    text = bound.article.text
    known: dict[str, dict[str, Name]] = defaultdict(dict)
    for name in bound.scanned.names:
        if name.quote.isupper() and name.quote.isalpha() and len(name.quote) >= _ACRONYM and name.kind in _COMPANIES:
            known["".join(sorted(name.quote))].setdefault(name.quote, name)
    if not known:
        return
    found: dict[str, list[int]] = defaultdict(list)
    for match in _CAPITALS.finditer(text):
        found[match.group()].append(match.start())
    for word, places in found.items():
        twins = known.get("".join(sorted(word)), {})
        if len(places) == 1 and len(twins) == 1 and word not in twins:
            twin = next(iter(twins.values()))
            yield NameVariant(
                figures=(),
                variant=Place(places[0], places[0] + len(word), word),
                reference=Place(twin.start, twin.end, twin.quote),
                certainty=Certainty.STRONG,
            )


def _one_owner(one: Name, other: Name) -> bool:
    return one.brand is None or other.brand is None or one.brand == other.brand
