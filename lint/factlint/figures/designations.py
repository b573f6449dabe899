"""Names that no list holds, told by their shape: C1200, F-150, Gen 3, ISO 26262, "Fortress 2.0", 50 xDrive, room 317.

Every token with a digit is looked at once, with what stands right before and right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factlint.data import phrases, table
from factlint.patterns import compiled

_DIGITS = compiled(r"[0-9][A-Za-z0-9]*+")
_LETTERS = compiled(r"(?<![A-Za-z0-9])[A-Za-z]{1,11}$")
_PARTS = compiled(r"([A-Za-z]*)([0-9]+)(.*)")
_NEXT = compiled(r"\s?([A-Za-z][A-Za-z-]*|%)")
_TAIL = compiled(r"(?:\.[0-9]+)*+[A-Za-z]?\+{0,2}(?:-(?:[0-9]{1,8}|[A-Z][A-Z0-9]{0,4})(?![A-Za-z0-9]))*+")
_HEAD_TAIL = compiled(r"(?:\.[0-9]+)*+(?:-(?:[0-9]{1,4}|[A-Z])(?![0-9A-Za-z]))?+\+{0,2}")
_HEAD = compiled(r"(?<![A-Za-z0-9])[A-Za-z]{1,3}-$")
_LITRES = compiled(r"(?<![0-9.,])[1-8]\.$")
_DRIVEN = compiled(r"[1-9]x[1-9]")
_SUFFIX = compiled(r"[A-Z][A-Za-z]{0,2}[0-9]?")
_HYPHENED = compiled(r"(?<![A-Za-z0-9-])([A-Z][A-Za-z]{0,6})-$")
_TYRE = compiled(r"/[0-9]{2} ?Z?R[0-9]{2}(?![0-9])(?: [0-9]{2,3}[A-Z](?![0-9A-Za-z]))?")
_MIXED = compiled(r"[0-9]+[A-Z]+[0-9]+[A-Za-z0-9]*")
_OIL = compiled(r"W-[0-9]{2}(?![0-9])")
PERIOD = compiled(r"Q[1-4]|H[12]|[1-4][QH](?:[0-9]{2}|[0-9]{4})?|(?:20)?[0-9]{2}[QH][1-4]|[QH][1-4](?:20)?[0-9]{2}")
_DATED = compiled(r" (?:of )?(?:19|20)[0-9]{2}(?![0-9]|[,.][0-9])")
_YEAR = compiled(r"(?:19|20)[0-9]{2}")
_RACE = compiled(r" Hours (?=of (?:the )?[A-Z])")
_KIND = compiled(r"-(?:type|series|class|spec|grade|format|style|gen)\b")
_FURTHER = compiled(r"(?: [0-9]{3}){2,3}+(?![0-9]|[.,][0-9])")
"""As in the part number 1K0 698 151."""
_PLATE = compiled(r" [A-Z]{1,3} [0-9]{3,4}(?![0-9A-Za-z])")
_STATE = compiled(r"(?<![A-Za-z0-9])[A-Z]{2} $")
_VERSION = compiled(r"[0-9]{1,2}\.0(?![0-9.,])")
_REGISTRATION = compiled(r"(?<![A-Za-z0-9])[A-Z]{1,3}-[A-Z]{1,3} $")
_GAPS = frozenset((" ", "#", ":", "\u00a0"))
_POINTS = frozenset((",", "."))
_OPENING = "(\"'“‘[《「【<*_|（"
_SIGNS = frozenset(",./:$€£¥₹~≈–-")
_TICKER = compiled(r"[(（][A-Z]{2,8}(?: ?[:：] ?| )$")
_EXCHANGE = compiled(r"\.(?:HK|SZ|SS|SH|KS|KQ|DE|PA|MI|BO|NS|TW|TO)(?![A-Za-z])")
_NUMBERED = compiled(r"(?<![.!?:] )(?<![\w-])([A-Z][a-z]+ )No\. ?$")
_ADDRESS = compiled(r"(?:https?://|www\.)[^\s<>\"'()]++")
_MAIL_HOST = compiled(r"@[\w-]++(?:\.[\w-]++)++")
_MAILBOX = compiled(r"(?<![\w.+-])[\w.+-]{1,64}$")
_FILE = compiled(r"\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|pptx?|mp4|html?)(?![\w])")
_STEM = compiled(r"(?<![\w-])[\w-]{1,60}$")
_QUOTED = compiled(r"[\"“‘«]([A-Z][^\"“”‘’«»\n0-9]{0,30}[0-9][A-Za-z0-9.+-]{0,8})[\"”’»]")


class Words(NamedTuple):
    """The word lists of ``designations.toml`` that are looked up word by word."""

    heads: frozenset[str]
    weak_heads: frozenset[str]
    programmes: frozenset[str]
    variants: frozenset[str]
    determiners: frozenset[str]
    verbs: frozenset[str]
    followers: frozenset[str]
    prefixes: frozenset[str]
    suffixes: frozenset[str]
    counted: frozenset[str]
    scales: frozenset[str]
    same_company: frozenset[str]
    other_company: frozenset[str]
    lone_company: frozenset[str]
    no_company: frozenset[str]
    no_start: frozenset[str]
    organisations: frozenset[str]


class Phrases(NamedTuple):
    """The lists of phrases that a text may begin or end with."""

    lower_heads: tuple[str, ...]
    streets: tuple[str, ...]
    bodies: tuple[str, ...]


@cache
def words() -> Words:
    """The word lists, read once."""
    lists = table("designations.toml")
    return Words(*(frozenset(phrases(lists[name])) for name in Words._fields))


@cache
def endings() -> Phrases:
    """The lists of phrases, read once."""
    lists = table("designations.toml")
    return Phrases(*(tuple(phrases(lists[name])) for name in Phrases._fields))


def counts(text: str, end: int) -> bool:
    """Whether digits that end at ``end`` are a number: grouped, decimal, with a unit, a scale or a counted noun."""
    following = text[end : end + 2]
    if (following[:1] in (",", ".") and following[1:].isdigit()) or following[:1] == "%":
        return True
    match = _NEXT.match(text, end)
    return match is not None and match.group(1) in words().counted


def scaled(text: str, end: int) -> bool:
    """Whether a scale or a percent sign behind digits makes them a number: "China 5 million", not "Model 3 sales"."""
    match = _NEXT.match(text, end)
    return match is not None and match.group(1) in words().scales


def shaped(text: str) -> Iterator[tuple[int, int]]:
    """The spans of all names told by shape, in no particular order; they may overlap one another."""
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if behind == "%" or (behind in _POINTS and before in _POINTS and behind and before):
            continue
        if before.isalpha():
            letters = _LETTERS.search(text, max(0, start - 12), start)
            if letters is None:
                continue
            start = letters.start()
        span = _span(text, start, end, text[start:end])
        if span:
            yield span
    if "://" in text or "www." in text:
        yield from (match.span() for match in _ADDRESS.finditer(text))
    if "@" in text:
        yield from _mailboxes(text)
    for match in _FILE.finditer(text):
        stem = _STEM.search(text, max(0, match.start() - 61), match.start())
        if stem:
            yield stem.start(), match.end()
    yield from (match.span(1) for match in _QUOTED.finditer(text) if " " in match.group(1))


def _mailboxes(text: str) -> Iterator[tuple[int, int]]:
    for host in _MAIL_HOST.finditer(text):
        box = _MAILBOX.search(text, max(0, host.start() - 65), host.start())
        if box:
            yield box.start(), host.end()


def _span(text: str, start: int, end: int, token: str) -> tuple[int, int] | None:
    if token.isdigit():
        return _numeral(text, start, end, token)
    if PERIOD.fullmatch(token) or (token[0] in "QH" and len(token) == 2 and _DATED.match(text, end)):
        return None
    if token[0].isdigit():
        return _digits_first(text, start, end, token)
    return _letters_first(text, start, end, token)


def _letters_first(text: str, start: int, end: int, token: str) -> tuple[int, int] | None:
    """C1200, i20, bZ4X, L2+, V14.2, C-V2X; not RMB59, FY25, m3."""
    parts = _PARTS.fullmatch(token)
    letters = parts.group(1) if parts else token
    if letters in words().prefixes or (letters[0].islower() and len(letters) > 3):
        return None
    if text[end : end + 1] == "," and text[end + 1 : end + 4].isdigit():
        return None
    if text[start - 1 : start] == "-":
        head = _HEAD.search(text[max(0, start - 5) : start])
        start -= len(head.group()) if head else 0
    return start, _end_of(_TAIL.match(text, end), end)


def _digits_first(text: str, start: int, end: int, token: str) -> tuple[int, int] | None:
    """7X, 5G, 4S, 6x6, 2.0T; not 800V, 12C, 30k, 3x, 7th."""
    digits = len(token) - len(token.lstrip("0123456789"))
    letters = token[digits:]
    before = text[max(0, start - 3) : start]
    if letters == "W" and _OIL.match(text, end - 1):
        return start, end + 3
    if letters == "T" and _LITRES.search(before) and digits == 1:
        return start - 2, end
    if before and before[-1] in _SIGNS:
        return None
    if len(letters) == 1 and (plate := _PLATE.match(text, end)) and (state := _STATE.search(before)):
        return start - len(state.group()), plate.end()
    if token[-1].isdigit() and (further := _FURTHER.match(text, end)):
        return start, further.end()
    if _DRIVEN.fullmatch(token) or (len(token) > 5 and _MIXED.fullmatch(token)):
        return start, end
    if letters == "A" or letters not in words().suffixes:
        headed = _headed(text, start, end)
        if headed:
            return headed
    if digits > 4 or letters in words().suffixes or not _SUFFIX.fullmatch(letters):
        return None
    return start, end


def _numeral(text: str, start: int, end: int, token: str) -> tuple[int, int] | None:
    """Digits only, named by the word before or behind them."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before in _SIGNS and before:
        return _after_sign(text, start, end, before)
    if behind == "%" or (behind == "," and text[end + 1 : end + 2].isdigit()):
        return None
    if behind == "." and len(token) > 2 and (exchange := _EXCHANGE.match(text, end)):
        return start, exchange.end()
    if behind == "/" and len(token) == 3 and (tyre := _TYRE.match(text, end)):
        return start, tyre.end()
    if token[0] == "0" and len(token) > 2 and behind not in (":", "-", "/"):
        return start, end
    if behind in (")", "）", ",") and len(token) > 3 and _TICKER.search(text, max(0, start - 12), start):
        return start, end
    if len(token) < 5 and text[max(0, start - 2) : start - 1].isupper():
        plate = _REGISTRATION.search(text, max(0, start - 8), start)
        if plate:
            return plate.start(), end
    if len(token) < 3 and (race := _RACE.match(text, end)):
        return start, race.end() - 1
    if behind == "-" and (kind := _KIND.match(text, end)):
        return start, kind.end()
    if len(token) == 2 and behind == " ":
        variant = _NEXT.match(text, end)
        if variant and variant.group(1) in words().variants:
            return start, variant.end()
    return _headed(text, start, end)


