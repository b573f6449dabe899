"""SARIF 2.1.0, the exchange format of code scanning: results with both places of a contradiction, and the rules."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec

from factlint.patterns import compiled
from factlint.problem import Problem, UnknownRuleError
from factlint.proof import Edited
from factlint.registry import family, installed
from factlint.report import FileReport, FindingReport, SeverityName, Span, Summary, tool
from factlint.reports.listing import Listing
from factlint.reports.wording import explanation
from factlint.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factlint/v1"
"""The key under which a result's fingerprint stands."""

_LEVELS: Mapping[SeverityName, str] = {"error": "error", "warning": "warning", "suggestion": "note"}
_PLACEHOLDER = compiled(r"\{(\d++)\}")
_LINK = "]("

Object = dict[str, Any]


class SarifWriter:
    """Writes results as they come; the rules that gave them and the state of the run stand at the end."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self._rules: dict[str, tuple[int, str]] = {}
        self._unreadable: list[Object] = []
        head = msgspec.json.encode({"$schema": SCHEMA, "version": "2.1.0", "runs": []})
        self.out.write(head.removesuffix(b"]}") + b'{"results":[')
        self._results = Listing(out)

    def file(self, edited: Edited) -> None:
        report = edited.report
        if report.error:
            self._unreadable.append(_notification(report.error.kind, report.error.message, report.path))
        for finding in report.findings:
            index, _ = self._rules.setdefault(finding.code, (len(self._rules), finding.rule))
            self._results.add(msgspec.json.encode(_result(report, finding, index)))

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        told = [_notification(problem.kind, problem.message, problem.path) for problem in problems]
        own = tool()
        rules = [_rule(code, name) for code, (_, name) in self._rules.items()]
        driver = {"name": own.name, "version": own.version, "semanticVersion": own.version, "rules": rules}
        rest = {
            "tool": {"driver": driver},
            "invocations": [
                {
                    "executionSuccessful": not (told or self._unreadable),
                    "toolExecutionNotifications": self._unreadable,
                    "toolConfigurationNotifications": told,
                }
            ],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\r", "\n"],
        }
        self.out.write(b"\n]," + msgspec.json.encode(rest)[1:] + b"]}\n")
        self.out.flush()


def _result(report: FileReport, finding: FindingReport, index: int) -> Object:
    result: Object = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(" ".join(explanation(finding)))},
        "locations": [_location(report.path, finding.span, finding.quote)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(report.path, related.span, related.quote),
                "message": {"text": _message(related.message or f"The text says {related.quote} here.")},
            }
            for number, related in enumerate(finding.related, 1)
        ]
    return result


def _location(path: str, span: Span, printed: str) -> Object:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": printed},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _rule(code: str, name: str) -> Object:
    rule = _known(code)
    text = inspect.cleandoc(rule.__doc__ or "") if rule else ""
    text = text or f"{name.replace('-', ' ').capitalize()}."
    told: Object = {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": _message(text.partition("\n")[0])},
        "fullDescription": {"text": _message(text)},
        "help": {"text": _message(text), "markdown": text},
        "properties": {"tags": [family(code)]},
    }
    if rule:
        told["defaultConfiguration"] = {"level": _LEVELS[rule.severity.value]}
    return told


def _known(code: str) -> type[Rule] | None:
    try:
        return installed().find(code)
    except UnknownRuleError:
        return None


def _notification(kind: str, message: str, path: str | None) -> Object:
    told: Object = {"level": "error", "message": {"text": _message(message)}, "descriptor": {"id": kind}}
    if path is not None:
        told["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}]
    return told


def _uri(path: str) -> str:
    """A relative reference; an absolute path as a file URI."""
    return ("file://" if path.startswith("/") else "") + quote(path, safe="/")


def _message(text: str) -> str:
    """The text as a message string, in which ``{0}`` and ``[...](1)`` would be read as more than text."""
    return _PLACEHOLDER.sub(r"{{\1}}", text).replace(_LINK, "\\" + _LINK)
