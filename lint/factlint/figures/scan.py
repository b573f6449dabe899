"""From a text to its figures: names first, then dates and periods, then quantities over what is left."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from factlint.figures.draft import Draft, Page, figure_of
from factlint.figures.figure import Figure, Scanned
from factlint.figures.names import find_names
from factlint.figures.numbers import DIGITS, Conventions, conventions_of
from factlint.figures.quantities import read_quantity
from factlint.figures.ranges import joint, range_figure, share
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
    words = vocabulary()
    page = Page(text, taken, words, conventions or conventions_of(text, words.china, words.japan))
    figures += _figures(text, read_drafts(page))
    figures.sort(key=lambda figure: figure.start)
    return Scanned(tuple(figures), names)


@cache
def _candidates() -> re.Pattern[str]:
    """Where a quantity may begin: digits, or a number word."""
    return re.compile(DIGITS + "|" + candidates(vocabulary()))


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
            floor = over
            continue
        read = read_quantity if text[start].isdigit() else read_wording
        result = read(page, start, end, floor)
        if isinstance(result, Draft):
            drafts.append(result)
            floor = result.end
        else:
            floor = max(floor, int(result))
    return drafts


def _figures(text: str, drafts: list[Draft]) -> list[Figure]:
    """The figures of the drafts: those that belong together are joined."""
    ranged = set()
    for at in range(len(drafts) - 2, -1, -1):
        one, other = drafts[at], drafts[at + 1]
        how = joint(text, one, other)
        if how == "range":
            ranged.add(at)
        if how:
            share(one, other, how == "range" or text[one.end : other.start] in (" to ", " or "))
    figures: list[Figure] = []
    at = 0
    while at < len(drafts):
        figure = figure_of(drafts[at], text)
        if at in ranged:
            at += 1
            figure = range_figure(figure, figure_of(drafts[at], text), text, drafts[at].noun or drafts[at - 1].noun)
        figures.append(figure)
        at += 1
    return figures
