"""The examples do what their READMEs say, command by command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from walkthrough import EXAMPLES, commands, fresh_python, run, with_this_python

ROOT = EXAMPLES.parent
HOOK_ADDRESS = "https://git.example/newsroom/factlint"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The examples without what earlier runs left in them, beside the articles that they read."""
    left = shutil.ignore_patterns(
        "node_modules", "dist", "reports", "report.*", "db.sqlite3", "__pycache__", ".factlint_cache"
    )
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(EXAMPLES, tmp_path / "examples", ignore=left)
    return tmp_path / "examples"


@pytest.mark.parametrize("example", sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()))
def test_every_example_has_a_page_with_commands(example: str) -> None:
    assert commands(example)
    assert (EXAMPLES / example / ".gitignore").exists() or example == "newsroom-rules"


def test_the_articles_of_the_repository_pass_and_one_figure_is_excused(copied: Path) -> None:
    check, _ = commands("article-repo")
    folder = copied / "article-repo"
    assert "no findings" in run(check, folder, with_this_python())
    story = folder / "articles" / "charging-network.md"
    story.write_text(story.read_text(encoding="utf-8").replace("<!-- factlint:", "<!-- was:"), encoding="utf-8")
    assert "PCT001" in run(check, folder, with_this_python(), expected=1)


def test_the_workflow_runs_a_command_that_there_is(copied: Path) -> None:
    workflow = (copied / "article-repo" / ".github" / "workflows" / "factlint.yml").read_text(encoding="utf-8")
    (line,) = [line for line in workflow.splitlines() if "run: factlint" in line]
    command = line.partition("run: ")[2].replace("origin/${{ github.base_ref }}", "HEAD")
    folder = copied / "article-repo"
    environment = with_this_python(**identity())
    run("git init -q && git add . && git commit -qm Articles", folder, environment)
    story = folder / "articles" / "exports-in-may.md"
    story.write_text(story.read_text(encoding="utf-8").replace("up 20% from", "up 30% from"), encoding="utf-8")
    said = run(command, folder, environment, expected=1)
    assert said.startswith("::error file=articles/exports-in-may.md,line=8")
    assert any((folder / "report").iterdir())


@pytest.mark.slow
def test_the_hook_of_the_repository_is_installed_and_stops_a_fault(copied: Path, tmp_path: Path) -> None:
    _, hook = commands("article-repo")
    folder = copied / "article-repo"
    environment = with_this_python(
        **identity(), PRE_COMMIT_HOME=str(tmp_path / "hooks"), **served(tmp_path / "factlint")
    )
    run("git init -q && git add .", folder, environment)
    assert "Passed" in run(hook, folder, environment)
    story = folder / "articles" / "exports-in-may.md"
    story.write_text(story.read_text(encoding="utf-8").replace("up 20% from", "up 30% from"), encoding="utf-8")
    run("git add .", folder, environment)
    assert "PCT002" in run(hook, folder, environment, expected=1)


def identity() -> dict[str, str]:
    """Who commits, and no settings of the machine's."""
    return {
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{f"GIT_{role}_NAME": "Ed" for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_EMAIL": "ed@newsroom.example" for role in ("AUTHOR", "COMMITTER")},
    }


def served(place: Path) -> dict[str, str]:
    """Settings by which git finds this repository, tagged, at the address that the example names."""
    kept = shutil.ignore_patterns(".git", ".venv", "node_modules", "__pycache__", ".*_cache", ".hypothesis", "tests")
    shutil.copytree(ROOT, place, ignore=kept)
    environment = {**os.environ, **identity()}
    run("git init -q && git add -f . && git commit -qm Release && git tag v0.1.0", place, environment)
    return {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{place}.insteadOf", "GIT_CONFIG_VALUE_0": HOOK_ADDRESS}


@pytest.mark.slow
def test_the_rules_of_a_newsroom_are_installed_and_tested(copied: Path, tmp_path: Path) -> None:
    install, test, check = commands("newsroom-rules")
    folder = copied / "newsroom-rules"
    environment = fresh_python(tmp_path / "venv")
    run(f"python -m pip install -q {ROOT}", folder, environment)
    run(install, folder, environment)
    assert " passed" in run(test, folder, environment)
    said = run(check, folder, environment)
    assert all(code in said for code in ("HSE001", "HSE002", "REF001"))
    assert run("factlint explain HSE001", folder, environment).startswith("HSE001 foreign-unit\n")


def test_the_table_counts_the_faults_of_all_reports(copied: Path) -> None:
    folder = copied / "report-table"
    told = [run(command, folder, with_this_python()) for command in commands("report-table")][-1]
    (report,) = (folder / "reports").glob("*.json")
    findings = [finding for file in json.loads(report.read_bytes())["files"] for finding in file["findings"]]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in told.splitlines()[2:]]
    assert sum(int(count) for row in rows for count in row[2:5]) == len(findings)
    assert [sum(map(int, row[2:5])) for row in rows] == sorted((sum(map(int, row[2:5])) for row in rows), reverse=True)
    least = run("python fault_table.py reports --format csv --least error", folder, with_this_python())
    assert sum(int(line.split(",")[2]) for line in least.splitlines()[1:]) == sum(
        finding["severity"] == "error" for finding in findings
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [("{}", "is no JSON report"), ('{"schema_version": 2}', "schema version 2"), (None, "no report")],
)
def test_what_is_no_report_is_named(content: str | None, told: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "a.json").write_text(content, encoding="utf-8")
    program = EXAMPLES / "report-table" / "fault_table.py"
    done = subprocess.run([sys.executable, program, tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


@pytest.mark.slow
def test_the_consumer_in_typescript_compiles_and_reads_the_report(copied: Path) -> None:
    folder = copied / "cms-json"
    *prepare, show = commands("cms-json")
    for command in prepare:
        said = run(command, folder, with_this_python())
    assert "# fail 0" in said
    assert "body_html 94-103 error: 40.9</b>%" in run(show, folder, with_this_python())
    # The compiler refuses a consumer that the contract does not bear out.
    marks = folder / "src" / "marks.ts"
    marks.write_text(
        marks.read_text(encoding="utf-8").replace("span.field_start", "span.field_begin"), encoding="utf-8"
    )
    assert "field_begin" in run("npm run compile", folder, with_this_python(), expected=2)
