"""What a number counts: the head of the noun phrase behind it."""

from __future__ import annotations

from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

_WORD = compiled(r"(?:[ \u00a0]{1,2}+|\n(?![ \t]*\n))([\"“'‘]?)([A-Za-z0-9&à-ÿ][A-Za-z0-9&’'®™à-ÿ+/-]*+)")
_GLUED = compiled(r"-([A-Za-z]++)(?![-A-Za-z]*+\.)")
_LONGEST = 7


def counted_noun(text: str, end: int, words: Vocabulary) -> tuple[str | None, int]:
    """The noun that a number ending at ``end`` counts and where it ends; None where it counts nothing.

    Adjectives and names are passed over ("50,000 high-end NEVs", "30 IM L6 data collection vehicles"); another number
    behind a common word ends the search ("28,140 offer 120 kilowatts").
    """
    following = text[end : end + 1]
    if following == "-":
        glued = _GLUED.match(text, end)
        if glued and glued[1] in words.singulars:
            return glued[1], glued.end()
        return None, end
    if following >= "一":
        return _classifier(text, end, words)
    noun: str | None = None
    passed = ""
    noun_end = at = end
    for _ in range(_LONGEST):
        found = _WORD.match(text, at)
        if found is None:
            if at == end and text[end : end + 2] > " 一" and following == " ":
                return _classifier(text, end + 1, words)
            break
        word = found[2]
        if (found[1] and noun) or (word.isdigit() and passed.islower()):
            break
        low = word.lower()
        if low in words.stops and (noun is not None or not _is_adjective(text, low, found.end(), words)):
            break
        if _is_plural(word, low, words):
            noun, noun_end = word, found.end()
        elif noun is not None:
            break
        at, passed = found.end(), word
    if noun is not None and noun[-2:] in ("'s", "’s"):
        return None, end
    return noun, noun_end


def _is_adjective(text: str, word: str, at: int, words: Vocabulary) -> bool:
    """Whether a word that ends most searches is an adjective: "2.9 lakh registered vehicles", not "registered in May"."""
    if word in words.adjectives:
        return True
    if word not in words.participles:
        return False
    found = _WORD.match(text, at)
    return found is not None and found[2].lower() not in words.stops and _is_plural(found[2], found[2].lower(), words)


def _classifier(text: str, end: int, words: Vocabulary) -> tuple[str | None, int]:
    for size in (2, 1):
        word = text[end : end + size]
        if word in words.nouns:
            return word, end + len(word)
    return None, end


def _is_plural(word: str, low: str, words: Vocabulary) -> bool:
    """Whether a word is a plural: listed, or in -s without being a verb or a name."""
    if low in words.nouns or low in words.everyday or (len(low) > 6 and low.endswith(words.noun_endings)):
        return True
    if word[-1:] == "s" and len(word) > 2 and word[:-1].isupper():
        return True
    if not low.endswith("s") or low in words.no_plurals or len(low) < 3:
        return False
    if low.endswith(("ss", "us", "is", "'s", "’s")):
        return False
    if word[0].isupper():
        return word[:-1].isupper() or word[1:].islower()
    return "/" not in word
