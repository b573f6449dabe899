"""The command line. ``--version`` is answered before anything is imported."""

from __future__ import annotations

import gc
import sys

_ALLOCATIONS = 20_000
"""Objects between two collections of garbage: tables and articles are kept to the end, and hold next to none."""


def main(arguments: list[str] | None = None) -> int:
    """Run factlint; returns the exit code: 0 clean, 1 findings, 2 bad usage or input, 130 interrupted."""
    given = sys.argv[1:] if arguments is None else arguments
    if given in (["--version"], ["-V"]):
        from factlint import __version__

        print(f"factlint {__version__}")
        return 0
    gc.set_threshold(_ALLOCATIONS)
    from factlint.cli.app import run
    from factlint.patterns import keep_patterns

    code = run(given)
    keep_patterns()
    return code
