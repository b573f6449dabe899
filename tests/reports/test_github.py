"""Workflow commands are read as GitHub's runner reads them: one a line, split at its own marks, then unescaped."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from factlint.report import FindingReport
from hostile import edited, problem, unread, words, written
from hypothesis import given, settings

PACKAGES = Path(__file__).parents[1] / "node_modules"
TOOLKIT = """
import * as core from "@actions/core"
const levels = { error: core.error, warning: core.warning, notice: core.notice }
let told = ""
process.stdin.on("data", (part) => (told += part)).on("end", () => {
  for (const [level, message, place] of JSON.parse(told)) levels[level](message, place)
})
"""

Command = tuple[str, dict[str, str], str]


def parsed(line: str) -> Command:
    """A command as the runner takes it apart."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, told = head.partition(" ")
    pairs = (pair.partition("=") for pair in told.split(",")) if told else ()
    return name, {key: unescaped(value, {"%3A": ":", "%2C": ","}) for key, _, value in pairs}, unescaped(message, {})


def unescaped(text: str, more: dict[str, str]) -> str:
    for code, character in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        text = text.replace(code, character)
    return text


def commands(data: bytes) -> list[Command]:
    return [parsed(line) for line in data.decode().removesuffix("\n").split("\n")]


def test_an_annotation_stands_on_its_line() -> None:
    error, warning = commands(written("github", edited()))
    assert error[0] == "error"
    assert error[1] == {
        **{"file": "story.txt", "line": "1", "endLine": "1", "col": "2", "endColumn": "7"},
        "title": "TST001 doubting",
    }
    assert error[2].splitlines()[-1] == "line 3: 3,400"
    assert warning[0] == "warning"


@settings(max_examples=60, deadline=None)
@given(words, words)
def test_any_words_come_through(said: str, path: str) -> None:
    done = edited(said, f"{path}.txt")
    data = written("github", done, unread(said), problems=(problem(said),))
    *findings, missing, broken = commands(data)
    assert len(findings) == len(done.report.findings)
    for (name, place, message), finding in zip(findings, done.report.findings, strict=True):
        assert name == {"error": "error", "warning": "warning", "suggestion": "notice"}[finding.severity]
        assert place["file"] == done.report.path
        assert place["line"] == str(finding.span.line)
        assert len(message.split("\n")) >= 1 + len(finding.related)
    assert missing[1]["file"] == unread(said).report.path
    assert missing[2] == f"there is no such file {said}".encode("utf-8", "replace").decode()
    assert broken[2] == problem(said).message


def test_a_place_across_lines_has_no_columns() -> None:
    (command, *_) = commands(written("github", edited(text="It sold 1,200\ncars, then 3,400 and 12 million\nunits.")))
    assert ("col" in command[1]) == (command[1]["line"] == command[1]["endLine"])


@pytest.mark.slow
def test_githubs_own_toolkit_writes_the_same_commands() -> None:
    assert PACKAGES.is_dir(), "npm ci --prefix tests"
    for said in ("100%, \r\n::a:b, c", "plain", "🚗 مرسيدس"):
        done = edited(said, f"news, {said}.txt")
        ours = commands(written("github", done))
        given_to_it = [
            [name, message, toolkit_place(finding, done.report.path)]
            for (name, _, message), finding in zip(ours, done.report.findings, strict=True)
        ]
        theirs = subprocess.run(
            ["node", "--input-type=module", "-e", TOOLKIT],
            input=json.dumps(given_to_it),
            cwd=PACKAGES.parent,
            capture_output=True,
            text=True,
            check=True,
        )
        assert commands(theirs.stdout.encode()) == ours


def toolkit_place(finding: FindingReport, path: str) -> dict[str, object]:
    span = finding.span
    place = {"title": f"{finding.code} {finding.rule}", "file": path, "startLine": span.line, "endLine": span.end_line}
    return {**place, "startColumn": span.column, "endColumn": span.end_column}
