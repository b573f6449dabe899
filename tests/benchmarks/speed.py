#!/usr/bin/env python3
"""Measure factlint: throughput, start-up, memory, and what a plain check imports.

usage: speed.py [--json FILE] [--size KB] [TEXT...]

TEXT are the articles to join, by default those of seeds/ and tests/benchmarks/quality/, text files only. Prints a
table and, with --json, writes the figures: megabytes of UTF-8 a second for reading, scanning and a full lint on one
core (best of 3); milliseconds per KB at 10 and 1,000 KB; the best of 10 runs of whole processes in milliseconds, of an
article that was not checked before and of the same one again, whose result is in the cache; the peak memory of a check
in MB (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("numpy", "pint", "duckdb", "pandas", "rich", "markdown_it")
RUNS = 10
# A process that may not write bytecode compiles every module again: not what a user has.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--json", type=Path, dest="to", help="write the figures here")
    parser.add_argument("--size", type=int, default=300, help="KB of text to lint (default 300)")
    arguments = parser.parse_args()
    corpus = joined(arguments.texts or default_texts(), arguments.size * 1000)
    figures = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "corpus_kb": len(corpus.encode()) // 1000,
        **throughput(corpus),
        **growth(corpus),
        **processes(corpus),
    }
    for name, value in figures.items():
        print(f"{name:28} {value}")
    if arguments.to:
        arguments.to.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def default_texts() -> list[Path]:
    folders = (ROOT / "seeds", ROOT / "tests" / "benchmarks" / "quality")
    return sorted(path for folder in folders for path in folder.rglob("*.txt"))


def joined(paths: list[Path], size: int) -> str:
    """The articles one after another, repeated up to a size in bytes."""
    if not paths:
        sys.exit("speed.py: there is no text to measure with")
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
    return cut("\n\n".join([text] * (size // len(text.encode()) + 1)), size)


def cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")


def throughput(corpus: str) -> dict[str, Any]:
    from factlint import lint
    from factlint.article import read
    from factlint.figures.scan import scan_text

    article = read(corpus, path="corpus.txt")
    size = len(corpus.encode()) / 1e6
    return {
        "read_mb_per_s": round(size / best(lambda: read(corpus, path="corpus.txt")), 2),
        "scan_mb_per_s": round(size / best(lambda: scan_text(article.text, article.date)), 2),
        "lint_mb_per_s": round(size / best(lambda: lint(corpus, path="corpus.txt")), 2),
    }


def growth(corpus: str) -> dict[str, Any]:
    """How seconds per KB grow from articles of 10 KB to one of 1 MB: the same paragraphs, whole and in pieces."""
    from factlint import lint, scan

    pieces = in_pieces(corpus, 1_000_000, 10_000)
    figures: dict[str, Any] = {}
    for name, work in (("scan", scan), ("lint", lint)):
        work(pieces[0])
        small = best(lambda work=work: [work(piece) for piece in pieces], runs=1)
        large = best(lambda work=work: work("\n\n".join(pieces)), runs=1)
        figures[f"{name}_ms_per_kb_at_10_kb"] = round(small, 3)
        figures[f"{name}_ms_per_kb_at_1_mb"] = round(large, 3)
        figures[f"{name}_growth"] = round(large / small, 2)
    return figures


def in_pieces(corpus: str, size: int, piece: int) -> list[str]:
    """The paragraphs of a text in an order of chance, again and again up to a size, in pieces of about one size."""
    paragraphs = corpus.split("\n\n")
    chance = random.Random(1)
    pieces: list[str] = []
    held: list[str] = []
    while len(pieces) * piece < size:
        for paragraph in chance.sample(paragraphs, len(paragraphs)):
            held.append(paragraph)
            if sum(map(len, held)) >= piece:
                pieces.append("\n\n".join(held))
                held = []
    return pieces[: size // piece]


def best(run: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the fastest of some runs."""
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def processes(corpus: str) -> dict[str, Any]:
    program = str(Path(sys.executable).with_name("factlint"))
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(cut(corpus, 5000), encoding="utf-8")
        check = [program, "check", str(article)]
        version = best(lambda: subprocess.run([program, "--version"], capture_output=True, env=ENVIRONMENT), RUNS)
        whole = best(lambda: subprocess.run([*check, "--no-cache"], capture_output=True, env=ENVIRONMENT), RUNS)
        # The first of these runs keeps the result, the others find it.
        cached = best(lambda: subprocess.run(check, capture_output=True, env=ENVIRONMENT, cwd=folder), RUNS)
        memory, imported = inside(str(article))
    return {
        "version_ms": round(version * 1000, 1),
        "check_5_kb_ms": round(whole * 1000, 1),
        "check_5_kb_again_ms": round(cached * 1000, 1),
        "check_5_kb_peak_mb": memory,
        "heavy_modules_imported": imported,
    }


def inside(article: str) -> tuple[float, list[str]]:
    """Peak memory of a check of one article, and which heavy modules it imported."""
    code = (
        "import json, sys; from factlint.cli import main; main(['check', sys.argv[1]]);"
        f"heavy = [name for name in {HEAVY!r} if name in sys.modules];"
        # Not getrusage: its peak includes that of the parent before the process was its own.
        "peak = [line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')];"
        "print(json.dumps([int(peak[0]), heavy]), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, article], capture_output=True, text=True, check=True)
    peak, heavy = json.loads(done.stderr.splitlines()[-1])
    return round(peak / 1000, 1), heavy


if __name__ == "__main__":
    main()
