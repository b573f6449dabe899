"""Chinese numerals: 三百万辆, 十五年, 第二, 两成."""

from __future__ import annotations

from factlint.figures.draft import Draft, Page
from factlint.figures.hedges import hedge_around
from factlint.figures.measures import read_unit
from factlint.figures.nouns import counted_noun
from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

NUMERALS = "[〇零一二两三四五六七八九十百千万亿]++"
_LONGEST = 12
_NO_NUMBER = frozenset("双周期拜月统万一另同每某唯之数几上前")
_NO_QUANTITY = frozenset("月日号时点期级届几")
_NO_TENTH = frozenset("为了本立员熟功长就交效都")
_ORDERS = frozenset("百千万亿")
_NUMERAL = compiled(NUMERALS)


def read_chinese(page: Page, start: int, end: int, limit: int) -> Draft | None:
    """The quantity of the numerals ``text[start:end]``; None where they are part of a word.

    Nothing from ``limit`` on belongs to it.
    """
    text, words = page.text, page.words
    before = text[start - 1] if start else ""
    following = text[end : end + 1]
    value, step = _value(text[start:end], words) if end - start <= _LONGEST else (0, 0)
    if not value or before in _NO_NUMBER or following in _NO_QUANTITY:
        return None
    draft = Draft(start, end, value // step, step, scale=step, word=True, number_end=end)
    if before == "第":
        draft.kind = "rank"
        return None if following == "季" else draft
    if not (_part(text, draft, words) or _counted(page, draft, value, limit)):
        return None
    draft.hedge, draft.phrase_start, draft.phrase_end = hedge_around(text, draft, words, 0)
    if text[start] in _ORDERS and draft.hedge is None and draft.kind != "percent":
        return None
    return draft


def _part(text: str, draft: Draft, words: Vocabulary) -> bool:
    """A percentage or a ratio: 百分之十二, 三成五, 三分之一, 一半."""
    start, end = draft.start, draft.end
    if text.startswith("分之", end):
        found = _NUMERAL.match(text, end + 2)
        above = _value(found[0], words)[0] if found else 0
        if found is None or not above:
            return False
        whole = draft.mantissa * draft.above
        draft.mantissa, draft.above, draft.below = 5 * above, 1, 5 * whole
        draft.kind, draft.scale, draft.end = "ratio", 1, found.end()
        if text[start:end] == "百":
            draft.kind, draft.unit, draft.mantissa, draft.below = "percent", "%", above, 1
        return True
    if text.startswith("成", end) and end - start == 1 and text[end + 1 : end + 2] not in _NO_TENTH:
        more = words.chinese.get(text[end + 1 : end + 2], 0)
        draft.kind, draft.unit, draft.above, draft.end = "percent", "%", 10, end + 1
        if 0 < more < 10:
            draft.mantissa, draft.above, draft.end = 10 * draft.mantissa + more, 1, end + 2
        return True
    if text.startswith("一半", start):
        draft.kind, draft.mantissa, draft.below, draft.end = "ratio", 5, 10, end + 1
        return True
    return False


def _counted(page: Page, draft: Draft, value: int, limit: int) -> bool:
    """The unit or the measure word behind the numerals."""
    text, words, end = page.text, page.words, draft.end
    if text[end : end + 1] in ("多", "余"):
        draft.hedge = "over"
        draft.end = end = end + 1
    if text.startswith("倍", end):
        draft.kind, draft.end = "multiple", end + 1
        return True
    unit = read_unit(text, end, words.units)
    if unit is not None and unit[1] <= limit:
        sort, draft.end = unit
        draft.take_unit(sort)
        return True
    draft.noun, draft.phrase_end = counted_noun(text, end, words)
    return draft.noun is not None and value != 1


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
