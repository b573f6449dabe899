"""The date of an article: stated by its file or page, by its dateline, or worked out from the text. None is a fair answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from factlint.article.article import Block, BlockKind
from factlint.article.furniture import is_file_or_address
from factlint.article.vocabulary import page_words
from factlint.patterns import compiled

K = BlockKind
Found = tuple[dt.date | None, str | None, str | None]
"""The date, where it is from (argument, metadata, dateline, text), and its precision (day, month, year)."""

_NUMERIC = compiled(r"(?<![\d.,])((?:19|20)\d\d)(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?!\d)")
_YEAR = compiled(r"(?<![\d.,$€£¥-])((?:19|20)\d\d)(?![\d,.]?\d|[-–]\d|\s*%)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_WORD_DATE = compiled(
    rf"""(?x)
    (?<![\w.,]) (?:
      (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month1>{_MONTH})\.? (?:,?\ (?P<year1>(?:19|20)\d\d))?+
    | (?P<month2>{_MONTH})\.?\ (?:\d{{1,2}}\ ?(?:-|–|to|and)\ ?)?+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d) (?:,?\ \(?(?P<year2>(?:19|20)\d\d)\)?)?+
    ) (?![\w])
    """
)
# "BEIJING, Dec 1 (China Auto Wire) -- ", "TOKYO, May 8 (2025) - ", "MUNICH – ": a place in capitals, then a dash.
_DATELINE = compiled(r"[A-ZÀ-Þ][A-ZÀ-Þ'’. -]++(?:, ?[^–—]{1,60}?)?(?:\s*+--?+|\s*+[–—])\s")
_SENTENCE_STOP = compiled(r"[.!?]\s")
_EARLY_PARAGRAPHS = 6
_AFTER_LATEST = 45
_LOOK_BACK = 60
_LONGEST_ARTICLE = 60_000


class _Day(msgspec.Struct, frozen=True):
    """A date in the text; the year may be missing."""

    start: int
    end: int
    year: int | None
    month: int
    day: int


def article_date(text: str, blocks: Sequence[Block], stated: Sequence[str], wanted: dt.date | None = None) -> Found:
    """The date of an article. ``stated`` are dates of the file's markup, the most trusted first."""
    if wanted is not None:
        return wanted, "argument", "day"
    for value in stated:
        date = date_in(value)
        if date:
            return date, "metadata", "day"
    for block in blocks:
        if _may_state_date(text, block):
            date = date_in(text[block.start : block.end])
            if date:
                return date, "metadata", "day"
    return _from_dateline(text, blocks) or _from_text(text, blocks) or (None, None, None)


def _may_state_date(text: str, block: Block) -> bool:
    """Whether a line of metadata or a short deck; the date in a picture's name is not the article's."""
    line = text[block.start : block.end]
    return (block.kind is K.METADATA or (block.kind is K.DECK and len(line) < 120)) and not is_file_or_address(line)


def date_in(value: str) -> dt.date | None:
    """The first full date in a short text: ISO, Chinese, or with the name of the month."""
    numeric = _NUMERIC.search(value)
    if numeric:
        return _date(int(numeric[1]), int(numeric[2] or numeric[4]), int(numeric[3] or numeric[5]))
    for day in _days(value, 0, len(value)):
        if day.year is not None:
            return _date(day.year, day.month, day.day)
    return None


def dateline_end(text: str) -> int:
    """How many characters of a paragraph are its dateline; 0 when it has none."""
    dateline = _DATELINE.match(text)
    return dateline.end() if dateline else 0


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _days(text: str, start: int, end: int) -> Iterator[_Day]:
    months = page_words().months
    for match in _WORD_DATE.finditer(text, start, end):
        month = months.get((match["month1"] or match["month2"]).lower())
        if month:
            year = match["year1"] or match["year2"]
            yield _Day(*match.span(), int(year) if year else None, month, int(match["day1"] or match["day2"]))


