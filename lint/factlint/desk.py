"""The desk: takes one article at a time, under one configuration, and hands back what is to be said of it."""

from __future__ import annotations

import datetime as dt

from factlint.article.article import Article
from factlint.article.decode import UnreadableError
from factlint.assembly import file_report
from factlint.config import Config
from factlint.encodable import encodable
from factlint.engine import check, understand
from factlint.globs import below, matches
from factlint.options import checked_options
from factlint.problem import SettingsError, UnknownRuleError
from factlint.proof import Edited, Proof, unreadable
from factlint.registry import Registry, installed
from factlint.rule import Rule
from factlint.suppress import suppressed


class Desk:
    """Rules under one configuration. Holds nothing of the articles that pass, and may serve several threads."""

    def __init__(self, config: Config, registry: Registry | None = None) -> None:
        """Raises SettingsError when the configuration names rules or options that are not there."""
        self.config = config
        self.registry = installed() if registry is None else registry
        self._rules = tuple(self._configured(rule) for rule in self.registry.rules)
        self._everywhere = self._codes("select", config.select) - self._codes("ignore", config.ignore)
        self._by_pattern = tuple(
            (
                layer.root,
                pattern,
                None if setting.select is None else self._codes(f"per-path.{pattern}", setting.select),
                self._codes(f"per-path.{pattern}", setting.ignore),
            )
            for layer in config.layers
            for pattern, setting in layer.per_path.items()
        )
        self._require_known_rules()

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on an article with this path."""
        codes = self._everywhere
        for root, pattern, only, never in self._by_pattern:
            if matches(below(root, path), pattern):
                codes = (codes if only is None else codes & only) - never
        return tuple(rule for rule in self._rules if rule.code in codes)

    def read(self, data: str | bytes, path: str, *, format: str | None = None, date: dt.date | None = None) -> Article:
        """Read an article as the configuration says. Raises UnreadableError."""
        from factlint.article import read

        if isinstance(data, str) and len(data) > self.config.max_size:
            size = f"has {len(data):,} characters, more than the limit of {self.config.max_size:,}"
            raise UnreadableError("too-large", f"the article {size}.")
        return read(
            encodable(data) if isinstance(data, str) else data,
            path=path,
            format=format,
            encoding=self.config.encoding,
            date=date,
            fields=self.config.fields,
            max_bytes=self.config.max_size,
        )

    def edit(
        self,
        data: str | bytes,
        path: str,
        *,
        format: str | None = None,
        date: dt.date | None = None,
        document_id: str | None = None,
        sidecar: bytes | None = None,
    ) -> Edited:
        """Read and check one article; ``sidecar`` is the file beside it that sets findings aside.

        An article that cannot be read is reported as such.
        """
        path = encodable(path)
        document_id = None if document_id is None else encodable(document_id)
        try:
            article = self.read(data, path, format=format, date=date)
            rules = self.rules_for(path)
            checked = check(understand(article), rules)
            proof = Proof(checked.reading.article, checked.findings, checked.ticks)
            edited = Edited(file_report(proof, path, document_id), proof, checked.problems)
            return suppressed(edited, self.registry, rules, sidecar)
        except UnreadableError as error:
            return unreadable(path, error.kind, _located(error), document_id)
        except Exception as error:
            # A fault of ours, on one article: the others are still checked.
            said = f"factlint failed on this article, please report it: {type(error).__name__}: {error}"
            return unreadable(path, "internal", said, document_id)

    def _configured(self, rule: type[Rule]) -> Rule:
        for word, setting in self.config.rules.items():
            if word.upper() == rule.code or word in (rule.name, *rule.aliases):
                where = self.config.where(f"rules.{word}")
                return rule(checked_options(rule, setting.options, where, setting.roots), setting.severity)
        return rule()

    def _codes(self, table: str, words: tuple[str, ...]) -> frozenset[str]:
        try:
            return self.registry.matching(words)
        except UnknownRuleError as error:
            raise SettingsError(f"{self.config.where(table)}: {error}") from None

    def _require_known_rules(self) -> None:
        for word in self.config.rules:
            try:
                self.registry.find(word)
            except UnknownRuleError as error:
                raise SettingsError(f"{self.config.where(f'rules.{word}')}: {error}") from None


def _located(error: UnreadableError) -> str:
    """The message with the line and column where they are known."""
    if error.line is None:
        return error.message
    column = f", column {error.column}" if error.column is not None else ""
    return f"line {error.line}{column}: {error.message}"
