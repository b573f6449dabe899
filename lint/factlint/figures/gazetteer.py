"""The gazetteer: every maker, brand, model, supplier, product, body, term and market that the data names.

``data/names.csv`` holds one row per entity. Its surface forms stand in three columns, joined by ``|``:

- ``forms``: distinctive, a mention wherever they stand;
- ``near``: a mention where the owner (brand, maker, company) stands in the same text;
- ``guarded``: digits, single letters and everyday words: a mention right after the owner.

``data/markets.csv`` holds countries, regions and cities with their adjectives.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FREE, NEAR, GUARDED = 0, 1, 2

_DATA = Path(__file__).parent.parent / "data"

_PLAIN = dict(
    zip(
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿŠšŽžČčĆćŁłİışŞğĞ’‘‐‑‒–\u00a0\u2009\u202f",
        "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyySsZzCcCcLlIisSgG''----   ",
        strict=True,
    )
)
_ACCENTED = re.compile(f"[{''.join(_PLAIN)}]")
_RUN = re.compile(r"[^\W_]+|\S")


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
    return text if text.isascii() else _ACCENTED.sub(lambda match: _PLAIN[match.group()], text)


def key(form: str) -> str:
    """Under what a form is filed: its first run of letters and digits in lower case, or else its first sign."""
    match = _RUN.match(form)
    return match.group().lower() if match else form[:1]


def key_at(text: str, position: int) -> str:
    """The key of whatever form may stand at ``position``."""
    match = _RUN.match(text, position)
    return match.group().lower() if match else ""


def known_keys() -> Container[str]:
    """All keys, to tell quickly that nothing is filed under a word."""
    return _index()


@cache
def forms_at(key: str) -> tuple[Form, ...]:
    """The forms that begin with ``key``, longest first."""
    forms = [Form(form, tier, Entry(*row[:4]), _stem(form, row)) for form, tier, row in _index().get(key, ())]
    return tuple(sorted(forms, key=lambda form: (-len(form.text), form.tier)))


_Row = list[str]
_Raw = tuple[str, int, _Row]


def _rows(file: str) -> Iterator[_Row]:
    with (_DATA / file).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def _stem(form: str, row: _Row) -> str:
    head, _, number = form.rpartition(" ")
    return head + " " if len(head) > 2 and number.isdigit() and row[0] in ("model", "product") else ""


@cache
def _index() -> dict[str, list[_Raw]]:
    """The data, read once. Rows stay as they are; only those that a text asks for become forms."""
    index: dict[str, list[_Raw]] = {}
    for form, tier, row in _raw():
        word = form.partition(" ")[0].lower()
        if not word.isalnum():
            word = key(word)
        if word in index:
            index[word].append((form, tier, row))
        else:
            index[word] = [(form, tier, row)]
    return index


def _raw() -> Iterator[_Raw]:
    for row in _rows("names.csv"):
        for tier in (FREE, NEAR, GUARDED):
            column = row[5 + tier]
            if column:
                for form in fold(column).split("|"):
                    yield form, tier, row
    for market, _kind, _part, names in _rows("markets.csv"):
        row = ["market", market, "", ""]
        for form in fold(names).split("|"):
            yield form, FREE, row
