"""What a rule reports: facts about a contradiction; the wording is rendered from them."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How certain the fault is, in rising order of weight."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        return ("suggestion", "warning", "error").index(self.value)


class Place(msgspec.Struct, frozen=True):
    """A span of the article's clean text with what stands there, and why an editor should look."""

    start: int
    end: int
    quote: str
    note: str = ""


class Fix(msgspec.Struct, frozen=True):
    """A replacement for the finding's span; ``safe`` only for typography."""

    replacement: str
    safe: bool = False


class Finding(msgspec.Struct, frozen=True):
    """One contradiction at one place.

    ``stated`` is what the text prints, ``expected`` what follows from the other figures, ``formula`` the
    arithmetic in words, ``readings`` the readings that were tried, ``repair`` what would make it true.
    """

    code: str
    rule: str
    severity: Severity
    place: Place
    message: str
    because: tuple[Place, ...] = ()
    stated: str = ""
    expected: str = ""
    formula: str = ""
    readings: tuple[str, ...] = ()
    repair: str = ""
    fix: Fix | None = None
    outside: tuple[int, int] | None = None
    """The span of the source that is meant, where it prints nothing (a comment); ``place`` is then what follows it."""
