"""Words and letters that hold the place of a figure or a fact: TK, XX%, $XX, 00,000 units, lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factlint.artefacts.leftover import Leftover, any_of, is_quotation, vocabulary
from factlint.patterns import compiled

# 0,000 units  00,000  (never the tail of 10,000)
_ZEROES = compiled(r"0{1,3}(?:,000){1,3}(?![\d,]|\.\d)")
# X,XXX  XX.X  XX,XXX  20XX
_LETTERS = compiled(
    r"[Xx]{1,3}(?:,[Xx]{3})++(?:\.[Xx]{1,2})?(?![\w-])|[Xx]{1,3}\.[Xx]{1,2}(?![\w-])|(?:19|20)[Xx]{2}(?![\w-])"
)
_LETTER_CUES = ("X.X", "x.x", "X,X", "x,x", "0XX", "0xx", "9XX", "9xx")
# A gap in a sentence: sold ____ cars
_RULED = compiled(r"(?<=[a-z,$€£¥] )_{3,20}(?= ?[a-z%,.])")
_TK_IS_A_NAME = compiled(r"\bTK(?:['’]s\b| [A-Z]| said\b| is\b)|[\"“]TK[\"”]")
_WORDS = ("TK", "XX", "XXX", "xx", "TBD", "TBC", "TBA")
# $XX  €TK  $???
_PRICE = compiled(r"[$€£¥₹](?:TK|[Xx]{1,3}|TBD|TBC|\?{2,3})(?!\w)")


def gaps(text: str) -> Iterator[Leftover]:
    """Every such gap of a clean text outside quotation marks, in no order."""
    for found in (*_stock(text), *_digits(text), *_numbers(text)):
        if not is_quotation(text, found.start, found.end):
            yield found


def _stock(text: str) -> Iterator[Leftover]:
    """Stock filler, an editor's shouted notes, and what programs print for nothing."""
    low = text.lower()
    if any(phrase in low for phrase in vocabulary("placeholder")["anywhere"]):
        for match in _phrases().finditer(text):
            yield Leftover(match.start(), match.end(), "stock phrase")
    for key in ("shouted", "values"):
        for mark in vocabulary("placeholder")[key]:
            at = text.find(mark)
            while at >= 0:
                if not (text[at - 1 : at].isalnum() or text[at + len(mark) : at + len(mark) + 1].isalnum()):
                    yield Leftover(at, at + len(mark), "stock phrase")
                at = text.find(mark, at + len(mark))


@cache
def _phrases() -> re.Pattern[str]:
    return compiled(rf"(?i)(?<!\w)(?:{any_of('placeholder', 'anywhere')})(?!\w)")


def _digits(text: str) -> Iterator[Leftover]:
    """Letters, zeroes and lines in a number's place."""
    patterns = [_ZEROES] if "0,000" in text else []
    if any(cue in text for cue in _LETTER_CUES):
        patterns.append(_LETTERS)
    if "___" in text:
        patterns.append(_RULED)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not _goes_on(text, match.start()):
                yield Leftover(match.start(), match.end(), "digits", sure=False)


def _goes_on(text: str, start: int) -> bool:
    """Whether a run of digits or letters only continues what stands before it."""
    before = text[start - 1 : start]
    return before.isalnum() or before in (".", ",", "-", "'", "’") if before else False


def _numbers(text: str) -> Iterator[Leftover]:
    """TK, XX, TBD or a program's nothing before a unit or behind a currency sign."""
    words = vocabulary("placeholder")
    generic = set(words["generic"])
    if any(word in text for word in _WORDS):
        for match in _slots(_WORDS).finditer(text):
            if _stands_for_a_number(text, match, generic):
                yield Leftover(match.start(), match.end(), "number")
    for match in _slots(("X", "N")).finditer(text):
        if _stands_for_a_number(text, match, generic):
            yield Leftover(match.start(), match.end(), "number", sure=False)
    nothing = tuple(word for word in words["nothing"] if word in text)
    for match in _slots(nothing).finditer(text) if nothing else ():
        if _stands_for_a_number(text, match, generic):
            yield Leftover(match.start(), match.end(), "number")
    for match in _PRICE.finditer(text):
        yield Leftover(match.start(), match.end(), "number")
    if ("TK" in text or "XX" in text) and not _TK_IS_A_NAME.search(text):
        for match in _openings().finditer(text):
            yield Leftover(match.start(1), match.end(1), "gap", sure=False)


@cache
def _slots(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words with the unit, or the noun for what is missing, that follows."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    slot, missing = any_of("placeholder", "slot"), any_of("placeholder", "missing")
    return compiled(rf"(?:{alternatives})(?:[ -]?(?:{slot})(?!\w)|[ ](?:{missing})(?!\w))")


@cache
def _openings() -> re.Pattern[str]:
    """``deliveries start in TK.``"""
    return compiled(rf"\b(?:{any_of('placeholder', 'leading')}) (TK|XX)(?=[.,;:!?)]|\n|$)")


def _stands_for_a_number(text: str, match: re.Match[str], generic: set[str]) -> bool:
    """Whether TK, X or TBD is a gap and no name: not behind a capital ("SF90 XX"), not a rule ("for every X units")."""
    if _goes_on(text, match.start()):
        return False
    before = text[max(0, match.start() - 30) : match.start()].split()
    last = before[-1].strip("\"'“”‘’(") if before else ""
    name = (last[:1].isupper() and len(before) > 1) or any(character.isdigit() for character in last)
    return (match[0].endswith("%") or not name) and last.lower() not in generic
