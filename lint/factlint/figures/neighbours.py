"""The words that stand right before and right behind a number."""

from __future__ import annotations

from factlint.patterns import compiled

_LONGEST = 24
_BLANKS = " \n\u00a0\t"
_BEHIND = compiled(r"[ \n\u00a0]?-?([A-Za-z]++|[一-鿿])")


def word_before(text: str, start: int) -> tuple[str, int]:
    """The word that a blank parts from position ``start``, and where it starts; empty where there is none."""
    at = start - 1
    if at < 1 or text[at] not in _BLANKS or text[at - 1] in _BLANKS:
        return "", start
    low = at - _LONGEST if at > _LONGEST else 0
    left = text.rfind(" ", low, at)
    word = text[left + 1 if left >= 0 else low : at]
    if not word.isalpha():
        for blank in "\n\u00a0\t":
            _, found, after = word.rpartition(blank)
            if found:
                word, left = after, 0
    if left < 0 and low:
        return "", start
    return word, at - len(word)


def word_behind(text: str, end: int) -> str:
    """The word, or Chinese character, that follows position ``end``, one blank or hyphen allowed; else empty."""
    found = _BEHIND.match(text, end)
    return found[1] if found else ""
