"""JUnit XML, for build servers: an article is a suite, a finding a test that failed.

An error is a failure. Warnings and suggestions are skipped tests, which servers show without failing the build.
An article without findings has one test that passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from factlint.patterns import compiled
from factlint.problem import Problem
from factlint.proof import Edited
from factlint.report import FileReport, FindingReport, Summary
from factlint.reports.printable import safe
from factlint.reports.wording import explanation, other_places

_NOT_XML = compiled("[\ufffe\uffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_RESERVED = compiled('[&<>"]')

Attributes = Mapping[str, str | int]


class JUnitWriter:
    """Keeps the suites, since their totals stand before them."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self._suites: list[str] = []
        self._errors = 0
        self._tests = 0

    def file(self, edited: Edited) -> None:
        report = edited.report
        cases = [_case(report, finding) for finding in report.findings]
        if report.error:
            error = _element("error", {"message": report.error.message, "type": report.error.kind})
            cases.append(_testcase(report.path, "readable", error))
        if not cases:
            cases.append(_testcase(report.path, "no findings"))
        self._suite(report.path, cases, _counts(report))

    def end(self, summary: Summary, problems: Iterable[Problem]) -> None:
        broken = [_problem(problem) for problem in problems]
        if broken:
            self._suite("factlint", broken, {"failures": 0, "errors": len(broken), "skipped": 0})
        totals: Attributes = {
            "name": "factlint",
            "tests": self._tests,
            "failures": summary.findings.error,
            "errors": self._errors,
        }
        document = _element("testsuites", totals, "".join(f"\n{suite}" for suite in self._suites) + "\n")
        self.out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'.encode())
        self.out.flush()

    def _suite(self, name: str, cases: list[str], counts: Mapping[str, int]) -> None:
        attributes: Attributes = {"name": name, "tests": len(cases), **counts, "time": 0}
        self._suites.append(_element("testsuite", attributes, "".join(f"\n{case}" for case in cases) + "\n"))
        self._tests += len(cases)
        self._errors += counts["errors"]


def _counts(report: FileReport) -> dict[str, int]:
    failures = sum(finding.severity == "error" for finding in report.findings)
    skipped = len(report.findings) - failures
    return {"failures": failures, "errors": int(report.error is not None), "skipped": skipped}


def _case(report: FileReport, finding: FindingReport) -> str:
    span = finding.span
    name = f"{finding.code} {finding.rule} at {span.line}:{span.column}"
    lines = (f"{report.path}:{span.line}:{span.column}", *explanation(finding), *other_places(finding))
    if finding.severity == "error":
        told = _element("failure", {"message": finding.message, "type": finding.severity}, _text("\n".join(lines)))
    else:
        told = _element("skipped", {"message": f"{finding.severity}: {finding.message}"})
    return _testcase(report.path, name, told)


def _problem(problem: Problem) -> str:
    error = _element("error", {"message": problem.message, "type": problem.kind})
    return _testcase(problem.path or "factlint", problem.kind, error)


def _testcase(path: str, name: str, content: str = "") -> str:
    return _element("testcase", {"classname": path, "name": name, "time": 0}, content)


def _element(name: str, attributes: Attributes, content: str = "") -> str:
    told = "".join(f' {key}="{_attribute(str(value))}"' for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def _attribute(text: str) -> str:
    return _text(safe(text))


def _text(text: str) -> str:
    """The text with what XML cannot hold as visible escapes; line ends stay."""
    lines = (_NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", safe(line)) for line in text.split("\n"))
    return _RESERVED.sub(lambda found: _ENTITIES[found[0]], "\n".join(lines))
