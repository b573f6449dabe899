"""What git knows of the articles: the top of their repository, and what it ignores."""

from __future__ import annotations

import os
from collections.abc import Sequence

from factlint.problem import SettingsError


def top_of(folder: str) -> str | None:
    """The top of the repository that a folder lies in."""
    folder = os.path.abspath(folder)
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def ignored_below(folder: str) -> frozenset[str]:
    """The files and whole folders below a folder that git ignores, as absolute paths.

    Empty where there is no repository, or no git to ask.
    """
    if top_of(folder) is None:
        return frozenset()
    try:
        listed = git(folder, "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")
    except SettingsError:
        return frozenset()
    base = os.path.abspath(folder)
    return frozenset(os.path.join(base, path.rstrip("/")) for path in listed.split("\0") if path)


def git(folder: str, *arguments: str) -> str:
    """What git prints. Raises SettingsError with what it complains of."""
    import subprocess

    command: Sequence[str] = ("git", "--no-optional-locks", *arguments)
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise SettingsError(f"git cannot be run: {error.strerror}.") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise SettingsError(f"{folder}: git {arguments[0]}: {said[-1] if said else 'failed'}")
    return os.fsdecode(done.stdout)
