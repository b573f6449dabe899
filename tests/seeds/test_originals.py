"""The published articles that the project was started from, when they are at hand, and the labelled ones."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from expectations import ROOT, labels, report

ORIGINALS = ROOT.parent / "shared" / "seeds"
LABELLED = ROOT.parent / "shared" / "dev"
here = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not at hand")
RANK = {"suggestion": 0, "warning": 1, "error": 2}
MAY_SUGGEST = {"plausibility", "out-of-range"}


def spans(finding: Any) -> list[tuple[int, int]]:
    return [(part.span.start, part.span.end) for part in [finding, *finding.related]]


def touches(finding: Any, source: str, quotes: list[str]) -> bool:
    places = [(source.find(quote), source.find(quote) + len(quote)) for quote in quotes]
    return any(start < high and low < end for start, end in spans(finding) for low, high in places)


@here
@pytest.mark.parametrize("row", list(labels(ORIGINALS)) if ORIGINALS.is_dir() else [], ids=lambda row: row["kind"])
def test_every_labelled_fault_of_the_originals_is_reported(row: dict[str, Any]) -> None:
    path = ORIGINALS / row["file"]
    least = 0 if row["kind"] in MAY_SUGGEST else 1
    findings = [finding for finding in report(path).findings if RANK[finding.severity] >= least]
    assert any(touches(finding, path.read_text("utf-8"), row["quotes"]) for finding in findings)


@here
def test_nothing_else_is_reported_in_the_originals() -> None:
    quotes: dict[str, list[str]] = defaultdict(list)
    for row in labels(ORIGINALS):
        quotes[row["file"]] += row["quotes"]
    stray = []
    for path in sorted(ORIGINALS.glob("*.txt")):
        source = path.read_text("utf-8")
        for finding in report(path).findings:
            tag = finding.code == "ART002" and finding.quote in ("H2:", "H3:")
            if RANK[finding.severity] and not tag and not touches(finding, source, quotes[path.name]):
                stray.append((path.name, finding.code, finding.message))
    assert stray == []


@here
def test_the_clean_original_has_confirmed_figures() -> None:
    path = next(ORIGINALS.glob("002*.txt"))
    assert any(figure.status == "confirmed" for figure in report(path).figures)


@here
@pytest.mark.parametrize("folder", [ORIGINALS, LABELLED / "china", LABELLED / "world"], ids=lambda path: path.name)
def test_every_quote_is_the_source_at_its_span(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".txt", ".md", ".html", ".json"):
            continue
        source = path.read_text("utf-8")
        file = report(path)
        for item in [*file.findings, *file.figures, *(other for found in file.findings for other in found.related)]:
            assert source[item.span.start : item.span.end] == item.quote
