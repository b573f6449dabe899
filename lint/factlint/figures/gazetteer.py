"""The gazetteer: every maker, brand, model, supplier, product, body, term and market that the data names.

``data/names.csv`` holds one row per entity. Its surface forms stand in three columns, joined by ``|``:

- ``forms``: distinctive, a mention wherever they stand;
- ``near``: a mention where the owner (brand, maker, company) stands in the same text;
- ``guarded``: digits, single letters and everyday words: a mention right after the owner.

``data/markets.csv`` holds countries, regions and cities with their adjectives.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from factlint.data import prepared, rows
from factlint.patterns import compiled

FREE, NEAR, GUARDED = 0, 1, 2

_PLAIN = dict(
    zip(
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿŠšŽžČčĆćŁłİışŞğĞ’‘‐‑‒–\u00a0\u2009\u202f",
        "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyySsZzCcCcLlIisSgG''----   ",
        strict=True,
    )
)
_ACCENTED = compiled(f"[{''.join(_PLAIN)}]")
_RUN = compiled(r"[^\W_]+|\S")


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
    forms = [_form(*line.split("\t")) for line in _index().get(key, "").splitlines()]
    return tuple(sorted(forms, key=lambda form: (-len(form.text), form.tier)))


def _form(text: str, tier: str, kind: str, entity: str, brand: str, maker: str) -> Form:
    head, _, number = text.rpartition(" ")
    numbered = len(head) > 2 and number.isdigit() and kind in ("model", "product")
    return Form(text, int(tier), Entry(kind, entity, brand, maker), head + " " if numbered else "")


@cache
def _index() -> dict[str, str]:
    """For each key the forms that are filed there, one a line: form, tier, kind, entity, brand, maker.

    They stay lines, which load in no time: only those that a text asks for become forms.
    """
    index: dict[str, str] = prepared("names", ("names.csv", "markets.csv"), _by_key)
    return index


def _by_key(names: str, markets: str) -> dict[str, str]:
    index: dict[str, list[str]] = {}
    for form, *row in _filed(names, markets):
        word = form.partition(" ")[0].lower()
        index.setdefault(word if word.isalnum() else key(word), []).append("\t".join((form, *row)))
    return {word: "\n".join(lines) for word, lines in index.items()}


def _filed(names: str, markets: str) -> Iterator[tuple[str, ...]]:
    for kind, entity, brand, maker, _country, *columns in rows(names):
        for tier, column in zip((FREE, NEAR, GUARDED), columns, strict=True):
            for form in fold(column).split("|") if column else ():
                yield form, str(tier), kind, entity, brand, maker
    for market, _kind, _part, forms in rows(markets):
        for form in fold(forms).split("|"):
            yield form, str(FREE), "market", market, "", ""
