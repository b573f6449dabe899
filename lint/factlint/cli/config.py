"""``factlint config``: the settings that hold for a path, and where each comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import click
import msgspec

from factlint.cli.newsroom import Newsroom, Overrides
from factlint.cli.reading import show
from factlint.config import Config
from factlint.globs import below, matches

_PLAIN = ("select", "ignore", "fail-on", "encoding", "max-size", "baseline", "exclude")


@click.command(name="config")
@click.argument("path", type=click.Path(), default=".")
@click.option("--config", "chosen", type=click.Path(), help="The configuration file, instead of the nearest to PATH.")
def command(path: str, chosen: str | None) -> None:
    """Show the settings that hold for PATH, and the file that each of them comes from."""
    newsroom = Newsroom(Overrides(chosen))
    config = newsroom.config_for(path)
    desk = newsroom.desk_for(path)
    show(_settings(config))
    if not os.path.isdir(path):
        running = {rule.code for rule in desk.rules_for(path)}
        left_out = sorted({rule.code for rule in desk.registry.rules} - running)
        show(_about(config, path, len(running), left_out))


def _settings(config: Config) -> Iterator[str]:
    yield f"# {config.source or 'no configuration file: all settings are the defaults'}"
    for base in config.bases:
        yield f"# extends {base.source}"
    for key in _PLAIN:
        yield from _plain(config, key)
    for name, setting in config.rules.items():
        yield ""
        yield f"[rules.{name}]  # {config.origins.get(f'rules.{name}')}"
        if setting.severity:
            yield f"severity = {_toml(setting.severity.value)}"
        yield from (f"options.{key} = {_toml(value)}" for key, value in setting.options.items())
    for layer in config.layers:
        for pattern, per_path in layer.per_path.items():
            yield ""
            yield f"[per-path.{_toml(pattern)}]  # {layer.source}"
            yield from (f"{key} = {_toml(value)}" for key, value in msgspec.structs.asdict(per_path).items() if value)
    yield ""
    yield f"[fields]  # {config.origins.get('fields', 'default')}"
    yield from (f"{key} = {_toml(value)}" for key, value in msgspec.structs.asdict(config.fields).items())


def _plain(config: Config, key: str) -> Iterator[str]:
    """One setting with its origin; patterns stand with the file that they count from."""
    if key == "exclude":
        listed = [layer for layer in config.layers if layer.exclude]
        yield from (f"exclude = {_toml(layer.exclude)}  # {layer.source}" for layer in listed)
        return
    value = getattr(config, key.replace("-", "_"))
    if value is None:
        yield f"# {key} is not set"
    else:
        yield f"{key} = {_toml(value)}  # {config.origins.get(key, 'default')}"


def _about(config: Config, path: str, running: int, left_out: list[str]) -> Iterator[str]:
    yield ""
    yield f"# {path}: {'excluded' if config.excludes(path) else 'checked'}, {running} rules run"
    if left_out:
        yield f"# left out: {', '.join(left_out)}"
    for layer in config.layers:
        for pattern in layer.per_path:
            if matches(below(layer.root, path), pattern):
                yield f"# {_toml(pattern)} of {layer.source} fits"


def _toml(value: Any) -> str:
    """A value as TOML prints it: that of JSON is the same for what settings hold."""
    return msgspec.json.encode(value).decode()
