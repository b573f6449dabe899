"""``factlint check --fix``: writes safe repairs into the articles, or shows them as a diff."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from factlint.cli.ending import say
from factlint.cli.newsroom import Newsroom
from factlint.cli.running import Run, Wishes
from factlint.cli.sources import Source
from factlint.fixes import encoded, fixed, safe_fixes
from factlint.problem import SettingsError
from factlint.proof import Edited
from factlint.reports.printable import safe
from factlint.reports.wording import counted
from factlint.whole import WholeFile

_ROUNDS = 10
"""Repairs that bring about repairs are followed no further."""


def fix(newsroom: Newsroom, found: Sequence[Source], wishes: Wishes) -> None:
    """Write every safe repair into its file. Raises SettingsError when one cannot be written."""
    _require_files(found)
    left, repaired, articles = list(found), 0, set()
    for _ in range(_ROUNDS):
        changed = []
        for source, edited, original, text, count in _repairs(newsroom, left, wishes):
            _write(source, edited, original, text)
            repaired += count
            articles.add(source.path)
            changed.append(source)
        left = changed
        if not left:
            break
    if repaired:
        say(f"{counted(repaired, 'slip')} repaired in {counted(len(articles), 'file')}")


def show_fixes(newsroom: Newsroom, found: Sequence[Source], wishes: Wishes) -> int:
    """Print what --fix would change as a unified diff; 1 when it would change something."""
    from difflib import unified_diff

    _require_files(found)
    any_repair = False
    for source, _, original, text, _ in _repairs(newsroom, found, wishes):
        any_repair = True
        before, after = original.splitlines(keepends=True), text.splitlines(keepends=True)
        for line in unified_diff(before, after, source.path, source.path):
            shown = safe(line.rstrip("\r\n"))
            sys.stdout.buffer.write(shown.encode() + b"\n")
    return int(any_repair)


def _repairs(
    newsroom: Newsroom, found: Sequence[Source], wishes: Wishes
) -> Iterator[tuple[Source, Edited, str, str, int]]:
    """Every article that would change: its text before and after, and the number of repairs."""
    for source, edited in Run(newsroom, found, wishes).edited():
        repairs = safe_fixes(edited.report)
        if edited.proof is not None and repairs:
            yield source, edited, edited.proof.article.source.text, fixed(edited.proof, repairs), len(repairs)


def _write(source: Source, edited: Edited, original: str, text: str) -> None:
    try:
        with open(source.path, "rb") as file:
            before = file.read()
        data = encoded(edited, text, before)
        if encoded(edited, original, before) != before:
            raise SettingsError(
                f"{source.path}: has changed since it was read, or holds bytes that are no text; not repaired."
            )
    except OSError as error:
        raise SettingsError(f"{source.path}: cannot be repaired: {error.strerror}.") from None
    except UnicodeEncodeError:
        raise SettingsError(f"{source.path}: its encoding cannot hold the repair.") from None
    with WholeFile(source.path) as out:
        out.write(data)


def _require_files(found: Sequence[Source]) -> None:
    if any(source.stdin for source in found):
        raise SettingsError("--fix and --diff repair files, and standard input is none.")
