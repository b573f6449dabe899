"""One run of ``factlint check``: articles in, findings that count out, and the exit code."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack

import msgspec

from factlint.article.decode import UnreadableError
from factlint.cache import Cache, kept
from factlint.changed import Changes
from factlint.cli.ending import say
from factlint.cli.newsroom import Newsroom
from factlint.cli.outputs import Outputs
from factlint.cli.progress import Progress
from factlint.cli.sources import Source, content, size_of
from factlint.config import Config, FailOn
from factlint.finding import Severity
from factlint.globs import below
from factlint.jobs import Draft, Press, Task
from factlint.problem import Problem, SettingsError
from factlint.proof import Edited, unreadable
from factlint.report import FileReport, Summary
from factlint.ruleset import ruleset
from factlint.sidecar import sidecar_of
from factlint.sieve import Sieve


class Wishes(msgspec.Struct, frozen=True):
    """What one run is asked for beside its articles and its reports."""

    date: dt.date | None = None
    document_id: str | None = None
    jobs: int = 1
    cached: bool = True
    since: str | None = None
    baselined: bool = True


class Run:
    """The articles of one run under their configurations."""

    def __init__(self, newsroom: Newsroom, found: Sequence[Source], wishes: Wishes) -> None:
        """Raises SettingsError when a configuration of an article or the revision cannot be used."""
        if wishes.document_id is not None and len(found) > 1:
            raise SettingsError(f"--document-id names one article, and {len(found)} were given.")
        changes = Changes(wishes.since) if wishes.since else None
        self.sources = [source for source in found if source.error or not changes or changes.lines(source.path)]
        self._newsroom = newsroom
        self._wishes = wishes
        self._sieve = Sieve(newsroom, changes, wishes.baselined)
        self._rules = ruleset() if wishes.cached and any(not source.stdin for source in self.sources) else ""
        self._caches: dict[str, Cache] = {}
        self._loaded = False
        for source in self.sources:
            self._require_usable(source)

    def edited(self) -> Iterator[tuple[Source, Edited]]:
        """Every article with the findings that count, in order."""
        for source, edited in self.checked():
            yield source, self._sieve.sifted(edited, source.path)

    def checked(self) -> Iterator[tuple[Source, Edited]]:
        """Every article with all its findings, in order."""
        with Press(self._wishes.jobs, sum(map(size_of, self.sources))) as press:
            drafts = ((size_of(source), self._draft(source)) for source in self.sources)
            yield from zip(self.sources, press.edited(drafts), strict=True)

    def problems(self) -> tuple[Problem, ...]:
        """What kept rules from being loaded; nothing did where they are known from an earlier run."""
        return self._newsroom.plugin_problems() if self._loaded or not self.sources else ()

    def fail_on(self, source: Source) -> FailOn:
        return self._newsroom.config_for(source.path).fail_on

    def _require_usable(self, source: Source) -> None:
        cache = self._cache(source)
        if cache is None or not cache.tried:
            self._newsroom.desk_for(source.path)
            self._loaded = True

    def _draft(self, source: Source) -> Draft:
        """The result from an earlier run, or what is needed to get it."""
        document = self._wishes.document_id or self._newsroom.identity(source.path)
        if source.error:
            return unreadable(source.path, *source.error, document)
        config = self._newsroom.config_for(source.path)
        try:
            data = content(source, config.max_size)
        except OSError as error:
            return unreadable(source.path, "unreadable", f"cannot be read: {error.strerror or error}.", document)
        except UnreadableError as error:
            return unreadable(source.path, error.kind, error.message, document)
        sidecar = None if source.stdin else sidecar_of(source.path)
        place = self._place(source, config, document, data, sidecar)
        earlier = kept(place) if place else None
        if earlier is not None:
            return earlier
        encoded = self._newsroom.encoded(config)
        return Task(encoded, data, source.path, document, self._wishes.date, sidecar, place)

    def _place(self, source: Source, config: Config, document: str, data: bytes, sidecar: bytes | None) -> str | None:
        cache = self._cache(source)
        date = self._wishes.date.isoformat() if self._wishes.date else None
        return (
            cache.place(source.path, below(config.root, source.path), document, date, sidecar, data) if cache else None
        )

    def _cache(self, source: Source) -> Cache | None:
        if not self._rules or source.stdin or source.error:
            return None
        config = self._newsroom.config_for(source.path)
        key = f"{self._newsroom.home(source.path)}\0{config.source}"
        if key not in self._caches:
            self._caches[key] = Cache(self._newsroom.home(source.path), config, self._rules)
        return self._caches[key]


def report(run: Run, outputs: Outputs, quiet: bool) -> int:
    """Check every article of a run and write the reports; the exit code."""
    summary = Summary()
    problems = list(run.problems())
    failed = broken = False
    with ExitStack() as stack:
        progress = stack.enter_context(Progress(0 if quiet else len(run.sources), sys.stderr))
        for source, edited in run.edited():
            progress.step()
            summary = summary.plus(edited.report)
            problems += edited.problems
            failed |= fails(edited.report, run.fail_on(source))
            broken |= edited.report.error is not None
            progress.clear()
            tell(edited)
            outputs.file(edited)
    tell_problems(problems)
    outputs.end(summary, problems)
    return 2 if broken or problems else int(failed)


def fails(file: FileReport, fail_on: FailOn) -> bool:
    """Whether an article has a finding that counts as a failure."""
    if fail_on == "never":
        return False
    least = Severity(fail_on).weight
    return any(Severity(finding.severity).weight >= least for finding in file.findings)


def tell_problems(problems: Iterable[Problem]) -> None:
    """Say on standard error what kept rules from being used anywhere."""
    for problem in problems:
        if problem.path is None:
            say(problem.message)


def tell(edited: Edited) -> None:
    """Say on standard error what kept the article from being read or fully checked."""
    error = edited.report.error
    messages = [error.message] if error else []
    for message in (*messages, *(problem.message for problem in edited.problems)):
        say(f"{edited.report.path}: {message}")
