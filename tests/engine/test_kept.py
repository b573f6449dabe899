"""What is worked out once and kept for the next run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from factlint import data, patterns, store


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A shelf of its own for patterns, with nothing on it."""
    place = tmp_path / "__pycache__" / "patterns.marshal"
    monkeypatch.setattr(patterns, "_PLACE", str(place))
    monkeypatch.setattr(patterns, "_fresh", {})
    patterns._known.cache_clear()
    yield place
    patterns._known.cache_clear()


@pytest.mark.parametrize(
    ("source", "flags"),
    [
        (r"(?P<sign>[$€£])\s?+(\d++)(?:\.(?P<cents>\d{2}))?", 0),
        (r"sales (?:rose|fell) by|第[一二三]季度", re.IGNORECASE),
        (r"(?x) \b (?i:q)[1-4] \b  # a quarter", 0),
    ],
)
def test_a_kept_pattern_is_the_compiled_one(source: str, flags: int, shelf: Path) -> None:
    first = patterns.compiled(source, flags)
    patterns.keep_patterns()
    patterns._known.cache_clear()
    patterns._fresh.clear()
    again = patterns.compiled(source, flags)
    assert not patterns._fresh
    assert first == again == re.compile(source, flags)
    assert again.groupindex == first.groupindex
    assert again.groups == first.groups
    assert again.flags == first.flags


def test_a_kept_pattern_that_the_interpreter_refuses_is_compiled(shelf: Path) -> None:
    patterns.compiled(r"\d+")
    patterns.keep_patterns()
    content = store.kept(str(shelf), patterns.sys.version)
    ((key, (flags, _, *rest)),) = content.items()
    store.keep(str(shelf), patterns.sys.version, {key: (flags, b"\1\2\3\4" * 3, *rest)})
    patterns._known.cache_clear()
    assert patterns.compiled(r"\d+").fullmatch("2024")


def test_a_torn_file_counts_as_none(shelf: Path) -> None:
    patterns.compiled(r"\d+")
    patterns.keep_patterns()
    shelf.write_bytes(shelf.read_bytes()[:-9])
    patterns._known.cache_clear()
    assert patterns.compiled(r"\d+").fullmatch("2024")
    assert store.kept(str(shelf), patterns.sys.version) is None


def test_a_table_is_read_anew_when_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "_HERE", str(tmp_path))
    for words in ("over", "over, above"):
        (tmp_path / "words.toml").write_text(f'hedge = "{words}"\n')
        data.table.cache_clear()
        assert data.table("words.toml") == {"hedge": words}
        data.table.cache_clear()
        assert data.table("words.toml") == {"hedge": words}
    data.table.cache_clear()


def test_where_python_writes_no_bytecode_the_users_cache_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    store._shelves.cache_clear()
    place = Path(store.shelf(str(tmp_path / "package"), "words"))
    store._shelves.cache_clear()
    assert place.is_relative_to(tmp_path / "cache" / "factlint")
    store.keep(str(place), 1, {"over": 2})
    assert store.kept(str(place), 1) == {"over": 2}


def test_patterns_are_not_kept_where_python_compiles_in_another_way(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(patterns, "import_module", missing)
    assert patterns.compiled(r"\d+").fullmatch("2024")
    patterns.keep_patterns()
    assert not shelf.exists()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    store.keep(str(tmp_path / "file" / "kept"), 1, 2)
    assert store.kept(str(tmp_path / "file" / "kept"), 1) is None
