"""GitLab's Code Quality report holds what GitLab reads, and no two issues share a fingerprint."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from hostile import edited, problem, unread, words, written
from hypothesis import given, settings

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "gitlab-code-quality.json").read_text(encoding="utf-8"))


def issues(data: bytes) -> list[dict[str, Any]]:
    assert not data.startswith(b"\xef\xbb\xbf")
    loaded = json.loads(data)
    jsonschema.validate(loaded, SCHEMA)
    assert isinstance(loaded, list)
    return loaded


def test_an_issue_names_its_line_and_the_other_figure() -> None:
    error, warning = issues(written("gitlab", edited()))
    assert (error["severity"], warning["severity"]) == ("critical", "major")
    assert error["location"] == {"path": "story.txt", "lines": {"begin": 1, "end": 1}}
    assert error["description"].endswith("(line 3: 3,400)")
    assert error["check_name"] == "TST001 doubting"


def test_a_run_without_findings_is_an_empty_list() -> None:
    assert issues(written("gitlab", edited(text="Nothing to count."))) == []
    assert issues(written("gitlab")) == []


@settings(max_examples=60, deadline=None)
@given(words, words)
def test_any_words_give_issues_apart_from_each_other(said: str, path: str) -> None:
    done = (edited(said, f"{path}.txt"), edited(said, f"{path}.md"), unread(said))
    found = issues(written("gitlab", *done, problems=(problem(said),)))
    assert len(found) == sum(len(file.report.findings) for file in done) + 2
    assert len({issue["fingerprint"] for issue in found}) == len(found)
