"""One newsroom, several desks: configurations extend others, and every setting can be traced to its file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import WRONG, Run, commit
from factlint.config import parse
from factlint.config_files import load
from factlint.desk import Desk
from factlint.finding import Severity
from factlint.problem import SettingsError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write(
        tmp_path / "house.toml",
        'ignore = ["NUM"]\nfail-on = "warning"\nexclude = ["archive/"]\n[fields]\nbody = "inhoud"\n'
        '[rules.PCT001]\nseverity = "warning"\n[per-path."cars/wire/*.md"]\nignore = ["PCT"]\n',
    )
    write(tmp_path / "cars" / "factlint.toml", 'extend = "../house.toml"\nignore = ["DAT"]\nfail-on = "never"\n')
    return tmp_path


def test_what_is_stated_holds_and_lists_add_up(desk: Path) -> None:
    config = load("cars/factlint.toml")
    assert config.ignore == ("NUM", "DAT")
    assert config.fail_on == "never"
    assert config.rules["PCT001"].severity is Severity.WARNING
    assert config.fields.body[0] == "inhoud"
    assert config.root == str(desk / "cars")


def test_patterns_count_from_the_file_that_states_them(desk: Path) -> None:
    config = load("cars/factlint.toml")
    assert config.excludes("archive/old.md")
    assert not config.excludes("cars/story.md")
    assert "PCT001" not in {rule.code for rule in Desk(config).rules_for("cars/wire/a.md")}
    assert "PCT001" in {rule.code for rule in Desk(config).rules_for("cars/a.md")}


def test_a_later_base_is_laid_over_an_earlier_one(desk: Path) -> None:
    write(desk / "second.toml", 'fail-on = "suggestion"\n[rules.PCT001]\nseverity = "suggestion"\n')
    write(desk / "both.toml", 'extend = ["house.toml", "second.toml"]\n')
    config = load("both.toml")
    assert config.fail_on == "suggestion"
    assert config.rules["PCT001"].severity is Severity.SUGGESTION
    assert len(config.bases) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('extend = "nowhere.toml"', "nowhere.toml: No such file or directory."),
        ("extend = 3", "extend takes the path of a configuration or a list of paths, not 3."),
        ('extend = ["a.toml"]', "extends itself"),
        ('extend = "bad.toml"', "bad.toml: there is no setting 'selct'. Did you mean select?"),
    ],
)
def test_a_base_that_cannot_be_used_is_named(desk: Path, text: str, said: str) -> None:
    write(desk / "bad.toml", "selct = []")
    write(desk / "a.toml", text)
    with pytest.raises(SettingsError) as raised:
        load("a.toml")
    assert said in str(raised.value)


def test_a_mistake_in_a_base_names_the_base(desk: Path) -> None:
    write(desk / "house.toml", "[rules.PCT999]\nseverity = 'error'\n")
    with pytest.raises(SettingsError) as raised:
        Desk(load("cars/factlint.toml"))
    assert "house.toml: [rules.PCT999]: no rule is called 'PCT999'." in str(raised.value)


def test_every_setting_is_shown_with_its_file(desk: Path, run: Run) -> None:
    write(desk / "cars" / "wire" / "a.md", WRONG)
    done = run("config", "cars/wire/a.md")
    assert done.code == 0
    assert f'fail-on = "never"  # {desk}/cars/factlint.toml' in done.out
    assert f'exclude = ["archive/"]  # {desk}/house.toml' in done.out
    assert "[rules.PCT001]  # " in done.out
    assert 'select = ["all"]  # default' in done.out
    assert re.search(r'# "cars/wire/\*\.md" of .*house\.toml fits', done.out)
    assert "cars/wire/a.md: checked, " in done.out
    assert "PCT001" in done.out.split("# left out: ")[1]
    settings = "\n".join(line for line in done.out.splitlines() if not line.startswith("[per-path"))
    assert tomllib.loads(settings)["fail-on"] == "never"


def test_without_a_configuration_the_defaults_are_shown(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("config").out.startswith("# no configuration file: all settings are the defaults\n")


def test_a_first_configuration_is_written_and_says_what_holds_anyway(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("init").out == "./factlint.toml: written\n"
    written = Path("factlint.toml").read_text()
    assert parse(tomllib.loads(written), "x", "") == parse({}, "x", "")
    assert run("init").err == "factlint: ./factlint.toml: is there already. factlint config shows what it sets.\n"
    spoken = re.sub(r"(?m)^# (?=[\w-]+ = |\[)", "", written)
    settings = tomllib.loads(spoken)
    settings.pop("extend")
    assert Desk(parse(settings, "starter", "")).config.max_size == parse({}, "x", "").max_size
    assert run("init", "nowhere").code == 2


def test_what_git_ignores_is_not_checked_unless_it_is_named(tmp_path: Path, git: Callable[..., str], run: Run) -> None:
    for name in ("story.md", "drafts/a.md", "notes/a.md", "notes/b.draft.md", "kept/c.draft.md"):
        write(tmp_path / name, f"{WRONG}\n")
    write(tmp_path / ".gitignore", "drafts/\n*.draft.md\n")
    git("add", "-f", "kept/c.draft.md")
    commit(git)
    shown = run("check", ".", "--format", "concise").out
    assert {line.split(":")[0] for line in shown.splitlines()[:-1]} == {"story.md", "notes/a.md", "kept/c.draft.md"}
    assert run("check", "drafts/a.md").code == 1
    assert run("check", "drafts").code == 1
    assert "notes/a.md:1" in run("check", "notes", "--format", "concise").out


def test_a_file_that_an_option_names_lies_beside_the_configuration_that_names_it(desk: Path, run: Run) -> None:
    head = "entity,metric,scope,period,value,unit,yoy_percent,precision,body,source,source_date,note,checked\n"
    row = "Zeekr,deliveries,,2024-04,{},units,,1,company,the maker,2024-05-02,,yes\n"
    write(desk / "facts" / "own.csv", head + row.format(12460))
    write(desk / "facts" / "house.toml", '[rules.REF001.options]\nsheet = "own.csv"\n')
    write(desk / "cars" / "factlint.toml", 'extend = "../facts/house.toml"\n')
    story = write(desk / "cars" / "a.txt", "In April 2024, Zeekr delivered 12,640 vehicles.\n")
    assert "12,460" in run("check", str(story)).out
    write(desk / "facts" / "own.csv", head + row.format(12640))
    assert "12,460" not in run("check", str(story)).out
