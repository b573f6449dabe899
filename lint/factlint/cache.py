"""Results kept from run to run, by what they depend on: content, configuration, version and rules."""

from __future__ import annotations

import os
from collections.abc import Iterator

import msgspec

from factlint.config import Config, RuleSetting
from factlint.digest import blake2b
from factlint.proof import Edited, unpacked

FOLDER = ".factlint_cache"
_IGNORED = b"# Written by factlint: nothing in this folder belongs in a repository.\n*\n"
_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of factlint.\n"


class Cache:
    """The results under one configuration. What is damaged counts as absent; what cannot be written is left."""

    def __init__(self, home: str, config: Config, rules: str) -> None:
        """``home`` is the folder that holds the cache, ``rules`` the digest of version and rules."""
        self._top = os.path.join(home, FOLDER)
        self._folder = os.path.join(self._top, _digest(rules.encode(), settings(config)))
        self.tried = os.path.isdir(self._folder)
        """Whether this configuration has run before with these rules: it can be used, and all of them load."""

    def place(self, *parts: bytes | str | None) -> str:
        """The file for what depends on these parts."""
        return os.path.join(self._folder, _digest(*(b"-" if part is None else _bytes(part) for part in parts)))


def settings(config: Config) -> bytes:
    """The part of a configuration that results depend on, with the content of files that options name."""
    kept = [
        (
            layer.per_path,
            [(name, rule.severity, rule.options, _contents(rule)) for name, rule in layer.rules.items()],
        )
        for layer in config.layers
    ]
    own = (config.select, config.ignore, config.fields, config.encoding, config.max_size)
    return msgspec.json.encode(
        (own, kept),
        order="deterministic",
    )


def _contents(rule: RuleSetting) -> list[str]:
    """Digests of the files that options name."""
    stated = [(key, value) for key, value in rule.options.items() if isinstance(value, str)]
    paths = [os.path.join(rule.roots.get(key, ""), os.path.expanduser(value)) for key, value in stated]
    return [_content(path) for path in paths if os.path.isfile(path)]


def _content(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return _digest(file.read())
    except OSError:
        return ""


def kept(place: str) -> Edited | None:
    """The result in a file, if there is a whole one."""
    try:
        with open(place, "rb") as file:
            return unpacked(file.read())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def keep(place: str, data: bytes) -> None:
    """Keep a packed result, if possible. Other processes may do the same at the same time."""
    folder = os.path.dirname(place)
    draft = f"{place}.{os.getpid()}.part"
    try:
        if not os.path.isdir(folder):
            _found(os.path.dirname(folder))
            os.makedirs(folder, exist_ok=True)
        with open(draft, "wb") as out:
            out.write(data)
        os.replace(draft, place)
    except OSError:
        return


def _found(top: str) -> None:
    """Make the folder, hidden from git and from backups."""
    os.makedirs(top, exist_ok=True)
    for name, content in ((".gitignore", _IGNORED), ("CACHEDIR.TAG", _TAG)):
        path = os.path.join(top, name)
        if not os.path.exists(path):
            with open(path, "wb") as out:
                out.write(content)


def clear(home: str) -> int:
    """Delete the cache of a folder; the number of results that it held. Raises OSError."""
    top = os.path.join(home, FOLDER)
    if not os.path.isdir(top):
        return 0
    from shutil import rmtree

    count = sum(1 for _ in _results(top))
    rmtree(top)
    return count


def _results(top: str) -> Iterator[str]:
    for folder in os.scandir(top):
        if folder.is_dir():
            yield from (entry.path for entry in os.scandir(folder.path))


def _bytes(part: bytes | str) -> bytes:
    return part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")


def _digest(*parts: bytes) -> str:
    digest = blake2b(digest_size=20)
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.hexdigest()
