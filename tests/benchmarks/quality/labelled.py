#!/usr/bin/env python3
"""Run the linter over every labelled folder, and print how many of the planted faults it finds, and what it alarms wrongly.

usage: labelled.py [--folder WORD] [--held-out] [--min-severity SEVERITY] [--misses] [--false] [--json FILE]

A fault is *found* when a finding at or above the severity touches one of its quotes, with its place or a related one;
*pinned* when one finding touches all of its quotes. A finding that touches no quote of any fault of its article is a
false alarm. Precision is found / (found + false alarms). Folders whose name ends in ``held-out`` are left alone
unless asked for: nobody reads them, so that they measure what the linter has not seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from factlint.config import Config
from factlint.desk import Desk
from factlint.report import FileReport, FindingReport
from texts import Label, articles, called, labelled_folders, labels

WEIGHT = {"suggestion": 0, "warning": 1, "error": 2}
WIDTH = 11

Span = tuple[int, int]


class Fault(msgspec.Struct, frozen=True):
    """A planted fault and what became of it."""

    folder: str
    file: str
    kind: str
    quotes: tuple[str, ...]
    why: str
    found: bool
    pinned: bool
    rules: tuple[str, ...]


class Alarm(msgspec.Struct, frozen=True):
    """A finding where nothing was planted."""

    folder: str
    file: str
    code: str
    severity: str
    quote: str
    message: str


class Scored(msgspec.Struct, frozen=True):
    """The faults and false alarms of some articles; ``clean`` are the articles without a fault, by path."""

    faults: tuple[Fault, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    clean: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def plus(self, other: Scored) -> Scored:
        return Scored(
            self.faults + other.faults,
            self.alarms + other.alarms,
            self.clean + other.clean,
            self.unread + other.unread,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", default="", help="only folders whose name contains this")
    parser.add_argument("--held-out", action="store_true", help="also the folders that nobody develops against")
    parser.add_argument("--min-severity", choices=list(WEIGHT), default="warning")
    parser.add_argument("--misses", action="store_true", help="print the faults that were not found")
    parser.add_argument("--false", action="store_true", dest="alarms", help="print the false alarms")
    parser.add_argument("--json", type=Path, dest="to", help="write the table, the faults and the false alarms here")
    arguments = parser.parse_args()
    folders = [folder for folder in labelled_folders(arguments.held_out) if arguments.folder in called(folder)]
    desk = Desk(Config())
    scores = {called(folder): scored_folder(folder, desk, WEIGHT[arguments.min_severity]) for folder in folders}
    whole = Scored()
    for score in scores.values():
        whole = whole.plus(score)
    by_kind = {
        kind: Scored(faults=tuple(fault for fault in whole.faults if fault.kind == kind))
        for kind in sorted({fault.kind for fault in whole.faults})
    }
    table = {name: row(score) for name, score in {**scores, "all": whole, **by_kind}.items()}
    print_table(table, kinds=set(by_kind))
    for path in whole.unread:
        print(f"UNREAD {path}")
    if arguments.misses:
        for fault in whole.faults:
            if not fault.found:
                print(f"MISS {fault.folder}/{fault.file} [{fault.kind}] {' | '.join(fault.quotes)} :: {fault.why}")
    if arguments.alarms:
        for alarm in whole.alarms:
            print(f"FALSE {alarm.folder}/{alarm.file} {alarm.code} {alarm.severity} {alarm.quote!r}: {alarm.message}")
    if arguments.to:
        written = {"table": table, **msgspec.to_builtins(whole)}
        arguments.to.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


def scored_folder(folder: Path, desk: Desk, floor: int) -> Scored:
    planted = labels(folder)
    score = Scored()
    for path in articles(folder):
        data = path.read_bytes()
        report = desk.edit(data, path.name).report
        score = score.plus(scored(called(folder), report, data.decode("utf-8"), planted.get(path.name, []), floor))
    return score


def scored(folder: str, report: FileReport, source: str, planted: Sequence[Label], floor: int) -> Scored:
    """The faults of one article, found or not, and the findings that touch none of them."""
    findings = [finding for finding in report.findings if WEIGHT[finding.severity] >= floor]
    faults: list[Fault] = []
    used: set[str] = set()
    for label in planted:
        quotes = [(source.find(quote), source.find(quote) + len(quote)) for quote in label["quotes"] if quote in source]
        hits = [finding for finding in findings if any(touched(finding, quote) for quote in quotes)]
        used |= {finding.fingerprint for finding in hits}
        faults.append(
            Fault(
                folder=folder,
                file=report.path,
                kind=label["kind"],
                quotes=tuple(label["quotes"]),
                why=label["why"],
                found=bool(hits),
                pinned=any(all(touched(finding, quote) for quote in quotes) for finding in hits),
                rules=tuple(sorted({finding.code for finding in hits})),
            )
        )
    alarms = tuple(
        Alarm(folder, report.path, finding.code, finding.severity, finding.quote, finding.message)
        for finding in findings
        if finding.fingerprint not in used
    )
    path = f"{folder}/{report.path}"
    unread = (f"{path}: {report.error.message}",) if report.error else ()
    return Scored(tuple(faults), alarms, () if planted else (path,), unread)


def touched(finding: FindingReport, quote: Span) -> bool:
    """Whether a finding points at a stretch of the source, with its place or a related one."""
    spans = [finding.span, *(related.span for related in finding.related)]
    return any(span.start < quote[1] and quote[0] < max(span.end, span.start + 1) for span in spans)


def row(score: Scored) -> dict[str, Any]:
    faults, found = len(score.faults), sum(fault.found for fault in score.faults)
    alarmed = {f"{alarm.folder}/{alarm.file}" for alarm in score.alarms}
    return {
        "faults": faults,
        "found": found,
        "recall": ratio(found, faults),
        "pinned": ratio(sum(fault.pinned for fault in score.faults), found),
        "false": len(score.alarms),
        "precision": ratio(found, found + len(score.alarms)),
        "clean": len(score.clean),
        "alarmed": len(alarmed & set(score.clean)),
    }


def ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def print_table(table: dict[str, dict[str, Any]], kinds: set[str]) -> None:
    """Folders and their sum, then kinds, to which no false alarm and no clean article belongs."""
    columns = list(next(iter(table.values())))
    print(f"{'':24}" + "".join(f"{column:>{WIDTH}}" for column in columns))
    for name, figures in table.items():
        shown = ["-" if figures[column] is None else str(figures[column]) for column in columns]
        if name in kinds:
            shown = shown[: columns.index("false")]
        print(f"{name:24}" + "".join(f"{value:>{WIDTH}}" for value in shown))


if __name__ == "__main__":
    main()
