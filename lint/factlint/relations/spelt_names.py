"""Names that are misspelt, in the headline or below it: both need the capitalised words of the text."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.relations.headline_name import headline_names
from factlint.relations.name_variant import mentions, variants
from factlint.relations.relation import Relation


def find(bound: Bound) -> Iterator[Relation]:
    """Headline names that the story has otherwise, and names that the story writes in two ways."""
    spelt = list(mentions(bound))
    yield from headline_names(bound, spelt)
    yield from variants(bound, spelt)