def _paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs and items of an article of normal length; what follows says nothing of its date."""
    return [block for block in blocks if block.start < _LONGEST_ARTICLE and block.kind in (K.PARAGRAPH, K.ITEM)]


def _from_dateline(text: str, blocks: Sequence[Block]) -> Found | None:
    first = next(iter(_paragraphs(blocks)), None)
    if first is None:
        return None
    length = dateline_end(text[first.start : min(first.end, first.start + 120)])
    day = next(_days(text, first.start, first.start + length), None)
    if day is None:
        return None
    year = day.year or _year_of(text, blocks, day)
    date = _date(year, day.month, day.day) if year else None
    return (date, "dateline", "day") if date else None


def _year_of(text: str, blocks: Sequence[Block], day: _Day) -> int | None:
    """The year of a dateline that has none: told by "last year ... 2024" or by a full date shortly before."""
    told = _told_year(text, blocks)
    latest = _latest_full(text, blocks)
    if latest is None:
        return told
    date = _date(latest.year, day.month, day.day)
    if date and dt.timedelta(0) <= date - latest < dt.timedelta(days=_AFTER_LATEST) and told in (None, latest.year):
        return latest.year
    return told


def _from_text(text: str, blocks: Sequence[Block]) -> Found | None:
    """The latest day in the early paragraphs, unless years mentioned as past contradict it; else the year alone."""
    latest = _latest_full(text, blocks)
    told = _told_year(text, blocks)
    if latest is not None:
        latest = _moved_on(text, blocks, latest)
        if latest.year >= _latest_past_year(text, blocks) and told in (None, latest.year):
            return latest, "text", "day"
    return (dt.date(told, 12, 31), "text", "year") if told is not None else None


def _latest_full(text: str, blocks: Sequence[Block]) -> dt.date | None:
    """The latest date with a year that the early paragraphs tell as past."""
    days = (
        _date(day.year, day.month, day.day)
        for block in _early(blocks)
        for day in _days(text, block.start, block.end)
        if day.year is not None and not _is_future(text, block.start, day.start, day.end)
    )
    return max((day for day in days if day), default=None)


def _moved_on(text: str, blocks: Sequence[Block], latest: dt.date) -> dt.date:
    """The latest date moved on to a day without a year that follows it within weeks ("January 6" after December 31)."""
    best = latest
    for block in _paragraphs(blocks):
        for day in _days(text, block.start, block.end):
            if day.year is not None or _is_future(text, block.start, day.start, day.end):
                continue
            for year in (latest.year, latest.year + 1):
                date = _date(year, day.month, day.day)
                if date and best < date <= latest + dt.timedelta(days=_AFTER_LATEST):
                    best = date
    return best


def _early(blocks: Sequence[Block]) -> list[Block]:
    paragraphs = _paragraphs(blocks)
    if len({block.story for block in paragraphs}) > 1:
        return paragraphs
    return paragraphs[:_EARLY_PARAGRAPHS]


def _is_future(text: str, floor: int, start: int, end: int) -> bool:
    """Whether a date is a bound, or its sentence puts it into the future.

    What stands before it decides; behind it only what comes before a report ("On June 5, X said that it will ...").
    """
    known = page_words()
    before = _sentence_before(text, floor, start)
    if before and (before[-1] in known.bounds or not known.future.isdisjoint(before) or _is_to(before)):
        return True
    after = _SENTENCE_STOP.split(text[end : end + _LOOK_BACK], maxsplit=1)[0].lower().replace(",", " ").split()
    for number, word in enumerate(after):
        if word.endswith("ed") or word in ("said", "says", "told"):
            return False
        if word in known.future or _is_to(after[number : number + 2]):
            return True
    return False


def _sentence_before(text: str, floor: int, start: int) -> list[str]:
    """The words before a date in its sentence, in lower case, as far as they are near."""
    before = _SENTENCE_STOP.split(text[max(floor, start - _LOOK_BACK) : start])[-1]
    return before.lower().replace(",", " ").split()


def _is_to(words: Sequence[str]) -> bool:
    """Whether they hold a plan, as in "are to surpass"."""
    return any(second == "to" and first in ("is", "are", "was", "were") for first, second in pairwise(words))


def _told_year(text: str, blocks: Sequence[Block]) -> int | None:
    """The year of writing, where a paragraph says "last year" and names the latest past year of the article."""
    latest = _latest_past_year(text, blocks)
    for block in _paragraphs(blocks) if latest else ():
        paragraph = text[block.start : block.end]
        if "last year" not in paragraph:
            continue
        for match in _YEAR.finditer(paragraph):
            before = _sentence_before(paragraph, 0, match.start())
            founding = page_words().foundings.intersection(before)
            if int(match[1]) == latest and before[-1:] in (["in"], ["for"], ["of"], ["during"]) and not founding:
                return latest + 1
    return None


def _latest_past_year(text: str, blocks: Sequence[Block]) -> int:
    """The latest year that is told as past; 0 when there is none. A year before a capital is a model year."""
    latest = 0
    for block in _paragraphs(blocks):
        for match in _YEAR.finditer(text, block.start, block.end):
            year = int(match[1])
            model = text[match.end() + 1 : match.end() + 2].isupper() and text[match.end()] == " "
            if year > latest and not model and not _is_future(text, block.start, *match.span()):
                latest = year
    return latest
