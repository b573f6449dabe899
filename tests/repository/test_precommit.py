"""The hooks, run by the real pre-commit in a real repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import ALSO, RIGHT, WRONG, Run

ROOT = Path(__file__).parent.parent.parent
Git = Callable[..., str]

LOCAL = """\
repos:
- repo: local
  hooks:
  - id: {hook}
    name: {hook}
    entry: {entry}
    language: system
    types_or: [plain-text, markdown, html]
    require_serial: true
"""


def published() -> dict[str, str]:
    """The entry of each hook that we publish, by its id."""
    found: dict[str, str] = {}
    name = ""
    for line in (ROOT / ".pre-commit-hooks.yaml").read_text().splitlines():
        key, _, value = line.strip().removeprefix("- ").partition(": ")
        if key == "id":
            name = value
        elif key == "entry":
            found[name] = value
    return found


def install(hook: str) -> None:
    """Put a hook of ours into the repository, run by the factlint of these tests."""
    entry = published()[hook].replace("factlint", f"{sys.executable} -m factlint", 1)
    Path(".pre-commit-config.yaml").write_text(LOCAL.format(hook=hook, entry=entry))
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], check=True, capture_output=True)


def commits(git: Git, *paths: str) -> tuple[bool, str]:
    """Whether a commit of these paths goes through, and what is said."""
    git("add", "--", *paths)
    done = subprocess.run(["git", "commit", "-m", "Edit"], capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def test_both_hooks_are_published() -> None:
    assert published() == {
        "factlint": "factlint check --quiet",
        "factlint-diff": "factlint check --quiet --since HEAD",
    }


@pytest.mark.slow
def test_a_commit_with_a_fault_is_stopped_and_a_repaired_one_passes(tmp_path: Path, git: Git, run: Run) -> None:
    install("factlint")
    story = tmp_path / "story.md"
    story.write_text(f"# Cars\n\n{WRONG}\n")
    passed, told = commits(git, "story.md", ".pre-commit-config.yaml")
    assert not passed
    assert "story.md:3:53  error PCT001 share-mismatch" in told
    assert "15 million of 31.1 million is 48.2%, not 40.9%." in told
    story.write_text(f"# Cars\n\n{RIGHT}\n")
    assert commits(git, "story.md", ".pre-commit-config.yaml")[0]

    story.write_text(f"# Cars\n\n{RIGHT}\n\n{ALSO}\n")
    assert not commits(git, "story.md")[0]
    assert run("accept", "story.md", "--reason", "the makers' own count").code == 0
    assert commits(git, "story.md", "factlint.accepted.json")[0]
    story.write_text(f"# Cars\n\n{RIGHT}\n\n{ALSO.replace('cars', 'vehicles')}\n")
    assert not commits(git, "story.md")[0]


@pytest.mark.slow
def test_what_is_excluded_passes_though_it_is_named(tmp_path: Path, git: Git) -> None:
    install("factlint")
    (tmp_path / "factlint.toml").write_text('exclude = ["puzzles/"]\n')
    (tmp_path / "puzzles").mkdir()
    (tmp_path / "puzzles" / "may.md").write_text(f"{WRONG}\n")
    assert commits(git, ".pre-commit-config.yaml", "factlint.toml", "puzzles/may.md")[0]


@pytest.mark.slow
def test_the_other_hook_looks_at_changed_lines(tmp_path: Path, git: Git) -> None:
    story = tmp_path / "story.md"
    story.write_text(f"# Cars\n\n{WRONG}\n")
    git("add", "story.md")
    git("commit", "-qm", "Old")
    install("factlint-diff")
    story.write_text(f"# Cars\n\n{WRONG}\n\nMore.\n")
    assert commits(git, "story.md", ".pre-commit-config.yaml")[0]
    story.write_text(f"# Cars\n\n{WRONG}\n\nMore.\n\n{ALSO}\n")
    passed, told = commits(git, "story.md")
    assert not passed
    assert told.count("PCT001") == 1
    git("commit", "--no-verify", "-qm", "Past the hook")
    ranged = [sys.executable, "-m", "pre_commit", "run", "--from-ref", "HEAD~1", "--to-ref", "HEAD"]
    done = subprocess.run(ranged, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.count("PCT001") == 1


@pytest.mark.slow
def test_the_published_hook_installs_and_runs(tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks = tmp_path / "hooks"
    made = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for folder in ("lint", "rules"):
        shutil.copytree(ROOT / folder, hooks / folder, ignore=made)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, hooks / name)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run(["git", *arguments], cwd=hooks, check=True)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    git("init", "-q")
    (desk / "wrong.md").write_text(f"{WRONG}\n")
    (desk / "right.md").write_text(f"{RIGHT}\n")
    git("add", "-A")
    tried = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "factlint", "--files"]
    wrong = subprocess.run([*tried, "wrong.md", "right.md"], capture_output=True, text=True, check=False)
    assert "wrong.md:1:53  error PCT001" in wrong.stdout, wrong.stdout + wrong.stderr
    assert wrong.returncode == 1
    assert subprocess.run([*tried, "right.md"], capture_output=True, check=False).returncode == 0
