"""Digits that are no quantity by what stands around them: addresses, phones, codes, labels, list markers, scores."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.vocabulary import Vocabulary

_PHONE = re.compile(
    r"\+?[0-9]{1,4}[ -](?:\([0-9]{1,4}\)[ -])?[0-9]{2,4}(?:[ -][0-9]{2,4}){1,4}(?![0-9,.])"
    r"|\([0-9]{2,4}\)[ -]?[0-9]{3,4}[ -][0-9]{4}(?![0-9])|[0-9]{3}-[0-9]{4}(?![0-9])"
)
_CHUNK = re.compile(r"[^\s<>\"“”]++")
_ADDRESS = re.compile(r"(?:https?:|www\.|[a-z0-9-]++(?:\.[a-z0-9-]++)*\.(?:com|cn|org|net|io|de|uk|jp|html?|php|jpe?g|png|gif|webp|svg|pdf|mp4|csv|xlsx?|docx?)\b)|@", re.I)
_ALNUM = re.compile(r"[A-Za-z0-9_]++(?:[-./][A-Za-z0-9]++)*+")
_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|pdf|mp4|csv|html?|txt|zip)\b", re.I)
_SLASHED = re.compile(r"[0-9]++(?:/[0-9]++)++")
_COLONS = re.compile(r"[0-9.:]++")
_STREET = re.compile(
    r" (?:[NSEW]\. )?(?:[A-Z0-9][\w-]*+ ){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Way|Place|Square)\b"
    r"| [A-Z][a-z]++-(?:ro|gil|daero|dong|gu)\b"
)
_MARKER = re.compile(r"[.)](?:[ \t]|$)")
_PREFIXES = frozenset(("sub", "plus", "ex", "pre", "under", "over", "mid"))
_WORD_BEFORE = re.compile(r"([A-Za-z.§]++)[ \u00a0]?\Z")
_BLOCKING = "_@#&=\\§©®™"


def code_around(text: str, start: int, end: int, floor: int) -> int:
    """Where a code that holds the digits ``text[start:end]`` ends; 0 when they stand alone."""
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    if before in " \n\u00a0(" and (after == " " or after == "" or after == "."):
        if after != "." or not _FILE.match(text, end):
            return _phone(text, start, end) if before == "(" or after == " " else 0
        return _chunk_end(text, start)
    if before.isascii() and (before.isalnum() or before in _BLOCKING):
        if start > floor and before.isalpha() and _currency_or_prefix(text, start):
            return 0
        return _alnum_end(text, start)
    if before in "-/.:" and start > 1 and start - 1 >= floor:
        second = text[start - 2]
        if second.isalnum() and not (before == "-" and _prefix_word(text, start - 1)):
            if before == ":" and not second.isdigit():
                return 0
            return _alnum_end(text, start)
    if after in ("-", "–") and text[end + 1 : end + 2].isdigit():
        return _phone(text, start, end)
    if after == ":" and text[end + 1 : end + 2].isdigit():
        found = _COLONS.match(text, start)
        return found.end() if found else 0
    if after == "/" and text[end + 1 : end + 2].isdigit():
        found = _SLASHED.match(text, start)
        return found.end() if found else 0
    if after and (after in "_@\\" or (after == "." and _FILE.match(text, end))):
        return _chunk_end(text, start)
    return 0


def _phone(text: str, start: int, end: int) -> int:
    at = start - 1 if start and text[start - 1] in "+(" else start
    found = _PHONE.match(text, at) if end - start <= 4 else None
    if found is None or not _is_phone(found[0]):
        return 0
    return found.end()


def _is_phone(digits: str) -> bool:
    """"310-555-0188" and "+82 2 555 0110", but not "30 40 50" or "100-200"."""
    if digits[0] in "+(":
        return True
    groups = re.split(r"[ -]", digits)
    if len(groups) == 2:
        return len(groups[1]) == 4 and groups[1][0] == "0"
    return "-" in digits and sum(map(len, groups)) >= 7


def _chunk_end(text: str, start: int) -> int:
    found = _CHUNK.match(text, start)
    return found.end() if found else start + 1


def _alnum_end(text: str, start: int) -> int:
    found = _ALNUM.match(text, start)
    return found.end() if found else start + 1


def _currency_or_prefix(text: str, start: int) -> bool:
    window = text[max(0, start - 4) : start]
    return window.endswith(("RMB", "CNY", "USD", "EUR", "GBP", "JPY", "INR", "Rs", "US", "KRW", "HKD", "Rs.", "x"))


def _prefix_word(text: str, dash: int) -> bool:
    found = re.search(r"(?<![A-Za-z])([A-Za-z]{2,5})\Z", text[max(0, dash - 6) : dash])
    return found is not None and found[1].lower() in _PREFIXES


def is_list_marker(text: str, start: int, end: int) -> bool:
    """"1. " or "2) " at the start of a line."""
    if end - start > 2 or not _MARKER.match(text, end):
        return False
    line = text.rfind("\n", max(0, start - 8), start) + 1
    return not text[line:start].strip(" \t(*>#-") and (line > 0 or start < 8)


def is_label(text: str, draft: Draft, words: Vocabulary) -> bool:
    """Whether a number without unit names a thing: page 23, Level 3, Fortress 2.0, 12 Main Street, a lone year."""
    start, end = draft.start, draft.number_end
    if draft.scale != 1:
        return False
    found = _WORD_BEFORE.search(text, max(0, start - 24), start)
    word = found[1] if found else ""
    if word and word.lower() in words.labels:
        return True
    if _STREET.match(text, end):
        return True
    if draft.noun is not None or draft.hedge is not None:
        return False
    digits = text[start:end]
    if digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100:
        return True
    if not word or "," in digits or not word[0].isupper() or not found:
        return False
    before = text[max(0, found.start() - 2) : found.start()]
    return bool(before.strip(" \"“'‘(")) and before[-1:] == " " and before[:1] not in ".!?:|\n"
