"""Which findings of a run count: not those that are accepted, nor those of a baseline, nor those on lines that stayed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol

from factlint.accepted import FILE, Acceptance, Accepted, without_accepted
from factlint.baseline import without_known
from factlint.changed import Changes, touching
from factlint.config import Config
from factlint.ledger import Entry, known, read_ledger
from factlint.proof import Edited
from factlint.rule import Rule


class Settings(Protocol):
    """What is known of a path."""

    def config_for(self, path: str) -> Config: ...

    def home(self, path: str) -> str: ...

    def rules_for(self, path: str) -> Sequence[Rule]: ...


class Sieve:
    """Reads each file of accepted findings and each baseline once."""

    def __init__(self, settings: Settings, changes: Changes | None = None, baselined: bool = True) -> None:
        """``baselined`` is false when a baseline itself is being written."""
        self._settings = settings
        self._baselined = baselined
        self._changes = changes
        self._accepted: dict[str, Accepted] = {}
        self._baselines: dict[str, frozenset[str]] = {}

    def sifted(self, edited: Edited, path: str) -> Edited:
        """The article with the findings that count. Raises SettingsError when a file cannot be used."""
        edited = self._without_accepted(edited, path)
        baseline = self._settings.config_for(path).baseline if self._baselined else None
        if edited.report.findings and baseline:
            edited = without_known(edited, self._marks(baseline))
        if edited.report.findings and self._changes is not None:
            edited = touching(edited, self._changes.lines(path))
        return edited

    def _without_accepted(self, edited: Edited, path: str) -> Edited:
        home = self._settings.home(path)
        if home not in self._accepted:
            self._accepted[home] = Accepted(known(os.path.join(home, FILE), Acceptance))
        accepted = self._accepted[home]
        hidden, questionable = accepted.hidden(edited), accepted.questionable(edited)
        if not hidden and not questionable:
            return edited
        rules = self._settings.rules_for(path) if questionable else ()
        return without_accepted(edited, hidden, questionable, rules)

    def _marks(self, baseline: str) -> frozenset[str]:
        if baseline not in self._baselines:
            self._baselines[baseline] = frozenset(entry.fingerprint for entry in read_ledger(baseline, Entry))
        return self._baselines[baseline]
