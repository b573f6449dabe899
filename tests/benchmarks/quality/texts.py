"""The articles that quality is measured on: folders with labelled faults, and articles that are known to be clean."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from factlint.article import read
from factlint.article.article import Article, BlockKind

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SEEDS = ROOT / "seeds"
DEV = ROOT.parent / "shared" / "dev"
LABELS = "labels.jsonl"
ARTICLES = {".txt", ".md", ".html", ".json"}
NOT_READ = {BlockKind.METADATA, BlockKind.BOILERPLATE, BlockKind.CODE}

Label = Mapping[str, Any]


class Text:
    """One article as a file holds it and as a reader sees it. Offsets count ``clean`` unless a name says source."""

    def __init__(self, path: Path, source: str | None = None) -> None:
        self.path = path
        self.source = path.read_bytes().decode("utf-8") if source is None else source

    @cached_property
    def article(self) -> Article:
        return read(self.source, path=self.path.name)

    @property
    def clean(self) -> str:
        return self.article.text

    @cached_property
    def prose(self) -> tuple[tuple[int, int], ...]:
        """The blocks that readers read: no dateline of the page, boilerplate or code."""
        return tuple((block.start, block.end) for block in self.article.blocks if block.kind not in NOT_READ)

    @cached_property
    def headlines(self) -> tuple[tuple[int, int], ...]:
        blocks = self.article.blocks
        return tuple((block.start, block.end) for block in blocks if block.kind is BlockKind.HEADLINE)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple((sentence.start, sentence.end) for sentence in self.article.sentences)

    def edited(self, start: int, end: int, replacement: str) -> Text | None:
        """The article with one stretch replaced; None where markup stands in it or the page falls apart."""
        first, last = self.article.source_span(start, end)
        if self.source[first:last] != self.clean[start:end]:
            return None
        changed = Text(self.path, self.source[:first] + replacement + self.source[last:])
        return changed if changed.clean == self.clean[:start] + replacement + self.clean[end:] else None


def articles(folder: Path) -> list[Path]:
    """The articles of a folder, in order."""
    return sorted(path for path in folder.iterdir() if path.suffix in ARTICLES)


def labels(folder: Path) -> dict[str, list[Label]]:
    """The planted faults of a labelled folder by file name."""
    rows: dict[str, list[Label]] = defaultdict(list)
    for line in (folder / LABELS).read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            rows[row["file"]].append(row)
    return rows


def labelled_folders(held_out: bool = False) -> list[Path]:
    """Every folder with labels; those that nobody develops against only when asked for."""
    homes = [home for home in (DEV, HERE) if home.is_dir()]
    folders = sorted({path.parent for home in homes for path in home.glob(f"*/{LABELS}")})
    return [folder for folder in folders if held_out or not folder.name.endswith("held-out")]


def clean_articles() -> list[Path]:
    """Articles without a fault: true ones of seeds/, and those of the labelled folders that have no label."""
    found = articles(SEEDS / "negative")
    found += [path for path in articles(SEEDS / "retold") if path.name.startswith("002")]
    for folder in labelled_folders():
        faulty = labels(folder)
        found += [path for path in articles(folder) if path.name not in faulty]
    return found


def called(folder: Path) -> str:
    """What a labelled folder is called in a table: dev/china, quality/world."""
    return f"{folder.parent.name}/{folder.name}"
