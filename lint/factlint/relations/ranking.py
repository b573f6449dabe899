"""Ranks and runs: two statements of which place something takes, or how long a run lasts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line
from factlint.claims.tables import Table
from factlint.figures.figure import Figure, Name
from factlint.patterns import compiled
from factlint.relations.editions import editions
from factlint.relations.placed_twice import placed_twice
from factlint.relations.placings import Placing, placings
from factlint.relations.relation import Certainty, Relation, Verdict

_WORDS = compiled(r"[a-z]+")
_RUN = frozenset({"consecutive", "straight", "successive", "running"})
_ROW = ("in a row", "in succession", "on the trot", "running", "straight", "consecutively")
_UNITS = {
    "month": "month",
    "monthly": "month",
    "quarter": "quarter",
    "quarterly": "quarter",
    "year": "year",
    "annual": "year",
}
_SUPERLATIVE = frozenset({"largest", "biggest", "best-selling", "most", "top-selling", "best", "strongest"})
RANK_HEADERS = frozenset({"rank", "no.", "no", "#", "pos", "pos.", "position", "place", "ranking"})
_SHORT = frozenset({"mom", "qoq"})
_NOTE = 8
_SUBJECTS = frozenset({"maker", "brand", "model", "supplier", "company"})


class Ranking(Relation, frozen=True, eq=False, kw_only=True):
    """``one`` and ``other`` give the same rank, or the length of the same run."""

    confirms = False
    one: Figure
    other: Figure
    what: str
    """What both number: ``month`` runs, ``largest supplier``."""

    def verdict(self) -> Verdict:
        return Verdict.HOLDS if self.one.value == self.other.value else Verdict.BROKEN


def find(bound: Bound) -> Iterator[Ranking | Placing]:
    """Runs of one subject and unit told twice in a story, places with what they were won with, and ranks of text
    against those of a table.
    """
    yield from _runs(bound)
    yield from placings(bound)
    for line, figure, first in editions(bound):
        yield Ranking(
            figures=(figure, first),
            one=figure,
            other=first,
            what="edition",
            certainty=Certainty.STRONG,
            quoted=line.quoted(figure),
        )
    for line, figure, first in placed_twice(bound):
        yield Ranking(
            figures=(figure, first),
            one=figure,
            other=first,
            what="rank",
            certainty=Certainty.STRONG,
            quoted=line.quoted(figure),
        )
    for table in bound.tables:
        yield from _tabled(bound, table)


def _runs(bound: Bound) -> Iterator[Ranking]:
    told: dict[tuple[int, str, str | None], list[tuple[Claim, str | None]]] = {}
    for line in bound.lines:
        for position, figure in line.figures():
            unit = _run_unit(bound, line, position) if figure.kind in ("rank", "duration", "count") else None
            claim = bound.claim(figure)
            if unit is None or claim is None:
                continue
            measure = _measured(bound, line, position)
            if measure is None and position == 0 and _is_note(line):
                continue
            before = told.setdefault((claim.story, unit, _step(line, position)), [])
            first = next((old for old, of in before if _one_run(old, of, claim, measure)), None)
            before.append((claim, measure))
            if first is not None:
                yield Ranking(
                    figures=(figure, first.figure),
                    one=figure,
                    other=first.figure,
                    what=unit,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(figure),
                )


def _is_note(line: Line) -> bool:
    """``Fourth consecutive month of increase``: a line of a list, which leaves to its headings what it is about."""
    return len(line.tokens) <= _NOTE and not any(token.name is not None for token in line.tokens)


def _step(line: Line, position: int) -> str | None:
    """What a run is a run of, where that is not years on years: changes on the month or quarter before."""
    named = (token.figure.relative for token in line.tokens[:position] if token.figure is not None)
    return next((relative for relative in named if relative in _SHORT), None)


def _one_run(old: Claim, of: str | None, claim: Claim, measure: str | None) -> bool:
    """Whether two runs may be one: of one measure where both name one, of one subject where both name one.

    Two scopes have runs of their own, and so have two clauses of a sentence.
    """
    if old.sentence == claim.sentence:
        return False
    if old.scope and claim.scope and old.scope != claim.scope:
        return False
    if of is not None and measure is not None and of != measure:
        return False
    return old.subject == claim.subject or "subject" not in old.explicit & claim.explicit


def _run_unit(bound: Bound, line: Line, position: int) -> str | None:
    """The unit of a run: ``third consecutive month``, ``19th month of improvement in a row``, ``five months in a row``."""
    own = line.tokens[position].figure
    assert own is not None
    following = line.tokens[position + 1 : position + 8]
    other = next((at for at, token in enumerate(following) if token.figure is not None), len(following))
    following = following[: other if own.kind != "duration" else None]
    end = following[-1].end if following else line.tokens[position].end
    stretch = bound.article.text[own.end : end].lower()
    if own.kind == "duration" and own.unit in _UNITS.values():
        return own.unit if any(stretch.startswith(f" {row}") for row in _ROW) else None
    if not any(token.word in _RUN for token in following[:2]) and not any(row in stretch for row in _ROW):
        return None
    return next((_UNITS[word] for word in _WORDS.findall(stretch) if word in _UNITS), None)


def _measured(bound: Bound, line: Line, position: int) -> str | None:
    """What the run is one of: the measure that the sentence names nearest, or the clause that says it."""
    own = line.tokens[position]
    for token, following in pairwise(line.tokens[position : position + 5]):
        if token.word.rstrip("s") in _UNITS and following.word in ("that", "when", "in which"):
            return bound.article.text[following.end : line.sentence.end]
    if own.figure is not None and own.figure.kind == "duration":
        after = line.tokens[position + 1 : position + 4]
        if any(token.word in ("that", "when") for token in after):
            return bound.article.text[after[-1].end : line.sentence.end]
    named = [
        (abs(at - position), bound.words.family(measures_of(token.tags)[0]))
        for at, token in enumerate(line.tokens)
        if measures_of(token.tags)
    ]
    return min(named, default=(0, None))[1]


def _tabled(bound: Bound, table: Table) -> Iterator[Ranking]:
    ranks = _ranks(bound, table)
    if len(ranks) < 3:
        return
    for line in bound.lines:
        if line.sentence.story != table.story or line.block.cell is not None:
            continue
        for position, figure in line.figures():
            if figure.kind != "rank" or not _among_all(line, position):
                continue
            subject = _subject(line, position)
            if subject in ranks and figure.value is not None:
                yield Ranking(
                    figures=(figure, ranks[subject]),
                    one=figure,
                    other=ranks[subject],
                    what="rank",
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(figure),
                )


def _among_all(line: Line, position: int) -> bool:
    """``third-largest supplier``, ``ranked third``: a place among all, of the table's own period."""
    tokens = line.tokens
    following = [token.word.strip("-") for token in tokens[position + 1 : position + 3]]
    before = [token.word for token in tokens[max(0, position - 2) : position]]
    placed = bool(before) and before[-1] in ("in", "at", "on") and following[:1] in (["place"], ["spot"], ["position"])
    if not (placed or _SUPERLATIVE & set(following) or {"ranked", "ranks"} & set(before)):
        return False
    return not any(token.figure is not None and token.figure.relative for token in tokens)


def _ranks(bound: Bound, table: Table) -> dict[str, Figure]:
    """The rank of each subject: of a column that its header or its run from 1 on says to be ranks."""
    found: dict[str, Figure] = {}
    for column in range(min(2, table.width)):
        if table.heading(column).strip() not in RANK_HEADERS:
            continue
        for row, figure in table.column(column).items():
            name = _named(bound, table, row)
            if name is not None and figure.value is not None:
                found[name] = figure
    return found


def _named(bound: Bound, table: Table, row: int) -> str | None:
    spans = [(entry.block.start, entry.block.end) for entry in table.rows[row] if entry is not None]
    if not spans:
        return None
    for name in bound.scanned.names:
        if spans[0][0] <= name.start and name.end <= spans[-1][1] and name.kind in _SUBJECTS:
            return name.entity
    return None


def _subject(line: Line, position: int) -> str | None:
    """Whom a rank is said of: the first name of its clause that no verb of overtaking stands before."""
    names: list[Name] = [
        token.name for token in line.tokens[:position] if token.name is not None and token.name.kind in _SUBJECTS
    ]
    return names[0].entity if names else None
