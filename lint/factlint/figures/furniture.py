"""Digits that are no quantity by what stands around them: addresses, phones, codes, references, list markers."""

from __future__ import annotations

import re

from factlint.patterns import compiled

_PHONE = compiled(
    r"\+[0-9]{1,3}(?:[ -]?\([0-9]{1,4}\)[ -]?|[ -])[0-9]{1,5}(?:[ -][0-9]{1,5}){1,5}+(?![0-9%]|[.,][0-9])"
    r"|\([0-9]{2,4}\)[ -]?[0-9]{3,4}[ -][0-9]{3,4}(?![0-9])"
    r"|0[0-9]{1,4}(?:[ -][0-9]{2,8}){1,4}+(?![0-9]|[.,][0-9])"
    r"|[0-9]{1,7}(?:-[0-9]{1,7}){2,6}+(?![0-9]|[.,][0-9])"
    r"|[0-9]{3}-0[0-9]{3}(?![0-9])"
    r"|0(?: [0-9]{1,8}){2,4}+(?![0-9]|[.,][0-9])"
    r"|[0-9]{1,6}(?:-[0-9]{1,6}){1,3}+-[A-Z][0-9A-Z]{0,3}(?![0-9A-Za-z])"
)
_CLAUSES = compiled(r"\([a-z]{1,3}\)(?:\([0-9A-Za-z]{1,3}\)){0,3}+")
"""As in 401(k) and 501(c)(3)."""
_COORDINATE = compiled(
    r"(?:\.[0-9]+)?+° ?(?:[NSEW](?![a-zA-Z])|[0-9]{1,2}(?:\.[0-9]+)?+ ?['′’](?: ?[0-9]{1,2}(?:\.[0-9]+)?+ ?[\"″”])? ?[NSEW](?![a-zA-Z]))"
)
_POSITION = compiled(r"[0-9]{1,3}\.[0-9]{4,}, ?[-−–]?[0-9]{1,3}\.[0-9]{4,}(?![0-9])")
_CITED = compiled(r" (?:[A-Z]\.){2,4}+ (?:§ ?)?[0-9]++|[ ](?:CFR|USC) (?:§ ?)?[0-9.]++(?<!\.)")
"""As in 18 U.S.C. 1030 and 410 U.S. 113."""
_DIALLED = compiled(r"(?: [0-9]{2,8}){1,3}+(?![0-9]|[.,][0-9])")
_ZERO = compiled(r"(?<![0-9A-Za-z,.])0[0-9]{2,4}\Z")
_MOVE = compiled(r"\.[A-Za-z]{1,2}[0-9]")
"""Behind the number of a move at chess."""
_CLUB = compiled(r" (?:Under|Over) [0-9]++")
"""As in the 30 Under 30."""
_SPACED = compiled(r"[0-9]{2,4}(?: [0-9]{2,4}){2,5}+(?! ?[%$€£]|[0-9.,]|[A-Za-z])")
"""As in the number 13 11 14 and the account 123 4567 89; groups of three may be thousands."""
_THOUSANDS = compiled(r"[0-9]{1,3}(?: [0-9]{3})++(?! [0-9])")
_CHUNK = compiled(r"[^\s<>\"“”]++")
_CODE = compiled(r"[A-Za-z0-9_]++(?:[-./][A-Za-z0-9]++)*+")
_FILE = compiled(r"\.(?:png|jpe?g|gif|webp|svg|pdf|mp4|csv|html?|txt|zip)\b", re.I)
_SLASHED = compiled(r"[0-9]++(?:/[0-9]++)++")
_ECONOMY = compiled(r"[0-9]{1,3}(?:/[0-9]{1,3}){1,2} (?:mpg|MPG)\b")
_OCTETS = compiled(r"[0-9A-F]{2}(?::[0-9A-F]{2}){2,}+(?![0-9A-Za-z:])")
_COLONS = compiled(r"[0-9.:]++")
_STREET = compiled(
    r" (?:[NSEW]\. )?(?:[A-Z0-9][\w'’-]*+ ){0,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Way|Place|Plaza|Square|Court|Terrace|Crescent|Parkway|Close|Gardens|Grove|Row|Mews"
    r"|Hill|Walk|Highway|Turnpike|Quay|Embankment)\b"
    r"| [A-Z][a-z]++-(?:ro|gil|daero|dong|gu)\b"
)
_MARKER = compiled(r"[.)](?:[ \t]|$)")
_PREFIXES = frozenset(("sub", "plus", "ex", "pre", "under", "over", "mid", "near"))
_PREFIX = compiled(r"(?<![A-Za-z])[A-Za-z]{2,5}\Z")
_CURRENCY = ("RMB", "CNY", "USD", "EUR", "GBP", "JPY", "INR", "KRW", "HKD", "CHF", "AUD", "SEK", "Rs", "US", "RM", "Rp")
_CLEAN = frozenset(" \n\u00a0\t")
_BLOCKING = frozenset("_@#&=\\§©®™")
_TIE_BREAK = compiled(r"[67][-–][67] \(\Z")
_TURNS = ("360-degree", "180-degree turn")
_ERA = compiled(r" (?:BCE?|B\.C\.(?:E\.)?|A\.D\.|AD|CE)(?![A-Za-z0-9$])")
_ERAS = frozenset("ABC")
_CITING = frozenset("UFCSAO")
_DATE_PARTS = frozenset("月日号时点级届期")


