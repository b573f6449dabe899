"""Where articles come from: files, folders and standard input."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator

import msgspec

from factlint.article.decode import UnreadableError
from factlint.config import MEGABYTE
from factlint.desk import Desk
from factlint.proof import Edited, unreadable

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json")
STDIN = "-"


class Source(msgspec.Struct, frozen=True):
    """One place to read from: its path as reports show it, or why there is nothing to read."""

    path: str
    stdin: bool = False
    error: tuple[str, str] | None = None
    """Kind and message."""


def sources(paths: Iterable[str], stdin_filename: str, excluded: Callable[[str], bool]) -> list[Source]:
    """Everything that the paths name, each once, sorted by path: the order of the arguments does not matter."""
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources(path, stdin_filename, excluded):
            found.setdefault(source.path, source)
    return [found[path] for path in sorted(found)]


def _sources(path: str, stdin_filename: str, excluded: Callable[[str], bool]) -> Iterator[Source]:
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
    elif not excluded(shown):
        yield Source(shown)


def _articles(folder: str) -> Iterator[str]:
    """The articles below a folder, hidden folders and node_modules left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        for name in files:
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.normpath(os.path.join(parent, name)).replace(os.sep, "/")


def edited(source: Source, desk: Desk, date: dt.date | None, document_id: str | None) -> Edited:
    """Read and check one source. What cannot be read is reported as such."""
    if source.error:
        return unreadable(source.path, *source.error, document_id)
    try:
        data = content(source, desk.config.max_size)
    except OSError as error:
        return unreadable(source.path, "unreadable", f"cannot be read: {error.strerror or error}.", document_id)
    except UnreadableError as error:
        return unreadable(source.path, error.kind, error.message, document_id)
    return desk.edit(data, source.path, date=date, document_id=document_id)


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
