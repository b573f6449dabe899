"""From a text to its figures: names first, then dates and periods, then quantities over what is left."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from factlint.figures.chinese import NUMERALS, read_chinese
from factlint.figures.dates import find_dates
from factlint.figures.draft import Draft, Page
from factlint.figures.figure import Figure, Scanned
from factlint.figures.furniture import behind_code
from factlint.figures.joining import joined
from factlint.figures.money import begins_with_currency
from factlint.figures.names import find_names
from factlint.figures.numbers import DIGITS, Conventions, conventions_of
from factlint.figures.quantities import read_quantity
from factlint.figures.taken import Taken
from factlint.figures.vocabulary import vocabulary
from factlint.figures.wordings import candidates, read_wording
from factlint.patterns import compiled


def scan(text: str, *, date: dt.date | None = None) -> tuple[Figure, ...]:
    """Every figure of a text, in order. ``date`` is the article's, for "last year" and the like."""
    return scan_text(text, date).figures


def scan_text(text: str, date: dt.date | None = None, conventions: Conventions | None = None) -> Scanned:
    """Figures and names of a text.

    ``conventions`` are those of the whole document (``conventions_of``) when ``text`` is a piece of it.
    """
    words = vocabulary()
    names = tuple(name for name in find_names(text) if not begins_with_currency(name.quote, words))
    figures = [Figure(name.start, name.end, name.quote, "name") for name in names if name.digits]
    taken = Taken.of((name.start, name.end) for name in names)
    dates = find_dates(text, date, taken)
    figures += dates
    taken = taken.plus((found.start, found.end) for found in dates)
    page = Page(text, taken, words, conventions or conventions_of(text, words.china, words.japan))
    figures += joined(text, read_drafts(page))
    figures.sort(key=lambda figure: figure.start)
    return Scanned(tuple(figures), names)


@cache
def _digits() -> re.Pattern[str]:
    return compiled(DIGITS)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word that may begin a quantity; and such a word with the sign before it, which is faster to search for."""
    word = candidates()
    return compiled(word), compiled(rf"\W({word})")


_CHINESE = compiled(NUMERALS)
_HAN = compiled("[一-鿿]")


def _spans(text: str) -> list[tuple[int, int]]:
    """Where digits, number words and Chinese numerals stand, in order."""
    spans = [found.span() for found in _digits().finditer(text)]
    word, behind_sign = _words()
    spans += [found.span(1) for found in behind_sign.finditer(text)]
    opening = word.match(text)
    if opening:
        spans.append(opening.span())
    if not text.isascii() and _HAN.search(text):
        spans += [found.span() for found in _CHINESE.finditer(text)]
    spans.sort()
    return spans


def read_drafts(page: Page) -> list[Draft]:
    """Every quantity of a page, in order."""
    text = page.text
    starts, ends = (*page.taken.starts, len(text)), (*page.taken.ends, len(text) + 1)
    drafts: list[Draft] = []
    floor = next_taken = refused = 0
    for start, end in _spans(text):
        if start < floor:
            continue
        while ends[next_taken] <= start:
            next_taken += 1
        limit = starts[next_taken]
        if limit <= start:
            floor = behind_code(text, ends[next_taken])
            continue
        if limit < end:
            end = _cut(text, start, limit)
            if end == start:
                continue
        result = _read(page, start, end, floor, limit, refused > 0 and start - refused < 6)
        if isinstance(result, Draft):
            if result.end <= limit:
                drafts.append(result)
            floor = result.end
        elif result is not None:
            floor = max(floor, behind_code(text, result))
            refused = floor if text[start].isdecimal() else 0
    return drafts


def _read(page: Page, start: int, end: int, floor: int, limit: int, listed: bool) -> Draft | int | None:
    first = page.text[start]
    if first.isdecimal():
        return read_quantity(page, start, end, floor, limit, listed)
    if first < "\u0080":
        return read_wording(page, start, end, floor)
    return read_chinese(page, start, end, limit)


def _cut(text: str, start: int, limit: int) -> int:
    """Where a number ends that a name or date cuts off at ``limit``; ``start`` where nothing is left."""
    found = _digits().match(text, start, limit)
    return found.end() if found else start
