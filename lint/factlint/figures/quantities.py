"""One quantity from its digits: what stands before them, what stands behind, and whether they are one at all."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.figures.draft import Draft, Page
from factlint.figures.furniture import code_around, is_address, is_label, is_list_marker, label_before
from factlint.figures.hedges import hedge_around
from factlint.figures.measures import charging_rate, read_scale, unit_behind, with_rate
from factlint.figures.money import currency_before
from factlint.figures.multiples import multiple_behind
from factlint.figures.nouns import counted_noun
from factlint.figures.numbers import Malformed, Printed, read_digits
from factlint.figures.printed_fractions import Fractional, read_fraction
from factlint.figures.ranks import rank_of_digits
from factlint.figures.ratios import ratio_of_digits
from factlint.figures.vocabulary import Sort

_LETTERS = re.compile(r"[A-Za-z]++")
_DESIGNATION = re.compile(r"[A-Za-z0-9_]++(?:[.+-][A-Za-z0-9]++)*+")
_TORN = re.compile(r"(?:,[ \u00a0]| ,)[0-9]{3}(?![0-9]|[ \u00a0]?,[ \u00a0]?[0-9])|(?<=,[0-9]) [0-9]{2}(?![0-9,.])")
_SEPARATORS = str.maketrans("", "", ", \u00a0")
_SCREEN = re.compile(r"[\"”″][ -](?:[a-zA-Z-]+ ){0,3}(?:touch|screen|display|wheel|alloy|rim|panel|tablet|infotainment|tyre|tire)")
_SIGNS = "-−–+"


class Skipped(int):
    """Where the scan goes on behind digits that are no quantity."""


def read_quantity(page: Page, start: int, end: int, floor: int) -> Draft | Skipped:
    """The quantity of the digits ``text[start:end]``; nothing before ``floor`` belongs to it.

    Digits of codes, labels and unknown designations are no quantity: then comes where to go on.
    """
    text = page.text
    fraction = read_fraction(text, start, end)
    code = 0 if fraction else code_around(text, start, end, floor)
    if code:
        return Skipped(code)
    draft = Draft(start, end)
    printed = _read_fraction(text, draft, fraction) if fraction else _read_number(page, draft)
    if printed is None:
        return Skipped(_after_designation(text, start))
    end = draft.number_end
    _read_before(page, draft, floor)
    if draft.start == start and rank_of_digits(text, start, end, draft):
        if is_address(text, end):
            return Skipped(end)
    elif draft.kind not in ("points", "ratio"):
        refused = _read_behind(page, draft, end)
        if refused:
            return Skipped(refused)
    if isinstance(printed, Malformed):
        if printed.form == "points" and draft.bare and not draft.prefix:
            return Skipped(end)
        draft.form = printed.form
        draft.readings = tuple(reading * draft.scale for reading in printed.readings)
    if _is_name(page, draft):
        return Skipped(draft.end)
    draft.hedge, draft.phrase_start, draft.phrase_end = hedge_around(text, draft, page.words, floor)
    return draft


def _read_fraction(text: str, draft: Draft, fraction: Fractional) -> Printed:
    """A fraction, put into the draft; "3/8 point" is of percentage points."""
    draft.mantissa, draft.below, draft.end = fraction.above, fraction.below, fraction.end
    if text.startswith(" point", draft.end) and text[draft.end + 6 : draft.end + 7] != "s":
        draft.kind, draft.unit, draft.end = "points", "pp", draft.end + 6
    elif text.startswith(" of ", draft.end) and draft.mantissa < draft.below:
        draft.kind = "ratio"
        draft.mantissa, draft.below = 5 * draft.mantissa, 5 * draft.below
    draft.number_end = draft.end
    return Printed(draft.mantissa, draft.below)


def _read_number(page: Page, draft: Draft) -> Printed | Malformed | None:
    """The number itself, put into the draft; ``number_end`` says where its digits end."""
    text, start, end = page.text, draft.start, draft.end
    torn = _torn_group(page, start, end)
    if torn is not None:
        draft.end = draft.number_end = torn[1]
        return Malformed("space", (Fraction(torn[0]),))
    draft.number_end = end
    printed = read_digits(text[start:end], page.conventions)
    if isinstance(printed, Printed):
        draft.mantissa, draft.below = printed
        if start > 0 and text[start - 1] == "." and (start == 1 or text[start - 2] in " (\n$£€"):
            draft.start, draft.below = start - 1, 10 ** (end - start)
    return printed


def _torn_group(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """"33, 829 units": digits that a blank has torn apart, when they are no list; the whole number and its end."""
    text = page.text
    if text[end : end + 1] not in (",", " "):
        return None
    found = _TORN.match(text, end)
    if found is None or page.taken.overlaps(start, found.end()):
        return None
    joined = text[start : found.end()].translate(_SEPARATORS)
    if (end - start > 3 and found[0][0] == ",") or not joined.isdigit():
        return None
    if text[max(0, start - 2) : start].rstrip(" ").endswith(","):
        return None
    at = found.end()
    if unit_behind(text, start, at, page.words, page.conventions, False) is None:
        noun, _ = counted_noun(text, at, page.words)
        if noun is None and read_scale(text, at, page.words) is None:
            return None
    return int(joined), at


def _read_before(page: Page, draft: Draft, floor: int) -> None:
    """Sign and currency before the digits."""
    text = page.text
    start = draft.start
    if start > floor and text[start - 1] in _SIGNS and _is_sign(text, start - 1, floor):
        draft.negative = text[start - 1] != "+"
        draft.start = start = start - 1
    elif start - 6 >= floor and text.startswith(("minus ", "Minus "), start - 6):
        draft.negative = True
        draft.start = start = start - 6
    money = currency_before(text, start, page.words, page.conventions)
    if money is not None and money.start >= floor:
        draft.start, draft.unit, draft.kind, draft.prefix = money.start, money.code, "money", True
        at = money.start
        if at > floor and text[at - 1] in "-−+" and _is_sign(text, at - 1, floor):
            draft.negative = text[at - 1] != "+"
            draft.start = at - 1


def _is_sign(text: str, at: int, floor: int) -> bool:
    """Whether the dash or plus at ``at`` belongs to the number behind it."""
    return at == 0 or (at > floor and text[at - 1] in " \n\t(\u00a0|:[/\"“'‘,;")


def _read_behind(page: Page, draft: Draft, end: int) -> int:
    """Scale, unit and noun behind the digits; where to go on when letters make them a designation."""
    text, words = page.text, page.words
    limit = page.taken.next_start(end, len(text))
    following = text[end : end + 1]
    scale = read_scale(text, end, words)
    if scale is not None and scale.end <= limit:
        draft.take_scale(scale.factor)
        draft.end = scale.end
    elif multiple_behind(text, end, draft) or (following == " " and ratio_of_digits(text, draft)):
        return 0
    elif following.isascii() and following.isalpha():
        found = unit_behind(text, draft.start, end, words, page.conventions, False)
        if found is None or draft.prefix:
            refused = _glued_letters(page, draft, end)
            if refused:
                return refused
    end = draft.end
    found = unit_behind(text, draft.start, end, words, page.conventions, draft.scale != 1)
    if found is None and text[end : end + 1] in ('"', "”", "″") and _SCREEN.match(text, end):
        found = Sort("measure", "in"), end + 1
    if found is not None and found[1] <= limit:
        _unit(page, draft, *found)
    elif draft.unit is not None and draft.prefix:
        sort, draft.end = with_rate(text, Sort("money", draft.unit or ""), end, words)
        draft.unit = sort.unit
    plus = text[draft.end : draft.end + 1]
    if plus == "多":
        draft.end += 1
        draft.hedge = "over"
    elif plus == "+" and not text[draft.end + 1 : draft.end + 2].isalnum():
        draft.end += 1
        draft.hedge = "over"
    elif plus == "-" and text.startswith("-plus", draft.end):
        draft.end += 5
        draft.hedge = "over"
        _unit_behind_plus(page, draft)
    if draft.unit is None:
        draft.noun, draft.phrase_end = counted_noun(text, draft.end, words)
    return 0


def _unit_behind_plus(page: Page, draft: Draft) -> None:
    """"300-plus miles"."""
    found = unit_behind(page.text, draft.start, draft.end, page.words, page.conventions, False) if not draft.unit else None
    if found is not None:
        _unit(page, draft, *found)


def _unit(page: Page, draft: Draft, sort: Sort, end: int) -> None:
    """Give the number its unit; a currency before the number and one behind it must agree."""
    if draft.prefix:
        if sort.kind == "money" and sort.unit.partition("/")[0] == draft.unit and sort.below == 1:
            draft.unit, draft.end = sort.unit, end
        return
    if sort.unit == "C" and not charging_rate(page.text, end, draft.mantissa, draft.below):
        sort = Sort("measure", "degC")
    draft.end = end
    draft.take_unit(sort)


def _glued_letters(page: Page, draft: Draft, end: int) -> int:
    """Letters glued to digits that are no unit: a scale letter ("1.2m cars", "$5bn"), or a designation."""
    text = page.text
    letters = _LETTERS.match(text, end)
    assert letters is not None
    factor = page.words.letters.get(letters[0])
    if letters[0] == "T" and draft.prefix:
        factor = 10**12
    screen = letters[0] == "K" and not draft.prefix and draft.mantissa < 10 * draft.below
    if factor is None or screen or text[end + 1 : end + 2].isalnum():
        return _after_designation(text, end)
    draft.take_scale(factor)
    draft.end = end + 1
    return 0


def _after_designation(text: str, start: int) -> int:
    found = _DESIGNATION.match(text, start)
    return found.end() if found else start + 1


def _is_name(page: Page, draft: Draft) -> bool:
    """Whether what looks like a quantity is a label, a list marker or the rest of a name."""
    text = page.text
    start, end = draft.start, draft.number_end
    if draft.kind == "count" and draft.unit is None and draft.form == "well-formed":
        named = page.taken.covers(start - 2) and page.taken.end_of(start - 2) == start - 1 and text[start - 1] == " "
        return is_list_marker(text, start, end) or is_label(text, draft, page.words, named)
    glued = draft.end == end + 1 and text[end].isalpha() and text[end] < "一"
    return glued and draft.kind == "measure" and label_before(text, start, page.words)
