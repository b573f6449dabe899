"""Numbers that name a thing by the word before them: page 23, Fortress 2.0, rooms 12 to 14, the 13B rotary."""

from __future__ import annotations

import re

from factlint.figures.designations import endings
from factlint.figures.draft import Draft
from factlint.figures.hedges import NAMELIKE
from factlint.figures.marks import year_words
from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

_COUNTED = compiled(
    r" (?:of (?:the|them|its|those|these|which)|were|are|had|have|more|fewer|each|apiece|a (?:year|month|day))\b"
)
_SIGNED = frozenset("-+−–$€£¥")
_LISTED = compiled(
    r"([A-Za-z]+) [0-9][0-9.]*+[a-z]?(?:\([0-9a-z]\))?(?:, [0-9][0-9.]*+[a-z]?(?:\([0-9a-z]\))?){0,4}"
    r"(?:,|,? (?:and|or|to|through|&)) \Z"
)
_COMPARED = compiled(r" (?:the|as|more|faster|larger|bigger|higher|that|its|their)\b")
_ARTICLES = frozenset(("the", "a", "an", "our", "its"))
_CHINESE = compiled("[\u4e00-\u9fff](?<![第至到为达超约近从比共有了前仅逾于增减是和与升降万亿])")
_GOING_ON = compiled(" [a-z]")
_LINKS = frozenset(("and", "or", "to", "through"))
_RANGED = compiled(r" ?(?:[-–—~]|to) ?[0-9]")
_NEXT = compiled(r" ([A-Z][a-z]+)")
_FAINT = frozenset(
    [
        "to",
        "of",
        "from",
        "and",
        "or",
        "nor",
        "but",
        "with",
        "at",
        "by",
        "for",
        "as",
        "than",
        "over",
        "on",
        "after",
        "between",
        "around",
        "under",
        "then",
        "about",
        "just",
        "some",
        "only",
        "other",
        "others",
        "another",
    ]
)
"""Words that stand before numbers of every kind."""
_MOVES = compiled(
    r"\b(?:r[io]s(?:e|en|es|ing)|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:n|s|ing|th)?|cut|reduc|shr[aiu]nk|drop|increas|decreas|climb|jump|slip|tumbl|plung|soar|surg"
    r"|up|down|rais|lower|total|toll|number|count|averag|median|score|lead|record|st(?:an|oo)d|index|reading|ratio|rate|level|majority|from|between"
    r"|compar|against|versus|vs|out of|membership|fleet|tally|quota|limit|target|cap|aged?|value|worth|group|team|crew|class|famil|panel|jur[yi]|part(?:y|ies)|squad|crowd|pack|sets?\b|series|field|sample|trad|clos|clos|open|quot|point|extend|expand)",
    re.I,
)
"""Words that speak of an amount."""
_RANGED_AMOUNT = compiled(r"[-–—~][0-9]++(?:[.,][0-9]++)*+ ?(?:%|per ?cent|pct|million|billion|m\b|bn\b)")
_GROUP = compiled(r"(?:Group|Gang) \Z")
_QUOTES = ('"', "“", "‘", "'")
_TOP = compiled(r"(?:\b(?:the|a|its|his|her|their|our|world|all-time|current|weekly)|['’]s) \Z", re.I)
"""Before "top 10" as the name of a list."""
_CALENDAR = frozenset(("day", "week", "night", "round", "matchday"))
"""Before the number of a day or week: "day 3 of the trial"."""
_TITLED = frozenset(("The", "called", "titled", "entitled"))
"""Before a title with a number in it: "The 400 Blows"."""
_LEADING = ("ly", "ing", "ed")
"""Endings of words that open a sentence before a quantity ("Roughly 300 homes"): adverbs and participles."""


def _hedges(before: str, low: str, words: Vocabulary) -> bool:
    return low in words.hedge_ends and before not in NAMELIKE


