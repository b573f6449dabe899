"""Lines that are no article text: who wrote it and when, whose picture it is, what else the site offers."""

from __future__ import annotations

import re
from itertools import pairwise

from factlint.article.vocabulary import page_words
from factlint.patterns import compiled

_PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg", ".heic", ".tif", ".tiff")
_ADDRESS = compiled(r"(?:https?://|www\.)\S++$", re.I)
_EMAIL = compiled(r"[\w.+-]++@[\w-]++\.\w")
_BRACKETED = compiled(r"[(（\[【]([^()（）]{2,200})[)）\]】]\.?$")
_DATED = compiled(r"(?:updated|published|posted|issued|modified)\b.{0,60}\d", re.I)
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = compiled(r"[^\W_](?:[\w&+]|['’.-](?=\w))*+")
_PRINTED_DATE = compiled(r"\d[-/.年]\d")
_TOKEN = compiled(r"[A-Za-z]++")
_LONGEST_LINE = 200
_LONGEST_FOOT = 700
_CLOSERS = "\"'”’)]»」』）】*_"
_STOPS = ".!?。！？…"


def ends_sentence(text: str) -> bool:
    """Whether it closes with a full stop or the like, quotes and brackets aside."""
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] in _STOPS if bare else text[-1:] in _CLOSERS


def words_of(text: str) -> list[str]:
    """Its words, with inner apostrophes, hyphens and stops."""
    return _WORD.findall(text)


def has_verb(text: str) -> bool:
    """Whether a finite verb stands in it, as far as its form tells: a known one, or a past tense in -ed."""
    known = page_words()
    words = [word.lower() for word in words_of(text) if word != "May"]
    for before, word in pairwise(words):
        if before in known.determiners:
            continue
        if word in known.verbs or word.endswith(("n't", "n’t")):
            return True
        if len(word) > 4 and word.endswith("ed") and "-" not in word and word not in known.not_verbs:
            return True
    return False


def is_metadata(text: str) -> bool:
    """Whether a line tells of the article: source, time, author, editor, picture credit, picture file, address."""
    if len(text) > _LONGEST_LINE:
        return False
    known = page_words()
    if known.metadata.opens(text):
        return len(words_of(text)) <= 25
    if is_file_or_address(text):
        return True
    bracketed = _BRACKETED.match(text)
    if bracketed and (known.metadata.opens(bracketed[1]) or _is_byline(bracketed[1])):
        return True
    return _is_byline(text) or bool(_DATED.match(text)) or is_date_line(text)


def is_file_or_address(text: str) -> bool:
    """Whether a line is the name of a picture file or a web address."""
    return text.lower().endswith(_PICTURE_SUFFIXES) or _ADDRESS.match(text) is not None


def _is_byline(text: str) -> bool:
    """Whether a line is signed, as in "By Ann Lee | May 28, 2026": a preposition, then names; no sentence."""
    known = page_words()
    length = known.byline.opens(text) if len(text) <= 120 else 0
    if length == 0 or text[length : length + 1].isalnum():
        return False
    rest = text[length:].lstrip()
    words = words_of(rest)
    if not words or not words[0][0].isupper() or words[0] in known.openers or words[0].lower() in known.months:
        return False
    named = all(word[0].isupper() for word in words) and len(words) <= 5
    listed = len(words) <= 20 and any(mark in rest for mark in "|,/·0123456789")
    return (named or listed) and not has_verb(rest)


def is_date_line(text: str) -> bool:
    """Whether a line holds little more than a date: "Berlin · 9 September 2025 · 2 min read"."""
    if len(text) > 100 or not _YEAR.search(text) or ends_sentence(text):
        return False
    months = page_words().months
    words = [word.lower() for word in _TOKEN.findall(text)]
    if not any(word in months for word in words) and words:
        return False
    if not words and not _PRINTED_DATE.search(text):
        return False
    other = [w for w in words if w not in months and w not in page_words().date_line and not w.endswith("day")]
    return len(other) <= 3 and not has_verb(text)


def is_foot(text: str) -> bool:
    """Whether a line near the end is the site speaking: rights, contacts, subscriptions, left-over data."""
    if len(text) > _LONGEST_FOOT:
        return is_data(text)
    return bool(page_words().boilerplate.stand_in(text) or _EMAIL.search(text)) or is_data(text)


def is_rights_notice(text: str) -> bool:
    """Whether it reserves rights, wherever it stands."""
    return len(text) <= _LONGEST_FOOT and "all rights reserved" in text.lower()


def is_data(text: str) -> bool:
    """Whether it is left-over JSON."""
    return text.startswith(('[{"', '{"')) and text.endswith(("}]", "}"))


def is_pointer(text: str) -> bool:
    """Whether it opens like a pointer to other articles ("See also", "Recommended Reading")."""
    return page_words().pointers.opens(text) > 0
