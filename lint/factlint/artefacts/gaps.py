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
    r"|[Xx]{2}[/.](?:[Xx]{2}[/.])?(?:19|20)\d\d(?!\d)"
)
_LETTER_CUES = ("X.X", "x.x", "X,X", "x,x", "0XX", "0xx", "9XX", "9xx", "XX/", "xx/", "XX.", "xx.")
# start at | ?? | before   | ??,??? | cars   by | ?% |: no question ends here
_ASKED = compiled(r"\?++(?:,\?{3})*+(?=(?P<rate> ?(?:%|percent\b|per cent\b))|(?P<goes_on> [a-z(]|[,;]))")
# on May XX   XX May   on May ??
_DAY = compiled(r"(?:XX|xx|TK|\?\?)(?!\w)")
_DAY_CUES = ("XX", "xx", "TK", "??")
_MONTH = compiled(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
# %s euros
_FORMAT = compiled(r"(?<![\w%])%[sd](?!\w)")
# A gap in a sentence: sold ____ cars
_RULED = compiled(r"(?<=[a-z,$€£¥] )_{3,20}(?= ?[a-z%,.])")
_TK_IS_A_NAME = compiled(r"\bTK(?:['’]s\b| [A-Z]| said\b| is\b)|[\"“]TK[\"”]")
_WORDS = ("TK", "XX", "XXX", "xx", "xxx", "TBD", "TBC", "TBA")
_CURRENCIES = frozenset({"RMB", "CNY", "EUR", "USD", "GBP", "INR", "Rs", "JPY", "CHF"})
_JOINING = frozenset({"and", "or", "&"})
_AROUND_A_LINE = " \t[](){}<>*_#.!-–—:“”\"'"
# $XX  €TK  $???
_PRICE = compiled(r"[$€£¥₹](?:TK|[Xx]{1,3}|TBD|TBC|\?{2,3})(?!\w)")

# deliveries start in TK.
_OPENING = compiled(r"(?:TK|XX|\?\?)(?=[.,;:!?)]|\n|$)")
_OPENING_CUES = ("TK", "XX", "??")
_LONGEST_LINE, _LONGEST_WORD = 60, 12


def gaps(text: str) -> Iterator[Leftover]:
    """Every such gap of a clean text outside quotation marks, in no order."""
    for found in (*_stock(text), *_digits(text), *_numbers(text), *_scripted(text)):
        if not is_quotation(text, found.start, found.end):
            yield found


def _stock(text: str) -> Iterator[Leftover]:
    """Stock filler, an editor's shouted notes, and what programs print for nothing."""
    low = text.lower()
    if any(phrase in low for phrase in vocabulary("placeholder")["anywhere"]):
        for match in _phrases().finditer(text):
            yield Leftover(match.start(), match.end(), "stock phrase")
    yield from _lines(text, low)
    for key in ("shouted", "values"):
        for mark in vocabulary("placeholder")[key]:
            at = text.find(mark)
            while at >= 0:
                if not (text[at - 1 : at].isalnum() or text[at + len(mark) : at + len(mark) + 1].isalnum()):
                    yield Leftover(at, at + len(mark), "stock phrase")
                at = text.find(mark, at + len(mark))


def _lines(text: str, low: str) -> Iterator[Leftover]:
    """Lines that hold nothing but a button's or a form's words."""
    if len(low) != len(text):
        return
    filler = frozenset(vocabulary("placeholder")["lines"])
    at = 0
    for line in low.split("\n"):
        if len(line) < _LONGEST_LINE and line.strip(_AROUND_A_LINE) in filler:
            yield Leftover(at, at + len(line), "stock phrase")
        at += len(line) + 1


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
    if "??" in text or "?%" in text or " ? per" in text:
        yield from _asked(text)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not _goes_on(text, match.start()):
                yield Leftover(match.start(), match.end(), "digits", sure=False)


def _asked(text: str) -> Iterator[Leftover]:
    """Question marks in a number's place: they stand alone, and the sentence goes on or a rate follows."""
    for match in _ASKED.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        marks = match[0]
        if before[-1:].isalnum() or before[-1:] in ("'", "’", '"', "”", "!", "?"):
            continue
        alone = before[-1:] == " " and (before[:1].isalnum() or before[:1] == ",")
        if "," in marks or (match["rate"] and before[-1:] == " ") or (alone and len(marks) in (2, 3)):
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
    if any(cue in text for cue in _DAY_CUES):
        for match in _DAY.finditer(text):
            if _in_a_month(text, match.start(), match.end()):
                yield Leftover(match.start(), match.end(), "number")
    if "..." in text or "…" in text:
        for match in _dotted().finditer(text):
            if _is_led(text, match.start()):
                yield Leftover(match.start(), match.end(), "number", sure=False)
    if any(cue in text for cue in _OPENING_CUES) and not ("TK" in text and _TK_IS_A_NAME.search(text)):
        for match in _OPENING.finditer(text):
            if _is_led(text, match.start()):
                yield Leftover(match.start(), match.end(), "gap", sure=False)


def _scripted(text: str) -> Iterator[Leftover]:
    """Variables that a script did not fill in: ``%s euros``, ``$price euros``; an editor's ``NAME TK``."""
    if "%s" in text or "%d" in text:
        for match in _FORMAT.finditer(text):
            yield Leftover(match.start(), match.end(), "template")
    if "$" in text:
        for match in _variables().finditer(text):
            yield Leftover(match.start(), match.end(), "template")
    if " TK" in text:
        for match in _named().finditer(text):
            yield Leftover(match.start(), match.end(), "gap")


@cache
def _variables() -> re.Pattern[str]:
    return compiled(rf"\$(?<![\w$]\$)(?:{any_of('placeholder', 'variables')})(?!\w)")


@cache
def _named() -> re.Pattern[str]:
    """``NAME TK``, ``PRICE TK``"""
    return compiled(rf"\b(?:{any_of('placeholder', 'capitals')}) TK\b")


@cache
def _dotted() -> re.Pattern[str]:
    """``worth ... million euros``"""
    return compiled(rf"(?:\.{{3}}|…) ?(?:{any_of('placeholder', 'slot')})(?!\w)")


@cache
def _slots(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words with the unit, or the noun for what is missing, that follows."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    slot, missing = any_of("placeholder", "slot"), any_of("placeholder", "missing")
    return compiled(rf"(?:{alternatives})(?:[ -]?(?:{slot})(?!\w)|[ ](?:{missing})(?!\w))")


def _in_a_month(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds the place of a day: a month stands directly before or behind it."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    month = _MONTH.search(before)
    if month is not None and before[month.end() :] == " ":
        return True
    return text[end : end + 1] == " " and _MONTH.match(text, end + 1) is not None


def _is_led(text: str, at: int) -> bool:
    """Whether the word before leads to a figure: ``worth``, ``from``, ``by``."""
    before = text[max(0, at - _LONGEST_WORD) : at]
    return before.endswith(" ") and before.split()[-1:] != [] and before.split()[-1] in _leading()


def _is_letter_name(word: str) -> bool:
    """``Model S and X vehicles``: a letter beside another is a name as that one is."""
    return len(word.rstrip(",")) == 1 and word[0].isupper() and word[0] not in "AI"


@cache
def _leading() -> frozenset[str]:
    return frozenset(vocabulary("placeholder")["leading"])


def _stands_for_a_number(text: str, match: re.Match[str], generic: set[str]) -> bool:
    """Whether TK, X or TBD is a gap and no name: not behind a capital ("SF90 XX"), not a rule ("for every X units")."""
    if _goes_on(text, match.start()):
        return False
    before = text[max(0, match.start() - 30) : match.start()].split()
    last = before[-1].strip("\"'“”‘’(") if before else ""
    if last in _CURRENCIES:
        return True
    name = (last[:1].isupper() and len(before) > 1) or any(character.isdigit() for character in last)
    name = name or (last in _JOINING and len(before) > 1 and _is_letter_name(before[-2]))
    return (match[0].endswith("%") or not name) and last.lower() not in generic
