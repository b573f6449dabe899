"""The house style of a newsroom, as rules for factlint."""

from __future__ import annotations

from factlint import Rule

from newsroom_rules.foreign_unit import ForeignUnit
from newsroom_rules.stale_target import StaleTarget


def rules() -> list[type[Rule]]:
    """What the entry point names: every rule of the package."""
    return [ForeignUnit, StaleTarget]
