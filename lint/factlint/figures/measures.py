"""What stands behind a number: its scale, its unit, its currency, its rate."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.figures.numbers import Conventions
from factlint.figures.vocabulary import SAME, TOKEN, Node, Sort, Vocabulary
from factlint.patterns import compiled

_STEP = compiled(
    r"(?:[ \t\u00a0\u2009\u202f\u2011-]|\. (?=[a-z(])|\n(?![ \t]*+\n)|\.-?(?=[a-z]|S\. d)|)(" + TOKEN.pattern + ")"
)
_RATE = compiled(r"(?:[ \n](?:per|a|an|each|every)[ \n]|[ ]?/[ ]?|-(?:a|an|per)-)(?=[A-Za-z])")
_METRES = compiled(
    r"[ -]?(?:long|wide|high|tall|deep|away|above|below|apart|ahead|behind|from|race|sprint|radius|wheelbase|shorter"
    r"|longer|wider|taller|final|title|heats?|freestyle|hurdles|relay|butterfly|backstroke|breaststroke|medley|dash|runner|champion|world record"
    r"|in length|of (?:cable|road|water))\b|[²³/]"
)
_INCHES = compiled(
    r"\.?(?:[),;×(]|[ \n](?:\(|wide|long|high|tall|x |×|by |wheels|alloy)|\.?(?:\n[ \t]*+(?:[\n*•|-]|$)|$)|\. [A-Z])|[-](?:wide|long|inch)"
)
_OF_WHAT = compiled(r" of (?:electricity|power|energy|fuel|petrol|gasoline|diesel|CO2|CO₂|carbon dioxide)(?= per | ?/)")
_CHARGING = compiled(r"[ -](?:peak |ultra|super|fast|rate|charg|discharg|cell|batter|cap|technolog)")
_HEAT = compiled(
    r"\b(?:warm|temperat|cold|cool|hott|heat|climat|degree|freez|frost|wint|summ|global|pre-indust|overnight|weather|Paris)",
    re.I,
)
_NEAR = 1600
_RESOLUTIONS = frozenset(("480", "720", "1080", "1440", "2160"))
_SIGNS = frozenset("$€£¥￥₹₩")
_VERBS = frozenset(("won", "marks", "rand", "dong", "real"))
_TIGHT = frozenset(("C", "A", "F", "p", "c", "ct", "s"))
"""Units of one letter that are not read behind a hyphen."""


class Scale(NamedTuple):
    """A scale behind digits: the factor and where its word ends."""

    factor: int
    end: int


def token_behind(text: str, end: int) -> re.Match[str] | None:
    """The token of a unit or scale that stands behind ``end``: its group 1."""
    return _STEP.match(text, end)


def begins_unit(token: str, words: Vocabulary) -> bool:
    """Whether some unit's spelling begins with the token."""
    token = SAME.get(token, token)
    return token in words.units or (len(token) > 1 and token.lower() in words.units)


def read_scale(text: str, end: int, words: Vocabulary, found: re.Match[str] | None = None) -> Scale | None:
    """The scale word ("million", "bn", "万") behind digits that end at ``end``; ``found`` is its token if known."""
    if found is None:
        found = _STEP.match(text, end)
    if found is None:
        return None
    token = found[1]
    factor = words.scales.get(token)
    if factor is None:
        return None
    at = found.end()
    if token[0] >= "一":
        if text.startswith(("千瓦", "千米", "千克", "百分"), found.start(1)):
            return None
        while (further := words.scales.get(text[at : at + 1])) is not None:
            factor *= further
            at += 1
    elif text[at : at + 1] == "." and token.lower() in ("mio", "mrd"):
        at += 1
    elif text[at : at + 1].isdigit():
        return None
    else:
        further_word = _STEP.match(text, at)
        if further_word and further_word[1] in ("crore", "million", "billion", "trillion") and factor <= 100_000:
            return Scale(factor * words.scales[further_word[1]], further_word.end())
    return Scale(factor, at)


def read_unit(text: str, end: int, tree: Node) -> tuple[Sort, int] | None:
    """The longest unit spelled behind position ``end``, and where it ends; whole tokens only."""
    node = tree
    at = end
    best: tuple[Sort, int] | None = None
    while True:
        found = _STEP.match(text, at)
        if best is not None and found is not None and found[1] == "of" and (what := _OF_WHAT.match(text, at)):
            found = _STEP.match(text, what.end())
        if found is None:
            return best
        token = found[1]
        token = SAME.get(token, token)
        below = node.get(token)
        if below is None and len(token) > 1:
            below = node.get(token.lower())
        if not isinstance(below, dict):
            return best
        if token.isdigit() and found.start(1) != at and token != "100" and text[at - 1] != "O":
            return best
        at = found.end()
        node = below
        sort = node.get("")
        if isinstance(sort, Sort) and not (token.isascii() and text[at : at + 1].isalnum() and text[at] < "一"):
            best = (sort, at)


