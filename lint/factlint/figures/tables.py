"""The data files of the scanner, read when they are first needed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent.parent / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of ``factlint/data`` by its name."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def phrases(text: str) -> list[str]:
    """The entries of a list that the tables print with commas."""
    return [phrase.strip() for phrase in text.split(",") if phrase.strip()]
