"""What takes long to work out, kept beside the bytecode for the next run.

A kept file holds a stamp and what was worked out under it, as ``marshal`` writes them. Where nothing may be written, or
Python is told to write no bytecode, it is worked out every time.
"""

from __future__ import annotations

import marshal
import os
import sys
from typing import Any


def kept(path: str, stamp: Any) -> Any:
    """What was kept in a file under this very stamp; None where there is nothing, or it was cut short."""
    try:
        with open(path, "rb") as file:
            seen, content = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return content if seen == stamp else None


def keep(path: str, stamp: Any, content: Any) -> None:
    """Keep dicts, lists, tuples, strings, bytes and numbers, if possible.

    The file is written whole or not at all: other processes may read and write it at the same time.
    """
    if sys.dont_write_bytecode:
        return
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(draft, "wb") as file:
            file.write(marshal.dumps((stamp, content)))
        os.replace(draft, path)
    except OSError:
        return


def shelf(folder: str, name: str) -> str:
    """Where a file of this name is kept for a folder of the package."""
    return os.path.join(folder, "__pycache__", f"{name}.{sys.implementation.cache_tag}.marshal")
