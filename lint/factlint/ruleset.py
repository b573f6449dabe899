"""What the results depend on beside article and configuration: the version of factlint, and of every rule."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder

from factlint import __version__
from factlint.digest import blake2b
from factlint.discovery import plugins

_KEPT = (".py", ".toml", ".csv")


def ruleset() -> str:
    """A digest that changes when factlint, a plug-in or its data does; nothing is imported for it."""
    digest = blake2b(f"{__version__} {sys.version}".encode(), digest_size=16)
    declared = plugins()
    for plugin in declared:
        digest.update(f"{plugin.distribution} {plugin.target}\n".encode())
    packages = {("factlint", "factlint"), *((plugin.distribution, _package(plugin.target)) for plugin in declared)}
    for distribution, package in sorted(packages):
        for part in _stamp(distribution, package):
            digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _package(target: str) -> str:
    return target.partition(":")[0].partition(".")[0]


def _stamp(distribution: str, package: str) -> Iterator[str]:
    """The record of an installed package, which holds the hashes of its files; or else size and time of every file."""
    spec = PathFinder.find_spec(package)
    if spec is None or spec.origin is None:
        yield f"{package} is not there\n"
        return
    folder = os.path.dirname(spec.origin)
    if not spec.submodule_search_locations:
        yield _file(spec.origin, package)
        return
    record = _record(os.path.dirname(folder), distribution, package)
    if record is not None:
        yield record
        return
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if name.endswith(_KEPT):
                path = os.path.join(parent, name)
                yield _file(path, os.path.relpath(path, folder))


def _file(path: str, name: str) -> str:
    about = os.stat(path)
    return f"{name} {about.st_size} {about.st_mtime_ns}\n"


def _record(folder: str, distribution: str, package: str) -> str | None:
    prefix = distribution.replace("-", "_").lower() + "-"
    try:
        for name in os.listdir(folder):
            if name.lower().startswith(prefix) and name.endswith(".dist-info"):
                with open(os.path.join(folder, name, "RECORD"), encoding="utf-8") as file:
                    record = file.read()
                if f"{package}/__init__.py," in record:
                    return record
    except OSError:
        return None
    return None
