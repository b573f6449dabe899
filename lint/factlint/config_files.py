"""Finds configurations: ``factlint.toml``, or ``[tool.factlint]`` in ``pyproject.toml``, nearest to the article first."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import msgspec

from factlint.article.payload_fields import FieldNames
from factlint.config import Config, RuleSetting, parse
from factlint.problem import SettingsError

EXTEND = "extend"
_SINGLE = ("select", "fail-on", "encoding", "max-size", "baseline")


def nearest_config(folder: str) -> Config | None:
    """The configuration that holds for articles in a folder.

    Looks in the folder and then upwards, no further than the top of a repository. Raises SettingsError.
    """
    folder = os.path.abspath(folder)
    while True:
        found = _config_in(folder)
        parent = os.path.dirname(folder)
        if found is not None:
            return found
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = parent


def load(path: str) -> Config:
    """The configuration in one file, laid over those that it extends.

    Raises SettingsError when one of them cannot be read or used, or extends itself.
    """
    return _load(path, ())


def _load(path: str, within: tuple[str, ...]) -> Config:
    place = os.path.realpath(path)
    if place in within:
        raise SettingsError(
            f"{path}: extends itself, by way of {' and '.join(within[within.index(place) + 1 :] or (path,))}."
        )
    data = _toml(path)
    if os.path.basename(path) == "pyproject.toml":
        data = _own_table(data, path)
    root = os.path.dirname(os.path.abspath(path))
    own = parse({key: value for key, value in data.items() if key != EXTEND}, path, root)
    base: Config | None = None
    for extended in _extended(data.get(EXTEND, []), path):
        further = _load(os.path.normpath(os.path.join(root, os.path.expanduser(extended))), (*within, place))
        base = further if base is None else laid_over(base, further)
    return own if base is None else laid_over(base, own)


def laid_over(base: Config, own: Config) -> Config:
    """One configuration over another: what it states holds, what it leaves out or lists in addition is the other's too."""
    chosen = {
        key.replace("-", "_"): getattr(own if key in own.origins else base, key.replace("-", "_")) for key in _SINGLE
    }
    return msgspec.structs.replace(
        own,
        **chosen,
        ignore=(*base.ignore, *own.ignore),
        rules=_merged_rules(base.rules, own.rules),
        fields=_merged_fields(base, own),
        origins={**base.origins, **own.origins, **_both(base, own, "ignore")},
        bases=(*own.bases, msgspec.structs.replace(base, bases=()), *base.bases),
    )


def _merged_rules(base: Mapping[str, RuleSetting], own: Mapping[str, RuleSetting]) -> Mapping[str, RuleSetting]:
    merged = dict(own)
    for name, setting in base.items():
        over = own.get(name, RuleSetting())
        merged[name] = RuleSetting(
            over.severity or setting.severity, {**setting.options, **over.options}, {**setting.roots, **over.roots}
        )
    return merged


def _merged_fields(base: Config, own: Config) -> FieldNames:
    parts = FieldNames.__struct_fields__
    first, second = (own, base) if "fields" in own.origins else (base, own)
    return FieldNames(
        **{part: tuple(dict.fromkeys((*getattr(first.fields, part), *getattr(second.fields, part)))) for part in parts}
    )


def _both(base: Config, own: Config, key: str) -> Mapping[str, str]:
    origins = [config.origins[key] for config in (base, own) if key in config.origins]
    return {key: ", ".join(origins)} if origins else {}


def _extended(given: Any, path: str) -> list[str]:
    paths = [given] if isinstance(given, str) else given
    if not isinstance(paths, list) or not all(isinstance(one, str) for one in paths):
        raise SettingsError(f"{path}: {EXTEND} takes the path of a configuration or a list of paths, not {given!r}.")
    return paths


def _config_in(folder: str) -> Config | None:
    own = os.path.join(folder, "factlint.toml")
    if os.path.isfile(own):
        return load(own)
    shared = os.path.join(folder, "pyproject.toml")
    if os.path.isfile(shared) and _mentions(shared) and "factlint" in _tool(_toml(shared)):
        return load(shared)
    return None


def _mentions(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"factlint" in file.read()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}.") from None


def _tool(data: Mapping[str, Any]) -> Mapping[str, Any]:
    tools = data.get("tool", {})
    return tools if isinstance(tools, dict) else {}


def _own_table(data: Mapping[str, Any], path: str) -> dict[str, Any]:
    own = _tool(data).get("factlint", {})
    if not isinstance(own, dict):
        raise SettingsError(f"{path}: tool.factlint is a table of settings, not {own!r}.")
    return own


def _toml(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"{path}: is not valid TOML: {error}.") from None
