"""One quantity from its digits: what stands before them, what stands behind, and whether they are one at all."""

from __future__ import annotations

from fractions import Fraction

from factlint.figures.behind import after_designation, read_behind
from factlint.figures.draft import Draft, Page
from factlint.figures.furniture import code_around, is_address, is_list_marker
from factlint.figures.hedges import hedge_around
from factlint.figures.labels import is_label, is_letter_name, stands_alone
from factlint.figures.measures import read_scale, unit_behind
from factlint.figures.money import currency_before
from factlint.figures.neighbours import word_before
from factlint.figures.nouns import counted_noun
from factlint.figures.numbers import PLAIN, Malformed, Printed, read_digits
from factlint.figures.printed_fractions import Fractional, read_fraction
from factlint.figures.ranks import rank_of_digits
from factlint.patterns import compiled

_TORN = compiled(r"(?:,[ \u00a0]| ,)[0-9]{3}(?![0-9]|[ \u00a0]?,[ \u00a0]?[0-9])|(?<=,[0-9]) [0-9]{2}(?![0-9,.])")
_SEPARATORS = str.maketrans("", "", ", \u00a0")
_SIGNS = "-−–+"
_LISTING = frozenset((" and ", " or ", " & ", ", ", " to "))


def read_quantity(page: Page, start: int, end: int, floor: int, limit: int, listed: bool = False) -> Draft | int:
    """The quantity of the digits ``text[start:end]``; it lies between ``floor`` and ``limit``.

    ``listed`` says that digits which are no quantity end at ``floor``, close by.
    Digits of codes, labels and unknown designations are no quantity: then comes where to go on.
    """
    text = page.text
    fraction = read_fraction(text, start, end)
    code = 0 if fraction else code_around(text, start, end, floor)
    if code:
        return code
    draft = Draft(start, end)
    printed = _read_fraction(text, draft, fraction) if fraction else _read_number(page, draft)
    if printed is None:
        return after_designation(text, start)
    end = draft.number_end
    _read_before(page, draft, floor)
    before, at = word_before(text, draft.start)
    if is_address(text, end):
        return end
    if draft.start == start and rank_of_digits(text, draft, page.words, before, at):
        if is_address(text, draft.end):
            return draft.end
    elif draft.kind not in ("points", "ratio"):
        refused = read_behind(page, draft, limit)
        if refused:
            return refused
    if isinstance(printed, Malformed):
        if printed.form == "points" and draft.bare and not draft.prefix:
            return end
        draft.form = printed.form
        draft.readings = tuple(reading * draft.scale for reading in printed.readings)
    if (draft.unit is None or draft.end == end + 1) and _is_name(page, draft, before, at):
        return draft.end
    if draft.end == end + 1 and is_letter_name(text, draft, before, at, page.words):
        return draft.end
    draft.hedge, draft.phrase_start, draft.phrase_end = hedge_around(text, draft, page.words, floor)
    if draft.bare and draft.kind == "count":
        named = end - start < 3 and before in ("and", "or") and page.taken.end_of(at - 2) == at - 1
        listed = named or (listed and text[floor : draft.start] in _LISTING)
        draft.weak = stands_alone(text, draft, page.words, before, at, listed)
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
    plain = PLAIN.match(text, start) if text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit() else None
    if plain is not None and _is_grouped(page, start, plain.end()):
        draft.end = draft.number_end = plain.end()
        draft.mantissa = int(plain[0].replace(" ", ""))
        return Printed(draft.mantissa)
    draft.number_end = end
    printed = read_digits(text[start:end], page.conventions)
    if isinstance(printed, Printed):
        draft.mantissa, draft.below = printed
        if start > 0 and text[start - 1] == "." and (start == 1 or text[start - 2] in " (\n$£€"):
            draft.start, draft.below = start - 1, 10 ** (end - start)
    return printed


def _is_grouped(page: Page, start: int, end: int) -> bool:
    """Whether digits parted by plain blanks are one number: three groups, or two with a unit or noun behind them."""
    text, words = page.text, page.words
    if page.taken.overlaps(start, end) or text[start - 1 : start] not in ("", " ", "\n", "(", "\u00a0"):
        return False
    if end - start > 7:
        return True
    before = word_before(text, start)[0]
    if before[:1].isupper() or before.lower() in words.labels:
        return False
    return (
        unit_behind(text, start, end, words, page.conventions, False) is not None
        or counted_noun(text, end, words)[0] is not None
    )


def _torn_group(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """As in "33, 829 units": digits that a blank has torn apart, when they are no list; the whole number and its end."""
    text = page.text
    following = text[end : end + 1]
    if following == " ":
        if text[end + 1 : end + 2] != "," and "," not in text[end - 3 : end]:
            return None
    elif following != ",":
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
    elif (
        start - 6 >= floor
        and text.startswith(("minus ", "Minus "), start - 6)
        and text[start - 10 : start - 6] != " or "
    ):
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


def _is_name(page: Page, draft: Draft, before: str, at: int) -> bool:
    """Whether what looks like a quantity is a label, a list marker or the rest of a name.

    ``before`` is the word before it, which starts at ``at``.
    """
    text = page.text
    start, end = draft.start, draft.number_end
    if draft.kind == "count" and draft.unit is None and draft.form == "well-formed":
        named = page.taken.end_of(at) == start - 1
        return is_list_marker(text, start, end) or is_label(text, draft, page.words, before, at, named)
    glued = draft.end == end + 1 and text[end].isalpha() and text[end] < "一"
    return glued and draft.kind == "measure" and before.lower() in page.words.labels
