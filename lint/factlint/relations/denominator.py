"""What a rate is for one of: ``7 million yuan per station``, ``1.8 million a month``, ``the average session``."""

from __future__ import annotations

import msgspec

from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.figures.units import units
from factlint.patterns import compiled
from factlint.relations.around import same_noun
from factlint.relations.cues import cue

HOURS = {"second": (1, 3600), "minute": (1, 60), "hour": (1, 1), "day": (24, 1), "week": (168, 1)}
MONTHS = {"month": (1, 1), "quarter": (3, 1), "year": (12, 1)}
_ARTICLES = frozenset({"a", "an", "per", "every", "each"})
_NOUN = compiled(r"[a-z][a-z -]+\.?")
_PASSED = cue("passed")
_CLAUSE = frozenset({",", ";", ":", "and", "or", "while", "but", "which", "that"})
_BEHIND, _AHEAD = 4, 9


class Denominator(msgspec.Struct, frozen=True):
    """``noun`` in the singular (empty after "each" or "apiece" alone), and whether the text calls the rate an average."""

    noun: str
    average: bool
    unit: str = ""
    """Of a rate for one unit of measurement (euros per litre): that unit."""

    @property
    def timed(self) -> bool:
        """Whether the rate is for a stretch of time."""
        return self.noun in HOURS or self.noun in MONTHS


def denominator(line: Line, position: int) -> Denominator | None:
    """What the figure at ``position`` is for one of; None when the sentence does not say."""
    figure = line.tokens[position].figure
    assert figure is not None
    average = averaged(line, position)
    of = figure.unit.partition("/")[2] if figure.unit else ""
    if of in MONTHS.keys() | HOURS.keys():
        return Denominator(of, average)
    if of and figure.kind == "money":
        return Denominator("", average, of)
    if of in ("h",) or (figure.unit == "mph" and figure.kind == "measure"):
        return Denominator("hour", average) if average else None
    noun = _behind(line.tokens, position, average)
    if noun is None and average:
        noun = _adjective(line.tokens, position)
    if noun is None:
        noun = _ahead(line.tokens, position, average)
    if noun is not None and (unit := _unit_named(noun)) is not None:
        return Denominator("", average, unit)
    return Denominator(noun, average) if noun is not None else None


_SPELT = {
    "gigawatt-hour": "gwh", "gigawatt hour": "gwh", "kilowatt-hour": "kwh", "kilowatt hour": "kwh", "megawatt-hour": "mwh",
    "megawatt": "mw", "kilowatt": "kw", "kilometre": "km", "kilometer": "km", "mile": "mi", "litre": "l", "liter": "l", "tonne": "t",
}  # fmt: skip
"""Units as they are written out behind "per"."""


_ADJECTIVES = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
    "yearly": "year",
}


def _adjective(tokens: tuple[Token, ...], position: int) -> str | None:
    """``The monthly average of 24,000``, ``a daily mean of 300``."""
    for at in range(position - 1, max(0, position - _BEHIND - 1), -1):
        if tokens[at].figure is not None:
            return None
        if "average" in tokens[at].tags:
            word = tokens[at - 1].word or tokens[at].word.partition(" ")[0]
            return _ADJECTIVES.get(word)
    return None


def _unit_named(noun: str) -> str | None:
    """``for every GWh``: the unit of measurement that a noun is."""
    noun = _SPELT.get(noun, noun)
    return (
        next((name for name in units() if name.lower() == noun), None)
        if noun not in HOURS.keys() | MONTHS.keys()
        else None
    )


def timed(line: Line, position: int) -> bool:
    """Whether ``a month`` or the like follows a figure, or is its unit: worth a look where no "per" is said."""
    tokens = line.tokens
    figure = tokens[position].figure
    if figure is not None and figure.unit is not None and "/" in figure.unit:
        return True
    return any(
        token.word in ("a", "an", "for") or token.word.startswith(("a ", "per "))
        for token in tokens[position + 1 : position + 3]
    )


