"""From a text to its figures: names first, then dates and periods, then quantities over what is left."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from factlint.figures.chinese import NUMERALS, read_chinese
from factlint.figures.dates import find_dates
from factlint.figures.dates import find_dates
from factlint.figures.draft import Draft, Page
from factlint.figures.figure import Figure, Scanned
from factlint.figures.furniture import behind_code
from factlint.figures.joining import joined
from factlint.figures.names import find_names
from factlint.figures.numbers import DIGITS, Conventions, conventions_of
from factlint.figures.quantities import read_quantity
from factlint.figures.taken import Taken
from factlint.figures.vocabulary import vocabulary
from factlint.figures.wordings import candidates, read_wording


def scan(text: str, *, date: dt.date | None = None) -> tuple[Figure, ...]:
    """Every figure of a text, in order. ``date`` is the article's, for "last year" and the like."""
    return scan_text(text, date).figures


def scan_text(text: str, date: dt.date | None = None, conventions: Conventions | None = None) -> Scanned:
    """Figures and names of a text.

    ``conventions`` are those of the whole document (``conventions_of``) when ``text`` is a piece of it.
    """
    names = find_names(text)
    figures = [Figure(name.start, name.end, name.quote, "name") for name in names if name.digits]
    taken = Taken.of((name.start, name.end) for name in names)
    dates = find_dates(text, date, taken)
    figures += dates
    taken = taken.plus((found.start, found.end) for found in dates)
    words = vocabulary()
    dates = find_dates(text, date, taken)
    taken = taken.plus((figure.start, figure.end) for figure in dates)
    figures += dates
    page = Page(text, taken, words, conventions or conventions_of(text, words.china, words.japan))
    figures += joined(text, read_drafts(page))
    figures.sort(key=lambda figure: figure.start)
    return Scanned(tuple(figures), names)


@cache
def _candidates() -> re.Pattern[str]:
    """Where a quantity may begin: digits, or a number word."""
    return re.compile(DIGITS + "|" + candidates(vocabulary()) + "|" + NUMERALS)


def read_drafts(page: Page) -> list[Draft]:
    """Every quantity of a page, in order."""
    text, taken = page.text, page.taken
    drafts: list[Draft] = []
    floor = 0
    for found in _candidates().finditer(text):
        start, end = found.span()
        if start < floor:
            continue
        over = taken.end_of(start)
        if over != start:
            floor = behind_code(text, over)
            continue
        limit = taken.next_start(start, end)
        if limit < end:
            again = _candidates().match(text, start, limit)
            if again is None:
                continue
            end = again.end()
        first = text[start]
        result: Draft | int | None
        if first.isdecimal():
            result = read_quantity(page, start, end, floor)
        elif first < "\u0080":
            result = read_wording(page, start, end, floor)
        else:
            result = read_chinese(page, start, end)
        if isinstance(result, Draft):
            drafts.append(result)
            floor = result.end
        elif result is not None:
            floor = max(floor, behind_code(text, int(result)))
    return drafts
