"""The rules that factlint ships with: a plug-in like any other."""

from __future__ import annotations

import os
from importlib import import_module

from factlint.rule import Rule


def rules() -> list[type[Rule]]:
    """Every rule of the package: one file each in a folder for its family."""
    found: list[type[Rule]] = []
    here = os.path.dirname(__file__)
    for family in _names(here):
        folder = os.path.join(here, family)
        for name in _names(folder) if os.path.isdir(folder) else ():
            module = import_module(f"{__name__}.{family}.{name}")
            found += [
                value
                for value in vars(module).values()
                if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
            ]
    return sorted(found, key=lambda rule: rule.code)


def _names(folder: str) -> list[str]:
    """The modules, or packages, of a folder. ``pkgutil`` lists them too, but imports ten modules to do so."""
    names = (name.removesuffix(".py") for name in os.listdir(folder))
    return sorted(name for name in names if name.isidentifier() and not name.startswith("__"))
