"""The linter at the door: from the fields of an article to a report, and what of it stops publication."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

import factlint
import msgspec
from django.conf import settings
from factlint import Config, Report
from factlint.report import FindingReport

if TYPE_CHECKING:
    from articles.models import ArticlePage


@cache
def _config() -> Config:
    return factlint.load_config(str(settings.FACTLINT_CONFIG))


def payload_of(values: Any) -> dict[str, str]:
    """What the linter reads of an article. ``values`` are the cleaned fields of its form, or those of the page."""
    date: dt.date | None = values.get("date")
    return {
        "headline": values.get("title") or "",
        "deck": values.get("deck") or "",
        "published": date.isoformat() if date else "",
        "body_html": values.get("body") or "",
    }


def report_on(page: ArticlePage, payload: dict[str, str]) -> Report:
    """Check an article; the page gives it the identity that its fingerprints are of."""
    return factlint.lint(payload, document_id=str(page.translation_key), path=page.slug or "draft", config=_config())


def opposing(page: ArticlePage, report: Report) -> list[FindingReport]:
    """The errors of a report that nobody has overridden yet."""
    known = set(page.overrides.values_list("fingerprint", flat=True)) if page.pk else set()
    return [
        finding
        for file in report.files
        for finding in file.findings
        if finding.severity == "error" and finding.fingerprint not in known
    ]


def stored(report: Report) -> Any:
    """A report as the database keeps it."""
    return msgspec.to_builtins(report)


def restored(data: Any) -> Report:
    """A report from the database; those of earlier versions of the linter are read as well."""
    return msgspec.convert(data, Report)
