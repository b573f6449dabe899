"""Sets aside what editors have checked, and lets rules judge how that was done."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from factlint.article.article import Article
from factlint.directives import Layout, written
from factlint.finding import Finding
from factlint.problem import UnknownRuleError
from factlint.proof import Edited
from factlint.registry import Registry
from factlint.revision import with_added, without
from factlint.rule import Review, Rule
from factlint.sidecar import noted
from factlint.suppression import Suppression

_FAMILY = "SUP"
"""Findings on suppressions are not themselves suppressed in an article."""


def suppressions_of(article: Article, sidecar: bytes | None) -> tuple[Suppression, ...]:
    """Everything that is set aside in an article and in the file beside it."""
    if not sidecar and "factlint" not in article.source.text:
        return ()
    layout = Layout(article)
    return (*written(article, layout), *(noted(article, sidecar, layout) if sidecar else ()))


def suppressed(edited: Edited, registry: Registry, rules: Sequence[Rule], sidecar: bytes | None = None) -> Edited:
    """The article without what is set aside, and with what the rules say of the suppressions."""
    if edited.proof is None:
        return edited
    given = suppressions_of(edited.proof.article, sidecar)
    if not given:
        return edited
    hidden, judged = applied(edited.proof.article, edited.proof.findings, given, registry, rules)
    return with_added(without(edited, hidden), reviewed(edited.proof.article, judged, rules))


def applied(
    article: Article,
    findings: Sequence[Finding],
    suppressions: Iterable[Suppression],
    registry: Registry,
    rules: Iterable[Rule],
) -> tuple[frozenset[int], tuple[Suppression, ...]]:
    """The numbers of the findings that are set aside, and the suppressions with their effect."""
    running = {rule.code for rule in rules}
    by_code: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, finding in enumerate(findings):
        by_code[finding.code].append((article.source_span(finding.place.start, finding.place.end)[0], number))
    for places in by_code.values():
        places.sort()
    hidden: set[int] = set()
    judged = []
    known: dict[str, frozenset[str] | None] = {}
    for suppression in suppressions:
        word = suppression.word
        if word not in known:
            known[word] = _codes(registry, word)
        codes = known[word]
        met = [number for code in codes or () for number in _within(by_code.get(code, ()), suppression)]
        hidden.update(met)
        if not suppression.fault and codes is None:
            judged.append(msgspec.structs.replace(suppression, effect="unknown"))
        elif met:
            judged.append(msgspec.structs.replace(suppression, effect="used"))
        else:
            ran = bool(running.intersection(codes or ()))
            judged.append(msgspec.structs.replace(suppression, effect="unused" if ran else "idle"))
    return frozenset(hidden), tuple(judged)


def reviewed(article: Article, suppressions: Sequence[Suppression], rules: Iterable[Rule]) -> list[Finding]:
    """What the rules on suppressions say of them, in the order of the text."""
    found = [finding for rule in rules if isinstance(rule, Review) for finding in rule.review(article, suppressions)]
    return sorted(found, key=lambda finding: (finding.place.start, finding.outside or (), finding.code))


def _codes(registry: Registry, word: str) -> frozenset[str] | None:
    try:
        codes = registry.matching((word,)) if word else frozenset()
    except UnknownRuleError:
        return None
    return frozenset(code for code in codes if not code.startswith(_FAMILY))


def _within(places: Sequence[tuple[int, int]], suppression: Suppression) -> list[int]:
    first = bisect_left(places, (suppression.start,))
    last = bisect_left(places, (suppression.end,))
    return [number for _, number in places[first:last]]
