"""Ordinals and ranks: the 250,000th car, No. 2, ranked third, the seventh consecutive year, the four-millionth."""

from __future__ import annotations

from factlint.figures.draft import Draft
from factlint.figures.neighbours import word_before
from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

_SUFFIX = compiled(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")
_NUMBERS = frozenset(("No.", "no.", "No", "number", "Number", "Nr.", "№", "NO."))
_ALLEY = compiled(r", (?:[A-Z][\w'’-]*+ ){0,3}(?:Lane|Alley|Road|Street|Avenue|Sector|Block|Building)\b")
"""Behind the number of a house."""
_LOWEST = 30
"""Behind "No." a larger number is that of a house, a rule or a race car, unless a word says that it is a rank."""
_RANKING = frozenset(
    [
        "rank",
        "ranks",
        "ranked",
        "ranking",
        "placed",
        "finished",
        "is",
        "was",
        "the",
        "world's",
        "country's",
    ]
)
_CAPITALS = compiled(r"(?: [A-Z][A-Za-z]*+){1,4}+")
_TOP = 3
_PLACES = frozenset(
    (
        "to",
        "from",
        "at",
        "as",
        "a",
        "an",
        "up",
        "down",
        "became",
        "become",
        "seed",
        "seeded",
        "remains",
        "country's",
        "currently",
        "only",
    )
)
_RANKED = compiled(r" (?!was|were|is|are|has|had|will|who|which|that|and|or|but|in|on|at|for|of|from|to)[a-z]{3,}")
"""Behind the rank of a thing: "the No. 4 carmaker"; "the No. 8 was disqualified" is a number on a car."""
_HOLDERS = frozenset(
    (
        "World",
        "The",
        "A",
        "As",
        "At",
        "Is",
        "The",
        "Ranked",
        "US",
        "UK",
        "U.S.",
        "His",
        "Her",
        "Its",
        "Our",
        "My",
        "And",
    )
)
_DEMONYM = ("an", "ese", "ish", "ch")
_WORN = compiled(
    r" (?:shirts?|jerseys?|cars?|bus(?:es)?|trams?|trains?|lines?|bibs?|vests?|bike|entry|dish|seat|plates?)\b"
)
_WORN_BY = frozenset(
    (
        "car",
        "bus",
        "tram",
        "shirt",
        "jersey",
        "phone",
        "route",
        "line",
        "platform",
        "gate",
        "house",
        "room",
        "flat",
        "bike",
    )
)
_MILLIONTH = compiled(r"[ -](hundred|thousand|million|billion|lakh|crore)th\b")
_AT_FIRST = compiled(r" [a-z]{2,}(?:ed|wn|en|un|ught|ade|old|id|et|ame|ook)\b")
_SUBJECTS = frozenset(
    (
        "was",
        "were",
        "is",
        "are",
        "been",
        "be",
        "being",
        "had",
        "has",
        "have",
        "who",
        "which",
        "that",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "when",
        "since",
        "company",
        "and",
        "as",
        "not",
    )
)
"""Before a "first" that only says when: "it was first opened in 1932", "since he first came"."""
_TENS = compiled(r"(?<![A-Za-z])([A-Za-z]{5,7})[- ]\Z")
_A_SECOND = compiled(
    r"(?:[.,;:)\n]|$| (?:or|and|for|when|while|at|in|of|to|from|as|than|with|by|on|is|was|if|later|before|after|ago|earlier)\b)"
)
"""Behind the second that is a span of time: "tonnes of fuel a second"."""
_MOST = compiled(
    r"-(?:[a-z]+est|best|worst|most|least|placed|ranked|seeded|choice|place|richest|[a-z]*highest)\b|-[0-9]"
)
_NO_RANK = compiled(
    r"[ -](?:one|ones|hand|party|class|degree|thought|nature|glance|place of|to none)\b|s\b|,? (?:of all|and foremost)\b"
)


def rank_of_digits(text: str, draft: Draft, words: Vocabulary, before: str, at: int) -> bool:
    """Whether digits are an ordinal ("6th", "10-millionth") or stand behind "No."; the draft then says so.

    ``before`` is the word before them, which starts at ``at``.
    """
    start, end = draft.start, draft.end
    following = text[end : end + 1]
    if following and following in "snrt":
        found = _SUFFIX.match(text, end)
        if found and names_a_body(text, found.end(), words):
            return False
        if found:
            draft.kind, draft.end = "rank", found.end()
            return True
    if following and following in " -" and text[end + 1 : end + 2] in "htmblc" and millionth(text, draft):
        return True
    if not before and start > 2 and text[start - 1] in ".o№":
        at = start - (1 if text[start - 1] == "№" else 3 if text[start - 1] == "." else 2)
        before = text[at:start]
    if before not in _NUMBERS or draft.below != 1 or (before in ("number", "Number") and draft.mantissa > 20):
        return False
    holder = word_before(text, at)[0]
    if holder.isdecimal() or (following == "-" and text[end + 1 : end + 2].isalnum()):
        return False
    if holder[:1].isupper() and holder.isalpha() and holder not in _HOLDERS and not holder.endswith(_DEMONYM):
        return False
    if before in ("number", "Number") and (_WORN.match(text, end) or holder in _WORN_BY):
        return False
    if _ALLEY.match(text, end) or holder.lower() in words.labels or not _ranks(text, draft, holder.lower()):
        return False
    draft.kind, draft.start = "rank", at
    return True


def _ranks(text: str, draft: Draft, holder: str) -> bool:
    """Whether what stands around "No. 12" says that it is a rank: the lower it is, the more must be said."""
    if draft.mantissa <= _TOP or (holder in _RANKING and holder != "the"):
        return True
    if holder == "the":
        return draft.mantissa <= _LOWEST and _RANKED.match(text, draft.end) is not None
    return draft.mantissa <= _LOWEST and holder in _PLACES


def names_a_body(text: str, end: int, words: Vocabulary) -> bool:
    """Whether an ordinal that ends at ``end`` is a part of a name: the 9th Circuit, the 101st Airborne Division."""
    if not text[end + 1 : end + 2].isupper():
        return False
    found = _CAPITALS.match(text, end)
    return found is not None and any(word in words.bodies for word in found[0].split())


def millionth(text: str, draft: Draft) -> bool:
    """Whether a scale makes the number an ordinal: "15 lakhth", "four-millionth"."""
    found = _MILLIONTH.match(text, draft.end)
    if found is None:
        return False
    draft.take_scale(
        {"hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9}[found[1]]
    )
    draft.kind, draft.end = "rank", found.end()
    return True


def rank_word(text: str, draft: Draft, words: Vocabulary) -> bool:
    """Whether an ordinal in words is a rank where it stands: not "second-hand", "at first", "the Fourth Ring Road"."""
    if draft.end - draft.start == 6:
        leading = text[max(0, draft.start - 5) : draft.start].lower()
        if leading.endswith(("each ", "very ", "per ", "split ", "of a ")):
            return False
        if leading.endswith(" a ") and _A_SECOND.match(text, draft.end):
            return False
    if (
        (text[draft.end : draft.end + 1] == "-" and not _MOST.match(text, draft.end))
        or _NO_RANK.match(text, draft.end)
        or text[max(0, draft.start - 3) : draft.start].lower() == "at "
    ):
        return False
    if (
        draft.end - draft.start == 5
        and _AT_FIRST.match(text, draft.end)
        and word_before(text, draft.start)[0].lower() in _SUBJECTS
    ):
        return False
    following = text[draft.end + 1 : draft.end + 2]
    if text[draft.start].isupper() and following.isupper() and text[draft.end : draft.end + 1] == " ":
        return False
    value = words.ordinals[text[draft.start : draft.end].lower()]
    tens = _TENS.search(text, max(0, draft.start - 8), draft.start) if value < 10 else None
    if tens is not None and tens[1].lower() in words.tens:
        value += words.tens[tens[1].lower()]
        draft.start = tens.start()
    draft.kind, draft.mantissa = "rank", value
    return True
