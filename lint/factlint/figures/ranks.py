"""Ordinals and ranks: the 250,000th car, No. 2, ranked third, the seventh consecutive year."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.vocabulary import Vocabulary

_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")
_NUMBER = re.compile(r"(?:\b[Nn]o\.? ?|\b[Nn]umber |\bNr\. ?|№ ?)\Z")


def rank_of_digits(text: str, start: int, end: int, draft: Draft, words: Vocabulary) -> bool:
    """Whether digits are an ordinal ("6th") or stand behind "No."; the draft then says so."""
    following = text[end : end + 1]
    if following and following in "snrt":
        found = _SUFFIX.match(text, end)
        if found:
            draft.kind, draft.end = "rank", found.end()
            return True
    if start and text[start - 1] in " .r№":
        window = text[max(0, start - 8) : start]
        number = _NUMBER.search(window)
        if number and draft.below == 1:
            draft.kind, draft.start = "rank", start - len(number[0])
            return True
    return False


_CONTEXT = re.compile(
    r"[ -](?:consecutive|straight|successive|largest|biggest|highest|place|position|most|best|spot|in a row|ranked|rank|fastest"
    r"|lowest|smallest|cheapest|worst|generation|year|month|quarter|vehicle|car|unit|plant|store|station|model|time|phase|millionth)\b"
)
_RANKED = re.compile(r"\b(?:ranked|ranks|ranking|rank|came|placed|finished|in|was|is|to|came in|stood) \Z", re.I)


def rank_word(text: str, draft: Draft, words: Vocabulary) -> bool:
    """Whether an ordinal in words is a rank where it stands: "seventh consecutive", "ranked third"."""
    word = text[draft.start : draft.end].lower()
    value = words.ordinals[word]
    if value == 1:
        return False
    if not _CONTEXT.match(text, draft.end) and not _RANKED.search(text, max(0, draft.start - 10), draft.start):
        return False
    draft.kind, draft.mantissa = "rank", value
    return True
