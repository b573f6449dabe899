"""Findings that editors have accepted: known by fingerprint, so that one returns when its sentence changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from factlint.ledger import Entry
from factlint.proof import Edited
from factlint.report import FindingReport
from factlint.revision import with_added, without
from factlint.rule import Rule
from factlint.suppress import reviewed
from factlint.suppression import Suppression

FILE = "factlint.accepted.json"
ABOUT = "Findings that editors have checked and accepted; written by factlint accept."


class Acceptance(Entry, frozen=True, kw_only=True):
    """One accepted finding, and why it is right."""

    reason: str = ""


class Accepted:
    """The acceptances of one file."""

    def __init__(self, entries: Iterable[Acceptance]) -> None:
        self._by_document: defaultdict[str | None, list[Acceptance]] = defaultdict(list)
        self._marks = set()
        for entry in entries:
            self._by_document[entry.document_id].append(entry)
            self._marks.add(entry.fingerprint)

    def hidden(self, edited: Edited) -> frozenset[int]:
        """The numbers of the findings of an article that are accepted."""
        return frozenset(
            number for number, found in enumerate(edited.report.findings) if found.fingerprint in self._marks
        )

    def questionable(self, edited: Edited) -> list[Acceptance]:
        """The acceptances for an article that meet no finding of it, or give no reason."""
        if edited.proof is None:
            return []
        present = {found.fingerprint for found in edited.report.findings}
        own = self._by_document.get(edited.report.document_id, ())
        return [entry for entry in own if not entry.reason.strip() or entry.fingerprint not in present]


def without_accepted(
    edited: Edited, hidden: frozenset[int], questionable: Sequence[Acceptance], rules: Sequence[Rule]
) -> Edited:
    """The article without what is accepted, and with what the rules say of acceptances that are questionable."""
    if edited.proof is None:
        return edited
    running = {rule.code for rule in rules}
    present = {found.fingerprint for found in edited.report.findings}
    doubts = [_suppression(entry, entry.fingerprint in present, entry.code in running) for entry in questionable]
    return with_added(without(edited, hidden), reviewed(edited.proof.article, doubts, rules))


def _suppression(entry: Acceptance, used: bool, ran: bool) -> Suppression:
    quote = f"{entry.code} at “{entry.quote}”" if entry.quote else entry.code
    effect = "used" if used else "unused" if ran else "idle"
    return Suppression(quote, entry.reason.strip(), 0, 0, (0, 0), 0, FILE, effect=effect)  # type: ignore[arg-type]


def acceptance(edited: Edited, found: FindingReport, reason: str) -> Acceptance:
    """What is kept of a finding that is accepted."""
    return Acceptance(
        fingerprint=found.fingerprint,
        document_id=edited.report.document_id,
        code=found.code,
        quote=found.quote,
        sentence=sentence_of(edited, found),
        reason=reason,
    )


def sentence_of(edited: Edited, found: FindingReport) -> str:
    """The sentence that a finding stands in, for whoever reviews the file."""
    assert edited.proof is not None
    place = edited.proof.findings[edited.report.findings.index(found)].place
    sentence = edited.proof.article.sentence_at(place.start)
    return edited.proof.article.text[sentence.start : sentence.end] if sentence else ""
