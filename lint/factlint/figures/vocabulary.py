"""The words that make a quantity, laid out for one look-up a word: units, currencies, scales, hedges, nouns."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

import msgspec

from factlint.data import phrases, table
from factlint.figures.units import rational
from factlint.patterns import compiled

TOKEN = compiled(r"[A-Za-zµμ°Ω℃℉]++|[%％‰/*·⋅×()²³″”€£¥￥₹₩$]|[0-9]++|[一-鿿]")
"""One token of a unit: letters, digits, one sign or one Chinese character."""

SAME = {"per": "/", "Per": "/", "·": "*", "⋅": "*", "×": "*", "（": "(", "）": ")"}
"""Tokens that are read as another one."""

_KINDS = {"time": "duration", "share": "percent"}


class Sort(NamedTuple):
    """What a unit makes of a number: the kind of figure, its unit, and the factor to that unit."""

    kind: str
    unit: str
    above: int = 1
    below: int = 1


Node = dict[str, "Node | Sort"]
"""A tree of unit spellings by token; the empty key holds the unit that ends there."""


class Vocabulary(msgspec.Struct, frozen=True):
    """Everything that the tables say."""

    units: Node
    rates: Node
    signs: dict[str, str]
    codes: dict[str, str]
    scales: dict[str, int]
    letters: dict[str, int]
    ones: dict[str, int]
    tens: dict[str, int]
    big: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    multiples: dict[str, Fraction]
    chinese: dict[str, int]
    hedges: dict[str, str]
    hedge_ends: frozenset[str]
    hedge_singles: frozenset[str]
    hedge_pairs: frozenset[str]
    hedge_verbs: dict[str, str]
    hedge_bases: dict[str, str]
    hedges_behind: dict[str, str]
    hedge_heads: frozenset[str]
    nouns: frozenset[str]
    noun_endings: tuple[str, ...]
    everyday: frozenset[str]
    singulars: frozenset[str]
    stops: frozenset[str]
    adjectives: frozenset[str]
    participles: frozenset[str]
    no_plurals: frozenset[str]
    labels: frozenset[str]
    support: frozenset[str]
    bodies: frozenset[str]
    peoples: frozenset[str]
    dialled: frozenset[str]
    at_home: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
    china: tuple[str, ...]
    japan: tuple[str, ...]


def tokens(spelling: str) -> list[str]:
    """The tokens of a unit's spelling; "per" is read as "/"."""
    return [SAME.get(token, token) for token in TOKEN.findall(spelling)]


def _plant(tree: Node, spelling: str, sort: Sort) -> None:
    node = tree
    for token in tokens(spelling):
        below = node.get(token)
        if not isinstance(below, dict):
            below = node[token] = {}
        node = below
    node.setdefault("", sort)


def _fold_case(tree: Node) -> None:
    """Let spellings of two letters and more be found in lower case too, where that is no other unit."""
    for token, below in list(tree.items()):
        if isinstance(below, dict):
            _fold_case(below)
            if len(token) > 1 and token.lower() not in tree:
                tree[token.lower()] = below


def _units() -> Node:
    tree: Node = {}
    for dimension, entries in table("units.toml").items():
        kind = _KINDS.get(dimension, "measure")
        for name, entry in entries.items():
            sort = Sort("points" if name == "pp" else kind, name)
            if name == "bp":
                sort = Sort("points", "pp", 1, 100)
            for spelling in phrases(entry.partition("|")[2]):
                _plant(tree, spelling, sort)
    currencies = table("currencies.toml")
    hundredths = currencies["hundredths"]
    for code, words in currencies["words"].items():
        whole = hundredths.get(code)
        sort = Sort("money", whole, 1, 100) if whole else Sort("money", code)
        for word in phrases(words):
            _plant(tree, word, sort)
    for code, spellings in currencies["codes"].items():
        for spelling in spellings.split():
            if len(tokens(spelling)) == 1:
                _plant(tree, spelling, Sort("money", code))
    for sign, code in currencies["signs"].items():
        if len(sign) == 1:
            _plant(tree, sign, Sort("money", code))
    _fold_case(tree)
    return tree


