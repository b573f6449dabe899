"""Path patterns of the configuration: ``*`` within a folder, ``**`` across folders, a bare name at any depth."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether a relative path with forward slashes, or a folder that it lies in, fits a pattern.

    ``wire/*.txt`` fits files of that folder, ``wire/**`` or ``wire/`` everything below it, and ``*.html``,
    having no slash, files at any depth. A leading slash ties a bare name to the top folder.
    """
    parts = tuple(path.split("/"))
    wanted = tuple(part for part in pattern.strip("/").split("/") if part)
    if not wanted:
        return False
    if "/" not in pattern.rstrip("/"):
        wanted = ("**", *wanted)
    return any(_fits(parts[:length], wanted) for length in range(1, len(parts) + 1))


def _fits(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the parts fit the wanted parts exactly; each row knows how many parts the pattern so far may cover."""
    reached = {0}
    for pattern in wanted:
        if pattern == "**":
            reached = set(range(min(reached), len(parts) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], pattern)}
    return len(parts) in reached


def below(root: str, path: str) -> str:
    """A path as patterns see it: with forward slashes, counted from ``root`` where there is one."""
    if root:
        path = os.path.relpath(os.path.abspath(path), root)
    return path.replace(os.sep, "/")
