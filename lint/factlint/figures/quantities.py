"""One quantity from its digits: what stands before them, what stands behind, and whether they are a quantity at all."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft, Page
from factlint.figures.furniture import code_around, is_label, is_list_marker
from factlint.figures.hedges import hedge_around
from factlint.figures.measures import charging_rate, read_scale, unit_behind, with_rate
from factlint.figures.money import currency_before
from factlint.figures.multiples import multiple_behind
from factlint.figures.nouns import counted_noun
from factlint.figures.numbers import Malformed, Printed, read_digits
from factlint.figures.ranks import rank_of_digits
from factlint.figures.vocabulary import Sort

_LETTERS = re.compile(r"[A-Za-z]++")
_DESIGNATION = re.compile(r"[A-Za-z0-9_]++(?:[.+-][A-Za-z0-9]++)*+")
_STRAY = re.compile(r"(?:,[ \u00a0]| ,)[0-9]{3}(?![0-9]|[ \u00a0]?,[ \u00a0]?[0-9])")
_SIGNS = "-−–+"


class Skipped(int):
    """Where the scan goes on behind digits that are no quantity."""


def read_quantity(page: Page, start: int, end: int, floor: int) -> Draft | Skipped:
    """The quantity of the digits ``text[start:end]``; nothing before ``floor`` belongs to it.

    Digits of codes, labels and unknown designations are no quantity: then comes where to go on.
    """
    text, words = page.text, page.words
    behind = code_around(text, start, end, floor)
    if behind:
        return Skipped(behind)
    printed = read_digits(text[start:end], page.conventions)
    if printed is None:
        return Skipped(_DESIGNATION.match(text, start).end())  # type: ignore[union-attr]
    draft = Draft(start, end, number_end=end)
    if isinstance(printed, Printed):
        draft.mantissa, draft.below = printed
        stray = _stray_group(page, start, end)
        if stray:
            printed = Malformed("space", (stray[0],))
            draft.end = end = draft.number_end = stray[1]
    _read_before(page, draft, floor)
    if isinstance(printed, Printed) and draft.start == start:
        ranked = rank_of_digits(text, start, end, draft, words)
        if ranked:
            return draft
    refused = _read_behind(page, draft, end)
    if refused:
        return Skipped(refused)
    if isinstance(printed, Malformed):
        if not _is_malformed(draft, printed):
            return Skipped(end)
        draft.form = printed.form
        factor = draft.scale
        draft.readings = tuple(reading * factor for reading in printed.readings)
    elif draft.kind == "count" and draft.unit is None and not draft.prefix:
        if is_list_marker(text, start, end) or is_label(text, draft, words):
            return Skipped(end)
    draft.hedge, draft.phrase_start, draft.phrase_end = hedge_around(text, draft, words, floor)
    return draft


def _is_malformed(draft: Draft, printed: Malformed) -> bool:
    """Versions (1.2.4) and lists of digits are no malformed numbers, unless a unit or scale says so."""
    return printed.form != "points" or not draft.bare or draft.prefix


def _stray_group(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """"33, 829 units": a group that a blank has torn off, when it is no list."""
    text = page.text
    found = _STRAY.match(text, end)
    if found is None or end - start > 3 or page.taken.overlaps(start, found.end()):
        return None
    whole = text[start:end]
    torn = found.end()
    if not whole.isdigit() or text[max(0, start - 2) : start].rstrip(" ").endswith(",") :
        return None
    follows = unit_behind(text, start, torn, page.words, page.conventions, False)
    if follows is None and read_scale(text, torn, page.words) is None:
        noun, _ = counted_noun(text, torn, page.words)
        if noun is None:
            return None
    return int(whole + text[torn - 3 : torn]), torn


def _read_before(page: Page, draft: Draft, floor: int) -> None:
    """Sign and currency before the digits."""
    text = page.text
    start = draft.start
    if start > floor and text[start - 1] in _SIGNS and _is_sign(text, start - 1, floor):
        draft.negative = text[start - 1] != "+"
        draft.start = start = start - 1
    money = currency_before(text, start, page.words, page.conventions)
    if money is not None and money.start >= floor:
        draft.start, draft.unit, draft.kind, draft.prefix = money.start, money.code, "money", True
        at = money.start
        if at > floor and text[at - 1] in "-−+" and _is_sign(text, at - 1, floor):
            draft.negative = text[at - 1] != "+"
            draft.start = at - 1


def _is_sign(text: str, at: int, floor: int) -> bool:
    """Whether the dash or plus at ``at`` belongs to the number behind it."""
    return at == 0 or (at >= floor and text[at - 1] in " \n\t(\u00a0|:[/\"“'‘,;")


def _read_behind(page: Page, draft: Draft, end: int) -> int:
    """Scale, unit and noun behind the digits; where to go on when letters make them a designation."""
    text, words = page.text, page.words
    limit = page.taken.next_start(end, len(text))
    following = text[end : end + 1]
    scaled = False
    if following.isalpha() or following in " -\n\u00a0\u2009\u202f\u2011":
        scale = read_scale(text, end, words)
        if scale is not None and scale.end <= limit:
            _scale(draft, scale.factor, scale.end)
            scaled = True
    if not scaled and following.isascii() and following.isalpha():
        letters = _LETTERS.match(text, end)
        assert letters is not None
        found = unit_behind(text, draft.start, end, words, page.conventions, False)
        if found is None or draft.prefix:
            refused = _glued_letters(page, draft, end, letters[0])
            if refused:
                return refused
            scaled = draft.scale != 1
    end = draft.end
    if not scaled and multiple_behind(text, end, draft, words):
        return 0
    found = unit_behind(text, draft.start, end, words, page.conventions, scaled)
    if found is not None and found[1] <= limit:
        _unit(page, draft, *found)
    elif draft.prefix:
        sort, draft.end = with_rate(text, Sort("money", draft.unit or ""), end, words)
        draft.unit = sort.unit
    if text[draft.end : draft.end + 1] == "+" and not text[draft.end + 1 : draft.end + 2].isalnum():
        draft.end += 1
        draft.hedge = "over"
    if draft.unit is None:
        draft.noun, draft.phrase_end = counted_noun(text, draft.end, words)
    return 0


def _scale(draft: Draft, factor: int, end: int) -> None:
    draft.scale = factor
    draft.above = factor
    draft.end = end


def _unit(page: Page, draft: Draft, sort: Sort, end: int) -> None:
    """Give the number its unit; a currency before the number and one behind it must agree."""
    if draft.prefix:
        if sort.kind == "money" and sort.unit.partition("/")[0] == draft.unit and sort.below == 1:
            draft.unit, draft.end = sort.unit, end
        return
    if sort.unit == "C" and not charging_rate(page.text, end, draft.mantissa, draft.below):
        sort = Sort("measure", "degC")
    draft.kind, draft.unit, draft.end = sort.kind, sort.unit, end
    draft.above *= sort.above
    draft.below *= sort.below


def _glued_letters(page: Page, draft: Draft, end: int, letters: str) -> int:
    """Letters glued to digits that are no unit: a scale letter ("1.2m cars", "$5bn"), or a designation."""
    text = page.text
    factor = page.words.letters.get(letters)
    if letters == "T" and draft.prefix:
        factor = 10**12
    after = text[end + 1 : end + 2]
    if factor is None or after.isalnum() or (letters == "K" and not draft.prefix and draft.mantissa < 10 * draft.below):
        designation = _DESIGNATION.match(text, end)
        assert designation is not None
        return designation.end()
    _scale(draft, factor, end + 1)
    return 0
