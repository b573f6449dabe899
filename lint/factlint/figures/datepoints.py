"""Absolute dates: a month with its day, year and weekday in every order, numbers with strokes, Chinese dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from factlint.figures.designations import counts
from factlint.figures.figure import Calendar
from factlint.figures.marks import MONTH, WEEKDAY, YEAR, Mark, full_year, month_number, weekday_number
from factlint.figures.periods import possible
from factlint.patterns import compiled

_MONTH = compiled(MONTH)
_DAY_AFTER = compiled(
    r"\.? ?(?<=[ .])(?:the )?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,:][0-9])"
    r"(?:\s?(?:-|–|—| to | through | and |/)\s?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9A-Za-z%/]|[.,:][0-9]| [A-Z][a-z]{2,8} [0-9]))?+"
)
_YEAR_AFTER = compiled(rf"(?:st|nd|rd|th)?(?:\.?,? ?| of |/|-| \()({YEAR})(?![0-9A-Za-z-])")
_SHORT_YEAR = compiled(r"(?:\.? ?['’]|-)([0-9]{2})(?![0-9])")
_YEAR_WORD = compiled(r",? (?:of )?(last|this|next|that|the same) year\b")
_DAY_BEFORE = compiled(
    r"(?<![0-9A-Za-z.,:/$€£¥'-])(?:([0-9]{1,2})(?:st|nd|rd|th)?(?: ?(?:-|–|—|/) ?| to | and ))?"
    r"(?<![0-9.,:])([0-9]{1,2})(?:st|nd|rd|th)?(?: of| day of)?[ -]$"
)
_WEEKDAY_BEFORE = compiled(rf"(?<![A-Za-z])({WEEKDAY}),? (?:the )?$")
_WEEKDAY_BEHIND = compiled(rf",? ?(?:\(({WEEKDAY})\)|(?<=,) ?({WEEKDAY})(?![A-Za-z'’]| [0-9A-Z]))")
_WHICH = compiled(r"(?<![A-Za-z])(this|last|next|past|This|Last|Next)(?: (?:early|late|mid)[ -])? ?$")
_FRAME = compiled(
    r"(?:(?<![A-Za-z])(?:in|last|this|next|since|by|from|until|till|of|during|to|through|and|for|late|early|mid|every|before|after|as of"
    r"|between|around|throughout|versus|vs|per|each|to mid|previous|than|with|In|Last|This|Since|By|From|Until|During|For|Late|Early|Mid|Every"
    r"|Before|After|Between|Throughout|following|preceding|coming|end-|mid-|pre-|and/or|[0-9]{4}),? ?|[-–/(|]\s?|['’]s )$"
)
_MONTH_NOUN = compiled(
    r"(?:'s)? (?:sales|deliveries|registrations|exports|production|output|figures|data|retail|wholesale|tally|total|results|report|volume"
    r"|numbers|launch|shipments|quarter|market|update|inflation|orders|performance|bookings)\b",
    re.I,
)
_VERB = compiled(r" (?:on|toward|towards|ahead|into|past|have|be|not|also|still|well|the)\b")
_LINE = compiled(r"[ \t*|#>]*(?:\n|$|\|)")
_STROKES = compiled(r"([0-9][0-9]{0,3})([-/.])([0-9]{1,2})\2([0-9]{1,4})(?![0-9/:%-]|\.[0-9]|[A-SU-Za-z])")
_YEAR_STROKE = compiled(r"((?:19[5-9]|20[0-4])[0-9])-([0-9]{2})(?![\w/:%-]|\.[0-9])")
_STANDARD = compiled(r"(?<![A-Za-z])[A-Z]{2,5} \Z")
"""Before a year and a number: "ASU 2023-07" is a standard."""
_JOINED = frozenset("./:%-_")
_CHINESE_ANCHOR = compiled(
    r"[0-9第上下前](?:(?<=[0-9])[0-9]{0,3}(?:[-–~至到][0-9]{1,2})?[年月]|(?<=第)[一二三四1-4]季度|(?<=[上下])半年"
    r"|(?<=前)[0-9一二三四五六七八九十]{1,2}个?月)"
)
_CHINESE_PART = compiled(r"第([一二三四1-4])季度|([上下])半年|前([0-9一二三四五六七八九十]{1,2})个?月")
_CHINESE_DIGITS = "一二三四五六七八九十"
_CHINESE = compiled(
    r"(?:([0-9]{2,4})年(?:(上半年|下半年)|第?([一二三四1-4])季度|([0-9]{1,2})(?:[-–~至到]([0-9]{1,2}))?月(?:([0-9]{1,2})[日号]?)?)?"
    r"|(?<![0-9])([0-9]{1,2})(?:[-–~至到]([0-9]{1,2}))?月(?!份额)(?:([0-9]{1,2})[日号])?)"
)


_LONGEST = 31
_PLURAL = compiled(r"[ ]([a-z]{3,20}s)(?![\w-])")
_NO_PLURALS = frozenset({"this", "thus", "does", "goes", "was", "has", "its", "plus", "versus", "always", "perhaps"})


def absolute(text: str, today: dt.date | None) -> Iterator[Mark]:
    """Every absolute date of a text, a range of two as two marks ("January to May") unless one month holds both."""
    for match in _MONTH.finditer(text):
        start, end = match.span()
        if start and text[start - 1].isalpha():
            continue
        mark = _month(text, start, end, match.group())
        if mark:
            yield mark
    for match in _STROKES.finditer(text):
        mark = None if _continues(text, match.start()) else _strokes(match, today)
        if mark:
            yield mark
    for match in _YEAR_STROKE.finditer(text):
        year, month = int(match.group(1)), int(match.group(2))
        coded = _STANDARD.search(text, max(0, match.start() - 8), match.start())
        if 1 <= month <= 12 and not coded and not _continues(text, match.start()):
            yield Mark(*match.span(), "period", "month", Calendar(year, month))
    if "月" in text or "年" in text or "季度" in text:
        for anchor in _CHINESE_ANCHOR.finditer(text):
            found = _CHINESE.match(text, anchor.start())
            part = _CHINESE_PART.match(text, anchor.start())
            if found:
                yield _chinese(found)
            elif part:
                yield _chinese_part(part)


def _continues(text: str, start: int) -> bool:
    """Whether digits that begin at ``start`` only continue what stands before them."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in _JOINED)


