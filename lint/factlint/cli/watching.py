"""``factlint check --watch``: checks again whenever an article, its sidecar or a setting changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence

from factlint.accepted import FILE
from factlint.cli.ending import say
from factlint.cli.sources import Source
from factlint.problem import SettingsError
from factlint.sidecar import SUFFIX

PAUSE = 0.5
"""Seconds between two looks at the files."""

_CLEAR = "\x1b[2J\x1b[H"
_SETTINGS = ("factlint.toml", "pyproject.toml", FILE)

Seen = dict[str, tuple[int, int]]
"""Time and size of every file that matters."""


def watch(find: Callable[[], Sequence[Source]], check: Callable[[Sequence[Source]], object]) -> None:
    """Check now and after every change, until interrupted; a mistake in a setting is told, and the next change tried.

    Raises SettingsError when there is one from the start.
    """
    found = find()
    while True:
        seen = _seen(found)
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        try:
            found = find()
            check(found)
        except SettingsError as error:
            say(str(error))
        sys.stdout.flush()
        while _seen(_present(find, found)) == seen:
            time.sleep(PAUSE)
        found = _present(find, found)


def _present(find: Callable[[], Sequence[Source]], before: Sequence[Source]) -> Sequence[Source]:
    """The articles that are there now; those before while a setting is wrong."""
    try:
        return find()
    except SettingsError:
        return before


def _seen(found: Sequence[Source]) -> Seen:
    folders = {os.path.dirname(os.path.abspath(source.path)) for source in found}
    above = {parent for folder in folders for parent in _upwards(folder)}
    paths = [
        *(source.path for source in found),
        *(source.path + SUFFIX for source in found),
        *(os.path.join(folder, name) for folder in above for name in _SETTINGS),
    ]
    return {path: state for path in paths if (state := _state(path)) is not None}


def _upwards(folder: str) -> list[str]:
    folders = [folder]
    while os.path.dirname(folders[-1]) != folders[-1]:
        folders.append(os.path.dirname(folders[-1]))
    return folders


def _state(path: str) -> tuple[int, int] | None:
    try:
        about = os.stat(path)
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size
