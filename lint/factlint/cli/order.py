"""One call of ``factlint check``: what is asked of it, and how it is carried out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factlint.cli.newsroom import Newsroom, Overrides
from factlint.cli.outputs import Outputs, Style
from factlint.cli.running import Run, Wishes, report
from factlint.cli.sources import Source, sources
from factlint.problem import SettingsError


class Order(msgspec.Struct, frozen=True):
    """One call of the command."""

    paths: tuple[str, ...] = (".",)
    stdin_filename: str = "<stdin>"
    overrides: Overrides = Overrides()
    wishes: Wishes = Wishes()
    style: Style = Style()
    files: tuple[tuple[str, str], ...] = ()
    fix: bool = False
    diff: bool = False
    watch: bool = False

    def carry_out(self) -> int:
        """Check, repair or watch; the exit code. Raises SettingsError."""
        if self.watch:
            self._watch()
        newsroom = Newsroom(self.overrides)
        found = self._sources(newsroom)
        if self.diff:
            from factlint.cli.fixing import show_fixes

            return show_fixes(newsroom, found, self.wishes)
        if self.fix:
            from factlint.cli.fixing import fix

            fix(newsroom, found, self.wishes)
        return self._check(newsroom, found)

    def _sources(self, newsroom: Newsroom) -> list[Source]:
        return sources(self.paths, self.stdin_filename, lambda path: newsroom.config_for(path).excludes(path))

    def _check(self, newsroom: Newsroom, found: Sequence[Source]) -> int:
        with Outputs(self.style, self.files) as outputs:
            return report(Run(newsroom, found, self.wishes), outputs, self.style.quiet)

    def _watch(self) -> None:
        """Check until interrupted."""
        from factlint.cli.watching import watch

        if "-" in self.paths:
            raise SettingsError("--watch follows files, and standard input is none.")
        watch(
            lambda: self._sources(Newsroom(self.overrides)), lambda found: self._check(Newsroom(self.overrides), found)
        )
