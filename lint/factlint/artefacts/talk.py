"""Sentences in which a text generator speaks to who asked it, not to readers."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.artefacts.leftover import Leftover, vocabulary, without_overlaps


def talk(text: str) -> tuple[Leftover, ...]:
    """Every such phrase outside quotation marks, in order."""
    level = text.lower().replace("’", "'")
    if len(level) != len(text):  # letters whose small form is longer (İ) would shift every place
        level = text.replace("’", "'")
    return without_overlaps(_all(level))


def _all(text: str) -> Iterator[Leftover]:
    for phrase in vocabulary("talk")["openings"]:
        at = text.find(phrase)
        while at >= 0:
            before = text[at - 1 : at] if at else ""
            if not before.isalnum() and before not in ('"', "“", "‘", "'"):
                yield Leftover(at, at + len(phrase), "generator")
            at = text.find(phrase, at + len(phrase))
