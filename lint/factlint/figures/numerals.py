"""Numbers in words: three million, a dozen, half a million, two and a half, hundreds of millions, 三百万."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.figures.interval import Interval
from factlint.figures.vocabulary import Vocabulary
from factlint.patterns import compiled

_NEXT = compiled(r"(?:[ \u00a0-]|\n(?![ \t]*\n))([A-Za-z]++)")
_AND = compiled(r"(?: and |[ -]and[ -])([A-Za-z]++)")
_AND_FRACTION = compiled(r"[ -]and[ -](?:a|one)[ -](half|quarter|third)\b|[ -]and[ -](three)[ -]quarters\b")
_OF_SCALES = compiled(r" of (hundreds|thousands|lakhs|millions|crores|billions|trillions)\b", re.I)
_ARTICLE = compiled(r"(?<![A-Za-z])((?:a |an )?(?:several|few|couple of|couple)|half[ -]an?|an?|half)[ -]\Z", re.I)
_WHICH = compiled(r"(?<![A-Za-z])(?:first|next|last|second|third|another|the|per|every|its|each)[ -]\Z", re.I)


class Numeral(NamedTuple):
    """A number in words: ``mantissa`` steps of ``above/below``, or an order of magnitude ``span``."""

    start: int
    end: int
    mantissa: int
    above: int = 1
    below: int = 1
    scale: int = 1
    span: Interval | None = None


def read_cardinal(text: str, start: int, end: int, words: Vocabulary) -> Numeral | None:
    """The cardinal that begins with the number word ``text[start:end]`` (one to ninety)."""
    total, group, last = 0, 0, ""
    at = end
    word = text[start:end].lower()
    scale = 1
    while True:
        if word in words.tens:
            if group % 100:
                break
            group += words.tens[word]
            last = "ten"
        elif word in words.ones:
            value = words.ones[word]
            if group % 10 or (group % 100 and (value > 9 or last != "ten")) or last == "one":
                break
            group += value
            last = "one"
        elif word == "hundred" and 0 < group < 100:
            group *= 100
            last = "hundred"
        elif word == "dozen" and 0 < group < 100:
            group *= 12
            last = "one"
        elif word in words.big and word not in ("hundred", "dozen") and group:
            scale = words.big[word]
            total = total * scale if total and total < scale else total
            total += group * scale
            group, last = 0, "scale"
        else:
            break
        accepted = (total, group, at, scale)
        half = _AND_FRACTION.match(text, at)
        if half is not None:
            return _with_fraction(text, start, total + group, half, words)
        found = _NEXT.match(text, at)
        if found is None:
            break
        word = found[1].lower()
        if word == "and" and last in ("hundred", "scale"):
            found = _AND.match(text, at)
            if found is None:
                break
            word = found[1].lower()
            if word not in words.tens and word not in words.ones:
                break
        at = found.end()
    total, group, at, scale = accepted
    value = total + group
    if group or scale == 1:
        return Numeral(start, at, value, 1, 1, 1 if not total else scale)
    return Numeral(start, at, value // scale, scale, 1, scale)


def _with_fraction(text: str, start: int, whole: int, half: re.Match[str], words: Vocabulary) -> Numeral:
    """As in "two and a half million": the fraction, and the scale behind it."""
    below = 4 if half[2] else words.fractions[half[1]]
    above = 3 if half[2] else 1
    mantissa = whole * below + above
    found = _NEXT.match(text, half.end())
    scale = words.big.get(found[1].lower(), 1) if found else 1
    end = found.end() if found and scale > 1 else half.end()
    if below == 2:
        mantissa, below = mantissa * 5, 10
    elif below == 4:
        mantissa, below = mantissa * 25, 100
    return Numeral(start, end, mantissa, scale, below, scale)


def read_scale_word(text: str, start: int, end: int, words: Vocabulary, floor: int) -> Numeral | None:
    """The number that a scale word makes: a dozen, half a million, several hundred, tens of thousands."""
    word = text[start:end].lower()
    if word.endswith("s"):
        return _magnitude(text, start, end, words.big[word[:-1]], words)
    factor = words.big[word]
    found = _NEXT.match(text, end)
    behind = words.big.get(found[1].lower()) if found else None
    if behind and found and factor < behind:
        factor, end = factor * behind, found.end()
    before = _ARTICLE.search(text, max(floor, start - 16), start)
    if before is None:
        which = _WHICH.search(text, max(floor, start - 10), start)
        if factor < 1000 or (which is None and text[end : end + 1] != "-"):
            return None
        return Numeral(start, end, 1, factor, 1, factor)
    article = before[1].lower()
    if article.startswith("half"):
        return Numeral(before.start(), end, 5, max(factor // 10, 1), 1 if factor >= 10 else 10, factor)
    if article in ("a", "an"):
        if word in ("hundred", "dozen"):
            more = _AND.match(text, end) if word == "hundred" and factor == 100 else None
            rest = read_cardinal(text, more.start(1), more.end(1), words) if more and _counts(more[1], words) else None
            if rest is not None and rest.mantissa < 100 and rest.above == 1:
                return Numeral(before.start(), rest.end, factor + rest.mantissa)
            return Numeral(before.start(), end, factor)
        return Numeral(before.start(), end, 1, factor, 1, factor)
    low = 2 * factor
    if "couple" in article:
        return Numeral(before.start(), end, 2, factor, 1, factor)
    return Numeral(before.start(), end, 0, span=Interval.point(low).hull(Interval.point(10 * factor)), scale=factor)


def _counts(word: str, words: Vocabulary) -> bool:
    return word.lower() in words.ones or word.lower() in words.tens


def _magnitude(text: str, start: int, end: int, factor: int, words: Vocabulary) -> Numeral | None:
    """Hundreds, tens of thousands, hundreds of millions: from one of them up to the next order."""
    top = 10 if factor != 1_000 else 1000
    found = _OF_SCALES.match(text, end)
    if found is not None:
        factor *= words.big[found[1].lower()[:-1]]
        end, top = found.end(), 10
    elif factor > 1000:
        top = 1000
    return Numeral(start, end, 0, scale=factor, span=_span(factor, top))


def read_tens_of(text: str, start: int, end: int, words: Vocabulary) -> Numeral | None:
    """As in "tens of thousands"."""
    found = _OF_SCALES.match(text, end)
    if found is None:
        return None
    factor = 10 * words.big[found[1].lower()[:-1]]
    return Numeral(start, found.end(), 0, scale=factor, span=_span(factor, 10))


def _span(factor: int, top: int) -> Interval:
    low, high = Interval.point(factor), Interval.point(factor * top)
    return Interval(low.low, high.high, True, False)
