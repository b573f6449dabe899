"""Results do not depend on how they were come by: here, in other processes, or from an earlier run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import ALSO, RIGHT, WRONG, Run
from factlint import jobs
from factlint.cache import settings
from factlint.config import Config
from factlint.ruleset import ruleset

FORMATS = ("json", "terminal", "html", "sarif")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for number in range(60):
        text = (WRONG, RIGHT, ALSO)[number % 3]
        (tmp_path / f"{number:02}.md").write_text(
            f"# Cars of day {number}\n\n{text}\n\nIt built {number + 7},000 cars.\n"
        )
    (tmp_path / "odd.json").write_text('{"headline": "\\ud800 cars", "body": "Of 4 cars 1 was old \\udc00, or 31.0%."}')
    (tmp_path / "bad.json").write_text("{")
    return tmp_path


pytestmark = pytest.mark.usefixtures("interruptible")


@pytest.mark.parametrize("format_name", FORMATS)
def test_neither_jobs_nor_the_cache_change_a_byte(
    archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    def check(*arguments: str) -> tuple[int, str, str]:
        return tuple(run("check", ".", "--format", format_name, *arguments))  # type: ignore[return-value]

    plain = check("--no-cache", "--jobs", "1")
    assert plain[0] == 2
    assert not (archive / ".factlint_cache").exists()
    monkeypatch.setattr(jobs, "WORTHWHILE", 1)
    assert check("--no-cache", "--jobs", "2") == plain
    assert check("--jobs", "2") == plain
    assert (archive / ".factlint_cache").is_dir()
    assert check("--jobs", "1") == plain
    for entry in (archive / ".factlint_cache").glob("*/*"):
        entry.write_bytes(entry.read_bytes()[:-5])
    assert check("--jobs", "1") == plain


def test_the_cache_forgets_what_changes_a_result(archive: Path, run: Run) -> None:
    def codes(*arguments: str) -> str:
        return run("check", "00.md", "--format", "concise", *arguments).out

    assert "PCT001" in codes()
    (archive / "00.md.factlint").write_text("3 PCT001 -- own count\n")
    assert "PCT001" not in codes()
    (archive / "00.md.factlint").unlink()
    assert "PCT001" in codes()
    (archive / "factlint.toml").write_text('[rules.PCT001]\nseverity = "warning"\n')
    assert "warning PCT001" in codes()
    assert "PCT001" not in codes("--ignore", "PCT")
    (archive / "00.md").write_text(f"{RIGHT}\n")
    assert "PCT001" not in codes()


def test_a_mistake_in_a_setting_is_told_with_a_cache_too(archive: Path, run: Run) -> None:
    assert run("check", "00.md").code == 1
    (archive / "factlint.toml").write_text('ignore = ["PTC"]\n')
    for _ in range(2):
        done = run("check", "00.md")
        assert (done.code, done.out) == (2, "")
        assert "no rule is called 'PTC'" in done.err


def test_a_file_that_an_option_names_is_part_of_the_settings(tmp_path: Path) -> None:
    from factlint.config import RuleSetting

    (tmp_path / "house.csv").write_text("a")
    setting = RuleSetting(options={"facts": "house.csv"}, roots={"facts": str(tmp_path)})
    config = Config(rules={"REF001": setting}, root=str(tmp_path))
    before = settings(config)
    (tmp_path / "house.csv").write_text("b")
    assert settings(config) != before


def test_the_rules_are_told_apart_by_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ruleset()
    assert ruleset() == before
    info = tmp_path / "house-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[factlint.rules]\nhouse = house_rules:rules\n")
    (tmp_path / "house_rules.py").write_text("def rules(): return []\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    added = ruleset()
    assert added != before
    (tmp_path / "house_rules.py").write_text("def rules():\n    return []\n")
    assert ruleset() not in (before, added)
    package = tmp_path / "house_rules"
    package.mkdir()
    (tmp_path / "house_rules.py").unlink()
    (package / "__init__.py").write_text("")
    (info / "RECORD").write_text("house_rules/__init__.py,sha256=abc,3\n")
    recorded = ruleset()
    (package / "__init__.py").write_text("# the record decides\n")
    assert ruleset() == recorded
    (info / "RECORD").write_text("house_rules/__init__.py,sha256=abd,3\n")
    assert ruleset() != recorded


def test_a_plugin_that_fails_is_told_every_time(archive: Path, run: Run) -> None:
    info = archive / "site" / "house-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text("[factlint.rules]\nhouse = not_there:rules\n")
    outs = set()
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "factlint", "check", "01.md"],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(info.parent), os.environ.get("PYTHONPATH", "")])},
            check=False,
        )
        assert done.returncode == 2
        outs.add((done.stdout, done.stderr))
    assert len(outs) == 1


def test_the_cache_is_hidden_from_git_and_deleted(archive: Path, run: Run) -> None:
    run("check", "00.md", "01.md")
    assert (archive / ".factlint_cache" / ".gitignore").read_text().endswith("*\n")
    assert run("clean").out == f"{archive}/.factlint_cache: 2 results deleted\n"
    assert not (archive / ".factlint_cache").exists()
    assert run("clean").out.endswith("0 results deleted\n")


def test_a_cache_that_cannot_be_written_is_done_without(archive: Path, run: Run) -> None:
    (archive / ".factlint_cache").write_text("a file in its place")
    assert run("check", "00.md").code == 1


def test_hooks_that_run_at_once_do_not_disturb_each_other(archive: Path) -> None:
    command = [sys.executable, "-m", "factlint", "check", ".", "--jobs", "1", "--format", "json"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    assert len({one.communicate()[0] for one in running}) == 1
    assert not list((archive / ".factlint_cache").glob("*/*.part"))


@pytest.mark.parametrize("seconds", [0.1, 0.6, 2.0])
def test_an_interrupt_ends_the_workers_too(archive: Path, seconds: float) -> None:
    big = "\n\n".join(f"It built {number},000 cars in {1900 + number % 120}." for number in range(3_000))
    for number in range(30):
        (archive / f"big-{number}.md").write_text(big)
    command = [sys.executable, "-m", "factlint", "check", ".", "--jobs", "2", "--no-cache", "--output", "json:out.json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running:
        deadline = time.monotonic() + 20
        while not list(archive.glob("out.json.*.part")) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err.decode() == "factlint: interrupted\n"
    assert not list(archive.glob("out.json*"))
    deadline = time.monotonic() + 10
    while _alive(running.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _alive(running.pid) == []


def _alive(group: int) -> list[str]:
    """The processes of a group that still do something."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, member = status.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(member) == group and state != "Z":
            found.append(status.parent.name)
    return found


def test_what_is_known_is_told_without_loading_a_rule(archive: Path) -> None:
    code = (
        "import sys; from factlint.cli import main; main(['check', '00.md']);"
        "named = ('factlint.engine', 'factlint_rules', 'multiprocessing', 'subprocess', 'difflib', 'tomllib');"
        "print(*(name for name in named if name in sys.modules), file=sys.stderr)"
    )

    def imported() -> list[str]:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert "PCT001" in done.stdout
        return done.stderr.split()

    first = imported()
    assert "factlint.engine" in first
    assert not {"multiprocessing", "subprocess"} & set(first)
    assert imported() == []
