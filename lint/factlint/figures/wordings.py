"""Quantities that are printed in words, ratios included: five years, two-thirds, nine in ten, twice, the seventh."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.data import prepared
from factlint.figures.draft import Draft, Page
from factlint.figures.hedges import hedge_around
from factlint.figures.measures import read_unit, unit_behind
from factlint.figures.multiples import multiple_behind, multiple_word
from factlint.figures.neighbours import word_before
from factlint.figures.nouns import counted_noun
from factlint.figures.numerals import Numeral, read_cardinal, read_scale_word, read_tens_of
from factlint.figures.ranks import millionth, rank_word
from factlint.figures.ratios import ratio_after, ratio_word
from factlint.figures.vocabulary import Vocabulary, vocabulary
from factlint.patterns import compiled

_HALF_A = compiled(r"[ -]an?[ -]")
_SPANS_OF_YEARS = {"century": 100, "decade": 10}
_PER_ONE = compiled(
    r" (?:[a-z]+ )?(?!for\b|in\b)([a-z]+) (?:for )?(?:per|every|each|a (?:day|week|month|quarter|year))\b"
)
_NEW_ONE = compiled(r"(?: new| further| more| additional)? ([a-z]+)")
_BEHIND_JOINT = compiled(r" (?:to|or) \Z")
_OF_THEM = compiled(r" of (?:them|these|those|whom|which|its|their|his|her|our|the)\b")
_STAGE = compiled(
    r"(?<![A-Za-z])(?:category|type|zone|level|tier|phase|chapter|grade|season|episode|channel|platform|terminal|division) \Z",
    re.I,
)
"""Before a number in words that names one of several: "category three storms"."""
_TEAM = compiled(r"\b(?:group|team|crew|class|family|panel|jury|party|squad|pack|gang|staff) of \Z")
_VICTIMS = compiled(
    r" (?:others? )?(?:were |was |are |have been |people |feared )?(?:killed|dead|hurt|injured|wounded|arrested|missing|detained|charged|jailed|held"
    r"|rescued|died?|dies|drown(?:ed)?|shot|stabbed|hospitali[sz]ed|released|freed|found|others?\b(?! and| or)|in (?:court|custody|hospital))\b"
)
"""Behind a number that counts people: "Three killed in bus crash", "two others"."""
_MOVED = compiled(
    r"\b(?:r[io]se|risen|f[ae]ll|fallen|grown?|grew|cut|reduced|shr[aiu]nk|shrunk|dropped|drops?|increased?|climbed|jumped|slipped|went|gone|down|up"
    r"|raised?|doubled|halved|extended|lowered|narrowed|widened|won|wins?|lost|los[et]s?|led|leads?|ahead|behind|trailed)\b[^.;:]{0,32} (?:to|by|from) \Z"
)
"""Before a number in words that stands alone: "shrunk from 11 points to three"."""
_GROUP = compiled(r"(?:Group|Gang) of \Z")
_PEOPLES = ("ans", "ens", "is", "ese", "men")
_ENDS = compiled(r"[,.;)\n]|$| (?:from|in|since|on|at|this|last|after|when|over|and|as|with)\b")
_JOINED = compiled(r"[ -](?:to|or|and|of)[ -]|[-–]")


def candidates() -> str:
    """A pattern of every word that may begin a quantity, folded by its first letters."""
    pattern: str = prepared("wordings", ("numerals.toml",), _spellings)
    return pattern


def _spellings(_: str) -> str:
    words = vocabulary()
    beginnings = {
        *words.ones, *words.tens, *words.big, *words.ordinals, *words.fractions, *words.multiples, "tens", "nought",
        *(word + "s" for word in words.big),
    }  # fmt: skip
    spellings = beginnings | {word.capitalize() for word in beginnings}
    return folded(sorted(spellings)) + r"\b"


def folded(spellings: list[str]) -> str:
    """A pattern that matches any of the words, their common beginnings shared."""
    heads: dict[str, list[str]] = {}
    for spelling in spellings:
        heads.setdefault(spelling[:1], []).append(spelling[1:])
    parts = [re.escape(head) + (folded(tails) if tails != [""] else "") for head, tails in heads.items() if head]
    body = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    if "" in heads:
        return f"(?:{body})?" if parts else ""
    return body


def read_wording(page: Page, start: int, end: int, floor: int) -> Draft | int:
    """The quantity that the number word ``text[start:end]`` begins, or where to go on."""
    text, words = page.text, page.words
    word = text[start:end].lower()
    draft = Draft(start, end, word=True, number_end=end)
    if text[start].isupper() and _GROUP.search(text, max(0, start - 9), start):
        return end
    if word in words.multiples:
        accepted = multiple_word(text, draft, words)
    elif word == "half" and _HALF_A.match(text, end):
        accepted = _half_a(page, draft)
    elif ratio_word(text, draft, words, floor):
        accepted = True
    elif word in words.ordinals:
        accepted = rank_word(text, draft, words)
    else:
        accepted = _cardinal(page, draft, floor)
    if not accepted:
        return max(end, draft.end)
    if (
        draft.kind == "count"
        and draft.unit is None
        and draft.scale == 1
        and _STAGE.search(text, max(0, start - 10), start)
    ):
        return draft.end
    if text[start].isupper() and draft.noun and _is_proper(text, draft, words):
        return draft.end
    draft.hedge, draft.phrase_start, draft.phrase_end = hedge_around(text, draft, words, floor)
    if draft.mantissa == 1 and draft.bare and draft.kind == "count":
        return draft if _one_counts(text, draft) else draft.end
    return draft


def _cardinal(page: Page, draft: Draft, floor: int) -> bool:
    text, words = page.text, page.words
    numeral = _numeral(page, draft.start, draft.end, floor)
    if numeral is None:
        return False
    draft.start, draft.end, draft.number_end = numeral.start, numeral.end, numeral.end
    draft.mantissa, draft.above, draft.below = numeral.mantissa, numeral.above, numeral.below
    draft.scale, draft.span = numeral.scale, numeral.span
    return millionth(text, draft) or ratio_after(text, draft, words) or _read_behind(page, draft)


def _numeral(page: Page, start: int, end: int, floor: int) -> Numeral | None:
    text, words = page.text, page.words
    word = text[start:end].lower()
    if word == "tens":
        return read_tens_of(text, start, end, words)
    if word in ("zero", "nought"):
        return Numeral(start, end, 0)
    if word in words.ones or word in words.tens:
        return read_cardinal(text, start, end, words)
    if word in words.big or word[:-1] in words.big:
        return read_scale_word(text, start, end, words, floor)
    return None


def _half_a(page: Page, draft: Draft) -> bool:
    """As in "half a million", "half a dozen", "half an hour", "half a century"."""
    text, words = page.text, page.words
    article = _HALF_A.match(text, draft.end)
    assert article is not None
    at = article.end()
    found = compiled(r"[a-z]+").match(text, at)
    word = found[0] if found else ""
    factor = words.big.get(word)
    if factor is not None:
        draft.end = draft.number_end = at + len(word)
        if factor == 12:
            draft.mantissa = 6
        else:
            draft.mantissa, draft.above, draft.scale = 5, factor // 10, factor
        return _read_behind(page, draft)
    years = _SPANS_OF_YEARS.get(word)
    if years is not None:
        draft.mantissa, draft.above, draft.end = 5, years // 10, at + len(word)
        draft.kind, draft.unit = "duration", "year"
        return True
    unit = read_unit(text, at - 1, words.units)
    if unit is None or len(text[at : unit[1]]) < 3:
        return False
    draft.mantissa, draft.below, draft.end = 5, 10, unit[1]
    draft.take_unit(unit[0])
    return True


def _read_behind(page: Page, draft: Draft) -> bool:
    """Unit or noun behind a number in words; False where the word is no quantity ("one of the two").

    A number that stands alone is ``weak`` where a range or a list may still give it one.
    """
    text, words = page.text, page.words
    if multiple_behind(text, draft.end, draft):
        return True
    at = draft.end
    if draft.scale > 1 and text.startswith(" of ", at):
        at += 3
    limit = page.taken.next_start(at, len(text))
    found = unit_behind(text, draft.start, at, words, page.conventions, draft.scale > 1, limit)
    if found is not None and len(text[at : found[1]]) > 2 and found[1] <= limit:
        sort, draft.end = found
        draft.take_unit(sort)
        if draft.span is not None:
            draft.span = draft.span.scaled(Fraction(sort.above, sort.below))
        return True
    draft.noun, draft.phrase_end = counted_noun(text, at, words)
    if draft.mantissa == 0 and draft.span is None:
        draft.noun, draft.phrase_end, draft.weak = None, -1, text.startswith(" to ", draft.end)
        return draft.weak
    if draft.noun is not None or draft.scale > 1 or draft.span is not None or text.endswith("dozen", 0, draft.end):
        return draft.mantissa != 1 or draft.scale > 1
    if draft.mantissa > 1 and _OF_THEM.match(text, draft.end):
        return True
    if draft.mantissa > 1 and _TEAM.search(text, max(0, draft.start - 12), draft.start):
        return True
    if draft.mantissa > 1 and (_VICTIMS.match(text, draft.end) or _moved(text, draft)):
        return True
    behind_joint = _BEHIND_JOINT.search(text, max(0, draft.start - 4), draft.start)
    draft.weak = behind_joint is not None or _JOINED.match(text, draft.end) is not None
    return draft.weak or draft.mantissa == 1


def _moved(text: str, draft: Draft) -> bool:
    """Whether a lone number in words says where something rose or fell to, or by how much."""
    if text[draft.start - 1 : draft.start] != " " or not _ENDS.match(text, draft.end):
        return False
    return _MOVED.search(text, max(0, draft.start - 56), draft.start) is not None


def _is_proper(text: str, draft: Draft, words: Vocabulary) -> bool:
    """Whether capitals inside a sentence make a name of the number: the Three Gorges; "Part Two leads"."""
    inside = text[max(0, draft.start - 2) : draft.start].strip(" \"“'‘(")
    if draft.noun is None or draft.noun.lower() in words.everyday:
        return False
    if not inside[-1:].isalnum():
        close = text.startswith(draft.noun, draft.end + 1) and draft.noun[0].isupper() and draft.noun[1:].islower()
        return close and not draft.noun.endswith(_PEOPLES) and draft.noun not in words.peoples
    return draft.noun[0].isupper() or word_before(text, draft.start)[0][:1].isupper()


def _one_counts(text: str, draft: Draft) -> bool:
    """Whether "one" counts: "at least one new model", "one charger per 7,800 vehicles"; the noun is then noted."""
    if draft.weak:
        return True
    found = _PER_ONE.match(text, draft.end)
    if found is None and draft.hedge is not None:
        found = _NEW_ONE.match(text, draft.end)
    if found is None or found[1] in ("of", "in", "and", "or"):
        return False
    draft.noun, draft.phrase_end = found[1], found.end(1)
    return True