def is_label(text: str, draft: Draft, words: Vocabulary, before: str, at: int, named: bool) -> bool:
    """Whether a number without unit names a thing: page 23, Fortress 2.0, the Classic 350, a lone year.

    ``before`` is the word before it, which starts at ``at``; ``named`` says that it ends a maker's or a model's name.
    """
    if draft.scale != 1:
        return False
    digits = text[draft.start : draft.number_end]
    low = before.lower().lstrip('(["“')
    if draft.mantissa < 4 and text[draft.end + 1 : draft.end + 2].isupper() and (book := _NEXT.match(text, draft.end)):
        return book[1] in year_words().books
    if draft.noun is None and len(before) == 2 and before[0].isupper() and before[1] == "." and not draft.prefix:
        return True
    if before == "of" and _GROUP.search(text, max(0, at - 9), at):
        return True
    if "," in digits:
        return digits.count(",") > 1 and draft.noun is None and low in words.labels
    if digits[0] in _SIGNED:
        return False
    if low in _CALENDAR and draft.noun is None and draft.hedge is None:
        return True
    if low in words.labels or (low in words.dialled and draft.noun is None and len(digits) > 2):
        return True
    counts = draft.noun is not None and draft.noun.lower() in words.everyday
    if draft.noun is not None and low in _ARTICLES and len(draft.noun) < 4 and draft.noun.isupper():
        return True
    if draft.hedge is None and not counts and _of_labels(text, low, at, draft.start, words):
        return True
    if draft.below > 1 and low in _ARTICLES:
        return True
    if draft.noun is None and draft.hedge is None and _CHINESE.match(text, draft.start - 1):
        return True
    if low in _ARTICLES and draft.noun is not None and not counts and draft.hedge is None and _is_early_year(digits):
        return True
    version = draft.below > 1 and (draft.noun is not None or _GOING_ON.match(text, draft.end) is not None)
    if named and len(digits) > 1 and not counts:
        return True
    if draft.noun is not None and draft.noun[0].isupper() and not counts:
        quoted = text[max(0, draft.start - 1) : draft.start] in _QUOTES
        if quoted or (before in _TITLED and not _opens(text, at)):
            return True
    if low != before and before.isalpha() and low not in words.support and not _hedges(before, low, words):
        if low in words.stops or (low.endswith(_LEADING) and _opens(text, at)):
            return draft.hedge is None and len(digits) == 4 and _is_year(digits) and not counts
        if _RANGED_AMOUNT.match(text, draft.number_end) or (_opens(text, at) and _RANGED.match(text, draft.number_end)):
            return False
        return not counts and (version or draft.hedge is None or not _opens(text, at))
    return draft.hedge is None and len(digits) == 4 and _is_year(digits)


def _of_labels(text: str, before: str, at: int, start: int, words: Vocabulary) -> bool:
    """Whether a number is one of several that name things: rooms 12 to 14, exhibits 4.1 and 10.3."""
    if before in _LINKS or text[at - 2 : at] == ", " or before[-1:] == ",":
        listed = _LISTED.search(text, max(0, start - 48), start)
        head = listed[1].lower() if listed else ""
        return head in words.labels or head[:-1] in words.labels or head[:-1] in endings().lower_heads
    return before.endswith("s") and before[:-1] in words.labels


def is_letter_name(text: str, draft: Draft, before: str, at: int, words: Vocabulary) -> bool:
    """Whether whole digits with a letter glued to them name a thing: a Boeing 777F, a 13A plug, the 13B rotary.

    ``before`` is the word before them, which starts at ``at``.
    """
    letter = text[draft.number_end]
    if letter == "x":
        known = before[:1].isupper() and before.isalpha() and not _opens(text, at)
        return known and draft.number_end - draft.start > 1 and not _COMPARED.match(text, draft.end)
    if not letter.isupper() or draft.prefix or "." in text[draft.start : draft.number_end]:
        return False
    low = before.lower()
    if low in words.labels:
        return True
    if letter == "A":
        site = before[:1].isupper() and before.isalpha() and low not in words.support and not _opens(text, at)
        return site or low in ("a", "an") or draft.number_end - draft.start > 3
    if letter == "F":
        floor = draft.number_end - draft.start == 1
        return floor or (before[:1].isupper() and before.isalpha() and not _opens(text, at))
    return (
        letter in "BM"
        and draft.scale != 1
        and draft.noun is None
        and (low not in words.support or low in _LINKS)
        and low not in words.hedge_ends
    )


def stands_alone(text: str, draft: Draft, words: Vocabulary, before: str, at: int, listed: bool) -> bool:
    """Whether nothing says that a number without comma, unit and noun is a quantity: "Berth 7", but not "rose to 61".

    ``listed`` says that it follows a name or a number that is none: "Windows 10 and 11", "buses 12 and 47".
    """
    digits = text[draft.start : draft.number_end]
    if draft.noun is not None or draft.hedge is not None or draft.scale != 1 or not digits.isdigit():
        return False
    if len(digits) > 3 or listed:
        return True
    word = before.lower().lstrip("([\"“‘'")
    if word == "top" and _TOP.search(text, max(0, at - 12), at):
        return True
    if word in _FAINT:
        said = _COUNTED.match(text, draft.end) or _MOVES.search(text, max(0, draft.start - 72), draft.start)
        draft.faint = said is None
        return False
    if not word or word in words.support or word in words.hedge_ends or not (word[-1].isalpha() or word[-1] == "."):
        return False
    if word[-2:] in ("'s", "’s"):
        return True
    if _COUNTED.match(text, draft.end):
        return False
    return word != "the" or not text[max(0, at - 4) : at].endswith(("of ", "all "))


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a line opens at ``at``."""
    leading = text[max(0, at - 2) : at]
    if leading[:1] in "'’" and text[max(0, at - 3) : at - 2].isalpha():
        return False
    return not leading.strip(" \"“'‘(") or leading[-1:] != " " or leading[:1] in ".!?:|\n"


def _is_early_year(digits: str) -> bool:
    """As in "the 1848 revolutions": four digits without a comma that are no round number."""
    return len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100 and digits[2:] != "00"


def _is_year(digits: str) -> bool:
    return digits.isdigit() and 1900 <= int(digits) <= 2100
