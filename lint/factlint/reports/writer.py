"""What every report format does: takes the articles one by one, by path, then the end of the run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import Summary


class Writer(Protocol):
    """One report being written."""

    def file(self, edited: Edited) -> None:
        """Write, or keep, the report on one article."""

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        """Write what is left, with the counts over all articles."""
