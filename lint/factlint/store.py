"""What takes long to work out, kept for the next run beside the bytecode, or in the user's cache.

A kept file holds a stamp and what was worked out under it, as ``marshal`` writes them. Where nothing may be written, it
is worked out every time.
"""

from __future__ import annotations

import marshal
import os
import sys
from functools import cache
from typing import Any

from factlint.digest import blake2b


def kept(path: str, stamp: Any) -> Any:
    """What was kept in a file under this very stamp; None where there is nothing, or it was cut short."""
    try:
        with open(path, "rb") as file:
            seen, content = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return content if seen == stamp else None


def keep(path: str, stamp: Any, content: Any) -> None:
    """Keep dicts, lists, tuples, strings, bytes, numbers and code, if possible.

    The file is written whole or not at all: other processes may read and write it at the same time.
    """
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(draft, "wb") as file:
            file.write(marshal.dumps((stamp, content)))
        os.replace(draft, path)
    except OSError:
        return


def file_stamp(path: str) -> tuple[int, int, int] | None:
    """What changes when a file does; None where there is none.

    Packages are installed with the times that their builder gave all files, so the time of the change itself counts.
    """
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size


def shelf(folder: str, name: str) -> str:
    """Where a file of this name is kept for a folder of the package."""
    return os.path.join(_shelves(folder), f"{name}.{sys.implementation.cache_tag}.marshal")


@cache
def _shelves(folder: str) -> str:
    """Beside the bytecode; where Python may write none there, the user's own cache."""
    beside = os.path.join(folder, "__pycache__")
    if not sys.dont_write_bytecode and os.access(beside if os.path.isdir(beside) else folder, os.W_OK):
        return beside
    caches = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    return os.path.join(caches, "factlint", blake2b(os.fsencode(folder), digest_size=8).hexdigest())
