"""``factlint check``: what an editor, a hook and a script get."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import RIGHT, WRONG, Run


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


def test_quiet_leaves_only_findings(desk: Path, run: Run) -> None:
    assert run("check", "right.txt", "--quiet") == (0, "", "")
    quiet = run("check", "wrong.txt", "right.txt", "-q").out
    assert "error PCT001" in quiet
    assert run("check", "wrong.txt").out.startswith(quiet)
    assert "confirmed" not in quiet
    assert run("check", "right.txt", "-q", "--format", "concise").out == ""


def test_statistics_count_the_findings_of_each_rule(desk: Path, run: Run) -> None:
    (desk / "third.txt").write_text(f"{WRONG}\nThe plant makes 30,00 cars.\n\nOf 20 cars, 5 were electric, or 31.0%.\n")
    done = run("check", ".", "--statistics")
    assert done.code == 1
    rows = [line.split() for line in done.out.splitlines()]
    assert rows[0] == ["findings", "articles", "code", "rule", "severity"]
    assert ["3", "2", "PCT001", "share-mismatch", "error"] in rows
    assert ["1", "1", "NUM001", "malformed-number", "error"] in rows
    assert rows[2][0] == "3"
    assert "is a table for people" in run("check", ".", "--statistics", "--format", "json").err


def test_colour_is_forced_and_forbidden(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in run("check", "wrong.txt", "--color", "always").out
    assert "\x1b[" in run("check", "wrong.txt", "--color", "always", "--format", "concise").out
    assert "\x1b" not in run("check", "wrong.txt", "--color", "never").out
    assert "\x1b" not in run("check", "wrong.txt").out


SLIPS = "The battery&nbsp;pack costs $$70,500 and&nbsp; more. BYD delivered 33, 829 vehicles.\n\nH2: The Scale Problem\n\nIt is big.\n"
REPAIRED = (
    "The battery pack costs $70,500 and more. BYD delivered 33, 829 vehicles.\n\nThe Scale Problem\n\nIt is big.\n"
)


def test_typography_is_repaired_and_figures_are_not(desk: Path, run: Run) -> None:
    slips = desk / "slips.txt"
    slips.write_text(SLIPS)
    slips.chmod(0o640)
    done = run("check", "slips.txt", "--fix")
    assert slips.read_text() == REPAIRED
    assert done.err == "factlint: 4 slips repaired in 1 file\n"
    assert "33, 829" in done.out
    assert slips.stat().st_mode & 0o777 == 0o640
    assert run("check", "slips.txt", "--fix").err == ""


def test_a_diff_shows_what_would_be_repaired_and_changes_nothing(desk: Path, run: Run) -> None:
    (desk / "slips.txt").write_text(SLIPS)
    done = run("check", "slips.txt", "right.txt", "--fix", "--diff")
    assert done.code == 1
    assert done.out.splitlines()[:5] == [
        "--- slips.txt",
        "+++ slips.txt",
        "@@ -1,5 +1,5 @@",
        f"-{SLIPS.splitlines()[0]}",
        f"+{REPAIRED.splitlines()[0]}",
    ]
    assert (desk / "slips.txt").read_text() == SLIPS
    assert run("check", "right.txt", "--diff") == (0, "", "")


def test_a_repair_keeps_encoding_line_ends_and_markup(desk: Path, run: Run) -> None:
    for name, encoding in (("a.txt", "utf-8-sig"), ("b.txt", "utf-16"), ("c.txt", "gb18030"), ("d.txt", "utf-16-be")):
        mark = "\ufeff" if encoding == "utf-16-be" else ""
        before = f"{mark}比亚迪的电池组比去年便宜很多，价格是这样的。\r\nIt costs $$70,500.\r\n".encode(encoding)
        (desk / name).write_bytes(before)
        assert "1 slip repaired" in run("check", name, "--fix").err
        assert (desk / name).read_bytes() == before.replace("$$".encode(encoding[:9]), "$".encode(encoding[:9])) or (
            (desk / name).read_bytes().decode(encoding) == before.decode(encoding).replace("$$", "$")
        )
        assert (desk / name).read_bytes()[:2] == before[:2]
    (desk / "page.html").write_text("<p>It &amp; costs <b>$$70,500</b> and&amp;nbsp;more.</p>")
    run("check", "page.html", "--fix")
    assert (desk / "page.html").read_text() == "<p>It &amp; costs <b>$70,500</b> and more.</p>"
    (desk / "cms.json").write_text('{"headline": "Cars \\u2013 cheap", "body": "It costs $$70,500.\\nMore."}')
    run("check", "cms.json", "--fix")
    assert (desk / "cms.json").read_text() == '{"headline": "Cars \\u2013 cheap", "body": "It costs $70,500.\\nMore."}'


def test_what_is_set_aside_or_not_selected_is_not_repaired(desk: Path, run: Run) -> None:
    (desk / "slips.txt").write_text(SLIPS)
    (desk / "slips.txt.factlint").write_text("1 all -- as the maker prints it\n3 ART002 -- a plate\n")
    run("check", "slips.txt", "--fix")
    assert (desk / "slips.txt").read_text() == SLIPS
    (desk / "slips.txt.factlint").unlink()
    run("check", "slips.txt", "--fix", "--select", "NUM006")
    assert (desk / "slips.txt").read_text() == SLIPS.replace("$$", "$")


def test_repairs_and_watching_need_files(desk: Path, process: Run) -> None:
    for option in ("--fix", "--diff", "--watch"):
        done = process("check", "-", option, stdin=b"It costs $$70,500.")
        assert (done.code, done.out) == (2, "")
        assert "standard input" in done.err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full device")
def test_a_full_disk_is_told(desk: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factlint", "check", "wrong.txt"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"factlint: the report: cannot be written: No space left on device.\n"