def unit_behind(
    text: str, start: int, end: int, words: Vocabulary, conventions: Conventions, scaled: bool, limit: int | None = None
) -> tuple[Sort, int] | None:
    """The unit of the number ``text[start:end]`` and where it ends, without those that are only a letter's look.

    ``scaled`` says that a scale word ends at ``end``; a rate that goes beyond ``limit`` is none.
    """
    found = read_unit(text, end, words.units)
    if found is None:
        return None
    sort, unit_end = found
    spelled = text[end:unit_end]
    token = spelled.lstrip(" \t\u00a0\u2009\u202f\n\u2011-")
    if len(token) == 1 and token.isascii() and token.isalpha():
        if not _letter_is_unit(text, start, end, unit_end, token, spelled, scaled):
            return None
    elif _is_other_word(text, start, end, unit_end, token, scaled, words):
        return None
    if sort.unit == "¥":
        sort = Sort("money", conventions.yen)
    elif sort.unit == "lb" and token.startswith("pound") and (scaled or conventions.pounds == "GBP"):
        sort = Sort("money", "GBP")
    if sort.kind != "money":
        return sort, unit_end
    if sort.unit in words.at_home and token.isalpha():
        sort = sort._replace(unit=_at_home(text, start, sort.unit, words))
    return with_rate(text, sort, unit_end, words, limit)


def _at_home(text: str, at: int, code: str, words: Vocabulary) -> str:
    """Whose pesos, francs or crowns are meant at ``at``: of the countries named nearby, the first one listed."""
    first, last = max(0, at - _NEAR), at + _NEAR
    for other, named in words.at_home[code]:
        if any(text.find(word, first, last) >= 0 for word in named):
            return other
    return code


def _is_other_word(text: str, start: int, end: int, unit_end: int, token: str, scaled: bool, words: Vocabulary) -> bool:
    """Whether what is spelled like a unit is another word there: sold 300 in May, a 5-second-row seat, 24 won awards."""
    following = text[unit_end : unit_end + 1]
    if text[end] == "-" and (token in words.codes or token == "cv"):
        return True
    if token in _SIGNS:
        return text[end] == "-" or following.isdigit()
    if token == "in":
        return scaled or not _INCHES.match(text, unit_end)
    if token == "年":
        return end - start == 4
    low = token.lower()
    if low == "second":
        return following == "-"
    return low in _VERBS and not scaled and (end - start < 3 or text[start].isalpha())


def _letter_is_unit(text: str, start: int, end: int, unit_end: int, letter: str, spelled: str, scaled: bool) -> bool:
    """Whether one letter behind a number is a unit there: 5 m, 6C, 800V, 46p, but not a 5 A-class or 90s."""
    after = text[unit_end : unit_end + 2]
    if letter == "m" and _METRES.match(text, unit_end):
        return True
    if after[:1] in ("-", "&", "'", "’", "/") and after[1:].isalnum() and not (after[0] == "/" and letter in "pc"):
        return False
    glued = len(spelled) == 1
    digits = text[start:end].strip("$€£¥₹ ")
    if spelled[0] == "-" and letter in _TIGHT:
        return False
    if letter == "s":
        if glued and text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha():
            return False
        return "." in digits or (len(digits) < 3 and not (glued and digits.endswith("0")))
    if letter in "pc":
        return glued and digits not in _RESOLUTIONS and not scaled
    if letter == "C":
        return glued and not scaled
    if letter == "F":
        return not scaled
    if letter == "m":
        return not glued
    return not (letter in "AhgtlWV" and scaled)


def charging_rate(text: str, start: int, end: int, mantissa: int, below: int) -> bool:
    """Whether "6C" is a rate of charging and not a temperature: small, or said of charging, and no word speaks of heat."""
    if _CHARGING.match(text, end):
        return True
    return mantissa <= 15 * below and not _HEAT.search(text, max(0, start - 80), end + 40)


def with_rate(text: str, sort: Sort, end: int, words: Vocabulary, limit: int | None = None) -> tuple[Sort, int]:
    """An amount of money with what it is paid for ("per kWh", "a month"), where that follows up to ``limit``.

    In "318 million euros a year earlier" a period begins behind the euros, and the limit with it.
    """
    joint = _RATE.match(text, end)
    if joint is None:
        return sort, end
    found = read_unit(text, joint.end(), words.rates)
    if found is None or (limit is not None and found[1] > limit):
        return sort, end
    return Sort(sort.kind, f"{sort.unit}/{found[0].unit}", sort.above, sort.below), found[1]
