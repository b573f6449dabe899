"""SARIF follows the official schema, and the official tool finds nothing wrong with it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from factlint.config import Config
from factlint.desk import Desk
from hostile import NASTY, edited, problem, unread, words, written
from hypothesis import given, settings

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
MULTITOOL = Path(__file__).parents[1] / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
WRONG = "Half are electric\n\nOf 31.1 million cars sold, 15 million were NEVs, or 40.9%.\n"


def run_of(data: bytes) -> dict[str, Any]:
    log = json.loads(data)
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_both_places_of_a_contradiction_are_told() -> None:
    run = run_of(written("sarif", Desk(Config()).edit(WRONG, "news/örtlich 1.txt", document_id="7")))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("PCT001", "error")
    places = [*result["locations"], *result["relatedLocations"]]
    for place, printed in zip(places, ("40.9%", "15 million", "31.1 million"), strict=True):
        region = place["physicalLocation"]["region"]
        assert WRONG[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == printed
        assert region["startLine"] == 3
        assert WRONG.split("\n")[2][region["startColumn"] - 1 : region["endColumn"] - 1] == printed
        assert unquote(place["physicalLocation"]["artifactLocation"]["uri"]) == "news/örtlich 1.txt"
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2]
    assert list(result["partialFingerprints"]) == ["factlint/v1"]


def test_a_rule_brings_its_page() -> None:
    run = run_of(written("sarif", Desk(Config()).edit(WRONG, "story.txt")))
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("PCT001", "ShareMismatch")
    assert len(rule["help"]["markdown"]) > len(rule["shortDescription"]["text"]) > 20
    assert rule["defaultConfiguration"]["level"] == "error"


def test_what_failed_is_an_unsuccessful_invocation() -> None:
    run = run_of(written("sarif", unread("gone.txt"), problems=(problem(""),)))
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert len(invocation["toolExecutionNotifications"]) == len(invocation["toolConfigurationNotifications"]) == 1
    assert run_of(written("sarif"))["invocations"][0]["executionSuccessful"]


@settings(max_examples=40, deadline=None)
@given(words, words)
def test_any_words_follow_the_schema(said: str, path: str) -> None:
    done = edited(said, f"{path}.txt")
    run = run_of(written("sarif", done, unread(said), problems=(problem(said),)))
    assert len(run["results"]) == len(done.report.findings)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert "](" not in result["message"]["text"].replace("\\](", "")


@pytest.mark.slow
def test_the_official_tool_finds_nothing_wrong(tmp_path: Path) -> None:
    assert MULTITOOL.exists(), "npm ci --prefix tests"
    MULTITOOL.chmod(0o755)
    wrong = Desk(Config()).edit(WRONG, "news/story.txt")
    hostile = (edited(said, f"{number}-{said}.txt") for number, said in enumerate(NASTY))
    data = written("sarif", wrong, *hostile, unread("a b"), problems=(problem("x"),))
    (tmp_path / "report.sarif").write_bytes(data)
    done = subprocess.run(
        [MULTITOOL, "validate", "report.sarif", "--output", "told.sarif", "--rule-kind", "Sarif;Gh"],
        cwd=tmp_path,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line]
    # A tool without a home page on the web.
    assert [line for line in told if "SARIF2005" not in line] == []
    assert "1 files scanned" in done.stdout
