"""What went wrong with the tool or its input, as opposed to what is wrong in an article."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """Something that kept a plug-in, a rule or a setting from being used."""

    kind: str
    """For programs, such as ``plug-in`` or ``rule-failed``."""
    message: str
    """For people."""
    path: str | None = None
    """The file that it concerns, where there is one."""
    code: str | None = None
    """The rule that it concerns, where there is one."""


class SettingsError(Exception):
    """A setting that cannot be used: the message says where, what, and the nearest thing that exists."""


class UnknownRuleError(SettingsError):
    """A code, family or name that no registered rule has."""
