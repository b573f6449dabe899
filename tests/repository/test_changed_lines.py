"""Only findings that touch what has changed since a revision count; the whole article is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import ALSO, RIGHT, WRONG, Run, commit
from factlint.changed import parsed

Git = Callable[..., str]


def lines(done: object) -> dict[str, list[int]]:
    assert isinstance(done, tuple)
    files = json.loads(done[1])["files"]
    return {file["path"]: [one["span"]["line"] for one in file["findings"]] for file in files}


def test_only_changed_lines_count(tmp_path: Path, git: Git, run: Run) -> None:
    story = tmp_path / "story.md"
    story.write_text(f"# Cars\n\n{WRONG}\n\nMore.\n")
    (tmp_path / "other.md").write_text(f"{WRONG}\n")
    commit(git)
    assert lines(run("check", ".", "--since", "HEAD", "--format", "json")) == {}
    story.write_text(f"# Cars\n\n{WRONG}\n\nMore.\n\n{ALSO}\n")
    done = run("check", ".", "--since", "HEAD", "--format", "json")
    assert (done.code, lines(done)) == (1, {"story.md": [7]})
    (tmp_path / "new.md").write_text(f"{WRONG}\n")
    assert lines(run("check", ".", "--since", "HEAD", "--format", "json")) == {"new.md": [1], "story.md": [7]}


def test_a_finding_counts_when_the_other_side_of_it_has_changed(tmp_path: Path, git: Git, run: Run) -> None:
    story = tmp_path / "story.md"
    before = (
        "# Cars\n\nBYD sold 1.6 million cars in May 2024.\n\nIt rained.\n\nIn May 2024, BYD sold 1.6 million cars.\n"
    )
    story.write_text(before)
    commit(git)
    story.write_text(before.replace("1.6", "1.26", 1))
    assert lines(run("check", "story.md", "--since", "HEAD", "--format", "json")) == {"story.md": [7]}
    commit(git)
    story.write_text(story.read_text().replace("rained", "snowed"))
    assert lines(run("check", "story.md", "--format", "json")) == {"story.md": [7]}
    assert lines(run("check", "story.md", "--since", "HEAD", "--format", "json")) == {"story.md": []}


def test_what_counts_is_where_the_branch_left(tmp_path: Path, git: Git, run: Run) -> None:
    story, other = tmp_path / "story.md", tmp_path / "other.md"
    story.write_text("# Cars\n\nText.\n")
    other.write_text("Text.\n")
    commit(git)
    git("checkout", "-qb", "work")
    story.write_text(f"# Cars\n\n{WRONG}\n")
    commit(git)
    git("checkout", "-q", "main")
    other.write_text(f"{ALSO}\n")
    commit(git)
    git("checkout", "-q", "work")
    assert lines(run("check", ".", "--since", "main", "--format", "json")) == {"story.md": [3]}


def test_paths_with_odd_names_and_from_a_folder_below(
    tmp_path: Path, git: Git, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "céleste b"
    folder.mkdir()
    story = folder / 'a "quoted" 比亚迪.md'
    story.write_text("Text.\n")
    commit(git)
    story.write_text(f"Text.\n\n{WRONG}\n")
    monkeypatch.chdir(folder)
    assert run("check", ".", "--since", "HEAD").code == 1
    commit(git)
    assert run("check", ".", "--since", "HEAD").code == 0
    assert run("check", ".", "--since", "HEAD~1").code == 1


def test_a_range_that_precommit_checks_begins_at_its_first_commit(
    tmp_path: Path, git: Git, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "story.md").write_text("Text.\n")
    commit(git)
    (tmp_path / "story.md").write_text(f"{WRONG}\n")
    commit(git)
    assert run("check", ".", "--since", "HEAD").code == 0
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    assert run("check", ".", "--since", "HEAD").code == 1


def test_a_revision_that_is_not_there_is_named(tmp_path: Path, git: Git, run: Run) -> None:
    (tmp_path / "story.md").write_text(f"{RIGHT}\n")
    commit(git)
    done = run("check", ".", "--since", "nowhere")
    assert done.code == 2
    assert "Not a valid object name nowhere" in done.err
    assert run("check", ".", "--since=--output=x").code == 2
    assert not (tmp_path / "x").exists()


def test_outside_a_repository_there_is_nothing_to_compare(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(f"{WRONG}\n")
    done = run("check", "story.md", "--since", "HEAD")
    assert (done.code, done.err) == (
        2,
        "factlint: story.md: --since asks git what has changed, and this is in no repository.\n",
    )


def test_lines_of_an_article_that_look_like_a_diff() -> None:
    diff = (
        "diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n@@ -1 +1,3 @@ head\n-old\n+++ b/evil.md\n"
        "+@@ -1 +9,9 @@\n+last\n@@ -9,0 +12 @@\n+added\n@@ -20,2 +22,0 @@\n-gone\n-gone\n"
    )
    assert dict(parsed(diff)) == {"x.md": [(1, 3), (12, 12)]}
