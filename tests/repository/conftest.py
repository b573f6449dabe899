"""A repository of articles, worked on as editors do: with git and with commands."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from factlint.cli import main

WRONG = "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%."
ALSO = "Of 20 million cars built, 5 million were exported, or 31.0%."
RIGHT = "Of 31.1 million cars sold, 15 million were NEVs, or 48.2%."


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command in this process."""

    def call(*arguments: str) -> Done:
        code = main(list(arguments))
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return call


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run git in the folder of the test, which is the current one and a repository."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ed")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ed@example.com")

    def call(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    call("init", "-q", "-b", "main")
    return call


def commit(git: Callable[..., str], message: str = "Edit") -> None:
    """Commit everything."""
    git("add", "-A")
    git("commit", "-qm", message)
