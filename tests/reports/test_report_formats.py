"""The JSON report keeps its contract; the plain report reads like a sub-editor's note."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import jsonschema
import msgspec
import pytest
from factlint import Finding, Reading, Rule
from factlint.config import Config
from factlint.contract import schema
from factlint.desk import Desk
from factlint.problem import Problem
from factlint.proof import Edited, unreadable
from factlint.registry import of_classes
from factlint.report import Report, Summary, report_of
from factlint.reports.ink import PlainInk
from factlint.reports.json import JsonWriter, encode
from factlint.reports.terminal import TerminalWriter
from hypothesis import given, settings
from hypothesis import strategies as st

STORY = (
    "Plant output grows\n\nThe plant has built 1,200 cars, and the other 2,000 cars.\n\nNow it had built 900 cars.\n"
)


class CarsDisagree(Rule):
    """Every count is held against the first."""

    code = "TST001"

    def check(self, article: Reading, /) -> Iterator[Finding]:
        first, *others = (figure for figure in article.figures if figure.kind == "count")
        if others:
            yield self.finding(
                first,
                because=others,
                formula="2,000 less 900 is 1,100",
                repair="With 1,100 cars it would be true.",
                readings=("cars built", "cars sold"),
            )


def edited(text: str = STORY, path: str = "story.txt") -> Edited:
    return Desk(Config(), of_classes([CarsDisagree])).edit(text, path, document_id=path)


def written(*files: Edited) -> tuple[bytes, Summary]:
    out = io.BytesIO()
    writer = JsonWriter(out)
    summary = Summary()
    for file in files:
        summary = summary.plus(file.report)
        writer.file(file)
    writer.end(summary, [Problem("plug-in", "a plug-in is broken")])
    return out.getvalue(), summary


def plain(*files: Edited, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
    writer = TerminalWriter(PlainInk(out, 80))
    summary = Summary()
    for file in files:
        summary = summary.plus(file.report)
        writer.file(file)
    writer.end(summary, ())
    return raw.getvalue().decode(encoding)


def test_the_json_report_follows_its_schema_and_reads_back() -> None:
    data, summary = written(edited(), unreadable("gone.txt", "missing", "there is no such file."))
    jsonschema.validate(json.loads(data), json.loads(schema()))
    report = msgspec.json.decode(data, type=Report)
    assert report.schema_version == 1
    assert report.summary == summary
    assert [file.path for file in report.files] == ["story.txt", "gone.txt"]
    assert report.problems[0].kind == "plug-in"


def test_the_schema_refuses_what_is_not_the_report() -> None:
    described = json.loads(schema())
    good = json.loads(written(edited())[0])
    jsonschema.Draft202012Validator.check_schema(described)
    for key, wrong in (("schema_version", 2), ("files", {}), ("summary", None)):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**good, key: wrong}, described)


def test_every_field_of_the_contract_is_there() -> None:
    report = json.loads(written(edited())[0])
    assert list(report) == ["schema_version", "tool", "summary", "problems", "files"]
    assert set(report["summary"]["figures"]) == {"total", "confirmed", "contradicted", "unchecked"}
    (file,) = report["files"]
    assert set(file) >= {"path", "document_id", "format", "error", "findings", "figures"}
    (finding,) = file["findings"]
    assert set(finding) == {
        *("code", "rule", "severity", "message", "span", "quote", "related", "evidence", "fix", "fingerprint")
    }
    assert set(finding["span"]) == {"start", "end", "line", "column", "end_line", "end_column"}
    assert set(finding["evidence"]) >= {"stated", "expected", "formula", "readings"}
    assert {figure["status"] for figure in file["figures"]} == {"contradicted"}


def test_writing_file_by_file_and_at_once_give_the_same_report() -> None:
    done = edited()
    data, _ = written(done)
    at_once = report_of([done.report], [Problem("plug-in", "a plug-in is broken")])
    assert msgspec.json.decode(data) == msgspec.json.decode(encode(at_once))
    assert written(done)[0] == written(edited())[0]


def test_every_quote_is_what_the_source_prints() -> None:
    report = edited().report
    places = [
        *report.figures,
        *report.findings,
        *(related for finding in report.findings for related in finding.related),
    ]
    assert len(places) >= 4
    for place in places:
        assert STORY[place.span.start : place.span.end] == place.quote
        assert STORY.splitlines()[place.span.line - 1][place.span.column - 1 :].startswith(place.quote)


def test_the_plain_report_reads_like_a_note() -> None:
    assert plain(edited()) == (
        "story.txt:3:21  error TST001 cars-disagree\n"
        "    The plant has built 1,200 cars, and the other 2,000 cars.\n"
        "                        ^^^^^                     -----\n"
        "    2,000 less 900 is 1,100, not 1,200. With 1,100 cars it would be true.\n"
        "    Readings tried: cars built; cars sold.\n"
        "    line 3: 2,000\n"
        "    line 5: 900\n"
        "        Now it had built 900 cars.\n"
        "                         ---\n"
        "\n"
        "1 file checked: 1 error. Figures: 0 confirmed, 3 contradicted, 0 unchecked.\n"
    )


def test_no_findings_is_said() -> None:
    assert plain(edited("Nothing to count.")) == (
        "1 file checked: no findings. Figures: 0 confirmed, 0 contradicted, 0 unchecked.\n"
    )
    assert plain() == "No file checked.\n"


def test_ascii_where_the_stream_holds_no_more() -> None:
    shown = plain(edited(STORY.replace("The plant", "Škoda 比亚迪")), encoding="ascii")
    assert "\\u0160koda" in shown
    assert shown.isascii()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_article_gives_both_reports(text: str) -> None:
    done = edited(f"{text} 1,200 cars {text} 3,400 cars")
    assert done.report.error is None
    plain(done)
    data, _ = written(done)
    jsonschema.validate(json.loads(data), json.loads(schema()))
