"""The plain call of ``factlint check``, as hooks and editors make it: paths, and the options that they give most.

The parser of all commands takes longer to load than the rest of the command line; such a call is read without it.
"""

from __future__ import annotations

import msgspec

from factlint.cli.order import Order
from factlint.cli.outputs import Style
from factlint.cli.running import Wishes
from factlint.jobs import processors
from factlint.reports.formats import FORMATS


def plain(arguments: list[str]) -> Order | None:
    """What is asked for; None where there is anything that only the parser can read, or must refuse."""
    if arguments[:1] != ["check"]:
        return None
    paths: list[str] = []
    style, cached = Style(), True
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in ("--quiet", "-q"):
            style = msgspec.structs.replace(style, quiet=True)
        elif argument == "--no-cache":
            cached = False
        elif argument == "--format":
            style = msgspec.structs.replace(style, format_name=next(rest, ""))
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            paths.append(argument)
    if style.format_name not in FORMATS:
        return None
    return Order(tuple(paths) or (".",), wishes=Wishes(jobs=processors(), cached=cached), style=style)
