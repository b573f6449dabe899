"""A baseline: the findings of an archive as it is, so that only new ones count."""

from __future__ import annotations

from collections.abc import Container, Iterable

from factlint.accepted import sentence_of
from factlint.ledger import Entry
from factlint.proof import Edited
from factlint.revision import without

FILE = "factlint.baseline.json"
ABOUT = "Findings that were there when the baseline was written; written by factlint baseline."


def entries_of(edited: Edited) -> Iterable[Entry]:
    """An entry for every finding of an article."""
    for found in edited.report.findings:
        yield Entry(
            fingerprint=found.fingerprint,
            document_id=edited.report.document_id,
            code=found.code,
            quote=found.quote,
            sentence=sentence_of(edited, found),
        )


def without_known(edited: Edited, known: Container[str]) -> Edited:
    """The article without the findings of these fingerprints."""
    return without(
        edited, frozenset(number for number, found in enumerate(edited.report.findings) if found.fingerprint in known)
    )
