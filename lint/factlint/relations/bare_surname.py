"""Surnames that stand alone, as that of a person does who was named in full before."""

from __future__ import annotations

import re

from factlint.claims.bind import Bound
from factlint.relations.capitalised import Mention
from factlint.relations.spelling import naming

_SHORTEST = 6
_HEADS = (
    "for",
    "from",
    "by",
    "with",
    "to",
    "and",
    "says",
    "said",
    "told",
    "asked",
    "whom",
    "as",
    "that",
    "if",
    "when",
    "because",
)


def bare(bound: Bound, full: Mention, mention: Mention) -> bool:
    """Whether a word of the story stands as a surname does whose bearer was named before: ``For Hollmann it is``.

    It opens its sentence with a verb behind it, or has a word in front that leads to a person.
    """
    text = bound.article.text
    if len(mention.key) < _SHORTEST or mention.start < full.end or lower_too(bound, mention):
        return False
    if text[mention.end : mention.end + 1] not in (" ", ",", ".", "'", "’", '"', "”"):
        return False
    tail = text[mention.end : mention.end + 12].split()
    if mention.opens:
        return bool(tail) and text[mention.end] == " " and tail[0] in naming().acting
    head = text[max(0, mention.start - 9) : mention.start].lower().split()
    return bool(head) and head[-1] in _HEADS


def lower_too(bound: Bound, mention: Mention) -> bool:
    """Whether the text writes the word in lower case as well: then it is a word and no name."""
    return re.search(rf"\b{re.escape(mention.word.lower())}\b", bound.article.text) is not None
