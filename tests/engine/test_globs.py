"""Path patterns mean what a newsroom means by them."""

from __future__ import annotations

import time

import pytest
from factlint.globs import matches


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("a.txt", "*.txt"),
        ("wire/deep/a.txt", "*.txt"),
        ("wire/a.txt", "wire/*.txt"),
        ("wire/deep/a.txt", "wire/**"),
        ("wire/deep/a.txt", "wire/"),
        ("wire/deep/a.txt", "wire"),
        ("wire/deep/a.txt", "wire/**/a.txt"),
        ("wire/a.txt", "wire/**/a.txt"),
        ("desk/wire/a.txt", "wire"),
        ("desk/wire/a.txt", "**/wire/*"),
        ("drafts/a.txt", "/drafts"),
    ],
)
def test_fits(path: str, pattern: str) -> None:
    assert matches(path, pattern)


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("a.md", "*.txt"),
        ("wire/deep/a.txt", "wire/*.txt"),
        ("desk/wire/a.txt", "wire/*.txt"),
        ("desk/drafts/a.txt", "/drafts"),
        ("wirefeed/a.txt", "wire/**"),
        ("a.txt", ""),
    ],
)
def test_does_not_fit(path: str, pattern: str) -> None:
    assert not matches(path, pattern)


def test_many_wildcards_take_no_time() -> None:
    started = time.perf_counter()
    assert not matches("/".join(["a"] * 60), "/".join(["**", "a"] * 40) + "/b")
    assert time.perf_counter() - started < 1
