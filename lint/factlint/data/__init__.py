"""The vocabulary and facts that a newsroom edits, read fast.

What was parsed from a file is kept beside the bytecode of the package (``data/__pycache__/NAME.TAG.marshal``) and used
again as long as the file's time and size are the same. Where nothing may be written, the file is parsed every time.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

_HERE = os.path.dirname(__file__)
_KEPT = os.path.join(_HERE, "__pycache__")


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of this folder by its name. It is shared: nobody changes it."""
    found: dict[str, Any] = kept(name, (name,), _toml)
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


def kept(name: str, sources: tuple[str, ...], build: Callable[..., Any]) -> Any:
    """What ``build(*sources)`` makes of files of this folder: dicts, lists, tuples, strings, numbers and nothing else.

    Taken from the cache ``name`` where the files are as they were, and put there otherwise.
    """
    stamps = [_stamp(path_of(source)) for source in sources]
    cached = os.path.join(_KEPT, f"{name}.{sys.implementation.cache_tag}.marshal")
    try:
        with open(cached, "rb") as file:
            seen, built = marshal.loads(file.read())
        if seen == stamps:
            return built
    except (OSError, ValueError, EOFError, TypeError):
        pass  # not there yet, or cut short: it is written anew
    built = build(*sources)
    if not sys.dont_write_bytecode:
        _keep(cached, marshal.dumps((stamps, built)))
    return built


def _stamp(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size


def _keep(path: str, content: bytes) -> None:
    """Write a whole file or none: other processes may read and write it at the same time."""
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(_KEPT, exist_ok=True)
        with open(draft, "wb") as file:
            file.write(content)
        os.replace(draft, path)
    except OSError:
        return


def _toml(name: str) -> dict[str, Any]:
    import tomllib

    with open(path_of(name), "rb") as file:
        return tomllib.load(file)
