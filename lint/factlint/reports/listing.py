"""A JSON text that is written item by item between a beginning and an end."""

from __future__ import annotations

from typing import BinaryIO


class Listing:
    """The items of a JSON array, a line each, with commas between them."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._empty = True

    def add(self, item: bytes) -> None:
        """Write one encoded item."""
        self._out.write(b"\n" + item if self._empty else b",\n" + item)
        self._empty = False
