"""What an editor has set aside: a rule, where, and why."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from factlint.patterns import compiled

Effect = Literal["used", "unused", "idle", "unknown"]

_REASON = compiled(r"(?:^|\s)(?:--|[–—])(?:\s|$)")
_WORD = compiled(r"[A-Za-z][\w-]{0,80}+$")


class Suppression(msgspec.Struct, frozen=True):
    """One rule or family set aside in one place. Offsets count the source."""

    word: str
    """The code, family, name or ``all``, as written; empty when there is none."""
    reason: str
    start: int
    end: int
    """Findings that begin from ``start`` up to ``end`` are set aside."""
    written: tuple[int, int]
    """Where an editor should look: the comment, the entry, or the line that it is about."""
    at: int
    """Where that is in the clean text."""
    origin: str
    """For people: ``the comment``, ``the front matter``, ``story.txt.factlint:3``."""
    fault: str = ""
    """Why it cannot be understood; empty when it can."""
    effect: Effect = "unused"
    """Whether it set a finding aside; ``idle`` when its rules did not run, ``unknown`` when there are none."""


class Said(msgspec.Struct, frozen=True):
    """What a suppression says: ``PCT001, SUM002 -- the maker counts vans too``."""

    words: tuple[str, ...]
    reason: str
    fault: str = ""


def said(text: str) -> Said:
    """Read rules and reason."""
    found = _REASON.search(text)
    before, reason = (text[: found.start()], text[found.end() :]) if found else (text, "")
    words = tuple(dict.fromkeys(word for word in re.split(r"[\s,]+", before) if word))
    odd = next((word for word in words if not _WORD.match(word)), None)
    reason = " ".join(reason.split())
    if odd is not None:
        return Said((), reason, f"{odd[:80]!r} is no code, family or name of a rule; a reason follows after --")
    return Said(words, reason, "" if words else "it names no rule")
