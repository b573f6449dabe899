"""The code of our modules, kept together for the next start.

A check imports some three hundred modules, and Python looks for each of them in its folder and reads a file. Kept by the
package, in one file, they are loaded in half the time. A module counts as kept only while its source is the file that it was
then; anything else is imported as always.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from factlint.store import file_stamp, keep, kept, shelf

_HERE = os.path.dirname(__file__)
_OURS = ("factlint.", "factlint_rules.")

_Module = tuple[bool, tuple[int, int, int] | None, CodeType]
"""Whether it is a package, what its source was like, and its code."""


class _KeptLoader(SourceFileLoader):
    """Loads a module from code that is there already."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


class Shelf:
    """A finder of modules: the kept code of our packages, unpacked a package at a time."""

    def __init__(self) -> None:
        self._place, self._stamp = shelf(_HERE, "modules"), [sys.version, _HERE]
        self._packed: dict[str, bytes] = kept(self._place, self._stamp) or {}
        self._packages: dict[str, dict[str, _Module]] = {}

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a module is loaded from; None where it is not kept, or not as it is now."""
        package, _, own = name.rpartition(".")
        if path is None or not name.startswith(_OURS):
            return None
        is_package, stamp, code = self._modules(package).get(own, (False, None, None))
        if code is None:
            return None
        folder = next(iter(path))
        file = os.path.join(folder, own, "__init__.py") if is_package else os.path.join(folder, f"{own}.py")
        if file_stamp(file) != stamp:
            return None
        spec = ModuleSpec(name, _KeptLoader(name, file, code), origin=file, is_package=is_package)
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(file)]
        spec.has_location = True
        return spec

    def update(self) -> None:
        """Keep what has been imported since the start and was not kept."""
        fresh = list(_fresh())
        if not fresh:
            return
        for name, file, code in fresh:
            package, _, own = name.rpartition(".")
            is_package = os.path.basename(file) == "__init__.py"
            self._modules(package)[own] = (is_package, file_stamp(file), code)
            self._packed[package] = b""
        packed = {
            package: data or marshal.dumps(self._packages[package]) for package, data in sorted(self._packed.items())
        }
        keep(self._place, self._stamp, packed)

    def _modules(self, package: str) -> dict[str, _Module]:
        if package not in self._packages:
            data = self._packed.get(package)
            self._packages[package] = marshal.loads(data) if data else {}
        return self._packages[package]


def _fresh() -> Iterator[tuple[str, str, CodeType]]:
    """The modules of ours that were not loaded from what is kept: name, file, code."""
    for name, module in list(sys.modules.items()):
        loader = getattr(module.__spec__, "loader", None) if name.startswith(_OURS) else None
        if type(loader) is SourceFileLoader:
            code = loader.get_code(name)
            if code is not None:
                yield name, loader.path, code
