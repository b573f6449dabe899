"""The call that a CMS makes in process."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import factlint
import pytest
from factlint.config import Config, RuleSetting
from factlint.finding import Severity
from factlint.problem import SettingsError
from factlint.report import Report
from factlint.reports.json import encode

STORY = "Of 31.1 million cars sold last year, 15 million were NEVs, or 40.9%."
TRUE_STORY = STORY.replace("40.9%", "48.2%")


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.files[0].findings]


def test_a_fault_is_found_and_its_figures_are_contradicted() -> None:
    report = factlint.lint(STORY, document_id="cms-7")
    (file,) = report.files
    (finding,) = file.findings
    assert (finding.code, finding.rule, finding.severity) == ("PCT001", "share-mismatch", "error")
    assert STORY[finding.span.start : finding.span.end] == finding.quote == "40.9%"
    assert (finding.span.line, finding.span.column) == (1, STORY.index("40.9%") + 1)
    assert [related.quote for related in finding.related] == ["15 million", "31.1 million"]
    assert (file.document_id, file.path, file.error) == ("cms-7", "<text>", None)
    assert {figure.status for figure in file.figures if figure.by} == {"contradicted"}
    assert report.summary.findings.error == 1


def test_what_adds_up_is_confirmed() -> None:
    report = factlint.lint(TRUE_STORY)
    assert codes(report) == []
    confirmed = {figure.quote: figure.by for figure in report.files[0].figures if figure.status == "confirmed"}
    assert confirmed == dict.fromkeys(("31.1 million", "15 million", "48.2%"), ("PCT001",))


def test_bytes_text_and_payload_give_the_same_findings() -> None:
    payload = {"headline": "NEVs take half the market", "published": "2025-01-14", "body": STORY}
    assert codes(factlint.lint(STORY)) == ["PCT001"]
    assert codes(factlint.lint(STORY.encode("utf-16"))) == ["PCT001"]
    report = factlint.lint(payload)
    assert codes(report) == ["PCT001"]
    assert report.files[0].format == "json"
    assert report.files[0].date == "2025-01-14"


def test_the_given_date_is_the_articles() -> None:
    assert factlint.lint(STORY, date=dt.date(2025, 1, 14)).files[0].date == "2025-01-14"


def test_what_cannot_be_read_is_told_in_the_report() -> None:
    report = factlint.lint('{"headline": ', format="json")
    error = report.files[0].error
    assert error is not None
    assert error.kind == "json"
    assert "line 1" in error.message
    assert report.summary.files == 1


def test_a_payload_that_is_no_json_is_told_in_the_report() -> None:
    endless: dict[str, object] = {"body": STORY}
    endless["related"] = [endless]
    for payload in ({"body": STORY, "picture": object()}, endless):
        (file,) = factlint.lint(payload, path="7", document_id="cms-7").files
        assert file.error is not None
        assert (file.error.kind, file.path, file.document_id) == ("payload", "7", "cms-7")
        assert "cannot be written as JSON" in file.error.message


def test_dates_of_a_payload_may_be_dates() -> None:
    (file,) = factlint.lint({"body": STORY, "published_at": dt.datetime(2025, 1, 14, 9, 30, tzinfo=dt.UTC)}).files
    assert (file.error, file.date) == (None, "2025-01-14")


def test_size_is_bounded() -> None:
    for text in (STORY, STORY.encode(), {"body": STORY}):
        error = factlint.lint(text, config=Config(max_size=20)).files[0].error
        assert error is not None
        assert error.kind == "too-large"


def test_an_empty_article_has_no_finding() -> None:
    for empty in ("", b"", " \n"):
        report = factlint.lint(empty)
        assert (report.files[0].error, report.files[0].findings) == (None, ())


def test_the_configuration_holds() -> None:
    assert codes(factlint.lint(STORY, config=Config(ignore=("PCT",)))) == []
    mild = Config(rules={"share-mismatch": RuleSetting(severity=Severity.WARNING)})
    assert factlint.lint(STORY, config=mild).files[0].findings[0].severity == "warning"
    with pytest.raises(SettingsError, match="Did you mean PCT001"):
        factlint.lint(STORY, config=Config(select=("PCT0001",)))


def test_a_configuration_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_text('ignore = ["PCT"]', encoding="utf-8")
    config = factlint.load_config(str(tmp_path / "factlint.toml"))
    assert isinstance(config, factlint.Config)
    assert codes(factlint.lint(STORY, config=config)) == []
    with pytest.raises(factlint.SettingsError, match=r"gone\.toml"):
        factlint.load_config(str(tmp_path / "gone.toml"))


@pytest.mark.parametrize("name", factlint.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(factlint, name) is not None


def test_text_that_utf8_cannot_hold_still_gives_a_report() -> None:
    report = factlint.lint(f"\ud83d {STORY}", document_id="\ud83d")
    assert "PCT001" in codes(report)
    encode(report)
    encode(
        factlint.lint(b'{"headline": "A \\ud83d headline", "body": "Just \\udc00 10.74,189 \\ud83d."}', format="json")
    )
    encode(factlint.lint({"headline": "A \ud83d headline", "body": f"\udc00 {STORY}"}))


def test_many_threads_get_the_report_that_one_gets() -> None:
    texts = [STORY, TRUE_STORY, STORY.replace("cars", "vehicles")] * 8
    alone = [factlint.lint(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(factlint.lint, texts)) == alone


def test_threads_of_their_own_settings_do_not_meet() -> None:
    settings = [Config(), Config(ignore=("PCT",)), Config(rules={"PCT001": RuleSetting(severity=Severity.WARNING)})] * 8
    payloads = [{"headline": f"Sold {number} cars", "body": STORY} for number in range(len(settings))]

    def lint(payload: dict[str, str], config: Config) -> bytes:
        return encode(factlint.lint(payload, config=config, document_id=payload["headline"]))

    alone = [lint(*given) for given in zip(payloads, settings, strict=True)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lint, payloads, settings)) == alone
    assert len({report.count(b'"severity":"error"') for report in alone}) > 1


def test_the_first_calls_may_come_at_once() -> None:
    code = (
        "import factlint; from concurrent.futures import ThreadPoolExecutor\n"
        f"texts = [{STORY!r}, {TRUE_STORY!r}] * 8\n"
        "with ThreadPoolExecutor(8) as pool: reports = list(pool.map(factlint.lint, texts))\n"
        "print([report.files[0].error for report in reports if report.files[0].error])\n"
        "print(len(set(reports[::2])), len(set(reports[1::2])), reports[0].summary.findings.error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "1", "1", "1"]


@pytest.mark.slow
@pytest.mark.parametrize("opening", ["", "9,", "<!--", "(((", "{"])
def test_the_time_grows_with_the_length(opening: str) -> None:
    def seconds_per_character(paragraphs: int) -> float:
        payload = {"headline": "NEVs take half", "body": f"{opening} {STORY}\n\n" * paragraphs}
        times = []
        for _ in range(3):
            begin = time.process_time()
            assert factlint.lint(payload).files[0].error is None
            times.append(time.process_time() - begin)
        return min(times) / len(payload["body"])

    assert seconds_per_character(480) <= 1.5 * seconds_per_character(120)


def test_in_process_neither_rich_nor_pint_nor_click_is_imported() -> None:
    code = (
        "import sys, factlint; factlint.lint('Of 31.1 million cars, 15 million were NEVs, or 40.9%.');"
        "print([name for name in ('rich', 'pint', 'click', 'numpy', 'duckdb', 'markdown_it') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