def _month(text: str, start: int, end: int, name: str) -> Mark | None:
    month = month_number(name)
    day = _DAY_AFTER.match(text, end)
    counted = day and (counts(text, day.end()) or (int(day.group(1)) > _LONGEST and _several(text, day.end())))
    if day and not counted and not (day.group(2) and counts(text, day.end(2))):
        return _month_day(text, start, month, day)
    head = text[max(0, start - 24) : start]
    before = _DAY_BEFORE.search(head)
    year = _YEAR_AFTER.match(text, end)
    if year and counts(text, year.end()):
        year = None
    if before and int(before.group(2)):
        return _day_month(text, start, end, month, before, year, head)
    short = None if year or len(name) > 4 else _SHORT_YEAR.match(text, end)
    if year or short:
        number = int(year.group(1)) if year else full_year(short.group(1)) if short else None
        stop = _closed(text, year.start(), year.end(1)) if year else short.end() if short else end
        return Mark(start, stop, "period", "month", Calendar(number, month))
    return _month_alone(text, start, end, month, name, head)


def _several(text: str, end: int) -> bool:
    """Whether things follow a number that is too large for a day: ``In July 37 suppliers delivered``."""
    noun = _PLURAL.match(text, end)
    return noun is not None and noun.group(1) not in _NO_PLURALS


def _month_day(text: str, start: int, month: int, day: re.Match[str]) -> Mark:
    """March 11, March 11-20, January 5, 2025, Tuesday, January 6."""
    first = int(day.group(1))
    last = int(day.group(2)) if day.group(2) else None
    end = day.end(2) if last is not None else day.end()
    year = _YEAR_AFTER.match(text, end)
    number = int(year.group(1)) if year and not counts(text, year.end()) else None
    end = _closed(text, year.start(), year.end(1)) if year and number is not None else end
    within, end = _year_word(text, end) if number is None else (None, end)
    return _dated(text, start, end, Calendar(number, month, first), last, within)


