"""The code of modules, kept together for the next start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import factlint
import factlint_rules
import pytest

LOADERS = (
    "import sys; from factlint.cli import main; sys.argv[1:] = ['check', '--no-cache', 'story.txt']\n"
    "import factlint.cli as cli; cli._leave = lambda code: None; main()\n"
    "print({type(module.__spec__.loader).__name__ for name, module in sys.modules.items()"
    " if name.startswith(('factlint.engine', 'factlint_rules.')) and module.__spec__.origin})\n"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the packages, and an article beside it."""
    ignored = shutil.ignore_patterns("__pycache__")
    for package in (factlint, factlint_rules):
        source = Path(str(package.__file__)).parent
        shutil.copytree(source, tmp_path / source.name, ignore=ignored)
    (tmp_path / "story.txt").write_text("Sales rose 4.2% in May.\n")
    return tmp_path


def started(copy: Path, **environment: str) -> str:
    """Standard output of a check that says at the end how the modules were loaded."""
    paths = {"PYTHONPATH": str(copy), "XDG_CACHE_HOME": str(copy / "cache")}
    done = subprocess.run([sys.executable, "-c", LOADERS], capture_output=True, text=True, cwd=copy,
                          env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **paths, **environment})  # fmt: skip
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("bytecode", ["", "1"])
def test_a_second_start_loads_the_modules_together(copy: Path, bytecode: str) -> None:
    first = started(copy, PYTHONDONTWRITEBYTECODE=bytecode)
    second = started(copy, PYTHONDONTWRITEBYTECODE=bytecode)
    assert first.splitlines()[-1] == "{'SourceFileLoader'}"
    assert second.splitlines()[-1] == "{'_KeptLoader'}"
    assert first.splitlines()[:-1] == second.splitlines()[:-1]
    assert (copy / "cache").exists() == bool(bytecode)
    assert bool(list(copy.rglob("*.pyc"))) != bool(bytecode)


def test_a_module_that_has_changed_is_loaded_anew(copy: Path) -> None:
    started(copy)
    module = copy / "factlint" / "engine.py"
    module.write_text(module.read_text() + "\nprint('the new engine')\n")
    assert started(copy).startswith("the new engine\n")
    assert started(copy).startswith("the new engine\n")


def test_a_module_that_is_gone_is_not_loaded(copy: Path) -> None:
    started(copy)
    (copy / "factlint_rules" / "arithmetic" / "growth_mismatch.py").unlink()
    assert "growth_mismatch" not in started(copy)


def test_what_is_kept_of_another_place_or_torn_counts_as_none(copy: Path) -> None:
    said = started(copy)
    kept = next(copy.rglob("modules.*.marshal"))
    kept.write_bytes(kept.read_bytes()[:-9])
    assert started(copy) == said
    moved = copy / "moved"
    moved.mkdir()
    for name in ("factlint", "factlint_rules", "story.txt"):
        (copy / name).rename(moved / name)
    assert started(moved).splitlines()[-1] == "{'SourceFileLoader'}"
