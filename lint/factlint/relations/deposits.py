"""What is paid at first and what is left, against the price: ``a deposit of 5,000 yuan and a balance of 194,900 yuan``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.instalments import words_of
from factlint.relations.nearby import akin, positive
from factlint.relations.relation import Certainty, Verdict
from factlint.relations.total import Total

_REACH = 4
_FEWEST = 2
_OFF = Fraction(1, 2)


def find(bound: Bound) -> Iterator[Total]:
    """Every price that is split in what is paid at first and the rest, or in tranches that are all given."""
    firsts = words_of("firsts")
    for line in bound.lines:
        if line.block.cell is None:
            if any(token.word in firsts for token in line.tokens):
                yield from _split(line)
            yield from _tranches(line)


def _money(line: Line) -> list[tuple[int, Figure]]:
    return [
        (at, figure)
        for at, figure in line.figures()
        if figure.kind in ("money", "count") and has_value(figure) and not figure.is_range and positive(figure)
    ]


def _split(line: Line) -> Iterator[Total]:
    """A deposit, a balance, and one larger sum in the same sentence."""
    own = [(at, figure) for at, figure in _money(line) if figure.kind == "money" and "/" not in (figure.unit or "")]
    firsts = [figure for at, figure in own if _beside(line, at, "firsts")]
    lasts = [figure for at, figure in own if _beside(line, at, "lasts") and figure not in firsts]
    wholes = [figure for _, figure in own if figure not in firsts and figure not in lasts]
    if len(firsts) == len(lasts) == len(wholes) == 1 and _is_sum(line, own, wholes[0]):
        yield from _total(line, wholes[0], (firsts[0], lasts[0]))


def _is_sum(line: Line, own: list[tuple[int, Figure]], whole: Figure) -> bool:
    """Whether a figure is called a price or a total."""
    at = next(at for at, figure in own if figure is whole)
    near = [word for token in line.tokens[max(0, at - _REACH) : at + _REACH] for word in token.word.split()]
    return any(word in words_of("sums") for word in near)


def _beside(line: Line, at: int, key: str) -> bool:
    """Whether a word stands right at a figure, nearer than any other figure."""
    known = words_of(key)
    for step in range(1, _REACH + 1):
        for place in (at - step, at + step):
            if not 0 <= place < len(line.tokens):
                continue
            between = line.tokens[min(at, place) + 1 : max(at, place)]
            if any(token.figure is not None or token.word in (",", "and", ";") for token in between):
                continue
            if any(word in known for word in (line.tokens[place].word, *line.tokens[place].word.split())):
                return True
    return False


def _tranches(line: Line) -> Iterator[Total]:
    """``300 million yuan in three tranches: 120 million at signing, 100 million in June and 80 million in December``."""
    tokens = line.tokens
    for at, number in line.figures():
        noun = (number.noun or "").lower().split()[-1:]
        if number.kind != "count" or number.value is None or not noun or noun[0] not in words_of("pieces"):
            continue
        colon = next((place for place in range(at + 1, min(len(tokens), at + 3)) if tokens[place].word == ":"), None)
        own = _money(line)
        before = [figure for place, figure in own if place < at and figure.kind == "money"]
        if colon is None or not before:
            continue
        parts = tuple(figure for place, figure in own if place > colon and akin(before[-1], figure))
        if len(parts) >= _FEWEST and len(parts) == number.value:
            yield from _total(line, before[-1], parts)


def _total(line: Line, whole: Figure, parts: tuple[Figure, ...]) -> Iterator[Total]:
    total = Total(
        figures=(whole, *parts), whole=whole, parts=parts, certainty=Certainty.STRONG, quoted=line.quoted(whole)
    )
    exact = total.exact()
    near = exact is not None and whole.value is not None and abs(exact - whole.value) < whole.value * _OFF
    if total.verdict() <= Verdict.LOOSE or near:
        yield total
