#!/usr/bin/env python3
"""Score factlint's scanner beside quantulum3 and Recognizers-Text on the labelled figure corpus, and time all three.

usage: extractors.py [--held-out] [--json FILE] [--environments FOLDER] [--kb N]

Each of the two is installed with pip into an environment of its own, kept in FOLDER for the next run. What all three
find is compared with the labels in the same way (tests/figures/score_corpus.py): F1 of values, of values with units, of
hedges, and the share of sentences without figures where one is found. What a reader makes of a labelled date counts
for nobody, and the names that the others give their units are read as ours (peers/units.toml). Speed is that of
reading the same N KB of articles (default 30) paragraph by paragraph in the same run, in seconds of processor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests" / "figures"), str(HERE)]

from score_corpus import DATES, Label, Sentence, scores, sentences  # noqa: E402
from speed import default_texts  # noqa: E402

CHECKS = ("value", "value+unit", "hedge")


class Peer(NamedTuple):
    """Another reader of figures: its name, what pip is asked for, and the script that runs it."""

    name: str
    requirements: tuple[str, ...]
    script: str


PEERS = (
    Peer("quantulum3", ("quantulum3==0.10.0",), "read_quantulum3.py"),
    # The suite does not say which emoji it needs, and does not start with one of 2.0 or later.
    Peer("recognizers-text-suite", ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0"), "read_recognizers.py"),
)


class Result(NamedTuple):
    """A reader's figures, sentence by sentence, and its seconds of processor over all paragraphs; or why there are none."""

    found: list[list[Label]]
    seconds: float
    problem: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="score on the part that nobody learns from")
    parser.add_argument("--json", type=Path, dest="to", help="write the figures here")
    parser.add_argument("--environments", type=Path, default=ROOT / ".venv" / "extractors", help="where to install")
    parser.add_argument("--kb", type=int, default=30, help="KB of articles to time (default 30)")
    chosen = parser.parse_args()
    name = "held_out.jsonl" if chosen.held_out else "learn.jsonl"
    corpus = list(sentences(ROOT / "tests" / "figures" / name))
    texts = paragraphs(chosen.kb * 1000)
    size = sum(len(text.encode()) for text in texts) / 1e6
    results = {"factlint": ours(corpus, texts)}
    for peer in PEERS:
        results[peer.name] = theirs(peer, corpus, texts, chosen.environments)
    table = {reader: row(corpus, result, size) for reader, result in results.items()}
    print_table(name, table)
    if chosen.to:
        content = {"corpus": name, "sentences": len(corpus), "timed_kb": round(size * 1000), "readers": table}
        chosen.to.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def paragraphs(size: int) -> list[str]:
    """Paragraphs of the project's articles, up to a size in bytes."""
    chosen: list[str] = []
    for path in default_texts():
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            if paragraph.strip():
                size -= len(paragraph.encode())
                if size < 0:
                    return chosen
                chosen.append(paragraph)
    return chosen


def ours(corpus: Sequence[Sentence], texts: Sequence[str]) -> Result:
    from factlint import scan

    started = time.process_time()
    for text in texts:
        scan(text)
    return Result([sentence.found for sentence in corpus], time.process_time() - started)


def theirs(peer: Peer, corpus: Sequence[Sentence], texts: Sequence[str], environments: Path) -> Result:
    folder = environments / peer.name
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    try:
        installed(peer, folder, python)
        task = json.dumps({"sentences": [sentence.text for sentence in corpus], "paragraphs": texts})
        command = [str(python), str(HERE / "peers" / peer.script)]
        done = subprocess.run(command, input=task, capture_output=True, text=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError) as error:
        return Result([], 0, str(getattr(error, "stderr", "") or error).strip().splitlines()[-1])
    answer = json.loads(done.stdout)
    units = tomllib.loads((HERE / "peers" / "units.toml").read_text(encoding="utf-8"))[peer.name]
    found = [
        [as_label(sentence.text, figure, units) for figure in figures]
        for sentence, figures in zip(corpus, answer["found"], strict=True)
    ]
    return Result(found, answer["seconds"])


def installed(peer: Peer, folder: Path, python: Path) -> None:
    """Make the environment of a reader, unless it is there with the same requirements."""
    mark = folder / "requirements.txt"
    wanted = "\n".join(peer.requirements)
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return
    venv.create(folder, with_pip=True, clear=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--pre"]
    subprocess.run([*command, *peer.requirements], capture_output=True, text=True, check=True)
    mark.write_text(wanted, encoding="utf-8")


def as_label(text: str, figure: dict[str, Any], units: dict[str, str]) -> Label:
    """A figure of another reader in our words; its unit may stand for a part of ours ("cent": 1/100 USD)."""
    start, end = figure["start"], figure["end"]
    value = None if figure["value"] is None else Fraction(figure["value"])
    name = figure["unit"] or ""
    factor, _, unit = units[name].rpartition(" ") if name in units else ("", "", name)
    if value is not None and factor:
        value *= Fraction(factor)
    return Label(start, end, text[start:end], "count", value, None, None, unit or None, None, None, "well-formed")


def row(corpus: Sequence[Sentence], result: Result, size: float) -> dict[str, Any]:
    if result.problem:
        return {"problem": result.problem}
    read = [
        sentence._replace(found=list(apart_from_dates(sentence, found)))
        for sentence, found in zip(corpus, result.found, strict=True)
    ]
    table = scores(read)
    figures = {check: round(table[check][2], 1) for check in CHECKS}
    return {**figures, "false figures": round(table["false figures"][0], 1), "MB/s": round(size / result.seconds, 3)}


def apart_from_dates(sentence: Sentence, found: Sequence[Label]) -> Iterator[Label]:
    dates = [label for label in sentence.labels if label.kind in DATES]
    for figure in found:
        if figure.kind in DATES or not any(figure.start < date.end and date.start < figure.end for date in dates):
            yield figure


def print_table(name: str, table: dict[str, dict[str, Any]]) -> None:
    columns = (*CHECKS, "false figures", "MB/s")
    print(f"{name:24}" + "".join(f"{column:>15}" for column in columns))
    for reader, figures in table.items():
        if "problem" in figures:
            print(f"{reader:24}   not installed: {figures['problem']}")
        else:
            print(f"{reader:24}" + "".join(f"{figures[column]:>15}" for column in columns))


if __name__ == "__main__":
    main()
