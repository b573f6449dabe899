"""factlint as a process: plug-ins, pipes, interrupts, and what it imports."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import WRONG, Run

PLUGIN = '''
from factlint import Place, Rule


class Fine(Rule):
    """Finds a shout."""

    code = "HSE001"

    def check(self, article):
        at = article.text.find("40.9%")
        if at >= 0:
            yield self.finding(Place(at, at + 5, "40.9%"), because=[Place(0, 2, "Of")], formula="a shout")


class Raising(Rule):
    """Raises."""

    code = "HSE002"

    def check(self, article):
        raise KeyError("lost")


class Taken(Rule):
    """Takes a code that is taken."""

    code = "PCT001"


def rules():
    return [Fine, Raising, Taken]
'''


def install(folder: Path, entries: str) -> str:
    """Put a plug-in on a path as pip would."""
    info = folder / "house_rules-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(f"[factlint.rules]\n{entries}")
    (folder / "house_rules.py").write_text(PLUGIN)
    return str(folder)


pytestmark = pytest.mark.usefixtures("interruptible")


def test_bad_plugins_are_named_and_the_other_rules_run(desk: Path, process: Run) -> None:
    path = install(desk / "site", "house = house_rules:rules\nlost = not_there:rules\n")
    done = process("check", "wrong.txt", "--format", "json", PYTHONPATH=path)
    assert done.code == 2
    report = json.loads(done.out)
    assert [finding["code"] for finding in report["files"][0]["findings"]] == ["HSE001", "PCT001"]
    problems = {(problem["kind"], problem["code"], problem["path"]) for problem in report["problems"]}
    assert problems == {
        ("plug-in", None, None),
        ("duplicate-code", "PCT001", None),
        ("rule-failed", "HSE002", "wrong.txt"),
    }
    assert "factlint: wrong.txt: rule HSE002 raising failed and was left out: KeyError: 'lost'\n" in done.err
    assert "factlint: the rule plug-in house-rules (lost = not_there:rules) cannot be loaded" in done.err
    assert "house_rules.Taken" in done.err
    assert "Traceback" not in done.err


def test_a_plain_check_imports_nothing_heavy(desk: Path) -> None:
    code = (
        "import sys; from factlint.cli import main; main(['check', 'wrong.txt']);"
        "heavy = ('numpy', 'pint', 'duckdb', 'rich', 'pandas', 'importlib.metadata', 'tomllib.nothing');"
        "print(*(name for name in heavy if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "\n"
    assert "PCT001" in done.stdout


def test_the_version_is_told_without_importing_click(desk: Path) -> None:
    code = (
        "import sys; from factlint.cli import main; main(['--version']);"
        "print(*(name for name in ('click', 'msgspec', 're', 'typing') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True,
                          env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip
    assert done.stdout == "factlint 0.1.0\n\n"


@pytest.mark.parametrize(("watched", "said"), [("", ""), ("sys.settrace(lambda *_: None); ", "in order\n")])
def test_a_process_ends_at_once_unless_it_is_watched(desk: Path, watched: str, said: str) -> None:
    code = (
        "import atexit, sys; from factlint.cli import main; sys.argv[1:] = ['check', 'wrong.txt'];"
        f"atexit.register(print, 'in order', file=sys.stderr); {watched}sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, said)
    assert done.stdout.endswith("unchecked.\n")


def test_a_closed_pipe_is_quiet(desk: Path) -> None:
    for number in range(300):
        (desk / f"story-{number}.txt").write_text(f"{WRONG}\n" * 3)
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", "check", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 2


def test_an_interrupt_ends_with_130_and_leaves_no_half_report(desk: Path) -> None:
    pipe = desk / "endless.txt"
    os.mkfifo(pipe)
    arguments = ["check", "wrong.txt", str(pipe), "--output", "json:out.json"]
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        deadline = time.monotonic() + 20
        while not list(desk.glob("out.json.*.part")) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert err == b"factlint: interrupted\n"
    assert not list(desk.glob("out.json*"))


def watched(arguments: list[str], **environment: str) -> str:
    """What a terminal would show."""
    undecided = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    terminal, end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", *arguments],
        stdout=end,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**undecided, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
    ) as running:
        os.close(end)
        shown = b""
        while True:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                break
            if not chunk:
                break
            shown += chunk
        running.wait()
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_no_color_is_respected(desk: Path) -> None:
    coloured = watched(["check", "wrong.txt"])
    assert "\x1b[1;31merror" in coloured
    plain = watched(["check", "wrong.txt"], NO_COLOR="1")
    assert "\x1b" not in plain
    assert "error PCT001 share-mismatch" in plain


def test_article_text_cannot_drive_the_terminal(desk: Path, process: Run) -> None:
    (desk / "evil.txt").write_text("\x1b]0;owned\x1b\\ " + WRONG)
    done = process("check", "evil.txt")
    assert "\x1b" not in done.out
    assert "\\x1b]0;owned\\x1b\\" in done.out


def test_a_stream_that_is_not_utf8_gets_ascii(desk: Path, process: Run) -> None:
    done = process("check", "right.txt", PYTHONIOENCODING="ascii")
    assert "ok 3 figures confirmed: 31.1 million, 15 million, 48.2%" in done.out


def test_a_watched_article_is_checked_again_when_it_changes(desk: Path) -> None:
    command = [sys.executable, "-m", "factlint", "check", ".", "--watch", "--format", "concise"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert "wrong.txt:1:53: error PCT001" in running.stdout.readline()
        assert running.stdout.readline() == "2 files checked: 1 error.\n"
        (desk / "wrong.txt").write_text(WRONG.replace("40.9", "48.2"))
        assert running.stdout.readline() == "2 files checked: no findings.\n"
        (desk / "new.txt").write_text(WRONG)
        assert "new.txt:1:53: error PCT001" in running.stdout.readline()
        assert running.stdout.readline() == "3 files checked: 1 error.\n"
        (desk / "factlint.toml").write_text("selct = []\n")
        assert running.stderr is not None
        assert "there is no setting 'selct'. Did you mean select?" in running.stderr.readline()
        (desk / "factlint.toml").write_text('ignore = ["PCT"]\n')
        assert running.stdout.readline() == "3 files checked: no findings.\n"
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert err == "factlint: interrupted\n"
