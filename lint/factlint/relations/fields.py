"""Fields: several things with one value each, from a column of a table, a list, or a sentence that gives them in turn."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.claims.tables import Table, is_ranking, is_total
from factlint.figures.figure import Figure
from factlint.relations.around import counts_few, has_value
from factlint.relations.row_mentions import Labels, column_labels, labels_of, plain, row_labels

_KINDS = frozenset({"count", "money", "measure", "duration", "percent"})
_LONGEST, _TABLES = 60, 12
_CLAUSE = frozenset({";", ":"})
_NO_HOLDER = frozenset({"km", "mph", "wltp", "cltc", "epa", "nedc"})


class Field(msgspec.Struct, frozen=True, eq=False):
    """The value of each row, all of one kind and unit; ``name`` is what a heading or label says that they are."""

    labels: Labels
    values: dict[int, Figure]
    name: str
    story: int
    sentence: int | None = None
    """Of a sentence: its index; None where the field stands in a table or list."""


def fields_of(bound: Bound) -> list[Field]:
    """The fields of the tables and lists of an article, then those of its sentences, in order."""
    found: list[Field] = []
    for table in (*bound.tables[:_TABLES], *bound.lists[:_TABLES]):
        if 2 <= len(table.rows) <= _LONGEST:
            found += _of_table(bound, table)
    return found + sentence_fields(bound)


def sentence_fields(bound: Bound) -> list[Field]:
    """The fields that sentences give, in order."""
    return [field for line in bound.lines if line.block.cell is None for field in _of_sentence(bound, line)]


def _of_table(bound: Bound, table: Table) -> Iterator[Field]:
    rows, columns = row_labels(bound, table), column_labels(bound, table)
    totals = {row for row in range(len(table.rows)) if is_total(table.label(row))}
    for column in range(table.width):
        values = {row: figure for row, figure in table.column(column).items() if row not in totals}
        if not is_ranking(table, column) and _alike(values):
            yield Field(rows, values, table.heading(column), table.story)
    yield from _across(table, columns, totals)


def transposed_fields(bound: Bound) -> list[Field]:
    """The fields of the rows of tables whose columns are the subjects."""
    found: list[Field] = []
    for table in bound.tables[:_TABLES]:
        found += _across(table, column_labels(bound, table), set())
    return found


def _across(table: Table, columns: Labels, totals: set[int]) -> Iterator[Field]:
    if not columns.entities:
        return
    for row, entries in enumerate(table.rows):
        across = {
            at: entry.figure for at, entry in enumerate(entries) if entry is not None and entry.figure is not None
        }
        if row not in totals and _alike(across):
            yield Field(columns, across, table.label(row), table.story)


def _alike(values: dict[int, Figure]) -> bool:
    """Whether figures can be put in an order: two or more of one kind and unit, none a range."""
    usable = all(figure.kind in _KINDS and has_value(figure) and not figure.is_range for figure in values.values())
    return usable and len(values) > 1 and len({(figure.kind, figure.unit) for figure in values.values()}) == 1


def _of_sentence(bound: Bound, line: Line) -> Iterator[Field]:
    """``Li Auto delivered 31,100 vehicles, Aito 44,500 and Leapmotor 59,300``: names with one figure of a kind each."""
    kinds: dict[tuple[str, str | None], list[tuple[int, Figure]]] = {}
    for position, figure in line.figures():
        claim = bound.claim(figure)
        level = claim is not None and claim.status == "actual" and claim.role in ("level", "end", "share")
        if level and figure.kind in _KINDS and has_value(figure) and not figure.is_range and not counts_few(figure):
            kinds.setdefault((figure.kind, figure.unit), []).append((position, figure))
    for own in kinds.values():
        words: dict[int, frozenset[str]] = {}
        values: dict[int, Figure] = {}
        start = 0
        for position, figure in own:
            holder = _holder(bound, line, start, position)
            if holder:
                words[figure.start], values[figure.start] = holder, figure
            start = position + 1
        if len(values) == len(own) > 1 and len(set(words.values())) == len(words):
            yield Field(labels_of(words), values, "", line.sentence.story, line.sentence.index)


def _holder(bound: Bound, line: Line, start: int, position: int) -> frozenset[str]:
    """The words of the last name, or capitals, between two figures."""
    text = bound.article.text
    found: list[str] = []
    last = -1
    for at in range(start, position):
        token = line.tokens[at]
        if token.word in _CLAUSE or (token.figure is not None and token.figure.kind not in ("name", "rank")):
            found = []
        named = token.name is not None and token.name.kind != "market"
        capital = token.figure is None and token.name is None and text[token.start].isupper() and at > 0
        known = token.figure is None and not token.tags and token.word not in _NO_HOLDER
        if not named and not (capital and known) and not (found and last == at - 1 and known and _digits(token.word)):
            continue
        if last != at - 1:
            found = []
        found += [plain(word) for word in text[token.start : token.end].split()]
        last = at
    return frozenset(found)


def _digits(word: str) -> bool:
    return any(char.isdigit() for char in word)
