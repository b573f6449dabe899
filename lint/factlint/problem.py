"""What went wrong with the tool or its input, as opposed to what is wrong in an article."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """Something that kept a file, a rule or a setting from being used.

    ``kind`` is for programs (``missing``, ``encoding``, ``plug-in``, ``rule-failed`` ...), ``message`` for people.
    ``path`` names the file and ``code`` the rule that it concerns, where there is one.
    """

    kind: str
    message: str
    path: str | None = None
    code: str | None = None


class SettingsError(Exception):
    """A setting that cannot be used: the message says where, what, and the nearest thing that exists."""


class UnknownRuleError(SettingsError):
    """A code, family or name that no registered rule has."""
