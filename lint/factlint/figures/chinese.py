"""Chinese numerals: 三百万辆, 十五年, 第二, 两成."""

from __future__ import annotations

from factlint.figures.draft import Draft, Page
from factlint.figures.hedges import hedge_around
from factlint.figures.measures import read_unit
from factlint.figures.nouns import counted_noun
from factlint.figures.vocabulary import Vocabulary

NUMERALS = "[〇零一二两三四五六七八九十百千万亿][〇零一二两三四五六七八九十百千万亿]*+"
_LONGEST = 12
_NO_NUMBER = frozenset("双周期拜月统万一另同每某唯之")
_DATE_PARTS = frozenset("月日号时点期级届")


def read_chinese(page: Page, start: int, end: int, limit: int) -> Draft | None:
    """The quantity of the numerals ``text[start:end]``; None where they are part of a word. Nothing from ``limit`` on belongs to it."""
    text, words = page.text, page.words
    before = text[start - 1] if start else ""
    value, step = _value(text[start:end], words) if end - start <= _LONGEST else (0, 0)
    if not value or before in _NO_NUMBER or text[end : end + 1] in _DATE_PARTS:
        return None
    draft = Draft(start, end, value // step, step, scale=step, word=True, number_end=end)
    if before == "第":
        draft.kind = "rank"
        return None if text[end : end + 1] == "季" else draft
    if text[end : end + 1] == "成" and value < 10:
        draft.kind, draft.unit, draft.end, draft.above = "percent", "%", end + 1, 10
    elif (unit := read_unit(text, end, words.units)) is not None and unit[1] <= limit:
        sort, draft.end = unit
        draft.take_unit(sort)
    else:
        draft.noun, draft.phrase_end = counted_noun(text, end, words)
        if draft.noun is None or value == 1:
            return None
    draft.hedge, draft.phrase_start, draft.phrase_end = hedge_around(text, draft, words, 0)
    return draft


def _value(numeral: str, words: Vocabulary) -> tuple[int, int]:
    """The value of a numeral and the worth of its last place ("三百万": 10,000); zero for what is no number."""
    total = section = digit = 0
    step = 1
    for character in numeral:
        factor = words.chinese[character]
        if factor < 10:
            digit = factor
            step = 1
        elif factor < 10_000:
            section += (digit or 1) * factor
            digit, step = 0, 1
        else:
            total = (total + section + digit) * factor
            section = digit = 0
            step = factor
    return total + section + digit, step
