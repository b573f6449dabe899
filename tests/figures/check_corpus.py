"""Check the labelled figure corpus: every label legal, every quote where it says it is; then print the counts.

Run `python tests/figures/check_corpus.py [FILE ...]`; without arguments, the two files beside this one.
Exit 1 and one line for each defect (file:line: what) when something is wrong. README.md describes the format.
"""

import itertools
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPUS = (HERE / "learn.jsonl", HERE / "held_out.jsonl")

VOCABULARY = tomllib.loads((HERE / "vocabulary.toml").read_text(encoding="utf-8"))
UNITS = VOCABULARY["units"]
REQUIRED = {"quote", "kind", "value", "unit", "hedge", "noun", "form"}
OPTIONAL = {"nth", "low", "high"}


def occurrences(text: str, quote: str) -> list[int]:
    """Every offset at which `quote` begins in `text`, overlapping ones included."""
    return [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]


def unit_fits(kind: str, unit: str | None) -> bool:
    """Whether a figure of this kind may carry this unit."""
    if kind == "money":
        currency, rate, per = (unit or "").partition("/")
        return currency in UNITS["currency"] and (not rate or per in UNITS["per"])
    return unit in UNITS[kind] if kind in UNITS else unit is None


def value_defects(figure: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the value and the ends of one figure."""
    ranged = "low" in figure or "high" in figure
    empty = ranged or figure["kind"] in VOCABULARY["without_value"] or figure["form"] != "well-formed"
    if (figure["value"] is None) != empty:
        yield "value is null exactly for ranges, dates, periods, times and malformed numbers"
    if ranged and Fraction(figure["low"]) >= Fraction(figure["high"]):
        yield "low is not below high"
    if figure["value"] is not None:
        Fraction(figure["value"])


def figure_defects(figure: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the labels of one figure, whatever its place."""
    if not REQUIRED <= figure.keys() <= REQUIRED | OPTIONAL:
        yield f"keys {sorted(figure)}"
        return
    if figure["kind"] not in VOCABULARY["kinds"]:
        yield f"kind {figure['kind']}"
    if figure["hedge"] is not None and figure["hedge"] not in VOCABULARY["hedges"]:
        yield f"hedge {figure['hedge']}"
    if figure["form"] not in VOCABULARY["forms"]:
        yield f"form {figure['form']}"
    if not unit_fits(figure["kind"], figure["unit"]):
        yield f"unit {figure['unit']} for {figure['kind']}"
    if figure["noun"] is not None and figure["kind"] != "count":
        yield f"noun for {figure['kind']}"
    yield from value_defects(figure)


def place_defects(sentence: dict[str, Any]) -> Iterator[str]:
    """Quotes that are not there, figures that overlap, names that are not there or lie across a figure."""
    text, taken = sentence["text"], []
    for figure in sentence["figures"]:
        starts = occurrences(text, figure["quote"])
        nth = figure.get("nth", 0)
        if nth >= len(starts):
            yield f"{figure['quote']!r} does not occur {nth + 1} times"
            continue
        taken.append((starts[nth], starts[nth] + len(figure["quote"])))
    for before, after in itertools.pairwise(taken):
        if after[0] < before[1]:
            yield f"figures overlap or are out of order at {after[0]}"
    for name in sentence.get("names", ()):
        spans = [(start, start + len(name)) for start in occurrences(text, name)]
        free = [span for span in spans if all(span[1] <= low or span[0] >= high for low, high in taken)]
        if not free:
            yield f"name {name!r} is not there, or only inside a figure"


def sentence_defects(sentence: dict[str, Any]) -> Iterator[str]:
    """Everything that is wrong with one line of the corpus."""
    for figure in sentence["figures"]:
        for defect in figure_defects(figure):
            yield f"{figure.get('quote')!r}: {defect}"
    yield from place_defects(sentence)
    if not sentence["figures"] and not re.search(r"\d", sentence["text"]):
        yield "neither a figure nor a digit"


def counts(sentences: list[dict[str, Any]]) -> Iterator[str]:
    """The sizes of one file: sentences, figures, then by style, kind, unit, hedge and form."""
    figures = [figure for sentence in sentences for figure in sentence["figures"]]
    bare = sum(not sentence["figures"] for sentence in sentences)
    yield f"{len(sentences)} sentences, {len(figures)} figures, {bare} sentences without any"
    tallies = {"style": Counter(sentence["style"] for sentence in sentences)}
    tallies |= {key: Counter(figure[key] for figure in figures) for key in ("kind", "unit", "hedge", "form")}
    for key, tally in tallies.items():
        yield f"  {key}: " + ", ".join(f"{name} {number}" for name, number in tally.most_common())


def main(paths: list[Path]) -> int:
    """Print the defects and the counts of the files; 1 when there is a defect."""
    failed = False
    seen: dict[str, str] = {}
    for path in paths:
        sentences = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for number, sentence in enumerate(sentences, 1):
            here = f"{path.name}:{number}"
            defects = list(sentence_defects(sentence))
            if (first := seen.setdefault(sentence["text"], here)) != here:
                defects.append(f"the same sentence as {first}")
            for defect in defects:
                print(f"{here}: {defect}")
            failed |= bool(defects)
        print(f"{path.name}: " + "\n".join(counts(sentences)))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]] or list(CORPUS)))
