"""A desk for every file: the configuration nearest to it, with the command line laid over it."""

from __future__ import annotations

import os

import msgspec

from factlint.config import Config, FailOn, load, nearest_config
from factlint.desk import Desk
from factlint.problem import Problem, SettingsError
from factlint.registry import installed


class Overrides(msgspec.Struct, frozen=True):
    """What the command line sets. ``None`` and empty leave the configuration as it is."""

    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    encoding: str | None = None
    max_size: int | None = None


class Newsroom:
    """The desks of one run, one for each configuration."""

    def __init__(self, overrides: Overrides) -> None:
        """Raises SettingsError when the named configuration, rules or encoding cannot be used."""
        installed().matching((*overrides.select, *overrides.ignore))
        _require_encoding(overrides.encoding)
        self._overrides = overrides
        self._named = load(overrides.config) if overrides.config else None
        self._by_folder: dict[str, Desk] = {}
        self._by_source: dict[str | None, Desk] = {}

    def desk_for(self, path: str) -> Desk:
        """The desk for a file, or for what is found below a folder. Raises SettingsError."""
        folder = os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path) or os.curdir)
        if folder not in self._by_folder:
            self._by_folder[folder] = self._desk(folder)
        return self._by_folder[folder]

    def identity(self, path: str) -> str:
        """The id of a document that is given none: its path below the configuration or the repository."""
        place = os.path.abspath(path)
        root = self.desk_for(path).config.root or _repository(os.path.dirname(place))
        return os.path.relpath(place, root).replace(os.sep, "/") if root else path

    def plugin_problems(self) -> tuple[Problem, ...]:
        """What kept rules from being loaded."""
        return installed().problems

    def _desk(self, folder: str) -> Desk:
        config = self._named or nearest_config(folder) or Config()
        if config.source not in self._by_source:
            self._by_source[config.source] = Desk(self._laid_over(config))
        return self._by_source[config.source]

    def _laid_over(self, config: Config) -> Config:
        over = self._overrides
        return msgspec.structs.replace(
            config,
            select=over.select or config.select,
            ignore=(*config.ignore, *over.ignore),
            fail_on=over.fail_on or config.fail_on,
            encoding=over.encoding or config.encoding,
            max_size=over.max_size or config.max_size,
        )


def _require_encoding(name: str | None) -> None:
    if name is None:
        return
    try:
        "".encode(name)
    except (LookupError, ValueError):
        known = "utf-8, utf-16, gb18030, windows-1252"
        raise SettingsError(f"unknown encoding {name!r}; known are for example {known}.") from None


def _repository(folder: str) -> str | None:
    """The top of the repository that a folder lies in."""
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder
