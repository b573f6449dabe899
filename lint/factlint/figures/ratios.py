"""Ratios in words: a third, two-thirds, half of, three quarters, nine in ten, one in four."""

from __future__ import annotations

import re

from factlint.figures.draft import Draft
from factlint.figures.measures import read_unit
from factlint.figures.vocabulary import Sort, Vocabulary
from factlint.patterns import compiled

_IN = compiled(
    r" (?:in|out of|in every|out of every|of every) (two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|a hundred|hundred|[0-9]{1,3})\b(?! ?%| (?:years|months|weeks|days|hours|minutes|seconds)|[,.][0-9])",
    re.I,
)
_OUT_OF = compiled(r" (?:(?:out of|out of every|in every|of every) ([0-9]{1,3})|in (10|100))\b(?! ?%|[,.][0-9])")
_ONE_IN = compiled(r" in ([2-9]|[1-9][0-9])\b(?![,.:-]?[0-9]| ?%| (?:years|months|weeks|days|hours|minutes|seconds)\b)")
_DENOMINATOR = compiled(
    r"[ -](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
)
_COUNT = compiled(r"(?<![A-Za-z])(a|an|one|two|three|four|five|six|seven|eight|nine)[ -]\Z", re.I)
_FOLLOWS = compiled(
    r" (?:of|the|its|their|as|that|less|more|fewer|lower|higher|cheaper|faster|slower|smaller|larger)\b|[.,;:)\n]|$"
    r"| (?:in|to|from|by|on|year|compared|last|this|since|soon|after|against|when|for|over|under|and|while)\b"
)
_HALF_OF = compiled(r" (?:of|the|its|their|that|what|these|those|all|his|her|our)\b")
_OF_A_UNIT = compiled(
    r" of an? (?=(?:hour|mile|century|percentage point|percent|per cent|acre|inch|second|tonne|ton|litre|liter|pint|kilometre|kilometer|year)\b)"
)
_OF_A_SCALE = compiled(r" of an? (million|billion|trillion)\b")
_MORE = compiled(r" (?:more|less|fewer|lower|higher|cheaper|faster|slower|smaller|larger|as)\b")
_LEADS = compiled(
    r"\b(?:by|about|nearly|almost|than|around|over|roughly|some|to|at|under|least|in|is|was|were|are|only|just|for|of|and"
    r"|with|sinks?|sank|falls?|fell|drops?|dropped|rises?|rose|jumps?|jumped|los[et]s?|up|down|cut|cuts|slump|slumps|gain|gains|gained|shed|sheds|added|grew|grown|shrank|shrunk|climbed|tumbled|slid|plunged|soared|surged|slipped|loses?"
    r"|gave up|worth|another|costs?|reduced|raised|be|been) \Z",
    re.I,
)


def ratio_word(text: str, draft: Draft, words: Vocabulary, floor: int) -> bool:
    """Whether a fraction word ("half", "third") makes a ratio with what stands around it."""
    start, end = draft.start, draft.end
    word = text[start:end].lower()
    denominator = words.fractions.get(word)
    if denominator is None or text[end : end + 1] == "-":
        return False
    if word == "half":
        if text.startswith(" as ", end):
            draft.kind, draft.mantissa, draft.below = "multiple", 5, 10
            return True
        led = _LEADS.search(text, max(0, start - 14), start) is not None
        if _HALF_OF.match(text, end) or (led and _FOLLOWS.match(text, end)):
            return _ratio(draft, 1, 2)
        return False
    before = _COUNT.search(text, max(floor, start - 6), start)
    if before is None or not _FOLLOWS.match(text, end):
        return False
    article = before[1].lower()
    draft.start = before.start()
    scale = _OF_A_SCALE.match(text, end)
    if scale is not None:
        return _part_of_scale(
            text, draft, 1 if article in ("a", "an") else words.ones[article], denominator, scale, words
        )
    if _part_of_unit(text, draft, 1 if article in ("a", "an") else words.ones[article], denominator, words):
        return True
    if article not in ("a", "an"):
        return _ratio(draft, words.ones[article], denominator)
    led = _LEADS.search(text, max(0, draft.start - 14), draft.start) is not None or _MORE.match(text, end) is not None
    of = text.startswith(" of", end) and not text.startswith(" of the year", end)
    if not (led or of):
        draft.start = start
        return False
    return _ratio(draft, 1, denominator)


def _part_of_scale(
    text: str, draft: Draft, count: int, denominator: int, scale: re.Match[str], words: Vocabulary
) -> bool:
    """As in "a quarter of a million": a number."""
    factor = words.big[scale[1]]
    draft.mantissa, draft.above, draft.below = 100 * count // denominator, factor, 100
    draft.scale, draft.end = factor, scale.end()
    unit = read_unit(text, draft.end, words.units)
    if unit is not None:
        sort, draft.end = unit
        draft.take_unit(Sort("money", "GBP") if sort.unit == "lb" else sort)
    return denominator in (2, 4, 5, 10)


def _part_of_unit(text: str, draft: Draft, count: int, denominator: int, words: Vocabulary) -> bool:
    """As in "three-quarters of an hour" and "a quarter of a percentage point": a measure."""
    of = _OF_A_UNIT.match(text, draft.end)
    found = read_unit(text, of.end() - 1, words.units) if of is not None else None
    if found is None:
        return False
    sort, draft.end = found
    draft.mantissa, draft.above, draft.below = 5 * count, 1, 5 * denominator
    draft.take_unit(sort)
    return True


def ratio_after(text: str, draft: Draft, words: Vocabulary) -> bool:
    """Whether a cardinal begins a ratio: "two-thirds", "nine in ten"."""
    if draft.scale != 1 or draft.below != 1 or draft.mantissa > 99:
        return False
    end = draft.end
    part = _DENOMINATOR.match(text, end)
    if part is not None and (text[end] == "-" or _FOLLOWS.match(text, part.end())):
        below = words.fractions[part[1].lower()]
        if draft.mantissa < below:
            draft.end = part.end()
            scale = _OF_A_SCALE.match(text, draft.end)
            if scale is not None:
                return _part_of_scale(text, draft, draft.mantissa, below, scale, words)
            if _part_of_unit(text, draft, draft.mantissa, below, words):
                return True
            return _ratio(draft, draft.mantissa, below)
    found = _IN.match(text, end)
    if found is None:
        return False
    name = found[1].lower()
    if name.isdigit():
        below = int(name)
    else:
        below = 100 if name.endswith("hundred") else words.ones.get(name) or words.tens[name]
    if draft.mantissa >= below:
        return False
    draft.end = found.end()
    return _ratio(draft, draft.mantissa, below)


def ratio_of_digits(text: str, draft: Draft) -> bool:
    """Whether digits begin a ratio: "4 out of 10", "3 in 10"."""
    if text[draft.end + 1 : draft.end + 2] not in ("o", "i"):
        return False
    found = _OUT_OF.match(text, draft.end) or (_ONE_IN.match(text, draft.end) if draft.mantissa == 1 else None)
    if found is None or draft.below != 1 or draft.prefix:
        return False
    below = int(found[found.lastindex or 1])
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
