"""Every line is one object, and reads back as what it was."""

from __future__ import annotations

import msgspec
from factlint.report import Summary
from factlint.reports.jsonl import FindingLine, Line, ProblemLine, SummaryLine, UnreadableLine
from hostile import edited, problem, unread, words, written
from hypothesis import given, settings


def lines(data: bytes) -> list[Line]:
    decoder = msgspec.json.Decoder(Line)
    return [decoder.decode(line) for line in data.removesuffix(b"\n").split(b"\n")]


def test_a_run_without_findings_ends_with_its_counts() -> None:
    assert lines(written("jsonl")) == [SummaryLine(Summary())]


@settings(max_examples=60, deadline=None)
@given(words, words)
def test_any_words_read_back(said: str, path: str) -> None:
    done = edited(said, f"{path}.txt")
    missing, told = unread(said), problem(said)
    own = (done.report.path, done.report.document_id)
    summary = Summary().plus(done.report).plus(missing.report)
    assert missing.report.error is not None
    assert lines(written("jsonl", done, missing, problems=(told,))) == [
        *(FindingLine(*own, finding) for finding in done.report.findings),
        UnreadableLine(missing.report.path, None, missing.report.error),
        ProblemLine(told),
        SummaryLine(summary),
    ]