def code_around(text: str, start: int, end: int, floor: int) -> int:
    """Where a code that holds the digits ``text[start:end]`` ends; 0 when they stand alone."""
    before = text[start - 1] if start > floor else " "
    after = text[end : end + 1]
    if after == "," and end - start > 5 and (position := _POSITION.match(text, start)):
        return position.end()
    if before == "°":
        return end
    if before not in _CLEAN:
        if before.isascii() and (before.isalnum() or before in _BLOCKING):
            if before.isalpha() and text[max(0, start - 3) : start].endswith(_CURRENCY):
                return 0
            return _end_of(_CODE, text, start)
        if before in "'’" and end - start == 2 and text[start - 2 : start - 1] in _CLEAN:
            return end
        if before in "+(" and (phone := _PHONE.match(text, start - 1)):
            return phone.end()
        if _refers(text, start, end):
            return end
        if before in "-/.:" and start - 1 > floor:
            second = text[start - 2]
            if before == "." and text.endswith("Rs.", 0, start):
                return 0
            if second.isalnum() and not (before == "-" and _has_prefix(text, start - 1)):
                return 0 if before == ":" and not second.isdigit() else _end_of(_CODE, text, start)
    if after in _CLEAN or not after:
        if text[start] == "0" and (phone := _PHONE.match(text, start)):
            return phone.end()
        if (
            text[end + 1 : end + 2].isdigit()
            and (spaced := _SPACED.match(text, start))
            and not _THOUSANDS.match(text, start)
        ):
            return spaced.end()
        following = text[end + 1 : end + 2]
        if following in _ERAS and (era := _ERA.match(text, end)):
            return era.end()
        if following in _CITING and (cited := _CITED.match(text, end) or _CLUB.match(text, end)):
            return cited.end()
        return 0
    if after in "&+" and text[end + 1 : end + 2].isdigit():
        return _end_of(_CODE, text, end + 1)
    if after == "." and _MOVE.match(text, end):
        return _end_of(_CODE, text, start)
    if after in "°.(" and (named := _COORDINATE.match(text, end) if after != "(" else _CLAUSES.match(text, end)):
        return named.end()
    if after in "'’" and text[end + 1 : end + 2] == "s":
        return end
    if after == ":" and (octets := _OCTETS.match(text, start)):
        return octets.end()
    if after == "-" and (text.startswith(_TURNS, start) or text.startswith("-for-", end)):
        return _end_of(_CODE, text, start)
    if after in "-/:" and text[end + 1 : end + 2].isdigit():
        return _chain(text, start, after)
    if after in "_@\\" or (after == "." and _FILE.match(text, end)):
        return _end_of(_CHUNK, text, start)
    return end if after in _DATE_PARTS else 0


def _refers(text: str, start: int, end: int) -> bool:
    """Whether digits only point somewhere or join on: the [12] of a source, the (3) of Art. 17(3)(b), the P5+1."""
    before, second = text[start - 1], text[start - 2 : start - 1]
    if before == "[":
        return text[end : end + 1] == "]" and end - start < 4
    if before == "(":
        if end - start > 2 or text[end : end + 1] != ")":
            return False
        return second.isalnum() or _TIE_BREAK.search(text, max(0, start - 7), start) is not None
    return before == "+" and second.isdigit() and text[start - 3 : start - 2].isupper()


def behind_code(text: str, end: int) -> int:
    """Where a code that is known to reach to ``end`` really ends: "ISO 15118" and "-20" are one, "P5+" and "1" too."""
    if (
        text[end : end + 1] == " "
        and (dialled := _DIALLED.match(text, end))
        and _ZERO.search(text, max(0, end - 6), end)
    ):
        return dialled.end()
    if text[end - 1] == "+" and text[end : end + 1].isdigit():
        return _end_of(_CODE, text, end)
    if text[end : end + 1] in ("-", "/") and text[end + 1 : end + 2].isdigit():
        return _end_of(_CODE, text, end + 1)
    return end


def _chain(text: str, start: int, joint: str) -> int:
    """The end of digits chained by dashes, slashes or colons: a phone number, a date, a ratio, a clock; else 0."""
    if joint == ":":
        return _end_of(_COLONS, text, start)
    if joint == "/":
        return 0 if _ECONOMY.match(text, start) else _end_of(_SLASHED, text, start)
    phone = _PHONE.match(text, start)
    return phone.end() if phone else 0


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start + 1


def _has_prefix(text: str, dash: int) -> bool:
    found = _PREFIX.search(text, max(0, dash - 6), dash)
    return found is not None and found[0].lower() in _PREFIXES


def is_list_marker(text: str, start: int, end: int) -> bool:
    """As in "1. " or "2) " at the start of a line."""
    if end - start > 2 or not _MARKER.match(text, end):
        return False
    line = text.rfind("\n", max(0, start - 8), start) + 1
    return not text[line:start].strip(" \t(*>#-") and (line > 0 or start < 8)


def is_address(text: str, end: int) -> bool:
    """Whether a street follows the number that ends at ``end``, a letter allowed: 221B Baker Street."""
    if text[end : end + 1].isalpha():
        end += 1
    return text[end + 1 : end + 2].isupper() and _STREET.match(text, end) is not None
