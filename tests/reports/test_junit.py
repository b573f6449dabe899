"""JUnit XML is well-formed whatever is in it, follows its schema, and is read back by junitparser."""

from __future__ import annotations

from pathlib import Path

from factlint.report import Summary
from hostile import edited, problem, unread, words, written
from hypothesis import given, settings
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

XSD = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit.xsd"))


def suites(data: bytes) -> JUnitXml:
    XSD.assertValid(etree.fromstring(data))
    return JUnitXml.fromstring(data)


def test_errors_fail_and_warnings_are_skipped() -> None:
    read = suites(written("junit", edited(), edited(text="Nothing to count.", path="calm.txt")))
    story, calm = read
    first, second = story
    assert isinstance(first.result[0], Failure)
    assert isinstance(second.result[0], Skipped)
    assert first.name == "TST001 doubting at 1:2"
    assert "line 3: 3,400" in first.result[0].text
    assert [case.name for case in calm] == ["no findings"]
    assert (read.tests, read.failures, read.errors) == (3, 1, 0)


def test_what_failed_is_an_error() -> None:
    read = suites(written("junit", unread("gone.txt"), problems=(problem(""),)))
    assert [type(case.result[0]) for suite in read for case in suite] == [Error, Error]
    assert read.errors == 2


@settings(max_examples=60, deadline=None)
@given(words, words)
def test_any_words_are_well_formed(said: str, path: str) -> None:
    done = edited(said, f"{path}.txt")
    read = suites(written("junit", done, unread(said), problems=(problem(said),)))
    counts = Summary().plus(done.report).findings
    own = next(iter(read))
    assert (own.tests, own.failures) == (max(1, len(done.report.findings)), counts.error)
    assert own.skipped == counts.warning + counts.suggestion
