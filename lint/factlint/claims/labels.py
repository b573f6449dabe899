"""The words that stand directly at a figure: "battery capacity of | 84 kWh |", "| 84 kWh | battery pack".

Nearer than a claim's measure, which may be named anywhere in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lexicon import lexicon, measures_of
from factlint.claims.lines import Line
from factlint.data import table
from factlint.patterns import compiled

_REACH = 6


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("labels.toml")[key].split())


class Label(msgspec.Struct, frozen=True):
    """The words before a figure and behind it, lower case, single spaces; names are ``@``.

    ``bare`` is ``before`` without the words that only join label and figure ("of", "is", "reaches").
    """

    before: str
    bare: str
    behind: str
    cell: str = ""
    """Of a figure in a table: the label of its row and the heading of its column."""

    def ends_with(self, phrases: Endings) -> bool:
        """Whether one of the phrases stands before the figure, joined to it or not, or in the labels of its cell."""
        if f" {self.bare}".endswith(phrases.spaced) or f" {self.before}".endswith(phrases.spaced):
            return True
        return bool(self.cell) and any(f"{phrase} " in f" {self.cell} " for phrase in phrases.spaced)

    def starts_with(self, phrases: Endings) -> bool:
        """Whether one of the phrases stands behind the figure."""
        return f"{self.behind} ".startswith(phrases.closed)


class Endings(msgspec.Struct, frozen=True):
    """Phrases made ready for comparison: with a blank before each, and with a blank behind each."""

    spaced: tuple[str, ...]
    closed: tuple[str, ...]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Endings:
        listed = tuple(phrases)
        return cls(tuple(f" {phrase}" for phrase in listed), tuple(f"{phrase} " for phrase in listed))


def label_of(line: Line, position: int, cell: str = "") -> Label:
    """The label of the figure at ``position`` of a line."""
    tokens = line.tokens
    joins, qualities = _listed("joins"), _listed("qualities")
    words: list[str] = []
    for at in range(position - 1, max(-1, position - 1 - 2 * _REACH), -1):
        token = tokens[at]
        if token.figure is not None and token.figure.kind not in ("name", "rank"):
            break
        words.append(token.word or "@")
        if token.word in (";", ",", "(", ")"):
            break
    words = " ".join(reversed(words)).split()
    if "and" in words and _opens_a_list(line, position):
        words = []
    kept = len(words)
    while kept and words[kept - 1] in joins:
        kept -= 1
    behind: list[str] = []
    for token in tokens[position + 1 : position + 1 + _REACH]:
        if token.figure is not None or token.word in (",", ";", "("):
            break
        if behind or (token.word not in qualities and token.name is None):
            behind.append(token.word or "@")
    return Label(" ".join(words), " ".join(words[max(0, kept - _REACH) : kept]), " ".join(behind), cell)


def _opens_a_list(line: Line, position: int) -> bool:
    """``a length, width and height of | 4,600 mm |, 1,877 mm and 1,675 mm``: several labels, several figures."""
    own, following = line.tokens[position].figure, line.tokens[position + 1 : position + 3]
    if own is None or len(following) < 2 or following[0].word not in (",", "and", "/"):
        return False
    other = following[1].figure
    return other is not None and other.kind == own.kind and other.unit in (own.unit, None)


def cell_labels(bound: Bound) -> dict[int, str]:
    """For every figure that fills a cell of a table: the heading of its column, and the label of its row where the
    heading names no measure (a version may be called ``Long Range``).
    """
    found: dict[int, str] = {}
    for grid in bound.tables:
        for row in range(len(grid.rows)):
            label = grid.label(row)
            for column, entry in enumerate(grid.rows[row]):
                if entry is not None and entry.figure is not None:
                    heading = grid.heading(column)
                    named = any(measures_of(lexicon().tags(word)) for word in heading.lower().split())
                    found[entry.figure.start] = heading if named else f"{heading} {label}".strip()
    return found


def sentence_of(line: Line, text: str) -> str:
    """The text of a line in lower case."""
    return text[line.sentence.start : line.sentence.end].lower()


_CLAUSE_ENDS = compiled(r"[,;]| and ")


def near(line: Line, position: int, text: str, reach: int = 40, clause: bool = False) -> str:
    """The text around a figure, up to its neighbours in the sentence, in lower case; behind it to the end of its clause only
    where ``clause`` asks for that.
    """
    tokens = line.tokens
    figure = tokens[position].figure
    assert figure is not None
    start, end = max(line.sentence.start, figure.start - reach), min(line.sentence.end, figure.end + reach)
    for token in tokens[max(0, position - 2 * _REACH) : position]:
        if token.figure is not None and token.figure.kind != "name":
            start = max(start, token.figure.end)
    for token in tokens[position + 1 : position + 1 + 2 * _REACH]:
        if token.figure is not None and token.figure.kind != "name":
            end = min(end, token.figure.start)
            break
    if clause and (ended := _CLAUSE_ENDS.search(text, figure.end, end)) is not None:
        end = ended.start()
    return text[start:end].lower()
