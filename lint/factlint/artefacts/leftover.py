"""A stretch of the clean text that was not meant for readers, and the joining of such stretches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from factlint.data import table


class Leftover(msgspec.Struct, frozen=True, order=True):
    """``text[start:end]`` is a leftover of the ``sort`` given; ``sure`` when it can be nothing else."""

    start: int
    end: int
    sort: str
    sure: bool = True


def vocabulary(section: str) -> dict[str, Any]:
    """A section of data/artefacts.toml."""
    words: dict[str, Any] = table("artefacts.toml")[section]
    return words


@cache
def any_of(section: str, key: str) -> str:
    """A pattern for the entries of a list of data/artefacts.toml, longest first."""
    entries = vocabulary(section)[key]
    if isinstance(entries, str):
        entries = entries.split()
    return "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))


def without_overlaps(found: Iterable[Leftover]) -> tuple[Leftover, ...]:
    """In order of the text; of two that overlap the one that starts first, and of these the longer."""
    kept: list[Leftover] = []
    for leftover in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or leftover.start >= kept[-1].end:
            kept.append(leftover)
    return tuple(kept)


_OPENING, _CLOSING = "\"'“”„‘’«「`", "\"'“”’»」`"


def is_quotation(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand directly around a stretch: then the text speaks of the mark itself."""
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] != "" and text[end] in _CLOSING
