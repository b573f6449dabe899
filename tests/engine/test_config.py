"""The configuration is found nearest first, and a mistake in it is named with file, key and the nearest known key."""

from __future__ import annotations

from pathlib import Path

import pytest
from factlint.config import Config, size
from factlint.config_files import load, nearest_config
from factlint.desk import Desk
from factlint.finding import Severity
from factlint.problem import SettingsError
from factlint.registry import installed


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def codes(desk: Desk, path: str) -> set[str]:
    return {rule.code for rule in desk.rules_for(path)}


def test_a_full_configuration_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "factlint.toml",
        """
select = ["PCT"]
ignore = ["points-for-percent"]
fail-on = "warning"
encoding = "gb18030"
max-size = "2 MB"
exclude = ["archive/"]
[rules.PCT001]
severity = "warning"
[per-path."wire/**"]
ignore = ["PCT002"]
[fields]
headline = "kop"
body = ["tekst", "inhoud"]
""",
    )
    config = load(str(path))
    assert (config.fail_on, config.encoding, config.max_size) == ("warning", "gb18030", 2_000_000)
    assert config.rules["PCT001"].severity is Severity.WARNING
    assert config.fields.headline[0] == "kop"
    assert config.fields.headline[1:] == Config().fields.headline
    assert config.fields.body[:2] == ("tekst", "inhoud")
    assert config.fields.deck == Config().fields.deck
    desk = Desk(config)
    assert "PCT003" not in codes(desk, str(tmp_path / "a.txt"))
    assert "PCT002" in codes(desk, str(tmp_path / "a.txt"))
    assert "PCT002" not in codes(desk, str(tmp_path / "wire" / "deep" / "a.txt"))
    assert "NUM001" not in codes(desk, str(tmp_path / "a.txt"))
    assert config.excludes(str(tmp_path / "archive" / "old.txt"))
    assert not config.excludes(str(tmp_path / "new.txt"))
    (share,) = [rule for rule in desk.rules_for("a.txt") if rule.code == "PCT001"]
    assert share.severity is Severity.WARNING


def test_the_nearest_configuration_holds_and_a_repository_is_the_horizon(tmp_path: Path) -> None:
    outer = write(tmp_path, "factlint.toml", 'fail-on = "never"')
    inner = write(tmp_path / "desk", "pyproject.toml", '[tool.factlint]\nfail-on = "suggestion"\n')
    write(tmp_path / "desk" / "cars", "pyproject.toml", '[project]\nname = "not.ours"\n')
    (tmp_path / "other" / ".git").mkdir(parents=True)
    found = nearest_config(str(tmp_path / "desk" / "cars"))
    assert found is not None
    assert (found.source, found.fail_on) == (str(inner), "suggestion")
    found = nearest_config(str(tmp_path))
    assert found is not None
    assert found.source == str(outer)
    assert nearest_config(str(tmp_path / "other")) is None


def test_its_own_file_goes_before_pyproject(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[tool.factlint]\nfail-on = "never"\n')
    write(tmp_path, "factlint.toml", 'fail-on = "warning"')
    found = nearest_config(str(tmp_path))
    assert found is not None
    assert found.fail_on == "warning"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []", "there is no setting 'selct'. Did you mean select?"),
        ('select = "PCT"', "select takes a list of codes, families or names, not 'PCT'"),
        ('fail-on = "errors"', "fail-on takes suggestion, warning, error or never, not 'errors'"),
        ("max-size = -3", "max-size takes a number of bytes"),
        ('max-size = "lots"', "max-size takes a number of bytes"),
        ("encoding = 8", "encoding takes the name of an encoding, not 8"),
        ("[rules.PCT001]\nseverty = 'error'", "[rules.PCT001]: there is no setting 'severty'. Did you mean severity?"),
        ("[rules.PCT001]\nseverity = 'fatal'", "[rules.PCT001]"),
        ("[per-path.'*.md']\nignored = []", "[per-path.*.md]: there is no setting 'ignored'. Did you mean ignore?"),
        ("[fields]\nheadlin = 'x'", "[fields]: an article has no part 'headlin'"),
        ("rules = 3", "rules takes tables [rules.CODE]"),
        ("select = [", "is not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, "factlint.toml", text)
    with pytest.raises(SettingsError) as raised:
        load(str(path))
    assert str(raised.value).startswith(f"{path}: ")
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('select = ["PTC001"]', "[select]: no rule is called 'PTC001'. Did you mean PCT001?"),
        ("[rules.PCT999]\nseverity = 'error'", "[rules.PCT999]: no rule is called 'PCT999'."),
        ("[rules.PCT001.options]\nslack = 3", "[rules.PCT001]: PCT001 has no option 'slack'"),
        ("[per-path.'*.md']\nignore = ['XXX']", "[per-path.*.md]: no rule is called 'XXX'."),
    ],
)
def test_a_rule_or_option_that_is_not_there_is_named_with_the_file(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, "factlint.toml", text)
    with pytest.raises(SettingsError) as raised:
        Desk(load(str(path)), installed())
    assert str(raised.value).startswith(f"{path}: ")
    assert said in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml: No such file"):
        load(str(tmp_path / "none.toml"))


@pytest.mark.parametrize(
    ("given", "size_in_bytes"), [("50 MB", 50_000_000), ("10k", 10_000), ("1GB", 10**9), (7, 7), ("800", 800)]
)
def test_sizes(given: str | int, size_in_bytes: int) -> None:
    assert size(given, "max-size") == size_in_bytes
