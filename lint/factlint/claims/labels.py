"""The words that stand directly at a figure: "battery capacity of | 84 kWh |", "| 84 kWh | battery pack".

Nearer than a claim's measure, which may be named anywhere in the sentence.
"""

from __future__ import annotations

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line

_JOINS = frozenset(
    "of is was are were at : a an the its to be reach reaches reaching reached rated total totals totalling totaling stands "
    "standing with by as low high just only around set specified given quoted measured now remains amounts amounting comes "
    "came being has have having claimed official stated put".split()
)
_QUALITIES = frozenset(
    "lithium iron phosphate lithium-ion lfp ncm nmc ternary blade solid-state semi-solid-state semi-solid traction high-voltage "
    "underfloor larger smaller standard big bigger structural onboard main new liquid-cooled high-nickel sodium-ion sodium "
    "permanent-magnet permanent magnet synchronous asynchronous rear front electric single dual drive rear-mounted e".split()
)
_REACH = 6


class Label(msgspec.Struct, frozen=True):
    """The words before a figure and behind it, lower case, single spaces; names are ``@``.

    ``bare`` is ``before`` without the words that only join label and figure ("of", "is", "reaches").
    """

    before: str
    bare: str
    behind: str
    cell: str = ""
    """Of a figure in a table: the label of its row and the heading of its column."""

    def names(self, before: tuple[str, ...], behind: tuple[str, ...] = ()) -> str:
        """The phrase of the two lists that stands at the figure; empty where none does."""
        for phrase in before:
            if _ends(self.bare, phrase) or _ends(self.before, phrase):
                return phrase
            if self.cell and (_ends(self.cell, phrase) or f" {phrase} " in f" {self.cell} "):
                return phrase
        for phrase in behind:
            if self.behind == phrase or self.behind.startswith(f"{phrase} "):
                return phrase
        return ""


def _ends(text: str, phrase: str) -> bool:
    return text == phrase or text.endswith(f" {phrase}")


def label_of(line: Line, position: int, cell: str = "") -> Label:
    """The label of the figure at ``position`` of a line."""
    tokens = line.tokens
    words: list[str] = []
    for at in range(position - 1, max(-1, position - 1 - 2 * _REACH), -1):
        token = tokens[at]
        if token.figure is not None and token.figure.kind not in ("name", "rank"):
            break
        words.append(token.word or "@")
        if token.word in (";", ",", "(", ")"):
            break
    words = " ".join(reversed(words)).split()
    kept = len(words)
    while kept and words[kept - 1] in _JOINS:
        kept -= 1
    behind: list[str] = []
    for token in tokens[position + 1 : position + 1 + _REACH]:
        if token.figure is not None or token.word in (",", ";", "("):
            break
        if behind or (token.word not in _QUALITIES and token.name is None):
            behind.append(token.word or "@")
    return Label(" ".join(words), " ".join(words[max(0, kept - _REACH) : kept]), " ".join(behind), cell)


def cell_labels(bound: Bound) -> dict[int, str]:
    """For every figure that fills a cell of a table: the label of its row and the heading of its column."""
    found: dict[int, str] = {}
    for table in bound.tables:
        for row in range(len(table.rows)):
            label = table.label(row)
            for column, entry in enumerate(table.rows[row]):
                if entry is not None and entry.figure is not None:
                    found[entry.figure.start] = f"{table.heading(column)} {label}".strip()
    return found


def sentence_of(line: Line, text: str) -> str:
    """The text of a line in lower case."""
    return text[line.sentence.start : line.sentence.end].lower()


def near(line: Line, position: int, text: str, reach: int = 40) -> str:
    """The text around a figure, up to its neighbours in the sentence, in lower case."""
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
    return text[start:end].lower()
