"""The JSON report keeps what it once promised: stored reports and schemas of every earlier form still fit."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import factlint
import factlint_rules
import jsonschema
import msgspec
import pytest
from factlint.catalogue import catalogue
from factlint.cli import main
from factlint.contract import described, reference
from factlint.registry import installed
from factlint.report import SCHEMA_VERSION, Report, report_of
from factlint.reports.json import encode

ROOT = Path(__file__).parents[2]
STORED = Path(__file__).parent / "stored"
FORMS = sorted(folder for folder in STORED.iterdir() if folder.is_dir())
ARTICLES = sorted(STORED.glob("story.*"))

every_form = pytest.mark.parametrize("form", FORMS, ids=lambda folder: folder.name)


def todays_report() -> Any:
    reports = [factlint.lint(article.read_bytes(), path=article.name) for article in ARTICLES]
    reports.append(factlint.lint(b"{", format="json", path="broken.json"))
    return json.loads(encode(report_of(file for report in reports for file in report.files)))


def described_fields(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a schema with its type, descriptions left out."""
    for name, part in schema["$defs"].items():
        for field, kind in part["properties"].items():
            yield (
                f"{name}.{field}",
                {key: value for key, value in kind.items() if key not in ("description", "default")},
            )


@every_form
def test_a_stored_report_fits_todays_schema(form: Path) -> None:
    stored = json.loads((form / "report.json").read_bytes())
    assert [file["error"] is None for file in stored["files"]].count(True) == len(ARTICLES)
    jsonschema.Draft202012Validator(described()).validate(stored)


@every_form
def test_a_stored_report_is_read_by_todays_program_and_nothing_is_lost(form: Path) -> None:
    data = (form / "report.json").read_bytes()
    report = msgspec.json.decode(data, type=Report)
    assert json.loads(encode(report)) == json.loads(data)


@every_form
def test_todays_report_fits_a_stored_schema(form: Path) -> None:
    schema = json.loads((form / "schema.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(todays_report())


@every_form
def test_no_field_was_removed_or_changed_within_the_version(form: Path) -> None:
    assert form.name.startswith(f"{SCHEMA_VERSION}-")
    schema = json.loads((form / "schema.json").read_bytes())
    today = dict(described_fields(described()))
    assert {field: kind for field, kind in described_fields(schema) if today.get(field) != kind} == {}
    for name, part in schema["$defs"].items():
        assert set(part["required"]) <= set(described()["$defs"][name]["required"])


def test_every_part_and_field_is_described() -> None:
    schema = described()
    for name, part in schema["$defs"].items():
        assert part["description"], name
        for field, kind in part["properties"].items():
            assert "$ref" in kind or kind["description"], f"{name}.{field}"
    page = reference()
    assert all(f"| `{field.partition('.')[2]}` |" in page for field, _ in described_fields(schema))


def test_the_page_of_the_report_is_not_stale() -> None:
    written = (ROOT / "lint" / "REPORT.md").read_text(encoding="utf-8")
    assert written == reference(), "run: factlint schema --format markdown > lint/REPORT.md"


@pytest.mark.parametrize("command", ["rules", "schema"])
def test_the_pages_are_written_by_commands(command: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([command, "--format", "markdown"]) == 0
    sys.stdout.flush()
    expected = reference() if command == "schema" else catalogue(installed().rules)
    assert capfdbinary.readouterr().out.decode() == expected


def test_the_page_of_the_rules_is_not_stale() -> None:
    written = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    assert written == catalogue(factlint_rules.rules()), "run: factlint rules --format markdown > rules/README.md"


@pytest.mark.parametrize("rule", factlint_rules.rules(), ids=lambda rule: rule.code)
def test_the_page_of_the_rules_tells_of_every_rule_and_option(rule: type[factlint.Rule]) -> None:
    page = catalogue([rule])
    assert f"## {rule.code} {rule.name}\n" in page
    assert all(f"| `{option}` |" in page for option in rule.options)
    assert "Reported:\n\n```" in page
    assert "Left alone:\n\n```" in page
