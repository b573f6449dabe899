"""Patterns, compiled once and kept beside the bytecode.

Compiling the linter's patterns takes longer than checking an article, so their code is kept like that of modules: under
the text and flags of the pattern, for the very version of Python that made it. The interpreter checks it once more
when it is loaded. Where it cannot be had, the pattern is compiled.
"""

from __future__ import annotations

import os
import re
import sys
from array import array
from functools import cache
from importlib import import_module

from factlint.store import keep, kept, shelf

_PLACE = shelf(os.path.dirname(__file__), "patterns")
_MOST = 4000
"""Kept patterns; with more, those that nobody uses any longer are in the majority, and all are collected anew."""
_WORD = "I"

_Key = tuple[str, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_fresh: dict[_Key, None] = {}


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile(source, flags)``, sooner."""
    key = (source, int(flags))
    code = _known().get(key)
    found = _assembled(source, code) if code is not None else None
    if found is None:
        found = re.compile(source, flags)
        _fresh[key] = None
    return found


def keep_patterns() -> None:
    """Keep the code of the patterns that had to be compiled since the start."""
    if not _fresh or sys.implementation.name != "cpython":
        return
    known = _known() if len(_known()) < _MOST else {}
    try:
        fresh = {key: _taken_apart(*key) for key in _fresh}
    except (ImportError, AttributeError, TypeError, ValueError):
        return  # this version of Python compiles in another way
    keep(_PLACE, sys.version, known | fresh)


@cache
def _known() -> dict[_Key, _Code]:
    return kept(_PLACE, sys.version) or {}


def _assembled(source: str, code: _Code) -> re.Pattern[str] | None:
    flags, words, groups, names, numbers = code
    numerals = array(_WORD)
    try:
        numerals.frombytes(words)
        found: re.Pattern[str] = import_module("_sre").compile(source, flags, numerals.tolist(), groups, names, numbers)
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError):
        return None
    return found


def _taken_apart(source: str, flags: int) -> _Code:
    """What ``re.compile`` hands to the interpreter in the end."""
    parsed = import_module("re._parser").parse(source, flags)
    words = array(_WORD, (int(word) for word in import_module("re._compiler")._code(parsed, flags)))
    names = dict(parsed.state.groupdict)
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    return int(flags | parsed.state.flags), words.tobytes(), parsed.state.groups - 1, names, tuple(numbers)
