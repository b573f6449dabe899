"""The gazetteer: every maker, brand, model, supplier, product, body, term and market that the data names.

``data/names.csv`` holds one row per entity. Its surface forms stand in three columns, joined by ``|``:

- ``forms``: distinctive, a mention wherever they stand;
- ``near``: a mention where the owner (brand, maker, company) stands in the same text;
- ``guarded``: digits, single letters and everyday words: a mention right after the owner.

``data/markets.csv`` holds countries, regions and cities with their adjectives.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FREE, NEAR, GUARDED = 0, 1, 2

_DATA = Path(__file__).parent.parent / "data"

_ACCENTS = str.maketrans(
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿŠšŽžČčĆćŁłİışŞğĞ’‘‐‑‒–\u00a0\u2009\u202f",
    "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyySsZzCcCcLlIisSgG''----   ",
)


class Entry(NamedTuple):
    """One row of the gazetteer. ``brand`` and ``maker`` are empty where there is none."""

    kind: str
    entity: str
    brand: str
    maker: str

    @property
    def owner(self) -> str:
        """Who must stand nearby for a short form to count."""
        return self.brand or self.maker


class Form(NamedTuple):
    """One surface form: its folded text, when it counts, and whose it is."""

    text: str
    tier: int
    entry: Entry
    stem: str = ""
    """Of a model or product with a number at its end: what stands before the number ("Tiggo ")."""


def fold(text: str) -> str:
    """The text without accents and with plain quotes, hyphens and spaces; every offset stays where it was."""
    return text if text.isascii() else text.translate(_ACCENTS)


@cache
def forms_at(key: str) -> tuple[Form, ...]:
    """The forms that begin with ``key`` (their first three characters, or all of a shorter one, in lower case)."""
    return _longest_first(_index().forms.get(key, ()))


@cache
def owned_by(owner: str) -> tuple[Form, ...]:
    """The forms of the models of a brand, or of the products of a company, longest first."""
    rows = _index().owners.get(owner, ())
    return _longest_first((form, tier, row) for row in rows for tier, form in _columns(row))


def maker_of(brand: str) -> str:
    """The maker that a brand belongs to; empty where the data names none."""
    return _index().makers.get(brand, "")


def keys_at(text: str, position: int) -> Iterator[str]:
    """The keys under which a form that stands at ``position`` may be filed."""
    head = text[position : position + 3].lower()
    yield head
    for size in (2, 1):
        if not head[size : size + 1].isalnum():
            yield head[:size]


_Row = list[str]
_Raw = tuple[str, int, _Row]


class _Index(NamedTuple):
    forms: dict[str, list[_Raw]]
    owners: dict[str, list[_Row]]
    makers: dict[str, str]


def _rows(file: str) -> Iterator[_Row]:
    with (_DATA / file).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def _columns(row: _Row) -> Iterator[tuple[int, str]]:
    for tier in (FREE, NEAR, GUARDED):
        if row[5 + tier]:
            for form in row[5 + tier].split("|"):
                yield tier, fold(form)


def _stem(form: str, row: _Row) -> str:
    head, _, number = form.rpartition(" ")
    return head + " " if len(head) > 2 and number.isdigit() and row[0] in ("model", "product") else ""


def _longest_first(raw: Iterable[_Raw]) -> tuple[Form, ...]:
    forms = [Form(form, tier, Entry(*row[:4]), _stem(form, row)) for form, tier, row in raw]
    return tuple(sorted(forms, key=lambda form: (-len(form.text), form.tier)))


def _file(forms: dict[str, list[_Raw]], form: str, tier: int, row: _Row) -> None:
    key = form[:3].lower()
    if key in forms:
        forms[key].append((form, tier, row))
    else:
        forms[key] = [(form, tier, row)]


@cache
def _index() -> _Index:
    """The data, read once. Rows stay as they are; only those that a text asks for become forms."""
    forms: dict[str, list[_Raw]] = {}
    owners: dict[str, list[_Row]] = {}
    makers: dict[str, str] = {}
    for row in _rows("names.csv"):
        kind, entity, brand, maker, _country, free, near, guarded = row
        for tier, column in enumerate((free, near, guarded)):
            if column:
                for form in column.split("|"):
                    _file(forms, fold(form), tier, row)
        if kind in ("model", "product"):
            owners.setdefault(brand or maker, []).append(row)
        elif brand and maker:
            makers[entity] = maker
    for market, _kind, _part, names in _rows("markets.csv"):
        row = ["market", market, "", ""]
        for form in names.split("|"):
            _file(forms, fold(form), FREE, row)
    return _Index(forms, owners, makers)
