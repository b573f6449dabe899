"""The vocabulary and facts that a newsroom edits, read fast.

What was parsed from a file is kept and used again as long as the file is the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import Any

from factlint.store import file_stamp, keep, kept, shelf

_HERE = os.path.dirname(__file__)


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of this folder by its name. It is shared: nobody changes it."""
    found: dict[str, Any] = prepared(name, (name,), _toml)
    return found


def rows(name: str) -> list[list[str]]:
    """The lines of a CSV file of this folder below its first."""
    import csv

    with open(path_of(name), encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


def path_of(name: str) -> str:
    """Where a file of this folder lies."""
    return os.path.join(_HERE, name)


def phrases(text: str) -> list[str]:
    """The entries of a list that the tables print with commas."""
    return [phrase.strip() for phrase in text.split(",") if phrase.strip()]


def prepared(name: str, sources: tuple[str, ...], build: Callable[..., Any]) -> Any:
    """What ``build(*sources)`` makes of files of this folder: dicts, lists, tuples, frozen sets, strings and numbers.

    It is built anew where one of the files has changed, or the module that builds it.
    """
    stamp = [file_stamp(path) for path in (*map(path_of, sources), build.__code__.co_filename)]
    place = shelf(_HERE, name)
    built = kept(place, stamp)
    if built is None:
        built = build(*sources)
        keep(place, stamp, built)
    return built


def _toml(name: str) -> dict[str, Any]:
    import tomllib

    with open(path_of(name), "rb") as file:
        return tomllib.load(file)
