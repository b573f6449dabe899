"""Every article of seeds/ gives the findings that stand beside it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from expectations import SEEDS, SUFFIX, articles, expected, report, reported

MET = articles("retold", "negative", "synthetic")
UNMET = articles("known_failures")


@pytest.mark.parametrize("article", MET, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_article_gives_its_expected_findings(article: Path) -> None:
    assert reported(article) == expected(article)


@pytest.mark.xfail(strict=True, reason="a known failure that passes belongs in another folder")
@pytest.mark.parametrize("article", UNMET, ids=lambda path: path.name)
def test_a_known_failure_still_fails(article: Path) -> None:
    assert reported(article) == expected(article)


@pytest.mark.parametrize("article", MET + UNMET, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_quote_stands_in_the_source_where_the_report_says(article: Path) -> None:
    source = article.read_text("utf-8")
    file = report(article)
    for item in [*file.findings, *file.figures, *(related for finding in file.findings for related in finding.related)]:
        assert source[item.span.start : item.span.end] == item.quote


def test_every_article_has_expectations_and_every_expectation_an_article() -> None:
    listed = set(SEEDS.rglob(f"*{SUFFIX}"))
    assert listed == {path.with_name(path.name + SUFFIX) for path in MET + UNMET}


def test_the_clean_original_has_ticks_in_every_format() -> None:
    for path in articles("retold"):
        if path.name.startswith("002"):
            assert any(figure.status == "confirmed" for figure in report(path).figures), path.name
