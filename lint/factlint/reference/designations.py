"""Designations beside the gazetteer: one that it lacks, where its digits in another order are a model of the brand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from factlint.figures.figure import Name
from factlint.figures.gazetteer import forms_at, key
from factlint.patterns import compiled

_SHAPE = compiled(r"([A-Z]{0,3})(-?)(\d{2,4})([A-Z]?)\Z")


def meant_by(name: Name) -> str | None:
    """The one known model of the brand that a designation is with two digits or its letters in another order."""
    if name.kind != "designation" or not name.brand:
        return None
    match = _SHAPE.search(name.quote)
    if match is None:
        return None
    found = {entity for form in _orders(*match.groups()) for entity in _models(form, name.brand)}
    return found.pop() if len(found) == 1 else None


def _orders(letters: str, hyphen: str, digits: str, rest: str) -> Iterator[str]:
    for order in sorted(set(permutations(digits))):
        if "".join(order) != digits:
            yield f"{letters}{hyphen}{''.join(order)}{rest}"
    if len(letters) == 2 and letters[0] != letters[1]:
        yield f"{letters[::-1]}{hyphen}{digits}{rest}"


def _models(form: str, brand: str) -> Iterator[str]:
    for known in forms_at(key(form)):
        if known.text == form and known.entry.kind == "model" and known.entry.brand == brand:
            yield known.entry.entity
