"""A line on a long run, when a terminal watches standard error."""

from __future__ import annotations

import time
from typing import Self, TextIO

PAUSE = 0.2
"""Seconds between two updates, and before the first."""


class Progress:
    """Counts articles on one line that is wiped before anything else is printed."""

    def __init__(self, total: int, out: TextIO) -> None:
        self._total = total
        self._out = out
        self._watched = total > 1 and out.isatty()
        self._done = 0
        self._last = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def step(self) -> None:
        """One more article is begun."""
        self._done += 1
        if self._watched and time.monotonic() - self._last >= PAUSE:
            self._out.write(f"\rchecking {self._done:,} of {self._total:,} articles")
            self._out.flush()
            self._last = time.monotonic()
            self._shown = True

    def clear(self) -> None:
        """Wipe the line."""
        if self._shown:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._shown = False
