"""The command line. ``--version`` is answered before anything is imported."""

from __future__ import annotations

import gc
import os
import sys

_ALLOCATIONS = 100_000
"""Objects between two collections of garbage: tables and articles are kept to the end, and hold next to none."""


def main(arguments: list[str] | None = None) -> int:
    """Run factlint; returns the exit code: 0 clean, 1 findings, 2 bad usage or input, 130 interrupted.

    Without arguments given it is the program: it takes those of the process, loads itself as fast as it can, and ends
    the process.
    """
    if arguments is not None:
        return _answered(arguments)
    given = sys.argv[1:]
    if given in (["--version"], ["-V"]):
        return _answered(given)
    gc.set_threshold(_ALLOCATIONS)
    _load_msgspec()
    from factlint.loading import Shelf

    modules = Shelf()
    sys.meta_path.insert(0, modules)
    code = _answered(given)
    modules.update()
    _leave(code)
    return code


def _answered(given: list[str]) -> int:
    if given in (["--version"], ["-V"]):
        from factlint import __version__

        print(f"factlint {__version__}")
        return 0
    from factlint.cli.ending import ended
    from factlint.cli.plain import plain
    from factlint.patterns import keep_patterns

    order = plain(given)
    if order is not None:
        code = ended(order.carry_out)
    else:
        from factlint.cli.app import run

        code = run(given)
    keep_patterns()
    return code


def _load_msgspec() -> None:
    """Load msgspec with ``typing`` alone: where typing_extensions is there, it asks that for the same, which takes longer
    to load than all the rest of it.
    """
    name = "typing_extensions"
    if name in sys.modules or "msgspec" in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment]  # as if it were not there
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]


def _leave(code: int) -> None:
    """End the process as soon as everything is written: to take down every object first takes as long as an article.

    What cannot be written is told by an orderly end, which is also that of a run with other processes, and of one
    that a debugger or a measure of coverage follows.
    """
    if "multiprocessing" in sys.modules or sys.gettrace() is not None or sys.getprofile() is not None:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(code)