def _day_month(
    text: str, start: int, end: int, month: int, before: re.Match[str], year: re.Match[str] | None, head: str
) -> Mark:
    """5 January 2025, 9th of September, 11-20 March, Tuesday 9 September."""
    first = int(before.group(1) or before.group(2))
    last = int(before.group(2)) if before.group(1) else None
    begins = start - len(head) + before.start(1 if before.group(1) else 2)
    number = int(year.group(1)) if year else None
    end = _closed(text, year.start(), year.end(1)) if year else end
    within, end = _year_word(text, end) if number is None else (None, end)
    return _dated(text, begins, end, Calendar(number, month, first), last, within)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a year, with the bracket that closes one opened before it: "May 8 (2025)"."""
    return end + 1 if text[end : end + 1] == ")" and "(" in text[start:end] else end


def _dated(text: str, start: int, end: int, date: Calendar, last: int | None, within: str | None) -> Mark:
    weekday = _WEEKDAY_BEFORE.search(text[max(0, start - 16) : start])
    if weekday:
        start -= len(weekday.group())
        date = Calendar(date.year, date.month, date.day, weekday_number(weekday.group(1)))
    else:
        behind = _WEEKDAY_BEHIND.match(text, end)
        if behind:
            end = behind.end()
            date = Calendar(date.year, date.month, date.day, weekday_number(behind.group(1) or behind.group(2)))
    to = Calendar(date.year, date.month, last) if last is not None else None
    form = "well-formed" if possible(date) and (to is None or possible(to)) else "impossible"
    return Mark(start, end, "period" if to else "date", "day", date, to, within=within, form=form)


def _year_word(text: str, end: int) -> tuple[str | None, int]:
    match = _YEAR_WORD.match(text, end)
    if not match:
        return None, end
    word = match.group(1)
    return ("that-year" if word in ("that", "the same") else f"{word}-year"), match.end()


def _month_alone(text: str, start: int, end: int, month: int, name: str, head: str) -> Mark | None:
    which = _WHICH.search(head)
    within, stop = _year_word(text, end)
    if not which and not within and not _is_month(text, end, name, head):
        return None
    if which:
        word = which.group(1).lower()
        within = within or {"past": "last"}.get(word, word) + "-month"
        start -= len(head) - which.start(1)
    return Mark(start, stop, "period", "month", Calendar(None, month), within=within)


def _is_month(text: str, end: int, name: str, head: str) -> bool:
    """Whether a month's name that stands alone is one: "in May", "May sales", but not "May 5G help" or "March on"."""
    if _FRAME.search(head):
        return True
    lone = not head.rpartition("\n")[2].strip(" \t*|#>") and _LINE.match(text, end) is not None
    if lone or _MONTH_NOUN.match(text, end):
        return True
    if name == "May" or name == "MAY" or len(name) == 3:
        return False
    return not _VERB.match(text, end)


def _strokes(match: re.Match[str], today: dt.date | None) -> Mark | None:
    """2025-01-05, 3/4/2025, 31/08/2024, 31.08.2024."""
    one, sign, two, three = match.groups()
    if len(one) == 4:
        year, month, day = int(one), int(two), int(three)
        if not 1900 <= year <= 2100 or len(three) > 2:
            return None
        return _numbered(match, Calendar(year, month, day))
    if len(one) > 2 or len(three) not in (2, 4) or (len(three) == 2 and sign != "/"):
        return None
    year = full_year(three)
    if not 1900 <= year <= 2100:
        return None
    day_first, month_first = Calendar(year, int(two), int(one)), Calendar(year, int(one), int(two))
    if sign == ".":
        return _numbered(match, day_first)
    fitting = [date for date in (month_first, day_first) if possible(date)]
    if not fitting:
        return None if len(three) == 2 else _numbered(match, day_first)
    if len(fitting) == 2 and one != two:
        if today is None:
            return Mark(*match.span(), "date", "day", Calendar(year))
        fitting.sort(key=lambda date: abs((date.month or 0) - today.month) + 12 * abs(year - today.year))
    return _numbered(match, fitting[0])


def _numbered(match: re.Match[str], date: Calendar) -> Mark:
    return Mark(*match.span(), "date", "day", date, form="well-formed" if possible(date) else "impossible")


def _chinese(match: re.Match[str]) -> Mark:
    """2022年11月1日, 1-11月, 2024年第三季度, 2025年上半年."""
    digits, half, quarter, month, last, day, lone, lone_last, lone_day = match.groups()
    year = full_year(digits) if digits and len(digits) in (2, 4) else None
    if half:
        return Mark(*match.span(), "period", "half", Calendar(year), part=1 if half == "上半年" else 2)
    if quarter:
        part = "一二三四".find(quarter) + 1 or int(quarter)
        return Mark(*match.span(), "period", "quarter", Calendar(year), part=part)
    month, last, day = month or lone, last or lone_last, day or lone_day
    if month is None:
        return Mark(*match.span(), "period", "year", Calendar(year))
    date = Calendar(year, int(month), int(day) if day else None)
    to = Calendar(year, int(last)) if last and not day else None
    form = "well-formed" if possible(date) and (to is None or possible(to)) else "impossible"
    if day:
        return Mark(*match.span(), "date", "day", date, form=form)
    return Mark(*match.span(), "period", "month", date, to, form=form)


def _chinese_part(match: re.Match[str]) -> Mark:
    """第三季度, 上半年, 前11个月."""
    quarter, half, months = match.groups()
    if quarter:
        return Mark(*match.span(), "period", "quarter", part=_CHINESE_DIGITS.find(quarter) + 1 or int(quarter))
    if half:
        return Mark(*match.span(), "period", "half", part=1 if half == "上" else 2)
    number = int(months) if months.isascii() else sum(_CHINESE_DIGITS.find(digit) + 1 for digit in months)
    return Mark(*match.span(), "period", "run" if 1 <= number <= 12 else "", part=number)
