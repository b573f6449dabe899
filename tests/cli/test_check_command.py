"""``factlint check``: what an editor, a hook and a script get."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT, WRONG, Run


def report(text: str) -> dict[str, Any]:
    loaded = json.loads(text)
    assert isinstance(loaded, dict)
    return loaded


def test_a_wrong_article_fails_and_a_right_one_passes(desk: Path, run: Run) -> None:
    wrong = run("check", "wrong.txt")
    assert wrong.code == 1
    assert wrong.out.startswith("wrong.txt:1:53  error PCT001 share-mismatch\n")
    text, under = wrong.out.splitlines()[1:3]
    assert text == f"    {WRONG.strip()}"
    assert under == "       ------------            ----------               ^^^^^"
    right = run("check", "right.txt")
    assert right.code == 0
    assert "✓ 3 figures confirmed: 31.1 million, 15 million, 48.2%" in right.out
    assert right.out.endswith("1 file checked: no findings. Figures: 3 confirmed, 0 contradicted, 0 unchecked.\n")


def test_the_severity_that_fails_is_chosen(desk: Path, run: Run) -> None:
    assert run("check", "wrong.txt", "--fail-on", "never").code == 0
    (desk / "factlint.toml").write_text('[rules.PCT001]\nseverity = "warning"\n')
    assert run("check", "wrong.txt").code == 0
    assert run("check", "wrong.txt", "--fail-on", "warning").code == 1
    assert run("check", "wrong.txt", "--fail-on", "suggestion").code == 1
    (desk / "factlint.toml").write_text('fail-on = "never"\n')
    assert run("check", "wrong.txt").code == 0
    assert run("check", "wrong.txt", "--fail-on", "error").code == 1


def test_neither_the_order_of_paths_nor_a_second_run_changes_a_byte(desk: Path, run: Run) -> None:
    (desk / "more").mkdir()
    (desk / "more" / "page.html").write_text(f"<p>{WRONG}</p>", encoding="utf-8")
    orders = (["."], ["right.txt", "more", "wrong.txt"], ["wrong.txt", "./right.txt", "more/page.html", "more"])
    for format_name in ("json", "terminal"):
        outs = {run("check", *paths, "--format", format_name).out for paths in (*orders, *orders)}
        assert len(outs) == 1
    paths = [file["path"] for file in report(run("check", "--format", "json").out)["files"]]
    assert paths == ["more/page.html", "right.txt", "wrong.txt"]


def test_hidden_folders_and_what_is_excluded_are_left_out(desk: Path, run: Run) -> None:
    for folder in (".cache", "node_modules", "archive"):
        (desk / folder).mkdir()
        (desk / folder / "old.txt").write_text(WRONG)
    (desk / "notes.adoc").write_text(WRONG)
    (desk / "factlint.toml").write_text('exclude = ["archive/", "wr*.txt"]\n')
    assert [file["path"] for file in report(run("check", "--format", "json").out)["files"]] == ["right.txt"]
    assert run("check", "wrong.txt").out == "No file checked.\n"


def test_standard_input_is_reported_under_its_name(desk: Path, process: Run) -> None:
    done = process("check", "-", "--stdin-filename", "draft.md", "--format", "json", stdin=f"# Up\n\n{WRONG}".encode())
    (file,) = report(done.out)["files"]
    assert (done.code, file["path"], file["format"]) == (1, "draft.md", "markdown")
    assert file["findings"][0]["span"]["line"] == 3
    assert report(process("check", "-", "--format", "json", stdin=b"").out)["files"][0]["path"] == "<stdin>"


def test_rules_are_chosen_by_code_family_and_name(desk: Path, run: Run) -> None:
    assert run("check", "wrong.txt", "--select", "PCT001").code == 1
    assert run("check", "wrong.txt", "--select", "PCT002,share-mismatch").code == 1
    assert run("check", "wrong.txt", "--select", "PCT002").code == 0
    assert run("check", "wrong.txt", "--ignore", "PCT").code == 0
    assert run("check", "wrong.txt", "--ignore", "share-mismatch").code == 0


def test_reports_go_to_files_too(desk: Path, run: Run) -> None:
    done = run("check", "wrong.txt", "--output", "json:out.json", "--output", "terminal:out.txt")
    assert done.code == 1
    assert (desk / "out.txt").read_text(encoding="utf-8") == done.out
    assert report((desk / "out.json").read_text())["summary"]["findings"]["error"] == 1
    assert sorted(path.name for path in desk.glob("out*")) == ["out.json", "out.txt"]


def test_a_report_that_cannot_be_written_is_named_and_leaves_nothing(desk: Path, run: Run) -> None:
    (desk / "out.json").write_text("before")
    done = run("check", "wrong.txt", "--output", "json:out.json", "--output", "json:nowhere/out.json")
    assert (done.code, done.out) == (2, "")
    assert done.err == "factlint: nowhere/out.json: cannot be written: No such file or directory.\n"
    assert (desk / "out.json").read_text() == "before"
    assert not list(desk.glob("*.part"))
    assert "is a folder" in run("check", "wrong.txt", "--output", "json:.").err


def test_the_document_id_makes_fingerprints_survive_a_new_name(desk: Path, run: Run) -> None:
    (desk / "renamed.txt").write_text(WRONG)

    def mark(*arguments: str) -> str:
        (file,) = report(run("check", "--format", "json", *arguments).out)["files"]
        return str(file["findings"][0]["fingerprint"])

    assert mark("wrong.txt") != mark("renamed.txt")
    assert mark("wrong.txt", "--document-id", "7") == mark("renamed.txt", "--document-id", "7")
    assert "--document-id names one article" in run("check", ".", "--document-id", "7").err


def test_a_fingerprint_does_not_depend_on_where_the_command_is_run(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "sub").mkdir()
    (desk / "sub" / "a.txt").write_text(WRONG)
    here = report(run("check", "sub/a.txt", "--format", "json").out)["files"][0]
    monkeypatch.chdir(desk / "sub")
    there = report(run("check", "a.txt", "--format", "json").out)["files"][0]
    assert here["document_id"] == there["document_id"] == "sub/a.txt"
    assert here["findings"][0]["fingerprint"] == there["findings"][0]["fingerprint"]


BAD_FILES: dict[str, tuple[bytes, str, str]] = {
    "broken.json": (b'{"headline": "A",\n "body": ', "json", "line 2"),
    "nobody.json": (b'{"headline": "A"}', "payload", "body"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary", "PNG"),
    "bytes.txt": (bytes(range(256)) * 4, "binary", "binary"),
    "legacy.txt": ("Preis: 40.000 € für den Käfer".encode("cp1252"), "encoding", "neither UTF-8"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_and_the_others_are_checked(desk: Path, run: Run, name: str) -> None:
    data, kind, said = BAD_FILES[name]
    (desk / name).write_bytes(data)
    done = run("check", name, "right.txt", "wrong.txt", "--format", "json")
    assert done.code == 2
    assert done.err.startswith(f"factlint: {name}: ")
    assert done.err.count("\n") == 1
    assert said in done.err
    files = {file["path"]: file for file in report(done.out)["files"]}
    assert files[name]["error"]["kind"] == kind
    assert files["right.txt"]["error"] is None
    assert [finding["code"] for finding in files["wrong.txt"]["findings"]] == ["PCT001"]


def test_an_encoding_can_be_given(desk: Path, run: Run) -> None:
    (desk / "legacy.txt").write_bytes(f"Käfer. {WRONG}".encode("cp1252"))
    done = run("check", "legacy.txt", "--encoding", "windows-1252", "--format", "json")
    assert done.code == 1
    assert report(done.out)["files"][0]["encoding"] == "cp1252"


def test_missing_paths_and_empty_folders_are_named(desk: Path, run: Run) -> None:
    (desk / "empty").mkdir()
    done = run("check", "nope.txt", "empty", "right.txt", "--format", "json")
    assert done.code == 2
    assert "factlint: nope.txt: there is no such file or folder." in done.err
    assert "factlint: empty: the folder holds no article (.txt, .md" in done.err
    kinds = {file["path"]: file["error"] and file["error"]["kind"] for file in report(done.out)["files"]}
    assert kinds == {"empty": "no-articles", "nope.txt": "missing", "right.txt": None}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(desk: Path, run: Run) -> None:
    (desk / "secret.txt").write_text(WRONG)
    (desk / "secret.txt").chmod(0)
    assert "factlint: secret.txt: cannot be read: Permission denied." in run("check", "secret.txt").err


def test_a_large_file_is_refused_with_the_limit(desk: Path, run: Run) -> None:
    (desk / "large.txt").write_bytes(b"x" * 3_000_000)
    done = run("check", "large.txt", "--max-size", "2 MB")
    assert done.code == 2
    assert done.err == "factlint: large.txt: is larger than 2 MB; --max-size raises the limit.\n"


def test_an_empty_file_has_no_finding(desk: Path, run: Run) -> None:
    (desk / "empty.txt").write_bytes(b"")
    done = run("check", "empty.txt")
    assert (done.code, done.err) == (0, "")


def test_html_that_never_closes_a_tag_is_checked(desk: Path, run: Run) -> None:
    (desk / "open.html").write_text(f"<html><body><div><p>{WRONG}", encoding="utf-8")
    assert run("check", "open.html").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--bogus",), "No such option '--bogus'."),
        (("--format", "xml"), "'xml' is not one of 'terminal', 'concise', 'json', "),
        (("--output", "xml:out"), "'xml:out' is not FORMAT:FILE"),
        (("--date", "last week"), "'last week' is no date such as 2025-01-31"),
        (("--max-size", "huge"), "takes a number of bytes"),
        (("--encoding", "klingon"), "unknown encoding 'klingon'"),
        (("--select", "PTC001"), "no rule is called 'PTC001'. Did you mean PCT001?"),
        (("--config", "none.toml"), "none.toml: No such file or directory."),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(desk: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("check", "right.txt", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("factlint: ")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_mistake_in_the_configuration_stops_the_run_with_its_place(desk: Path, run: Run) -> None:
    (desk / "factlint.toml").write_text("selct = []\n")
    done = run("check", "right.txt")
    assert done.code == 2
    assert done.err.endswith("factlint.toml: there is no setting 'selct'. Did you mean select?\n")


def test_the_payload_fields_of_a_newsroom(desk: Path, run: Run) -> None:
    (desk / "cms.json").write_text(json.dumps({"kop": "Half of the market", "tekst": WRONG}))
    assert run("check", "cms.json").code == 2
    (desk / "factlint.toml").write_text('[fields]\nheadline = "kop"\nbody = "tekst"\n')
    assert run("check", "cms.json").code == 1


def test_the_right_article_stays_right_in_every_encoding(desk: Path, run: Run) -> None:
    for name in ("utf-8-sig", "utf-16", "gb18030"):
        (desk / "coded.txt").write_bytes(("比亚迪报道。" + RIGHT).encode(name))
        assert run("check", "coded.txt", "--format", "json").code == 0


def test_a_file_name_that_is_no_text_is_reported(desk: Path, process: Run) -> None:
    (desk / os.fsdecode(b"caf\xe9.txt")).write_text(WRONG)
    done = process("check", ".", "--format", "json")
    paths = [file["path"] for file in report(done.out)["files"]]
    assert (done.code, paths) == (1, ["caf\ufffd.txt", "right.txt", "wrong.txt"])
    assert "caf\ufffd.txt:1:53  error PCT001" in process("check", ".").out
