"""The rules that factlint ships with: a plug-in like any other."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from factlint.rule import Rule


def rules() -> list[type[Rule]]:
    """Every rule of the package: one file each in a folder for its family."""
    found: list[type[Rule]] = []
    families = [module for module in pkgutil.iter_modules(__path__, f"{__name__}.") if module.ispkg]
    for family in families:
        package = import_module(family.name)
        for module in pkgutil.iter_modules(package.__path__, f"{family.name}."):
            found += [
                value
                for value in vars(import_module(module.name)).values()
                if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.name
            ]
    return sorted(found, key=lambda rule: rule.code)
