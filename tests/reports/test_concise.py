"""One line for each finding, whatever stands in it, and the counts."""

from __future__ import annotations

import io
import re

from factlint.report import Summary
from factlint.reports.concise import ConciseWriter
from factlint.reports.ink import PlainInk
from factlint.reports.printable import safe
from hostile import edited, words
from hypothesis import given, settings

LINE = re.compile(r"(?P<path>.*):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|suggestion) TST001 (.*)")


def lines(said: str, path: str = "story.txt") -> list[str]:
    out = io.StringIO()
    writer = ConciseWriter(PlainInk(out))
    done = edited(said, path)
    writer.file(done)
    writer.end(Summary().plus(done.report), ())
    return out.getvalue().removesuffix("\n").split("\n")


def test_a_finding_is_a_line_that_an_editor_can_jump_to() -> None:
    assert lines("") == [
        "story.txt:1:2: error TST001  0, not 1,200.",
        "story.txt:3:7: warning TST001  1, not 3,400.",
        "1 file checked: 1 error, 1 warning.",
    ]


@settings(max_examples=50, deadline=None)
@given(words, words)
def test_any_words_stay_on_their_line(said: str, path: str) -> None:
    *findings, last = lines(said, f"{path}.txt")
    assert len(findings) == len(edited(said, f"{path}.txt").report.findings)
    for line in findings:
        assert safe(line) == line
        assert LINE.fullmatch(line)
    assert last.startswith("1 file checked: ")
