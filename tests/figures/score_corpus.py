"""Score the scanner on the labelled figure corpus.

Run ``python tests/figures/score_corpus.py [--held-out] [--misses] [--only KIND]``. A figure found and a label are
compared where their spans overlap. Rows of the table:

- value: the value (of a range both ends, of a malformed number its form), whatever the unit;
- value+unit; hedge (figures that carry one, on either side); span (both ends exact); kind; noun (counts);
- dates: span and kind of dates, periods and times.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from factlint.figures.figure import Figure
from factlint.figures.scan import scan

HERE = Path(__file__).parent
DATES = ("date", "period", "time")


class Label(NamedTuple):
    """A labelled figure, or one that was found, in the same words."""

    start: int
    end: int
    quote: str
    kind: str
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unit: str | None
    hedge: str | None
    noun: str | None
    form: str


class Sentence(NamedTuple):
    """A sentence with what stands in it and what was found."""

    text: str
    style: str
    labels: list[Label]
    found: list[Label]


def sentences(path: Path) -> Iterator[Sentence]:
    """Every labelled sentence of a file, scanned."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            date = dt.date.fromisoformat(row["date"]) if row.get("date") else None
            found = [_of_figure(figure) for figure in scan(row["text"], date=date) if figure.kind != "name"]
            yield Sentence(
                row["text"], row["style"], [_of_row(row["text"], figure) for figure in row["figures"]], found
            )


def _of_row(text: str, row: dict[str, Any]) -> Label:
    start = -1
    for _ in range(row.get("nth", 0) + 1):
        start = text.index(row["quote"], start + 1)
    number = {name: Fraction(row[name]) if row.get(name) is not None else None for name in ("value", "low", "high")}
    return Label(
        start, start + len(row["quote"]), row["quote"], row["kind"], number["value"], number["low"], number["high"],
        row["unit"], row["hedge"], row["noun"], row["form"],
    )  # fmt: skip


def _of_figure(figure: Figure) -> Label:
    low = high = None
    if figure.ends:
        low, high = figure.ends[0].value, figure.ends[-1].value
    elif figure.value is None and figure.interval is not None:
        low, high = figure.interval.low, figure.interval.high
    return Label(
        figure.start, figure.end, figure.quote, figure.kind, figure.value, low, high, figure.unit, figure.hedge,
        figure.noun, figure.form,
    )  # fmt: skip


def _same_value(one: Label, other: Label) -> bool:
    return (one.value, one.low, one.high, one.form) == (other.value, other.low, other.high, other.form)


CHECKS: dict[str, tuple[Callable[[Label], bool], Callable[[Label, Label], bool]]] = {
    "value": (lambda one: one.kind not in DATES, _same_value),
    "value+unit": (
        lambda one: one.kind not in DATES,
        lambda one, other: _same_value(one, other) and one.unit == other.unit,
    ),
    "hedge": (lambda one: one.kind not in DATES and one.hedge is not None, lambda one, other: one.hedge == other.hedge),
    "span": (lambda one: one.kind not in DATES, lambda one, other: one[:2] == other[:2]),
    "kind": (lambda one: one.kind not in DATES, lambda one, other: one.kind == other.kind),
    "noun": (lambda one: one.kind == "count" and one.noun is not None, lambda one, other: one.noun == other.noun),
    "dates": (lambda one: one.kind in DATES, lambda one, other: one[:2] == other[:2] and one.kind == other.kind),
}


def matched(
    labels: list[Label], found: list[Label], same: Callable[[Label, Label], bool]
) -> tuple[int, list[Label], list[Label]]:
    """How many labels are found, those that are missed, and the figures that are wrong."""
    wrong = list(found)
    missed = []
    for label in labels:
        for figure in wrong:
            if figure.start < label.end and label.start < figure.end and same(label, figure):
                wrong.remove(figure)
                break
        else:
            missed.append(label)
    return len(labels) - len(missed), missed, wrong


def scores(corpus: list[Sentence]) -> dict[str, tuple[float, float, float]]:
    """Recall, precision and F1 in percent by check; and the share of sentences without figures where one is found."""
    table = {}
    for name, (chosen, same) in CHECKS.items():
        right = labelled = found = 0
        for sentence in corpus:
            labels = [label for label in sentence.labels if chosen(label)]
            figures = [figure for figure in sentence.found if chosen(figure)]
            right += matched(labels, figures, same)[0]
            labelled += len(labels)
            found += len(figures)
        recall, precision = 100 * right / max(labelled, 1), 100 * right / max(found, 1)
        table[name] = (recall, precision, 2 * recall * precision / max(recall + precision, 1e-9))
    bare = [sentence for sentence in corpus if not sentence.labels]
    false = 100 * sum(bool(sentence.found) for sentence in bare) / max(len(bare), 1)
    table["false figures"] = (false, false, false)
    return table


def misses(corpus: list[Sentence], name: str) -> Iterator[str]:
    """A line for each sentence with a miss by one check."""
    chosen, same = CHECKS[name]
    for sentence in corpus:
        labels = [label for label in sentence.labels if chosen(label)]
        figures = [figure for figure in sentence.found if chosen(figure)]
        _, missed, wrong = matched(labels, figures, same)
        if missed or wrong:
            yield f"{sentence.style}: {sentence.text}"
            yield from (f"    missed {_line(label)}" for label in missed)
            yield from (f"    wrong  {_line(figure)}" for figure in wrong)


def _line(label: Label) -> str:
    ends = f" [{label.low}, {label.high}]" if label.low is not None or label.high is not None else ""
    return f"{label.quote!r} {label.kind} {label.value}{ends} {label.unit} hedge={label.hedge} noun={label.noun} {label.form}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="measure on the part that nobody learns from")
    parser.add_argument("--misses", metavar="CHECK", choices=list(CHECKS), help="print what is missed by a check")
    chosen = parser.parse_args()
    if chosen.held_out and chosen.misses:
        parser.error("the misses of the held-out part stay unread")
    corpus = list(sentences(HERE / ("held_out.jsonl" if chosen.held_out else "learn.jsonl")))
    for line in misses(corpus, chosen.misses) if chosen.misses else ():
        print(line)
    print(f"{'':14}{'recall':>8}{'precision':>11}{'F1':>8}")
    for name, (recall, precision, f1) in scores(corpus).items():
        if name == "false figures":
            print(f"{name:14}{recall:27.1f}")
        else:
            print(f"{name:14}{recall:8.1f}{precision:11.1f}{f1:8.1f}")


if __name__ == "__main__":
    main()