def _after_sign(text: str, start: int, end: int, before: str) -> tuple[int, int] | None:
    """Digits that a hyphen or a point joins to what stands before them: F-150, Kunpeng No.1."""
    if before == "-":
        return _hyphened(text, start, end)
    variant = _NEXT.match(text, end) if before == "." and text[start - 2 : start - 1].isdigit() else None
    if variant and variant.group(1) in words().variants:
        return start - 2, variant.end()
    numbered = _NUMBERED.search(text, max(0, start - 24), start) if before == "." else None
    return (numbered.start(1), end) if numbered else None


def _hyphened(text: str, start: int, end: int) -> tuple[int, int] | None:
    """F-150, CX-50, Covid-19; not Sept-2024, top-10."""
    match = _HYPHENED.search(text[max(0, start - 10) : start])
    if not match or _YEAR.fullmatch(text, start, end):
        return None
    head = match.group(1)
    if head in words().prefixes or not (head in words().heads or (head.isupper() and len(head) <= 4)):
        return None
    return start - len(head) - 1, end


def _headed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A number that belongs to the word before it: Gen 3, ISO 26262, Fortress 2.0, Karlstrasse 54, room 317."""
    if text[start - 1 : start] not in _GAPS:
        return None
    begins = max(text.rfind(" ", max(0, start - 24), start - 1), text.rfind("\n", max(0, start - 24), start - 1)) + 1
    word = text[begins : start - 1]
    head = word.lstrip(_OPENING).rstrip(" #:®™")
    if not head or not head[0].isalpha() or (head[-1] in ",;.)" and head not in words().heads):
        return None
    marked = word[-1] in "®™"
    begins += len(word) - len(word.lstrip(_OPENING))
    lists = words()
    if _YEAR.fullmatch(text, start, end):
        return (begins, end) if head in lists.programmes and not counts(text, end) else None
    stop = _end_of(_HEAD_TAIL.match(text, end), end)
    named = head in lists.heads and text[stop : stop + 1] != "%" and not _grouped(text, stop)
    if not named and (head in lists.weak_heads or marked or (head[0].isupper() and _versioned(text, start, head))):
        named = not counts(text, stop)
    if named:
        return begins, stop
    if head[0].islower() and text[max(0, start - 24) : start].rstrip(" #:").lower().endswith(endings().lower_heads):
        return None if counts(text, end) else (start, end)
    return None


def _versioned(text: str, start: int, head: str) -> bool:
    """Whether a capitalised word makes a version or a house number of what follows."""
    return _VERSION.match(text, start) is not None or (len(head) > 5 and head.lower().endswith(endings().streets))


def _end_of(match: re.Match[str] | None, end: int) -> int:
    return match.end() if match else end


def _grouped(text: str, end: int) -> bool:
    return text[end : end + 1] == "," and text[end + 1 : end + 4].isdigit()
