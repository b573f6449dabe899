"""From an article to what is wrong in it: understands it, and lets the rules judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from factlint.article.article import Article
from factlint.finding import Finding
from factlint.problem import Problem
from factlint.reading import Reading
from factlint.relations.relation import Relation
from factlint.rule import Rule
from factlint.tick import Tick
from factlint.ticks import confirming, ticks

if TYPE_CHECKING:
    from factlint.config import Config
    from factlint.report import Report


class Checked(msgspec.Struct, frozen=True, eq=False):
    """What the rules say of one article: findings by place, a tick for each figure, and rules that failed."""

    reading: Reading
    findings: tuple[Finding, ...]
    ticks: tuple[Tick, ...]
    problems: tuple[Problem, ...] = ()


def understand(article: Article) -> Reading:
    """Scan, bind and relate an article: all that the rules are given."""
    from factlint.claims.bind import bind
    from factlint.figures.scan import scan_text
    from factlint.relations.relate import relate

    scanned = scan_text(article.text, article.date)
    bound = bind(article, scanned)
    return Reading(article, scanned.figures, scanned.names, bound, relate(bound))


def check(reading: Reading, rules: Iterable[Rule]) -> Checked:
    """Let every rule judge an article. A rule that raises becomes a problem, and the others run."""
    findings: list[Finding] = []
    confirmed: list[tuple[str, Relation]] = []
    problems: list[Problem] = []
    silent: set[str] = set()
    for rule in sorted(rules, key=lambda rule: rule.code):
        if not rule.contradicts:
            silent.add(rule.code)
        try:
            for finding in rule.check(reading):
                _require_place(reading, finding)
                findings.append(finding)
            confirmed += [
                (rule.code, relation)
                for kind in rule.judges
                for relation in reading.relations(kind)
                if confirming(relation)
            ]
        except Exception as error:
            problems.append(_failure(rule, reading, error))
    merged = _in_order(findings)
    return Checked(reading, merged, ticks(reading, merged, confirmed, frozenset(silent)), tuple(problems))


def lint(
    text: str | bytes | Mapping[str, Any],
    *,
    format: str | None = None,
    date: dt.date | None = None,
    document_id: str | None = None,
    config: Config | None = None,
    path: str = "<text>",
) -> Report:
    """Lint one article in process and return its report.

    ``text`` is the article, the bytes of its file, or a CMS payload; of a payload given as a mapping the source,
    which offsets count, is its JSON serialisation. ``format`` is text, markdown, html or json, guessed when None.
    ``date`` is the article's where it does not say. What cannot be read is told in ``files[0].error``.
    May be called by several threads at once. Raises SettingsError when ``config`` names rules or options that are not
    there.
    """
    from factlint.config import Config
    from factlint.desk import Desk
    from factlint.proof import unreadable
    from factlint.report import report_of

    desk = Desk(config or Config())
    if isinstance(text, Mapping):
        try:
            text, format = _serialised(text), format or "json"
        except (TypeError, ValueError, RecursionError) as error:
            refused = unreadable(path, "payload", f"the payload cannot be written as JSON: {error}.", document_id)
            return report_of([refused.report], desk.registry.problems)
    edited = desk.edit(text, path, format=format, date=date, document_id=document_id)
    return report_of([edited.report], (*desk.registry.problems, *edited.problems))


def _serialised(payload: Mapping[str, Any]) -> str:
    try:
        return msgspec.json.encode(payload).decode()
    except UnicodeEncodeError:
        from json import dumps

        # Half of a surrogate pair, which UTF-8 cannot hold but a text can.
        return dumps(msgspec.to_builtins(payload), ensure_ascii=False)


def _require_place(reading: Reading, finding: Finding) -> None:
    for place in (finding.place, *finding.because):
        if not 0 <= place.start <= place.end <= len(reading.text):
            raise ValueError(f"a finding at {place.start}-{place.end} lies outside the article")


def _failure(rule: Rule, reading: Reading, error: Exception) -> Problem:
    path = reading.source.path
    said = f"{type(error).__name__}: {error}".strip().rstrip(":")
    return Problem("rule-failed", f"rule {rule.code} {rule.name} failed and was left out: {said}", path, rule.code)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place. Of those with the same places the heaviest stays, and among equals the earliest code."""
    kept: dict[object, Finding] = {}
    for finding in sorted(findings, key=lambda finding: (-finding.severity.weight, finding.code, finding.message)):
        places = frozenset((place.start, place.end) for place in finding.because)
        kept.setdefault((finding.place.start, finding.place.end, places), finding)
    return tuple(sorted(kept.values(), key=_position))


def _position(finding: Finding) -> tuple[int, int, int, str, str]:
    return (finding.place.start, finding.place.end, -finding.severity.weight, finding.code, finding.message)
