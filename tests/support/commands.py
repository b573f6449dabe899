"""What the tests of commands share: what a command gave back, and sentences with and without a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

WRONG = "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%."
ALSO = "Of 20 million cars built, 5 million were exported, or 31.0%."
RIGHT = "Of 31.1 million cars sold, 15 million were NEVs, or 48.2%."


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def commit(git: Callable[..., str], message: str = "Edit") -> None:
    """Commit everything."""
    git("add", "-A")
    git("commit", "-qm", message)
