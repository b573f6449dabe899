"""A finding that was checked and is right is accepted, until its sentence changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import ALSO, WRONG, Run
from factlint.problem import SettingsError
from factlint.whole import WholeFile

STORY = f"# Cars\n\n{WRONG}\n\n{ALSO}\n"
Ledger = dict[str, list[dict[str, str]]]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.md"
    path.write_text(STORY)
    return path


def ledger(folder: Path, name: str = "factlint.accepted.json") -> Ledger:
    loaded = json.loads((folder / name).read_text())
    assert isinstance(loaded, dict)
    return loaded


def codes(done: object) -> list[str]:
    assert isinstance(done, tuple)
    return [one["code"] for file in json.loads(done[1])["files"] for one in file["findings"]]


def test_an_accepted_finding_is_not_reported(story: Path, run: Run) -> None:
    assert run("check", "story.md").code == 1
    done = run("accept", "story.md", "--reason", "the maker's own count")
    assert (done.code, done.err) == (0, "")
    assert done.out == "accepted PCT001 at line 3: 40.9%\naccepted PCT001 at line 5: 31.0%\n"
    first, second = ledger(story.parent)["findings"]
    assert (first["quote"], first["reason"], first["document_id"]) == ("31.0%", "the maker's own count", "story.md")
    assert second["sentence"] == WRONG
    checked = run("check", "story.md", "--format", "json")
    assert (checked.code, codes(checked)) == (0, [])
    assert json.loads(checked.out)["summary"]["figures"]["contradicted"] == 0


def test_codes_and_lines_choose(story: Path, run: Run) -> None:
    assert run("accept", "story.md", "PCT", "--line", "5", "--reason", "own count").code == 0
    assert [one["quote"] for one in ledger(story.parent)["findings"]] == ["31.0%"]
    assert run("accept", "story.md", "share-mismatch", "--reason", "own count").code == 0
    assert len(ledger(story.parent)["findings"]) == 2
    done = run("accept", "story.md", "SUM", "--line", "3", "--reason", "own count")
    assert (done.code, done.err) == (2, "factlint: story.md: there is no finding to accept of SUM on line 3.\n")
    assert "Did you mean PCT001?" in run("accept", "story.md", "PTC001", "--reason", "own count").err
    assert run("accept", "nowhere.md", "--reason", "own count").err == "factlint: nowhere.md: there is no such file.\n"


def test_a_reason_must_be_given(story: Path, run: Run) -> None:
    assert run("accept", "story.md").code == 2
    assert (
        run("accept", "story.md", "--reason", " ").err
        == "factlint: --reason is empty. Say why the figures are right.\n"
    )
    assert not (story.parent / "factlint.accepted.json").exists()


def test_it_returns_when_its_sentence_changes_and_the_stale_acceptance_is_told(story: Path, run: Run) -> None:
    run("accept", "story.md", "--reason", "own count")
    story.write_text(STORY.replace("NEVs", "electric"))
    assert codes(run("check", "story.md", "--format", "json")) == ["SUP002", "PCT001"]
    done = run("accept", "story.md", "--reason", "own count", "--prune")
    assert done.out.endswith("1 acceptance that no longer applied forgotten\n")
    assert codes(run("check", "story.md", "--format", "json")) == []
    assert len(ledger(story.parent)["findings"]) == 2


def test_it_stays_when_other_things_change(story: Path, run: Run) -> None:
    run("accept", "story.md", "--reason", "own count")
    for text in (
        f"# Cars\n\n{ALSO}\n\nNew.\n\n{WRONG}\n",
        f"# Lorries\n\nMore came. {WRONG}\n\n{ALSO}\n",
        STORY.replace("some 15", "some\n15").replace("sold, ", "sold,\n"),
    ):
        story.write_text(text)
        assert codes(run("check", "story.md", "--format", "json")) == []


def test_it_stays_when_the_article_is_renamed_under_its_id(story: Path, run: Run) -> None:
    run("accept", "story.md", "--reason", "own count", "--document-id", "4711")
    story.rename("renamed.md")
    assert run("check", "renamed.md").code == 1
    assert run("check", "renamed.md", "--document-id", "4711").code == 0


def test_an_acceptance_without_a_reason_works_and_is_told(story: Path, run: Run) -> None:
    run("accept", "story.md", "--reason", "own count")
    path = story.parent / "factlint.accepted.json"
    path.write_text(path.read_text().replace("own count", "", 1))
    assert codes(run("check", "story.md", "--format", "json")) == ["SUP001"]
    assert codes(run("check", "story.md", "--format", "json", "--ignore", "SUP")) == []


def test_what_did_not_run_is_not_stale(story: Path, run: Run) -> None:
    run("accept", "story.md", "--reason", "own count")
    assert codes(run("check", "story.md", "--ignore", "PCT", "--format", "json")) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is damaged: "),
        (b"[]", "is damaged: "),
        (b"\xff\xfe", "is damaged: "),
        (b'{"schema_version": 1, "about": "", "findings": [{"fingerprint": 3}]}', "is damaged: "),
        (b'{"schema_version": 2, "about": 7}', "is of version 2, and this factlint reads version 1. Update factlint."),
    ],
)
def test_a_damaged_or_newer_file_stops_the_run(story: Path, run: Run, content: bytes, said: str) -> None:
    for name, arguments in (
        ("factlint.accepted.json", ()),
        ("known.json", ("--baseline", "known.json")),
    ):
        (story.parent / name).write_bytes(content)
        done = run("check", "story.md", *arguments)
        assert done.code == 2
        assert f"{name}: {said}" in done.err
        assert done.err.count("\n") == 1
        (story.parent / name).unlink()


def test_our_own_files_are_no_articles(story: Path, run: Run) -> None:
    run("accept", "story.md", "--reason", "own count")
    run("baseline", ".")
    done = run("check", ".", "factlint.accepted.json", "factlint.baseline.json", "--format", "json")
    assert [file["path"] for file in json.loads(done.out)["files"]] == ["story.md"]


def test_a_baseline_hides_what_was_there_and_is_pruned(story: Path, run: Run) -> None:
    assert run("baseline", ".").out == "factlint.baseline.json: 2 findings written\n"
    assert run("check", ".", "--baseline", "factlint.baseline.json").code == 0
    story.write_text(f"{STORY}\nOf 40 million cars, 10 million were old, or 33.0%.\n")
    checked = run("check", ".", "--baseline", "factlint.baseline.json", "--format", "json")
    assert (checked.code, codes(checked)) == (1, ["PCT001"])
    story.write_text(f"# Cars\n\n{ALSO}\n")
    done = run("baseline", ".", "--prune")
    assert done.out == "factlint.baseline.json: 1 finding taken out, 1 left\n"
    assert [one["quote"] for one in ledger(story.parent, "factlint.baseline.json")["findings"]] == ["31.0%"]


def test_pruning_one_folder_leaves_the_others_and_drops_what_is_deleted(story: Path, run: Run) -> None:
    for name in ("a", "b"):
        (story.parent / name).mkdir()
        (story.parent / name / "old.md").write_text(f"{WRONG}\n")
    run("baseline", ".")
    (story.parent / "b" / "old.md").unlink()
    run("baseline", "a", "--prune")
    left = {one["document_id"] for one in ledger(story.parent, "factlint.baseline.json")["findings"]}
    assert left == {"a/old.md", "story.md"}


def test_the_configuration_may_name_the_baseline(story: Path, run: Run) -> None:
    (story.parent / "factlint.toml").write_text('baseline = "known/old.json"\n')
    assert "known/old.json: cannot be read: No such file" in run("check", "story.md").err
    assert run("baseline", ".").err.endswith("known/old.json: cannot be written: No such file or directory.\n")
    (story.parent / "known").mkdir()
    assert run("baseline", ".").code == 0
    assert run("check", "story.md").code == 0
    assert run("baseline", ".").out.endswith("2 findings written\n")


def test_an_error_while_writing_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    path.write_text("before")
    draft = WholeFile(str(path))
    draft.__enter__().write(b"half")
    draft.__exit__(ValueError)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_written_and_not_replaced() -> None:
    with WholeFile("/dev/null") as out:
        out.write(b"gone")
    assert Path("/dev/null").is_char_device()
    with pytest.raises(SettingsError, match="cannot be written"), WholeFile("/dev/full/x"):
        pass
