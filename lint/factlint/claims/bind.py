"""Bind every figure to what it is said of. What the text does not say stays None."""

from __future__ import annotations

import msgspec

from factlint.article.article import Article, BlockKind
from factlint.claims.cells import cell_claims
from factlint.claims.claim import Claim
from factlint.claims.lexicon import Lexicon, lexicon
from factlint.claims.lines import Line, lines_of
from factlint.claims.lists import lists_of
from factlint.claims.measures import measure_of
from factlint.claims.periods import PeriodMemory, basis_of
from factlint.claims.roles import role_of, status_of
from factlint.claims.scopes import scope_of
from factlint.claims.subjects import SubjectMemory
from factlint.claims.tables import Table, tables_of
from factlint.figures.figure import Figure, Period, Scanned

CLAIMED_KINDS = frozenset({"count", "money", "percent", "points", "measure", "ratio", "multiple", "rank", "duration"})


class Bound(msgspec.Struct, frozen=True, eq=False):
    """The claims of an article with the tokenised sentences they come from."""

    article: Article
    scanned: Scanned
    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]
    by_start: dict[int, Claim]
    """Claims by the start of their figure."""
    line_of: dict[int, Line]
    """Lines by the index of their sentence."""
    tables: tuple[Table, ...]
    lists: tuple[Table, ...]
    """Lists of labelled values, as tables without a header."""
    words: Lexicon

    def claim(self, figure: Figure) -> Claim | None:
        return self.by_start.get(figure.start)

    def line(self, claim: Claim) -> Line:
        return self.line_of[claim.sentence]


def bind(article: Article, scanned: Scanned) -> Bound:
    """Claims for every figure that has a value, in the order of the text."""
    words = lexicon()
    lines = lines_of(article, scanned, words)
    subjects = SubjectMemory(article, scanned)
    periods = PeriodMemory(article)
    claims: list[Claim] = []
    before: Claim | None = None
    for line in lines:
        subjects.enter(line)
        periods.enter(line)
        for position, figure in line.figures():
            if figure.kind not in CLAIMED_KINDS:
                continue
            claim = _claim(line, position, figure, subjects, periods, words, before)
            claims.append(claim)
            before = claim
    tables = tables_of(article, scanned)
    claims = cell_claims(tables, claims, scanned, words)
    return Bound(
        article,
        scanned,
        lines,
        tuple(claims),
        {claim.figure.start: claim for claim in claims},
        {line.sentence.index: line for line in lines},
        tables,
        lists_of(article, scanned, len(tables)),
        words,
    )


def _claim(
    line: Line,
    position: int,
    figure: Figure,
    subjects: SubjectMemory,
    periods: PeriodMemory,
    words: Lexicon,
    before: Claim | None,
) -> Claim:
    explicit: set[str] = set()
    role, direction = role_of(line, position)
    measure, said = measure_of(line, position, words)
    if said:
        explicit.add("measure")
    if (measure is None or measure.startswith("verb:")) and before is not None and _continues(before, line, figure):
        measure = before.measure
    subject, said = subjects.of(line, position)
    if said:
        explicit.add("subject")
    scope = scope_of(line, position, words)
    moment, said = periods.of(line, position, role)
    if said:
        explicit.add("period")
    period = moment if isinstance(moment, Period) else None
    return Claim(
        figure=figure,
        sentence=line.sentence.index,
        story=line.sentence.story,
        subject=subject,
        measure=measure,
        scope=scope,
        period=period,
        when=moment if isinstance(moment, str) else None,
        status=status_of(line, position, period, periods.today),
        basis=basis_of(line, position),
        role=role,
        direction=direction,
        attribution=subjects.speaker(line),
        quoted=line.quoted(figure),
        headline=line.block.kind in (BlockKind.HEADLINE, BlockKind.DECK),
        explicit=frozenset(explicit),
    )


def _continues(before: Claim, line: Line, figure: Figure) -> bool:
    """Whether a figure without a measure of its own goes on with that of the figure before it."""
    same_place = before.sentence == line.sentence.index or before.sentence == line.sentence.index - 1
    return (
        same_place
        and before.story == line.sentence.story
        and before.figure.kind == figure.kind
        and before.figure.unit == figure.unit
        and (figure.noun is None or figure.noun == before.figure.noun)
    )
