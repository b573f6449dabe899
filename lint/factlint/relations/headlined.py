"""Headlines and names: what a headline says against its story, and names that are spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.relations.beside_brands import beside_brands
from factlint.relations.capitalised import mentions
from factlint.relations.designation_variant import acronym_variants, designation_variants, names_alike
from factlint.relations.headline import headline_figures
from factlint.relations.headline_brand import headline_brands
from factlint.relations.headline_direction import headline_directions
from factlint.relations.headline_name import HeadlineName, headline_names
from factlint.relations.headline_outlook import headline_outlooks
from factlint.relations.headline_year import headline_years
from factlint.relations.name_variant import NameVariant, variants
from factlint.relations.relation import Relation
from factlint.relations.told import stories_told


def find(bound: Bound) -> Iterator[Relation]:
    """Figures, directions, years and names of headlines, and the names that a story writes in two ways."""
    stories = tuple(stories_told(bound))
    spelt = tuple(mentions(bound))
    yield from headline_figures(bound, stories)
    yield from headline_directions(bound, stories)
    yield from headline_outlooks(bound, stories)
    yield from headline_years(bound, stories)
    named: list[HeadlineName | NameVariant] = [
        *headline_names(bound, stories, spelt),
        *variants(bound, spelt),
        *designation_variants(bound),
        *acronym_variants(bound),
    ]
    yield from named
    yield from names_alike(bound)
    taken = [(place.start, place.end) for one in named for place in one.places]
    for found in (*beside_brands(bound), *headline_brands(bound, stories)):
        place = found.places[0]
        if not any(start < place.end and place.start < end for start, end in taken):
            yield found