def _rates() -> Node:
    tree: Node = {}
    for name, words in table("currencies.toml")["rates"].items():
        for word in phrases(words):
            _plant(tree, word, Sort("rate", name))
    return tree


def _scales(numerals: dict[str, dict[str, int]]) -> dict[str, int]:
    """Scale words behind digits, in lower, upper and title case and in plural."""
    found = dict(numerals["short_scales"])
    for word, factor in numerals["scales"].items():
        found[word] = found[word + "s"] = factor
    for word, factor in list(found.items()):
        found[word.capitalize()] = found[word.upper()] = factor
    return found


def _at_home(entry: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """As in "ARS: Argentina Argentine | CLP: Chile": codes with the words that speak of their country."""
    pairs = (part.partition(":") for part in entry.split("|"))
    return tuple((code.strip(), tuple(words.split())) for code, _, words in pairs)


def _hedge_phrases(section: dict[str, str]) -> dict[str, str]:
    return {phrase: hedge for hedge, entry in section.items() for phrase in phrases(entry)}


@cache
def vocabulary() -> Vocabulary:
    """The tables, read and laid out once."""
    numerals, hedges, nouns = table("numerals.toml"), table("hedges.toml"), table("nouns.toml")
    currencies = table("currencies.toml")
    before = _hedge_phrases(hedges["before"])
    verbs = _hedge_phrases(hedges["verbs"])
    behind = _hedge_phrases(hedges["behind"])
    bases = _hedge_phrases(hedges["infinitives"])
    phrasings = (*before, *verbs, *bases)
    return Vocabulary(
        units=_units(),
        rates=_rates(),
        signs=currencies["signs"],
        codes={word: code for code, words in currencies["codes"].items() for word in words.split()},
        scales=_scales(numerals),
        letters=numerals["letters"],
        ones=numerals["ones"],
        tens=numerals["tens"],
        big=numerals["scales"],
        ordinals=numerals["ordinals"],
        fractions=numerals["fractions"],
        multiples={word: rational(value) for word, value in numerals["multiples"].items()},
        chinese=numerals["chinese"],
        hedges=before,
        hedge_ends=frozenset(phrase.rpartition(" ")[2] for phrase in phrasings),
        hedge_singles=frozenset(phrase for phrase in phrasings if " " not in phrase),
        hedge_pairs=frozenset(" ".join(phrase.split(" ")[-2:]) for phrase in phrasings if " " in phrase),
        hedge_verbs=verbs,
        hedge_bases=bases,
        hedges_behind=behind,
        hedge_heads=frozenset(phrase[0] if phrase[0] >= "一" else phrase.lstrip("-").split()[0] for phrase in behind),
        nouns=frozenset(phrases(nouns["nouns"]["irregular"])),
        noun_endings=tuple(nouns["nouns"]["endings"].split()),
        everyday=frozenset(phrases(nouns["nouns"]["everyday"])),
        singulars=frozenset(phrases(nouns["nouns"]["singular"])),
        stops=frozenset(
            " ".join(
                (*(nouns["stops"][part] for part in ("words", "prepositions", "past")), nouns["verbs"]["words"])
            ).split()
        ),
        participles=frozenset(nouns["stops"]["participles"].split()),
        adjectives=frozenset(phrases(nouns["stops"]["adjectives"])),
        no_plurals=frozenset(nouns["no_plurals"]["words"].split()),
        support=frozenset(nouns["support"]["words"].split()),
        peoples=frozenset(nouns["peoples"]["words"].split()),
        bodies=frozenset(nouns["bodies"]["words"].split()),
        dialled=frozenset(nouns["dialled"]["words"].split()),
        labels=frozenset(nouns["labels"]["words"].split()),
        at_home={code: _at_home(entry) for code, entry in currencies["at_home"].items()},
        china=tuple(currencies["yen"]["china"].split()),
        japan=tuple(currencies["yen"]["japan"].split()),
    )
