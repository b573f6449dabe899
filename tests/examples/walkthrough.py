"""The commands that an example's README tells its reader to run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"

_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)


def commands(example: str) -> list[str]:
    """The lines of the README's shell blocks, in order."""
    page = (EXAMPLES / example / "README.md").read_text(encoding="utf-8")
    return [line for block in _BLOCK.findall(page) for line in block.splitlines() if line and not line.startswith("#")]


def run(command: str, folder: Path, environment: dict[str, str] | None = None, expected: int = 0) -> str:
    """Run a command line in a folder; what it said on both outputs. Fails when it exits otherwise than expected."""
    done = subprocess.run(
        ["bash", "-euc", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=900, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == expected, f"{command}\n{said}"
    return said


def with_programs(folder: Path, **more: str) -> dict[str, str]:
    """An environment in which the programs of a folder come first."""
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", **more}


def with_this_python(**more: str) -> dict[str, str]:
    """An environment in which ``python`` and ``factlint`` are those of the tests."""
    return with_programs(Path(sys.executable).parent, **more)


def fresh_python(folder: Path) -> dict[str, str]:
    """A new virtual environment; the environment in which its programs come first."""
    venv.create(folder, with_pip=True)
    return with_programs(folder / "bin", VIRTUAL_ENV=str(folder))
