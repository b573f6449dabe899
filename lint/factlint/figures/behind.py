"""What stands behind the digits of a quantity: scale, multiple, unit, currency, plus, noun."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft, Page
from factlint.figures.measures import begins_unit, charging_rate, read_scale, token_behind, unit_behind, with_rate
from factlint.figures.multiples import multiple_behind
from factlint.figures.nouns import counted_noun
from factlint.figures.ratios import ratio_of_digits
from factlint.figures.vocabulary import Sort
from factlint.patterns import compiled

_LETTERS = compiled(r"[A-Za-z]++")
_DESIGNATION = compiled(r"[A-Za-z0-9_]++(?:[.+-][A-Za-z0-9]++)*+")
_ONE = compiled(r" ([a-z]{3,})\b")
_SCREEN = compiled(
    r"[\"”″][ -](?:[a-zA-Z-]++ ){0,3}+(?:touch|screen|display|wheel|alloy|rim|panel|tablet|infotainment|tyre|tire)"
)
_QUOTES = frozenset('"”″')
_MONEY_SCALES = {"T": 10**12, "L": 100_000}
_DASHES = frozenset("-–")
_TIMES = frozenset("tfx×oi倍")
_FEET = frozenset("'’′")
_HEIGHT = compiled(r"['’′] ?(1[01]|[0-9])(?:[\"”″]|''|’’)")
"""As in 5'10"."""
_FOOT = Sort("measure", "ft")
_INCHES = Sort("measure", "in")


def read_behind(page: Page, draft: Draft, limit: int) -> int:
    """Read what stands between the digits of a draft and ``limit`` into it.

    Comes back with 0, or with where to go on when letters make the digits a designation.
    """
    text, words = page.text, page.words
    end = draft.end
    token = token_behind(text, end)
    if token is not None:
        word = token[1]
        scaled = word in words.scales and _read_scale(page, draft, token, limit)
        if not scaled and word[0] in _TIMES and (multiple_behind(text, end, draft) or ratio_of_digits(text, draft)):
            return 0
        if scaled or begins_unit(word, words):
            _read_unit(page, draft, limit)
        if not scaled and draft.end == end and word[0].isascii() and text[end].isalpha():
            refused = end if end >= limit else _glued_letters(page, draft, end)
            if refused:
                return refused
            _read_unit(page, draft, limit)
    elif (
        text[end : end + 1] in _FEET and (height := _HEIGHT.match(text, end)) and draft.below == 1 and not draft.prefix
    ):
        draft.mantissa, draft.below, draft.end = 12 * draft.mantissa + int(height[1]), 12, height.end()
        draft.take_unit(_FOOT)
    elif text[end : end + 1] in _QUOTES and _SCREEN.match(text, end) and not draft.prefix:
        draft.end += 1
        draft.take_unit(_INCHES)
    if draft.prefix and draft.unit is not None and "/" not in draft.unit:
        sort, rate_end = with_rate(text, Sort("money", draft.unit), draft.end, words)
        if rate_end <= limit:
            draft.unit, draft.end = sort.unit, rate_end
    _read_plus(page, draft)
    if draft.unit is None:
        _read_noun(page, draft)
    return 0


def _read_scale(page: Page, draft: Draft, token: re.Match[str], limit: int) -> bool:
    scale = read_scale(page.text, draft.end, page.words, token)
    if scale is None or scale.end > limit:
        return False
    draft.take_scale(scale.factor)
    draft.end = scale.end
    return True


def after_designation(text: str, start: int) -> int:
    """Where a token of letters and digits ends that begins at ``start``."""
    found = _DESIGNATION.match(text, start)
    return found.end() if found else start + 1


def _read_unit(page: Page, draft: Draft, limit: int) -> bool:
    """Give the number the unit behind it; a currency before the number and one behind it must agree."""
    text, end = page.text, draft.end
    found = unit_behind(text, draft.start, end, page.words, page.conventions, draft.scale != 1, limit)
    if found is None:
        return False
    sort, unit_end = found
    if unit_end > limit:
        return False
    if draft.prefix:
        if sort.kind != "money" or sort.unit.partition("/")[0] != draft.unit or sort.below != 1:
            return False
        draft.unit, draft.end = sort.unit, unit_end
        return True
    if sort.unit == "C" and not charging_rate(text, draft.start, unit_end, draft.mantissa, draft.below):
        sort = Sort("measure", "degC")
    draft.end = unit_end
    draft.take_unit(sort)
    return True


def _glued_letters(page: Page, draft: Draft, end: int) -> int:
    """Letters glued to digits that are no unit: a scale letter ("1.2m cars", "$5bn"), or a designation."""
    text = page.text
    letters = _LETTERS.match(text, end)
    assert letters is not None
    factor = page.words.letters.get(letters[0])
    if draft.prefix and letters[0] in _MONEY_SCALES:
        factor = _MONEY_SCALES[letters[0]]
    screen = letters[0] == "K" and not draft.prefix and draft.mantissa < 10 * draft.below
    if factor is None or screen or text[end + 1 : end + 2].isalnum():
        return after_designation(text, end)
    draft.take_scale(factor)
    draft.end = end + 1
    return 0


def _read_plus(page: Page, draft: Draft) -> None:
    """As in "5 million+", "300-plus miles", "100多家"."""
    text = page.text
    plus = text[draft.end : draft.end + 1]
    if plus in ("多", "余") or (plus == "+" and not text[draft.end + 1 : draft.end + 2].isalnum()):
        draft.end += 1
        draft.hedge = "over"
    elif plus == "-" and text.startswith("-plus", draft.end):
        draft.end += 5
        draft.hedge = "over"
        if draft.unit is None:
            _read_unit(page, draft, len(text))


def _read_noun(page: Page, draft: Draft) -> None:
    text = page.text
    draft.noun, draft.phrase_end = counted_noun(text, draft.end, page.words)
    if draft.mantissa == draft.below and draft.noun and draft.noun[0].isupper() and draft.noun[-1] == "s":
        draft.noun, draft.phrase_end = None, -1
    if draft.noun is None and draft.mantissa == draft.below == draft.above:
        one = _ONE.match(text, draft.end) if text[draft.start - 1 : draft.start] not in _DASHES else None
        if one is not None and one[1] not in page.words.stops and not one[1].endswith("ed"):
            draft.noun, draft.phrase_end = one[1], one.end()
