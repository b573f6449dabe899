"""Every format is there by its name, on standard output and in files, and costs nothing until it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from factlint.cli import main
from factlint.reports.formats import FORMATS

WRONG = "Of 31.1 million cars sold, 15 million were NEVs, or 40.9%.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one wrong article, which is the current one."""
    (tmp_path / "story.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_standard_output_and_file_are_the_same(
    name: str, desk: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["check", "story.txt", "--format", name, "--output", f"{name}:report"]) == 1
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    assert err == b""
    assert b"40.9%" in out
    assert (desk / "report").read_bytes() == out


def test_all_formats_in_one_run(desk: Path) -> None:
    outputs = [argument for name in FORMATS for argument in ("--output", f"{name}:{name}.out")]
    assert main(["check", "story.txt", *outputs, "--output", "html:pages/"]) == 1
    assert {path.name for path in desk.glob("*.out")} == {f"{name}.out" for name in FORMATS}
    assert {path.name for path in (desk / "pages").iterdir()} == {"index.html", "story.txt.html"}


def test_a_folder_that_is_there_gets_pages_and_keeps_its_files(desk: Path) -> None:
    (desk / "pages").mkdir()
    (desk / "pages" / "mine.txt").write_text("kept")
    assert main(["check", "story.txt", "--output", "html:pages"]) == 1
    assert {path.name for path in (desk / "pages").iterdir()} == {"index.html", "mine.txt", "story.txt.html"}


def test_a_run_that_fails_leaves_no_pages(desk: Path) -> None:
    assert main(["check", "story.txt", "--output", "html:pages/", "--output", "json:nowhere/out"]) == 2
    assert not (desk / "pages").exists()


def test_a_folder_that_cannot_be_made_is_named(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["check", "story.txt", "--output", "html:story.txt/"]) == 2
    assert b"story.txt/: cannot be written: " in capfdbinary.readouterr().err


def test_a_plain_check_loads_no_other_format(desk: Path) -> None:
    code = (
        "import sys; from factlint.cli import main; main(['check', 'story.txt']);"
        "print(*(name for name in sys.modules if name.startswith('factlint.reports.')), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.removeprefix("factlint.reports.") for name in done.stderr.split()}
    assert loaded <= {"excerpt", "formats", "ink", "passage", "printable", "terminal", "wording", "writer"}
