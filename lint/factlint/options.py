"""The options of a rule, checked against their declarations: key, type and bounds."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import msgspec

from factlint.nearest import did_you_mean
from factlint.problem import SettingsError
from factlint.rule import Option, Rule


def checked_options(
    rule: type[Rule], given: Mapping[str, Any], where: str, roots: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The given options with the types of their defaults.

    ``where`` names the place in messages (a config file and table); ``roots`` are the folders that relative paths
    count from, by option: the current folder where none is given. Raises SettingsError.
    """
    values = {key: _value(rule, key, value, where) for key, value in given.items()}
    for key, value in values.items():
        if rule.options[key].path and value:
            values[key] = os.path.join((roots or {}).get(key, ""), os.path.expanduser(value))
    return values


def _value(rule: type[Rule], key: str, value: Any, where: str) -> Any:
    option = rule.options.get(key)
    if option is None:
        known = ", ".join(sorted(rule.options)) or "none"
        raise SettingsError(
            f"{where}: {rule.code} has no option {key!r} (it has: {known}).{did_you_mean(key, rule.options)}"
        )
    try:
        typed = msgspec.convert(value, type(option.default))
    except msgspec.ValidationError:
        expected = type(option.default).__name__
        raise SettingsError(f"{where}: option {key!r} of {rule.code} takes {expected}, not {value!r}.") from None
    bound = _broken_bound(option, typed)
    if bound:
        raise SettingsError(f"{where}: option {key!r} of {rule.code} is {bound}, not {value!r}.")
    return typed


def _broken_bound(option: Option, value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if option.low is not None and value < option.low:
        return f"at least {option.low:g}"
    if option.high is not None and value > option.high:
        return f"at most {option.high:g}"
    return None
