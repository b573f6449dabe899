"""A configuration and a desk for every file: those nearest to it, with the command line laid over them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from factlint.config import Config, FailOn
from factlint.config_files import load, nearest_config
from factlint.globs import below
from factlint.jobs import desk_of
from factlint.problem import Problem, SettingsError
from factlint.repository import top_of

if TYPE_CHECKING:
    from factlint.desk import Desk
    from factlint.rule import Rule


class Overrides(msgspec.Struct, frozen=True):
    """What the command line sets. ``None`` and empty leave the configuration as it is."""

    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    encoding: str | None = None
    max_size: int | None = None
    baseline: str | None = None


class Newsroom:
    """The configurations of one run by folder, and a desk for each; a desk is made when it is needed."""

    def __init__(self, overrides: Overrides) -> None:
        """Raises SettingsError when the named configuration, rules or encoding cannot be used."""
        _require_rules((*overrides.select, *overrides.ignore))
        _require_encoding(overrides.encoding)
        self._overrides = overrides
        self._named = self._laid_over(load(overrides.config)) if overrides.config else None
        self._by_folder: dict[str, Config] = {}
        self._by_source: dict[str | None, Config] = {}
        self._encoded: dict[str | None, bytes] = {}

    def config_for(self, path: str) -> Config:
        """The configuration of a file, or of what is found below a folder. Raises SettingsError."""
        folder = os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path) or os.curdir)
        if folder not in self._by_folder:
            self._by_folder[folder] = self._named or self._nearest(folder)
        return self._by_folder[folder]

    def desk_for(self, path: str) -> Desk:
        """The desk for a file. Raises SettingsError."""
        return desk_of(self.encoded(self.config_for(path)))

    def rules_for(self, path: str) -> Sequence[Rule]:
        """The rules that run on a file. Raises SettingsError."""
        return self.desk_for(path).rules_for(path)

    def encoded(self, config: Config) -> bytes:
        """A configuration as other processes get it."""
        if config.source not in self._encoded:
            self._encoded[config.source] = msgspec.msgpack.encode(config)
        return self._encoded[config.source]

    def home(self, path: str) -> str:
        """The folder that holds what is kept for an article: that of its configuration, or of its repository, or this."""
        return self.config_for(path).root or top_of(os.path.dirname(os.path.abspath(path))) or os.getcwd()

    def identity(self, path: str) -> str:
        """The id of a document that is given none: its path below the configuration or the repository."""
        root = self.config_for(path).root or top_of(os.path.dirname(os.path.abspath(path)))
        return below(root, path) if root else path

    def plugin_problems(self) -> tuple[Problem, ...]:
        """What kept rules from being loaded."""
        from factlint.registry import installed

        return installed().problems

    def _nearest(self, folder: str) -> Config:
        config = nearest_config(folder) or Config()
        if config.source not in self._by_source:
            self._by_source[config.source] = self._laid_over(config)
        return self._by_source[config.source]

    def _laid_over(self, config: Config) -> Config:
        over = self._overrides
        given = {
            "select": over.select,
            "fail_on": over.fail_on,
            "encoding": over.encoding,
            "max_size": over.max_size,
            "baseline": over.baseline,
        }
        chosen = {name: value for name, value in given.items() if value}
        return msgspec.structs.replace(config, **chosen, ignore=(*config.ignore, *over.ignore))


def _require_rules(words: tuple[str, ...]) -> None:
    if words:
        from factlint.registry import installed

        installed().matching(words)


def _require_encoding(name: str | None) -> None:
    if name is None:
        return
    try:
        "".encode(name)
    except (LookupError, ValueError):
        known = "utf-8, utf-16, gb18030, windows-1252"
        raise SettingsError(f"unknown encoding {name!r}; known are for example {known}.") from None
