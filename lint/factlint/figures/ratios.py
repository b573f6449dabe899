"""Ratios in words: a third, two-thirds, half of, three quarters, nine in ten, one in four."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.vocabulary import Vocabulary

_IN = re.compile(
    r" (?:in|out of|of|in every|out of every|of every) "
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|hundred|a hundred|[0-9]{1,3})\b(?! ?%)", re.I
)  # fmt: skip
_DENOMINATOR = re.compile(r"[ -](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b")
_COUNT = re.compile(r"(?<![A-Za-z])(a|an|one|two|three|four|five|six|seven|eight|nine)[ -]\Z", re.I)
_OF = re.compile(r" (?:of|the|its|their|as|that|less|more|fewer|lower|higher|cheaper|a(?! (?:century|year|dozen|million|day|minute|hour)))\b|[.,;:)\n]|$| (?:in|to|from|by|on|year|compared|last|this|since)\b")
_HALF_OF = re.compile(r" (?:of|the|its|their|that|as|what|these|those|all|his|her|our)\b")
_LEADS = re.compile(
    r"(?:\b(?:by|about|nearly|almost|than|around|over|roughly|some|to|at|under|least|in|is|was|were|are|only|just|for|of)(?: (?:a|one|an))? )\Z", re.I
)  # fmt: skip


def ratio_word(text: str, draft: Draft, words: Vocabulary, floor: int) -> bool:
    """Whether a fraction word ("half", "third") makes a ratio with what stands around it."""
    start, end = draft.start, draft.end
    word = text[start:end].lower()
    denominator = words.fractions.get(word)
    if denominator is None or text[end : end + 1] == "-":
        return False
    if word == "half":
        if _HALF_OF.match(text, end) or (_LEADS.search(text, max(0, start - 14), start) and _OF.match(text, end)):
            return _ratio(draft, 1, 2)
        return False
    before = _COUNT.search(text, max(floor, start - 6), start)
    if before is None or not _OF.match(text, end):
        return False
    article = before[1].lower()
    count = 1 if article in ("a", "an") else words.ones[article]
    if article in ("a", "an") and not text.startswith(" of", end) and not _LEADS.search(text, max(0, start - 14), start):
        return False
    if text.startswith(" of the year", end):
        return False
    draft.start = before.start()
    return _ratio(draft, count, denominator)


def ratio_after(text: str, draft: Draft, words: Vocabulary) -> bool:
    """Whether a cardinal begins a ratio: "two-thirds", "nine in ten"."""
    if draft.scale != 1 or draft.below != 1 or draft.mantissa > 99:
        return False
    part = _DENOMINATOR.match(text, draft.end)
    if part is not None and (text[draft.end] == "-" or _OF.match(text, part.end())):
        name = part[1].lower()
        below = words.fractions.get(name) or words.fractions[name.rstrip("s")]
        if draft.mantissa < below:
            draft.end = part.end()
            return _ratio(draft, draft.mantissa, below)
    found = _IN.match(text, draft.end)
    if found is None:
        return False
    name = found[1].lower()
    if name.isdigit():
        below = int(name)
    elif name.endswith("hundred"):
        below = 100
    else:
        below = words.ones.get(name) or words.tens[name]
    if draft.mantissa >= below:
        return False
    draft.end = found.end()
    return _ratio(draft, draft.mantissa, below)


def _ratio(draft: Draft, count: int, denominator: int) -> bool:
    """Fill in ``count/denominator``: worth a tenth or a hundredth where that is said, else a fifth of the part."""
    draft.kind = "ratio"
    if denominator in (10, 100):
        draft.mantissa, draft.above, draft.below = count, 1, denominator
    else:
        draft.mantissa, draft.above, draft.below = 5 * count, 1, 5 * denominator
    return True
