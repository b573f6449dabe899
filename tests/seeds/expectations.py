"""Articles of seeds/ with the findings that are expected of them, and what the linter has to say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factlint import lint

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
SUFFIX = ".expected.jsonl"

Expected = tuple[str, str, tuple[str, ...]]


def articles(*folders: str) -> list[Path]:
    """The articles of some folders of seeds/, in order."""
    found: list[Path] = []
    for folder in folders:
        found += sorted(path for path in (SEEDS / folder).glob("*") if not path.name.endswith(SUFFIX))
    return found


def expected(article: Path) -> list[Expected]:
    """(code, quote, related quotes) of every finding that an article's expectations list."""
    lines = article.with_name(article.name + SUFFIX).read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return sorted((row["code"], row["quote"], tuple(sorted(row["related"]))) for row in rows)


def report(path: Path) -> Any:
    """The report on one file."""
    return lint(path.read_bytes(), path=path.name).files[0]


def reported(article: Path) -> list[Expected]:
    """(code, quote, related quotes) of every warning and error that the linter reports."""
    return sorted(
        (finding.code, finding.quote, tuple(sorted(related.quote for related in finding.related)))
        for finding in report(article).findings
        if finding.severity != "suggestion"
    )


def labels(folder: Path) -> Iterator[dict[str, Any]]:
    """The rows of a folder's labels.jsonl."""
    for line in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
