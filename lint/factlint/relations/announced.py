"""A number of things that is announced, and whether a list can be held against it."""

from __future__ import annotations

from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.listing import Item, Listing, list_words
from factlint.relations.relation import Certainty, Relation, Verdict

SMALLEST, LARGEST = 2, 20
_BESIDE = 30


class Enumeration(Relation, frozen=True, eq=False, kw_only=True):
    """``count`` things are announced, ``items`` are listed; ``fewest`` to ``most`` where the list can be read so."""

    count: Figure
    items: tuple[Item, ...]
    fewest: int
    most: int

    def verdict(self) -> Verdict:
        interval = self.count.interval
        assert interval is not None
        held = any(interval.contains(number) for number in range(self.fewest, self.most + 1))
        return Verdict.HOLDS if held else Verdict.BROKEN


def countable(figure: Figure) -> bool:
    return (
        figure.kind == "count"
        and figure.value is not None
        and figure.value.denominator == 1
        and SMALLEST <= figure.value <= LARGEST
        and figure.noun is not None
        and figure.hedge is None
        and not figure.is_range
        and figure.noun.lower() not in list_words().loose
    )


def announced(
    text: str, line: Line, counts: list[tuple[int, Figure]], found: Listing
) -> tuple[Figure, Certainty] | None:
    """The number that a list is held against: one that it bears out, else the only one there is."""
    for _, figure in counts:
        if figure.value is not None and found.fewest <= figure.value <= found.most:
            return figure, Certainty.KNOWN
    if not counts:
        return None
    at, figure = counts[-1]
    beside = found.items[0].start - max(figure.end, figure.phrase_end) <= _BESIDE
    valued = any(found.items[0].start <= other.start < found.items[-1].end for _, other in line.figures())
    if (
        len(counts) > 1
        and not valued
        and [token.word for token in line.tokens[counts[-2][0] + 1 : at]]
        in (
            ["of", "the"],
            ["of", "its"],
        )
    ):
        counts = counts[:-1]
        at, figure = counts[-1]
        beside = True
    tied = any(token.word == "of" for token in line.tokens[max(0, at - 2) : at])
    if (len(counts) > 1 and (not beside or tied)) or stays_open(line, at, found.items[0].start):
        return None
    if _names(text, figure, found):
        return figure, Certainty.STRONG
    return None if _another_noun(line, figure, found.items[0].start) else (figure, Certainty.KNOWN)


def _names(text: str, count: Figure, found: Listing) -> bool:
    """Whether things that have names were counted, and the list is of names: ``Three companies hold the shares: ...``."""
    noun = (count.noun or "").lower().split()[-1:]
    capitals = all(text[item.start].isupper() for item in found.items)
    return bool(noun) and noun[0] in list_words().named and capitals


def _another_noun(line: Line, count: Figure, until: int) -> bool:
    """Whether the list is of other things than were counted: ``The two sides agreed on the following points:``."""
    words = [token.word for token in line.tokens if token.word[:1].isalpha() and count.end < token.end <= until]
    last = words[-1] if words else ""
    noun = (count.noun or "").lower().split()[-1:] or [""]
    return last == "following" or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and last != noun[0])


def stays_open(line: Line, position: int, until: int) -> bool:
    """Whether words around the number say that the list gives only some: ``five colours, such as``."""
    words = list_words().open
    for token in line.tokens[position + 1 :]:
        if "including" in token.tags or (token.start < until and token.word in words):
            return True
    if any(token.word == "out of" for token in line.tokens[position + 1 : position + 4]):
        return True
    before = line.tokens[max(0, position - 4) : position]
    return any(token.word in ("among", "some", "most", "first", "top", "of", "than") for token in before)


def enumerated(line: Line, count: Figure, found: Listing, certainty: Certainty) -> Enumeration:
    return Enumeration(
        figures=(count,),
        count=count,
        items=found.items,
        fewest=found.fewest,
        most=found.most,
        certainty=certainty,
        quoted=line.quoted(count),
    )
