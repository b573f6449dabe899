"""A folder of articles, and commands as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import RIGHT, WRONG, Done, Run


@pytest.fixture
def process() -> Run:
    """Run a command as a process of its own, with the given standard input and environment."""

    def call(*arguments: str, stdin: bytes = b"", **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "factlint", *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a wrong and a right article, which is the current one; a repository of its own."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "wrong.txt").write_text(f"{WRONG}\n", encoding="utf-8")
    (tmp_path / "right.txt").write_text(f"{RIGHT}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
