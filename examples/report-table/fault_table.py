"""The most frequent faults in a folder of factlint's JSON reports, as a Markdown or CSV table."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

WEIGHTS = {"suggestion": 0, "warning": 1, "error": 2}
HEADER = ("code", "rule", "errors", "warnings", "suggestions", "articles", "for example")

Row = tuple[str, str, int, int, int, int, str]


def files_of(folder: Path) -> Iterator[dict[str, Any]]:
    """The articles of all reports below a folder. Raises ValueError for a file that is no report."""
    for path in sorted(folder.rglob("*.json")):
        try:
            report = json.loads(path.read_text(encoding="utf-8"))
            version = report["schema_version"]
        except (ValueError, KeyError, TypeError):
            raise ValueError(f"{path}: is no JSON report of factlint") from None
        if version != 1:
            raise ValueError(f"{path}: has schema version {version}; this table reads version 1")
        yield from report["files"]


def rows_of(files: Iterable[dict[str, Any]], least: str) -> list[Row]:
    """One row for each rule that spoke, the most frequent first."""
    found: defaultdict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for file in files:
        for finding in file["findings"]:
            if WEIGHTS[finding["severity"]] >= WEIGHTS[least]:
                found[finding["code"], finding["rule"]].append((file["document_id"] or file["path"], finding))
    rows = [_row(*rule, findings) for rule, findings in found.items()]
    return sorted(rows, key=lambda row: (-sum(row[2:5]), row[0]))


def _row(code: str, rule: str, findings: list[tuple[str, dict[str, Any]]]) -> Row:
    severities = [finding["severity"] for _, finding in findings]
    counts = (severities.count("error"), severities.count("warning"), severities.count("suggestion"))
    return (code, rule, *counts, len({document for document, _ in findings}), findings[0][1]["message"])


def markdown(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a Markdown table."""
    for row in (HEADER, ("---",) * len(HEADER), *rows):
        cells = (" ".join(str(cell).replace("\\", "\\\\").replace("|", "\\|").split()) for cell in row)
        yield f"| {' | '.join(cells)} |"


def main() -> int:
    """Print the table; 2 when a file of the folder is no report, or there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", choices=("markdown", "csv"), default="markdown")
    parser.add_argument("--least", choices=tuple(WEIGHTS), default="suggestion", help="the least severity that counts")
    given = parser.parse_args()
    try:
        files = list(files_of(given.folder))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if not files:
        print(f"{given.folder}: holds no report", file=sys.stderr)
        return 2
    rows = rows_of(files, given.least)
    if given.format == "csv":
        csv.writer(sys.stdout).writerows((HEADER, *rows))
    else:
        print(*markdown(rows), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
