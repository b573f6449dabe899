"""In a CMS payload every place is also told within its field, so that an editor can underline it there."""

from __future__ import annotations

import json
from typing import Any

import factlint
import pytest
from factlint.article.payload_fields import FieldNames
from factlint.config import Config
from factlint.report import Report, Span
from hypothesis import given, settings
from hypothesis import strategies as st

STORY = "Of 31.1 million cars sold last year, 15 million were NEVs, or 40.9%."


def spans(report: Report) -> list[tuple[Span, str]]:
    """Every place of a report with what the source prints there."""
    (file,) = report.files
    return [
        *((finding.span, finding.quote) for finding in file.findings),
        *((related.span, related.quote) for finding in file.findings for related in finding.related),
        *((figure.span, figure.quote) for figure in file.figures),
    ]


def value_at(payload: Any, path: str) -> str:
    """The value of a field, as a reader of the report finds it."""
    value = payload
    keys = path.split(".")
    for number, key in enumerate(keys):
        if isinstance(value, dict) and ".".join(keys[number:]) in value:
            return str(value[".".join(keys[number:])])
        value = value[int(key)] if isinstance(value, list) else value[key]
    return str(value)


def assert_shown(payload: Any, source: str, report: Report) -> None:
    found = spans(report)
    assert found
    for span, quote in found:
        assert source[span.start : span.end] == quote
        assert span.field is not None
        shown = value_at(payload, span.field)[span.field_start : span.field_end]
        assert shown == json.loads(f'"{quote}"')


PAYLOADS: dict[str, tuple[Any, set[str]]] = {
    "flat": ({"headline": "40.9% are NEVs", "body": STORY}, {"headline", "body"}),
    "markup": ({"body_html": f"<p>{STORY.replace('40.9%', '<b>40.9</b>&nbsp;%')}</p>"}, {"body_html"}),
    "nested": ({"title": {"rendered": "40.9%"}, "content": {"rendered": STORY}}, {"title.rendered", "content.rendered"}),
    "dotted key": ({"title.rendered": "Sold 5 cars", "body": STORY}, {"title.rendered", "body"}),
    "inside": ({"data": {"headline": "Sold 5 cars", "body": STORY}}, {"data.headline", "data.body"}),
    "only element": ([{"headline": "Sold 5 cars", "body": STORY}], {"0.headline", "0.body"}),
    "blocks": (
        {"headline": "Sales", "body": [{"type": "heading", "text": "The 2 years"}, {"type": "paragraph", "text": STORY}]},
        {"body.0.text", "body.1.text"},
    ),
    "list": ({"body": [STORY, {"type": "list", "items": ["5 cars", "6 cars"]}]}, {"body.0", "body.1.items.0", "body.1.items.1"}),
}  # fmt: skip


@pytest.mark.parametrize("name", PAYLOADS)
def test_every_place_is_told_within_its_field(name: str) -> None:
    payload, fields = PAYLOADS[name]
    for source in (json.dumps(payload), json.dumps(payload, ensure_ascii=False, indent=2)):
        report = factlint.lint(source, format="json")
        assert_shown(payload, source, report)
        assert {span.field for span, _ in spans(report)} == fields
        assert "PCT001" in {finding.code for finding in report.files[0].findings}


def test_fields_of_ones_own_are_told_by_their_path() -> None:
    payload = {"inhalt": {"text": STORY}}
    report = factlint.lint(payload, config=Config(fields=FieldNames(body=("inhalt.text",))))
    assert {span.field for span, _ in spans(report)} == {"inhalt.text"}
    assert_shown(payload, json.dumps(payload, separators=(",", ":"), ensure_ascii=False), report)


def test_a_file_that_is_no_payload_has_no_fields() -> None:
    assert {span.field for span, _ in spans(factlint.lint(STORY))} == {None}


awkward = st.text(alphabet=st.sampled_from('ab "\\\n\t/<>&é中🚗\ud83d\u00a0'), max_size=12)


@settings(max_examples=150, deadline=None)
@given(before=awkward, after=awkward, markup=st.booleans(), escaped=st.booleans(), indent=st.sampled_from([None, 2]))
def test_whatever_stands_around_it_the_field_shows_the_quote(
    before: str, after: str, markup: bool, escaped: bool, indent: int | None
) -> None:
    story = STORY.replace("15 million", '15\\u202fmillion "NEVs"').replace("40.9%", f"40.9% {after}")
    body = f"<p>{before}</p><p>{story}</p>" if markup else f"{before}\n\n{story}"
    payload = {"headline": f"{before} 40.9%", "body": body}
    source = json.dumps(payload, ensure_ascii=escaped or "\ud83d" in before + after, indent=indent)
    assert_shown(payload, source, factlint.lint(source, format="json"))


@settings(max_examples=60, deadline=None)
@given(before=awkward)
def test_the_offsets_of_a_payload_given_as_a_mapping_count_its_fields(before: str) -> None:
    payload = {"headline": f"{before} 5 cars", "body": f"{before} {STORY}"}
    for span, quote in spans(factlint.lint(payload)):
        assert span.field is not None
        shown = payload[span.field][span.field_start : span.field_end]
        # Half a surrogate pair cannot be written to a report.
        assert shown.replace("\ud83d", "\ufffd") == json.loads(f'"{quote}"')
