"""The configuration: what a newsroom may set, and what a mistake in it is told as."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from factlint.article.decode import MAX_BYTES
from factlint.article.payload_fields import FieldNames
from factlint.finding import Severity
from factlint.globs import below, matches
from factlint.nearest import did_you_mean
from factlint.problem import SettingsError

MEGABYTE = 1_000_000
FailOn = Literal["suggestion", "warning", "error", "never"]
Words = tuple[str, ...]


class RuleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file states of one rule."""

    severity: Severity | None = None
    options: Mapping[str, Any] = {}


class RuleSetting(RuleTable, frozen=True):
    """What a newsroom sets for one rule, and the folder of the file that states each option."""

    roots: Mapping[str, str] = {}


class PathSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a newsroom sets for the paths that fit a pattern: rules left out, or the only ones that run."""

    ignore: Words = ()
    select: Words | None = None


class Config(msgspec.Struct, frozen=True):
    """The settings of a run. ``source`` names the file they come from; patterns count from ``root``."""

    select: Words = ("all",)
    ignore: Words = ()
    fail_on: FailOn = "error"
    rules: Mapping[str, RuleSetting] = {}
    per_path: Mapping[str, PathSetting] = {}
    fields: FieldNames = FieldNames()
    encoding: str | None = None
    max_size: int = MAX_BYTES
    """Bytes of one article."""
    exclude: Words = ()
    baseline: str | None = None
    """The file of findings that are known."""
    source: str | None = None
    root: str = ""
    origins: Mapping[str, str] = {}
    """The file that each setting comes from; a setting that no file states is not there."""
    bases: tuple[Config, ...] = ()
    """The configurations that this one extends: the patterns of each count from its own root."""

    def where(self, table: str) -> str:
        """The place of a table, for messages."""
        origin = self.origins.get(table, self.source)
        return f"{origin}: [{table}]" if origin else f"[{table}]"

    def excludes(self, path: str) -> bool:
        """Whether a path is kept from being checked."""
        return any(matches(below(layer.root, path), pattern) for layer in self.layers for pattern in layer.exclude)

    @property
    def layers(self) -> tuple[Config, ...]:
        """This configuration and those that it extends."""
        return (self, *self.bases)


_TYPES: Mapping[str, tuple[Any, str]] = {
    "select": (Words, "a list of codes, families or names"),
    "ignore": (Words, "a list of codes, families or names"),
    "fail-on": (FailOn, "suggestion, warning, error or never"),
    "rules": (Mapping[str, Mapping[str, Any]], "tables [rules.CODE]"),
    "per-path": (Mapping[str, Mapping[str, Any]], 'tables [per-path."pattern"]'),
    "fields": (Mapping[str, str | Words], "names of payload fields"),
    "encoding": (str, "the name of an encoding"),
    "max-size": (int | str, 'a number of bytes, or a size such as "50 MB"'),
    "exclude": (Words, "a list of path patterns"),
    "baseline": (str, "the path of a baseline"),
}


def parse(data: Mapping[str, Any], source: str, root: str) -> Config:
    """The configuration in a TOML table. Raises SettingsError naming file, key and the nearest known key."""
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in _TYPES:
            raise SettingsError(f"{source}: there is no setting {key!r}.{did_you_mean(key, _TYPES)}")
        kind, meaning = _TYPES[key]
        values[key.replace("-", "_")] = _typed(value, kind, f"{source}: {key} takes {meaning}, not {value!r}.")
    if "rules" in values:
        stated = _tables(values["rules"], RuleTable, f"{source}: [rules.")
        values["rules"] = {
            name: RuleSetting(rule.severity, rule.options, dict.fromkeys(rule.options, root))
            for name, rule in stated.items()
        }
    if "per_path" in values:
        values["per_path"] = _tables(values["per_path"], PathSetting, f"{source}: [per-path.")
    if "fields" in values:
        values["fields"] = _fields(values["fields"], f"{source}: [fields]")
    if "max_size" in values:
        values["max_size"] = size(values["max_size"], f"{source}: max-size")
    if "baseline" in values:
        values["baseline"] = os.path.join(root, os.path.expanduser(values["baseline"]))
    return Config(**values, source=source, root=root, origins=dict.fromkeys(_stated(data), source))


def size(given: int | str, where: str) -> int:
    """Bytes from a number or from text such as ``50 MB``. Raises SettingsError."""
    text = str(given).strip().upper().replace(" ", "").removesuffix("B")
    scale = {"K": 1_000, "M": MEGABYTE, "G": 1_000 * MEGABYTE}.get(text[-1:], 1)
    digits = text[:-1] if scale > 1 else text
    if not (digits.isascii() and digits.isdigit() and 0 < len(digits) <= 12 and int(digits) > 0):
        raise SettingsError(f'{where} takes a number of bytes, or a size such as "50 MB", not {given!r}.')
    return int(digits) * scale


def _stated(data: Mapping[str, Any]) -> list[str]:
    """The names of the settings that a file states; each rule and each pattern is one."""
    tables = ("rules", "per-path")
    named = [f"{key}.{name}" for key in tables for name in data.get(key, ())]
    return [*(key for key in data if key not in tables), *named]


def _typed(value: Any, kind: Any, message: str) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        raise SettingsError(message) from None


def _fields(given: Mapping[str, str | Words], where: str) -> FieldNames:
    """The payload fields of a newsroom, tried before those that are tried anyway."""
    usual = FieldNames()
    parts = FieldNames.__struct_fields__
    for part in given:
        if part not in parts:
            raise SettingsError(
                f"{where}: an article has no part {part!r}, only {', '.join(parts)}.{did_you_mean(part, parts)}"
            )
    own = {part: (names,) if isinstance(names, str) else names for part, names in given.items()}
    return FieldNames(**{part: (*own.get(part, ()), *getattr(usual, part)) for part in parts})


def _tables(given: Mapping[str, Mapping[str, Any]], kind: type[msgspec.Struct], where: str) -> dict[str, Any]:
    return {name: _table(table, kind, f"{where}{name}]") for name, table in given.items()}


def _table(table: Mapping[str, Any], kind: type[msgspec.Struct], where: str) -> Any:
    for key in table:
        if key not in kind.__struct_fields__:
            raise SettingsError(f"{where}: there is no setting {key!r}.{did_you_mean(key, kind.__struct_fields__)}")
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where}: {error}.") from None