def averaged(line: Line, position: int) -> bool:
    """Whether a figure is called an average in its clause."""
    segment = line.tokens[position].segment
    near = line.tokens[max(0, position - _AHEAD) : position + _BEHIND + 3]
    return any("average" in token.tags and abs(token.segment - segment) <= 1 for token in near)


def _behind(tokens: tuple[Token, ...], position: int, average: bool) -> str | None:
    """``a month``, ``per station``, ``for every car``, ``each``; of an average ``a vehicle`` too.

    ``300,000 in a single month`` is what that month had.
    """
    for at in range(position + 1, min(position + _BEHIND, len(tokens))):
        token = tokens[at]
        if token.figure is not None or token.word in _CLAUSE:
            return None
        if (
            token.word.startswith(("a ", "per "))
            and (noun := token.word.rpartition(" ")[2]) in HOURS.keys() | MONTHS.keys()
        ):
            return noun
        if (
            token.word == "for"
            and at + 1 < len(tokens)
            and (one := tokens[at + 1].figure) is not None
            and one.value == 1
        ):
            return singular(one.noun.lower().split()[-1]) if one.noun else None
        if token.word == "for" and at + 1 < len(tokens) and tokens[at + 1].word in ("one", "a single"):
            return _noun(tokens, at + 2) or None
        if "each" in token.tags or token.word in ("a", "an"):
            noun = _noun(tokens, at + 1)
            if token.word in ("a", "an"):
                if noun in MONTHS and tokens[at - 1].word == "in":
                    return None
                return noun if noun in MONTHS or noun in HOURS or (average and noun) else None
            return noun or ""
    return None


def _ahead(tokens: tuple[Token, ...], position: int, average: bool) -> str | None:
    """``the price per stall, 160,000``, ``each truck costs 305,000``, ``the average session delivered 49.5``."""
    for at in range(position - 1, max(-1, position - 1 - _AHEAD), -1):
        token = tokens[at]
        if token.figure is not None and token.figure.kind not in ("period", "date", "name"):
            return _of_each(tokens, at)
        if token.word in (";", "while", "but"):
            return None
        if token.word in ("per", "each", "every") or (token.word == "average" and at + 1 < position):
            noun = _noun(tokens, at + 1)
            return noun if noun else None
        if average and token.word in ("a", "an") and at == 0:
            return _noun(tokens, at + 1) or None
        if average and token.word.startswith("averag") and at and tokens[at - 1].word.endswith("s"):
            return singular(tokens[at - 1].word)
    return None


def _of_each(tokens: tuple[Token, ...], at: int) -> str | None:
    """``each of the 48 stations has 16``: the noun of the number that ``each of`` stands before."""
    figure = tokens[at].figure
    each = any(token.word == "each" for token in tokens[max(0, at - 3) : at])
    return singular(figure.noun.lower().split()[-1]) if each and figure is not None and figure.noun else None


def _noun(tokens: tuple[Token, ...], at: int) -> str:
    """The noun at a place, in the singular; empty where none stands."""
    while at < len(tokens) and tokens[at].word in _PASSED:
        at += 1
    if at >= len(tokens) or not _NOUN.fullmatch(tokens[at].word):
        return ""
    return singular(tokens[at].word.rstrip("."))


def singular(noun: str) -> str:
    """``stations`` to ``station``, ``batteries`` to ``battery``."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("buses", "xes", "ches", "shes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def counts(figure: Figure, noun: str) -> bool:
    """Whether a figure counts the things that a rate is for one of; ``120 eActros`` counts vehicles."""
    if figure.kind != "count" or figure.noun is None:
        return False
    last = figure.noun.split()[-1]
    own = "vehicle" if last != last.lower() and not last.isupper() else singular(last.lower())
    wanted = noun.split()[-1] if noun else ""
    return not wanted or own == wanted or same_noun(own, wanted)
