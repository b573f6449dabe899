"""Finds the rule plug-ins that are installed: entry points of the group ``factlint.rules``.

``importlib.metadata.entry_points`` parses every installed distribution (16 ms and more); reading only the
``entry_points.txt`` files that name the group takes about one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

import msgspec

GROUP = "factlint.rules"
_HEADER = f"[{GROUP}]"


class Plugin(msgspec.Struct, frozen=True, order=True):
    """One entry point: ``name = target`` as declared by a distribution."""

    distribution: str
    name: str
    target: str
    """``module:attribute``."""

    def __str__(self) -> str:
        return f"{self.distribution} ({self.name} = {self.target})"


def plugins(path: Iterable[str] | None = None) -> tuple[Plugin, ...]:
    """The plug-ins on the import path, factlint's own first, then by distribution and name.

    Of a distribution that stands on the path twice the first counts, as in an import.
    """
    seen: set[str] = set()
    found: list[Plugin] = []
    for folder in sys.path if path is None else path:
        for distribution, declared in _declarations(folder or os.curdir):
            if distribution not in seen:
                seen.add(distribution)
                found += _parse(distribution, declared)
    return tuple(sorted(found, key=lambda plugin: (plugin.distribution != "factlint", plugin)))


def _declarations(folder: str) -> Iterator[tuple[str, str]]:
    """The distributions of one folder that declare rules, with their entry points file."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not entry.name.endswith((".dist-info", ".egg-info")):
            continue
        try:
            with open(os.path.join(entry.path, "entry_points.txt"), encoding="utf-8") as file:
                declared = file.read()
        except (OSError, UnicodeDecodeError):
            continue
        if _HEADER in declared:
            name = entry.name.split("-", 1)[0].removesuffix(".egg").lower()
            yield name.replace("_", "-").replace(".", "-"), declared


def _parse(distribution: str, declared: str) -> Iterator[Plugin]:
    inside = False
    for line in map(str.strip, declared.splitlines()):
        if line.startswith("["):
            inside = line == _HEADER
        elif inside and "=" in line and not line.startswith(("#", ";")):
            name, target = line.split("=", 1)
            yield Plugin(distribution, name.strip(), target.split("[", 1)[0].strip())
