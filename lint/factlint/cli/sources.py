"""Where articles come from: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator

import msgspec

from factlint import accepted, baseline
from factlint.article.decode import UnreadableError
from factlint.config import MEGABYTE
from factlint.repository import ignored_below

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json")
STDIN = "-"
_OWN = frozenset({accepted.FILE, baseline.FILE})
"""Files of ours that have the suffix of an article."""

Excluded = Callable[[str], bool]


class Source(msgspec.Struct, frozen=True):
    """One place to read from: its path as reports show it, or why there is nothing to read."""

    path: str
    stdin: bool = False
    error: tuple[str, str] | None = None
    """Kind and message."""


def sources(paths: Iterable[str], stdin_filename: str, excluded: Excluded) -> list[Source]:
    """Everything that the paths name, each once, sorted by path: the order of the arguments does not matter."""
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources(path, stdin_filename, excluded):
            found.setdefault(source.path, source)
    return [found[path] for path in sorted(found)]


def _sources(path: str, stdin_filename: str, excluded: Excluded) -> Iterator[Source]:
    if path == STDIN:
        yield Source(stdin_filename, stdin=True)
        return
    shown = os.path.normpath(path).replace(os.sep, "/")
    if os.path.isdir(path):
        articles = [article for article in _articles(path) if not excluded(article)]
        yield from map(Source, articles)
        if not articles:
            known = ", ".join(SUFFIXES)
            yield Source(shown, error=("no-articles", f"the folder holds no article ({known})."))
    elif not os.path.exists(path):
        yield Source(shown, error=("missing", "there is no such file or folder."))
    elif os.path.basename(path) not in _OWN and not excluded(shown):
        yield Source(shown)


def _articles(folder: str) -> Iterator[str]:
    """The articles below a folder, without what git ignores, hidden folders and node_modules."""
    ignored = ignored_below(folder)
    for parent, folders, files in os.walk(folder):
        place = os.path.abspath(parent) if ignored else ""
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and name != "node_modules" and os.path.join(place, name) not in ignored
        ]
        for name in files:
            if (
                name.lower().endswith(SUFFIXES)
                and not name.startswith(".")
                and name not in _OWN
                and os.path.join(place, name) not in ignored
            ):
                yield os.path.normpath(os.path.join(parent, name)).replace(os.sep, "/")


def size_of(source: Source) -> int:
    """The bytes of a file; 0 for what has none."""
    try:
        return 0 if source.stdin or source.error else os.stat(source.path).st_size
    except OSError:
        return 0


def content(source: Source, most: int) -> bytes:
    """The bytes of a source. Raises OSError, and UnreadableError when there are more than ``most``."""
    if source.stdin:
        data = sys.stdin.buffer.read(most + 1)
    else:
        with open(source.path, "rb") as file:
            data = file.read(most + 1)
    if len(data) > most:
        raise UnreadableError("too-large", f"is larger than {most / MEGABYTE:g} MB; --max-size raises the limit.")
    return data
