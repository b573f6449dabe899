"""Subjects that a sentence points at: the former, its sibling, the Romanian brand, A and B ... respectively."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.claims.lines import Line, Token
from factlint.data import table

Pointed = tuple[str | None, bool]
"""The subject, None where it stays open, and whether the sentence names it."""

_KINDS = frozenset({"maker", "brand", "model", "supplier", "company", "product"})
_JOINS = frozenset({",", "and", "&", "the", "or", "as well as"})
_REACH = 3


def pointed_at(line: Line, position: int, named: Sequence[str]) -> Pointed | None:
    """Whom a figure is said of by pointing; None where nothing points.

    ``named`` are the subjects of the latest sentence before that has any, each once, in its order.
    """
    return (
        _respectively(line, position)
        or _former(line.tokens, position, named)
        or _apposed(line.tokens, position)
        or _described(line.tokens, position, named)
    )


def _eligible(token: Token) -> bool:
    return token.name is not None and token.name.kind in _KINDS


def _respectively(line: Line, position: int) -> Pointed | None:
    """``Toyota, Honda and Nissan sold 147,400, 48,300 and 53,000 cars respectively``: the first of the first, and so on."""
    tokens = line.tokens
    own = tokens[position].figure
    if own is None or not any("respectively" in token.tags for token in tokens):
        return None
    figures = [at for at, token in enumerate(tokens) if token.figure is not None and token.figure.kind == own.kind]
    figures = [at for at in figures if tokens[at].figure is not None and tokens[at].figure.unit == own.unit]  # type: ignore[union-attr]
    names = [at for at, token in enumerate(tokens) if _eligible(token)]
    if len(names) < 2 or len(names) != len(figures) or position not in figures:
        return None
    if not all(_listed(tokens, one) for one in (names, figures)):
        return None
    name = tokens[names[figures.index(position)]].name
    return (name.entity, True) if name is not None else None


def _listed(tokens: Sequence[Token], places: list[int]) -> bool:
    """Whether only commas and "and" stand between the members of a list."""
    between = tokens[places[0] + 1 : places[-1]]
    return all(token.word in _JOINS or places[0] + 1 + at in places for at, token in enumerate(between))


def _former(tokens: Sequence[Token], position: int, named: Sequence[str]) -> Pointed | None:
    """``the former delivered 20,976; the latter's deliveries rose to 23,917``, behind a sentence that names two."""
    if len(named) != 2:
        return None
    for token in reversed(tokens[:position]):
        if _eligible(token) or token.word == ";":
            return None
        word = token.word.removesuffix("'s").removesuffix("’s").rpartition(" ")[2]
        if word == "latter":
            return named[1], True
        if word == "former":
            at = tokens.index(token)
            following = tokens[at + 1] if at + 1 < len(tokens) else token
            alone = token.word != "former" or (at > 0 and tokens[at - 1].word == "the")
            verb = any(tag.startswith("m:") or tag in ("up", "down") for tag in following.tags)
            return (named[0], True) if alone and (verb or following.word in ("s", "'", "’", ",")) else None
    return None


def _apposed(tokens: Sequence[Token], position: int) -> Pointed | None:
    """``Its bigger sibling, the EV5, costs 45,990 euros``: the name between the commas."""
    segment = tokens[position].segment
    inside = [token for token in tokens[:position] if token.segment == segment - 1 and token.word != ","]
    names = [token for token in inside if _eligible(token)]
    before = [token for token in tokens[:position] if token.segment <= segment - 2]
    if len(names) != 1 or len(inside) > _REACH or any(_eligible(token) for token in before):
        return None
    if not any(token.word in _words("kin") for token in before) or any(
        _eligible(token) or token.figure is not None for token in tokens[:position] if token.segment == segment
    ):
        return None
    name = names[0].name
    return (name.entity, True) if name is not None else None


def _described(tokens: Sequence[Token], position: int, named: Sequence[str]) -> Pointed | None:
    """``the Hangzhou-based company``, ``the Romanian brand's 58,200``: the one that was named, open where two were."""
    segment = tokens[position].segment
    for at in range(position - 1, 0, -1):
        token = tokens[at]
        if token.segment != segment or _eligible(token):
            return None
        if token.word.removesuffix("'s").removesuffix("’s") in _words("described"):
            lead = tokens[max(0, at - _REACH) : at]
            if not any(one.word == "the" for one in lead) or any(_eligible(one) for one in lead):
                return None
            return (named[0], False) if len(named) == 1 else (None, False) if named else None
    return None


def described() -> frozenset[str]:
    """Nouns that describe a maker: brand, carmaker, start-up."""
    return _words("described")


def _words(key: str) -> frozenset[str]:
    return frozenset(table("pointing.toml")[key])
