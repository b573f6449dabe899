"""Slips in the words around a number: scale, percent, basis, unit, currency, date. Each gives (start, end, new)."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Span = tuple[int, int]
Change = Callable[[str, Span, Random], tuple[int, int, str] | None]

SCALES = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion", "lakh": "crore",
          "crore": "lakh", "bn": "m"}  # fmt: skip
UNITS = {"kWh": "kW", "kW": "kWh", "GWh": "MWh", "MWh": "GWh", "MW": "GW", "GW": "MW", "km": "miles", "miles": "km",
         "kilometres": "miles", "kilometers": "miles", "km/h": "mph", "mph": "km/h", "Nm": "lb-ft", "lb-ft": "Nm",
         "mm": "cm", "cm": "mm", "kg": "lb", "lb": "kg", "litres": "gallons", "liters": "gallons", "tonnes": "kg",
         "hp": "kW", "PS": "kW", "minutes": "hours", "hours": "minutes", "seconds": "minutes", "months": "years",
         "years": "months"}  # fmt: skip
CURRENCY_WORDS = {"yuan": "dollars", "dollars": "euros", "euros": "dollars", "won": "yen", "yen": "won",
                  "pounds": "euros", "rupees": "dollars", "baht": "yuan"}  # fmt: skip
CURRENCY_SIGNS = {"US$": "RMB ", "$": "€", "€": "$", "£": "$", "RMB ": "$", "RMB": "$", "¥": "$", "₹": "$", "Rs ": "$"}
BASES = {"year on year": "month on month", "year-on-year": "month-on-month", "month on month": "year on year",
         "month-on-month": "year-on-year", "quarter on quarter": "year on year", "quarter-on-quarter": "year-on-year",
         "YoY": "MoM", "MoM": "YoY", "a year earlier": "a month earlier", "a month earlier": "a year earlier",
         "a year ago": "a month ago", "the year before": "the month before", "last year": "last month"}  # fmt: skip
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
REACH = 60  # characters: how far a basis may stand from its figure

COUNT = re.compile(rf"(?<![\w.,-])(?:\d{{1,2}}|{'|'.join(WORDS[1:])})(?![\w.,-]|\s?%)")
WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
SCALE = re.compile(rf" ?({'|'.join(sorted(SCALES, key=len, reverse=True))})\b")
PERCENT = re.compile(r" ?(?:%|per ?cent\b)(?! ?-?points?)")
CHANGE = re.compile(
    r"\b(?:by|up|down|rose|fell|grew|gained|lost|climbed|dropped|declined|jumped|slid"
    r"|(?:rise|fall|growth|increase|decrease|decline|drop|gain|jump) of)"
    r" (?:about |around |nearly |almost |over |some |more than |just )?$"
)
POINTS = re.compile(r" ?(?:(?:%|per ?cent|percentage)[ -])?points?\b")
RANGE = re.compile(r"\b(?:from|between) \S*\d[^.]*$|\d[\d.,]* [a-z]+ to \S*$")
TO_OR_BY = re.compile(r"(?<=[a-z] )(to|by) (?:about |around |nearly |over |some )?(?:RMB ?|US\$|[$€£¥₹])?$")
BASIS = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, BASES), key=len, reverse=True))})\b")
UNIT = re.compile(rf"[ -]?({'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})(?![\w/])")
MONTH_BEFORE = re.compile(rf"\b(?:{MONTHS}) $")
MONTH_BEHIND = re.compile(rf" (?:of )?(?:{MONTHS})\b")
AMOUNT_BEHIND = re.compile(rf"(?: (?:{'|'.join(SCALES)}))? ({'|'.join(CURRENCY_WORDS)})\b")


def next_to(count: str, random: Random) -> str | None:
    """The count before or after one of up to twenty."""
    step = random.choice((-1, 1))
    if count in WORDS:
        at = WORDS.index(count) + step
        return WORDS[at] if 0 < at < len(WORDS) else None
    return str(int(count) + step) if 1 < int(count) <= 20 and count[0] != "0" else None


def scale(text: str, number: Span, random: Random) -> tuple[int, int, str] | None:
    found = SCALE.match(text, number[1])
    return (*found.span(1), SCALES[found[1]]) if found else None


def points(text: str, number: Span, random: Random) -> tuple[int, int, str] | None:
    """Points for the percent of a change, or percent for points."""
    if found := PERCENT.match(text, number[1]):
        changing = CHANGE.search(text[max(number[0] - REACH, 0) : number[0]])
        return (*found.span(), " percentage points") if changing else None
    found = POINTS.match(text, number[1])
    return (*found.span(), " percent") if found else None


def to_or_by(text: str, number: Span, random: Random) -> tuple[int, int, str] | None:
    """``rose to`` for ``rose by``; the ``to`` of a range stays."""
    before = max(number[0] - REACH, 0)
    found = TO_OR_BY.search(text[before : number[0]])
    if not found or RANGE.search(text[before : number[0]]):
        return None
    return before + found.start(1), before + found.end(1), "by" if found[1] == "to" else "to"


def basis(text: str, number: Span, random: Random) -> tuple[int, int, str] | None:
    """The next basis behind a percentage, if it stands before the next number."""
    if not (PERCENT.match(text, number[1]) or POINTS.match(text, number[1])):
        return None
    found = BASIS.search(text, number[1], number[1] + REACH)
    if not found or re.search(r"\d|[.;] ", text[number[1] : found.start()]):
        return None
    return (*found.span(), BASES[found[0]])


def unit(text: str, number: Span, random: Random) -> tuple[int, int, str] | None:
    found = UNIT.match(text, number[1])
    return (*found.span(1), UNITS[found[1]]) if found else None


def currency(text: str, number: Span, random: Random) -> tuple[int, int, str] | None:
    for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True):
        if text.endswith(sign, 0, number[0]):
            return number[0] - len(sign), number[0], CURRENCY_SIGNS[sign]
    found = AMOUNT_BEHIND.match(text, number[1])
    return (*found.span(1), CURRENCY_WORDS[found[1]]) if found else None


def day(text: str, number: Span, random: Random) -> tuple[int, int, str] | None:
    """Another day of the same month."""
    printed = text[slice(*number)]
    dated = MONTH_BEFORE.search(text[max(number[0] - 12, 0) : number[0]]) or MONTH_BEHIND.match(text, number[1])
    if not dated or not printed.isdigit() or not 1 <= int(printed) <= 31:
        return None
    others = [other for other in range(1, 29) if 0 < abs(other - int(printed)) <= 9]
    return (*number, str(random.choice(others)))


def weekday(text: str, name: Span, random: Random) -> tuple[int, int, str] | None:
    others = [other for other in DAYS if other != text[slice(*name)]]
    return (*name, random.choice(others))
