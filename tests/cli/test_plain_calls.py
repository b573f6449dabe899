"""Calls that are read without the parser of all commands ask for the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run
from factlint.cli.app import run as parsed
from factlint.cli.order import Order
from factlint.cli.plain import plain


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "story.txt"],
        ["check", "--quiet", "two.txt", "one.txt"],
        ["check", "-q", "--no-cache", "-"],
        ["check", "news", "--format", "json", "--no-cache"],
        ["check", "--format", "terminal", "--format", "concise", "story.txt"],
        ["check", ""],
    ],
)
def test_a_plain_call_asks_for_what_the_parser_reads(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Order] = []
    monkeypatch.setattr(Order, "carry_out", lambda order: asked.append(order) or 0)
    assert parsed(arguments) == 0
    assert asked == [plain(arguments)]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["rules"],
        ["check", "--help"],
        ["check", "-qq"],
        ["check", "--", "-q"],
        ["check", "--format=json", "story.txt"],
        ["check", "--format", "word"],
        ["check", "story.txt", "--format"],
        ["check", "--fail-on", "warning", "story.txt"],
    ],
)
def test_any_other_call_is_left_to_the_parser(arguments: list[str]) -> None:
    assert plain(arguments) is None


def test_a_plain_call_does_not_load_the_parser(desk: Path) -> None:
    code = (
        "import sys; from factlint.cli import main; main(['check', '--quiet', 'right.txt']);"
        "print(*(name for name in ('click', 'argparse') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_the_errors_of_a_plain_call_are_those_of_the_command(run: Run, desk: Path) -> None:
    assert run("check", "missing.txt").err == run("check", "--jobs", "1", "missing.txt").err
    assert run("check", "missing.txt").code == 2
