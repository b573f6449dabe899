"""Claims of table cells: the row says of whom, the column of what or when, or the other way round."""

from __future__ import annotations

import msgspec

from factlint.claims.claim import Claim
from factlint.claims.lexicon import Lexicon, facets_of, measures_of
from factlint.claims.measures import fits
from factlint.claims.tables import Entry, Table
from factlint.figures.figure import Figure, Name, Period, Scanned
from factlint.patterns import compiled

_SUBJECTS = frozenset({"maker", "brand", "model", "supplier", "company", "product", "market"})
_WORD = compiled(r"[^\W\d_][\w&'’./-]*+")


class _Label(msgspec.Struct, frozen=True, eq=False):
    """What a row label or column heading says."""

    text: str
    subject: str | None
    measures: tuple[str, ...]
    scope: frozenset[str]
    period: Period | None


_NOTHING = _Label("", None, (), frozenset(), None)


def cell_claims(tables: tuple[Table, ...], claims: list[Claim], scanned: Scanned, words: Lexicon) -> list[Claim]:
    """The claims with those of table cells bound by row, column and caption."""
    places: dict[int, tuple[Table, int, int]] = {}
    for table in tables:
        for row, entries in enumerate(table.rows):
            for column, entry in enumerate(entries):
                if entry is not None and entry.figure is not None:
                    places[entry.figure.start] = (table, row, column)
    if not places:
        return claims
    labels: dict[int, _Label] = {}

    def label(entry: Entry | None) -> _Label:
        if entry is None:
            return _NOTHING
        return labels.setdefault(entry.block.start, _label(entry, scanned, words))

    bound = []
    for claim in claims:
        place = places.get(claim.figure.start)
        if place is None:
            bound.append(claim)
            continue
        table, row, column = place
        heading = table.header[column] if column < len(table.header) else None
        stub = next((e for e in table.rows[row] if e is not None and e.figure is None), None)
        bound.append(_bound(claim, label(stub), label(heading), table, words))
    return bound


def _label(entry: Entry, scanned: Scanned, words: Lexicon) -> _Label:
    name = _name(entry, scanned)
    lowered = [word.lower() for word in _WORD.findall(entry.text)]
    tags: set[str] = set()
    for at in range(len(lowered)):
        tags |= words.longest(lowered, at)[1]
    found = frozenset(tags)
    text = entry.text.strip().lower()
    return _Label(text, name.entity if name else None, measures_of(found), frozenset(facets_of(found)), entry.period)


def _name(entry: Entry, scanned: Scanned) -> Name | None:
    block = entry.block
    return next(
        (
            name
            for name in scanned.names
            if block.start <= name.start and name.end <= block.end and name.kind in _SUBJECTS
        ),
        None,
    )


def _bound(claim: Claim, stub: _Label, heading: _Label, table: Table, words: Lexicon) -> Claim:
    caption = [word.lower() for word in _WORD.findall(table.caption)]
    tags: set[str] = set()
    for at in range(len(caption)):
        tags |= words.longest(caption, at)[1]
    figure = claim.figure
    measure = _fitting((*heading.measures, *stub.measures, *measures_of(frozenset(tags))), figure, words)
    subject = stub.subject or heading.subject or (stub.text if not stub.measures else None)
    period = heading.period or stub.period
    explicit = {"subject"} if stub.subject or heading.subject else set()
    if measure is not None:
        explicit.add("measure")
    if period is not None:
        explicit.add("period")
    return msgspec.structs.replace(
        claim,
        subject=subject,
        measure=measure,
        scope=stub.scope | heading.scope,
        period=period or claim.period,
        when=None if period is not None else claim.when,
        explicit=frozenset(explicit),
    )


def _fitting(measures: tuple[str, ...], figure: Figure, words: Lexicon) -> str | None:
    return next((name for name in measures if fits(words.measures[name], figure)), None)
