"""Quantities that are printed in words, ratios included: five years, two-thirds, nine in ten, twice, the seventh."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft, Page
from factlint.figures.hedges import hedge_around
from factlint.figures.measures import unit_behind
from factlint.figures.multiples import multiple_behind, multiple_word
from factlint.figures.nouns import counted_noun
from factlint.figures.numerals import Numeral, read_cardinal, read_scale_word, read_tens_of
from factlint.figures.quantities import Skipped
from factlint.figures.ranks import rank_word
from factlint.figures.ratios import ratio_after, ratio_word
from factlint.figures.vocabulary import Vocabulary


def candidates(words: Vocabulary) -> str:
    """A pattern of every word that may begin a quantity, folded by its first letters."""
    vocabulary = {
        *words.ones, *words.tens, *words.big, *words.ordinals, *words.fractions, *words.multiples, "tens",
        *(word + "s" for word in words.big),
    }  # fmt: skip
    vocabulary -= {"zero"}
    spellings = vocabulary | {word.capitalize() for word in vocabulary}
    return r"\b" + folded(sorted(spellings)) + r"\b"


def folded(spellings: list[str]) -> str:
    """A pattern that matches any of the words, their common beginnings shared."""
    heads: dict[str, list[str]] = {}
    for spelling in spellings:
        heads.setdefault(spelling[:1], []).append(spelling[1:])
    parts = []
    for head, tails in heads.items():
        if head:
            parts.append(re.escape(head) + (folded(tails) if tails != [""] else ""))
    body = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    if "" in heads:
        return f"(?:{body})?" if parts else ""
    return body


def read_wording(page: Page, start: int, end: int, floor: int) -> Draft | Skipped:
    """The quantity that the number word ``text[start:end]`` begins, or where to go on."""
    text, words = page.text, page.words
    word = text[start:end].lower()
    draft = Draft(start, end, word=True)
    if word in words.multiples:
        if not multiple_word(text, draft, words):
            return Skipped(end)
    elif ratio_word(text, draft, words, floor):
        pass
    elif word in words.ordinals:
        if not rank_word(text, draft, words):
            return Skipped(end)
    else:
        numeral = _numeral(page, start, end, floor)
        if numeral is None:
            return Skipped(end)
        _fill(draft, numeral)
        if not ratio_after(text, draft, words) and not _read_behind(page, draft):
            return Skipped(draft.end)
    draft.hedge, draft.phrase_start, draft.phrase_end = hedge_around(text, draft, words, floor)
    return draft


def _numeral(page: Page, start: int, end: int, floor: int) -> Numeral | None:
    text, words = page.text, page.words
    word = text[start:end].lower()
    if word == "tens":
        return read_tens_of(text, start, end, words)
    if word in words.ones or word in words.tens:
        return read_cardinal(text, start, end, words)
    if word in words.big or word[:-1] in words.big:
        return read_scale_word(text, start, end, words, floor)
    return None


def _fill(draft: Draft, numeral: Numeral) -> None:
    draft.start, draft.end = numeral.start, numeral.end
    draft.mantissa, draft.above, draft.below = numeral.mantissa, numeral.above, numeral.below
    draft.scale, draft.span, draft.number_end = numeral.scale, numeral.span, numeral.end


def _read_behind(page: Page, draft: Draft) -> bool:
    """Unit or noun behind a number in words; False where the word is no quantity ("one of the two")."""
    text, words = page.text, page.words
    if multiple_behind(text, draft.end, draft, words):
        return True
    at = draft.end
    if draft.span is not None and text.startswith(" of ", at):
        at += 3
    found = unit_behind(text, draft.start, at, words, page.conventions, draft.scale > 1)
    if found is not None and len(text[draft.end : found[1]].strip(" -")) > 1 and found[1] <= page.taken.next_start(at, len(text)):
        sort, draft.end = found
        draft.kind, draft.unit = sort.kind, sort.unit
        draft.above *= sort.above
        draft.below *= sort.below
        if draft.span is not None:
            draft.span = draft.span.scaled(1) if sort.above == sort.below else draft.span
        return True
    draft.noun, draft.phrase_end = counted_noun(text, at, words)
    if draft.noun is None:
        return draft.scale > 1 or draft.span is not None
    return draft.mantissa != 1 or draft.scale > 1
