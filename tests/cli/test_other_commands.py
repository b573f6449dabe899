"""The commands that show what the linter knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run
from factlint.registry import installed


def test_version_and_help(run: Run) -> None:
    assert run("--version").out == "factlint 0.1.0\n"
    help_text = run("--help").out
    for command in ("check", "claims", "explain", "figures", "rules", "schema", "test"):
        assert f"\n  {command} " in help_text
        assert run(command, "--help").code == 0


def test_an_unknown_command_is_answered_with_the_nearest(run: Run) -> None:
    done = run("chek")
    assert (done.code, done.err) == (
        2,
        "factlint: there is no command 'chek'. Did you mean check? Try 'factlint --help'.\n",
    )


def test_claims_show_what_was_understood(desk: Path, run: Run) -> None:
    done = run("claims", "wrong.txt")
    assert done.code == 0
    header, rule, *rows = done.out.splitlines()
    assert header.split() == [
        *("line", "figure", "interval", "unit", "role", "subject", "measure", "scope", "period", "status")
    ]
    assert set(rule) == {"-", " "}
    assert [row.split("  ")[2].strip() for row in rows if row] == ["31.1 million", "15 million", "40.9%"]
    assert "[31,050,000, " in rows[0]
    assert "sales" in rows[0]
    loaded = json.loads(run("claims", "wrong.txt", "--format", "json").out)
    assert [claim["figure"]["quote"] for claim in loaded["claims"]] == ["31.1 million", "15 million", "40.9%"]
    assert loaded["claims"][0]["figure"]["interval"]["low"] == "31050000"


def test_figures_show_what_is_printed(desk: Path, run: Run) -> None:
    assert "40.9%" in run("figures", "wrong.txt").out
    loaded = json.loads(run("figures", "wrong.txt", "--format", "json").out)
    assert [figure["value"] for figure in loaded["figures"]] == ["31100000", "15000000", "40.9"]
    lines = run("figures", "wrong.txt", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == loaded["figures"]


@pytest.mark.parametrize("command", ["claims", "figures"])
def test_what_cannot_be_read_is_named(desk: Path, run: Run, command: str) -> None:
    (desk / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert run(command, "nope.txt").err == "factlint: nope.txt: No such file or directory.\n"
    done = run(command, "photo.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("factlint: photo.txt: ")


def test_claims_of_standard_input(process: Run) -> None:
    done = process("claims", "-", "--format", "json", stdin=b"BYD sold 4,000 cars in May.")
    assert json.loads(done.out)["path"] == "<stdin>"


def test_every_rule_is_listed_and_explained(run: Run) -> None:
    listed = json.loads(run("rules", "--format", "json").out)
    table = run("rules").out
    assert [rule["code"] for rule in listed] == [rule.code for rule in installed().rules]
    for rule in listed:
        assert f"{rule['code']}  {rule['name']} " in table
        page = run("explain", rule["code"])
        assert page.out == run("explain", rule["name"]).out
        assert page.out.startswith(f"{rule['code']} {rule['name']}\n\n{rule['summary']}\n")
        assert "Left alone:" in page.out
        assert "Reported" in page.out


def test_an_unknown_rule_is_answered_with_the_nearest(run: Run) -> None:
    done = run("explain", "share-mismtch")
    assert (done.code, done.err) == (2, "factlint: no rule is called 'share-mismtch'. Did you mean share-mismatch?\n")


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema").out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


RULE = '''
from factlint import Case, Place, Rule


class Shouting(Rule):
    """An article shouts."""

    code = "HSE001"
    valid = ["Quiet."]
    invalid = [Case({example!r})]
    wording = "{{quote}} shouts."

    def check(self, article):
        at = article.text.find("!!")
        if at >= 0:
            yield self.finding(Place(at, at + 2, "!!"))
'''


def test_a_rule_of_ones_own_is_tested(desk: Path, run: Run) -> None:
    (desk / "house_good.py").write_text(RULE.format(example="Loud«!!»"))
    (desk / "house_bad.py").write_text(RULE.format(example="«Loud»"))
    good = run("test", "house_good.py")
    assert (good.code, good.out.splitlines()[-1]) == (0, "1 rules, 2 examples, 0 failed.")
    bad = run("test", "house_bad.py")
    assert bad.code == 1
    assert "FAILED  HSE001 shouting: 2 examples\n        HSE001-invalid-1: no finding at 'Loud'" in bad.out
    assert "cannot be imported" in run("test", "nowhere").err
    (desk / "nothing.py").write_text("")
    assert run("test", "nothing.py").err == "factlint: there is no rule in nothing.py.\n"
