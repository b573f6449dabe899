"""Looking around in a sentence: the figures beside a figure, and the words between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import lexicon
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure

LEVELS = frozenset({"count", "money", "measure"})
"""The kinds of figure that say how much of something there is."""


_PRONOUNS = frozenset({"ones", "one"})
"""They count what was counted before: ``589,000 public ones``."""


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count in the same kind and unit, and no counted noun speaks against it."""
    if one.kind != other.kind or one.unit != other.unit:
        return False
    return one.noun is None or other.noun is None or same_noun(one.noun, other.noun)


def same_noun(one: str, other: str) -> bool:
    """Whether two counted nouns may count the same things (vehicles, units, cars, Zeekrs)."""
    first, second = one.lower(), other.lower()
    if first == second or first.rstrip("s") == second.rstrip("s") or {first, second} & _PRONOUNS:
        return True
    last, other_last = one.split()[-1], other.split()[-1]
    if last.lower() in _PEOPLE and other_last.lower() in _PEOPLE:
        return True
    return _counts_vehicles(last) and _counts_vehicles(other_last)


_PEOPLE = frozenset(
    {
        "people", "person", "employees", "employee", "workers", "worker", "staff", "persons", "jobs", "job", "posts", "post",
        "positions", "position", "engineers", "men",
    }
)  # fmt: skip
"""Nouns under which a workforce is counted."""


def _counts_vehicles(noun: str) -> bool:
    """Whether a noun is one for vehicles, or the name of a make or model in the plural."""
    named = noun[:1].isupper() and noun.endswith("s") and noun[1:].islower()
    return named or noun.lower() in _COUNTED_OUT or "vehicle_noun" in lexicon().tags(noun.lower())


_COUNTED_OUT = frozenset({"registrations", "deliveries", "sales", "shipments", "exports"})
"""What is done with vehicles counts them."""


def has_value(figure: Figure) -> bool:
    """Whether arithmetic can be done with a figure."""
    return figure.interval is not None and figure.well_formed


def counts_few(figure: Figure) -> bool:
    """Whether a figure is a small number in words: ``the two companies``, ``four wheels``."""
    if figure.kind != "count" or figure.value is None:
        return False
    return not figure.quote.lstrip("+-−")[:1].isdigit() and figure.value < 100


def yearly(line: Line, position: int) -> bool:
    """Whether a figure is a rate of change for each year, month or day: ``13.3 percent a year``."""
    after = [token.word for token in line.tokens[position + 1 : position + 3]]
    if after[:1] in (["annually"], ["yearly"]):
        return True
    return (
        len(after) > 1 and after[0] in ("a", "per", "each", "every") and after[1] in ("year", "annum", "month", "day")
    )


def between(line: Line, first: int, second: int) -> tuple[Token, ...]:
    """The tokens strictly between two positions, in either order."""
    low, high = min(first, second), max(first, second)
    return line.tokens[low + 1 : high]


Fits = Callable[[Figure, Figure], bool]
"""Whether a figure counts as another one does."""


def levels_before(line: Line, position: int, like: Figure, fits: Fits = alike) -> Iterator[tuple[int, Figure]]:
    """Figures of the same kind before a position, nearest first; those in brackets of their own left out."""
    depth = line.tokens[position].depth if position < len(line.tokens) else 0
    for at in range(position - 1, -1, -1):
        token = line.tokens[at]
        figure = token.figure
        if figure is not None and token.depth <= depth and has_value(figure) and fits(figure, like):
            yield at, figure


def levels_after(line: Line, position: int, like: Figure, fits: Fits = alike) -> Iterator[tuple[int, Figure]]:
    """Figures of the same kind after a position, nearest first."""
    for at in range(position + 1, len(line.tokens)):
        figure = line.tokens[at].figure
        if figure is not None and has_value(figure) and fits(figure, like):
            yield at, figure


_REACH = 100
"""So many claims before and behind are looked at: more than a story has, but a bound for files of any length."""


def story_claims(bound: Bound, claim: Claim) -> list[Claim]:
    """The claims of a claim's story, those around it where the story is endless."""
    at = bisect_left(bound.claims, claim.figure.start, key=lambda other: other.figure.start)
    around = bound.claims[max(0, at - _REACH) : at + _REACH]
    return [other for other in around if other.story == claim.story]


def previous_line(bound: Bound, line: Line) -> Line | None:
    """The sentence with figures just before, when nothing else stands between and the story is the same."""
    for index in (line.sentence.index - 1, line.sentence.index - 2):
        before = bound.line_of.get(index)
        if before is not None and before.sentence.story == line.sentence.story:
            return before
    return None


_NEAR = 3
_PERCENT = 100
_SLACK = 3
"""Percent by which the factor may miss a power of ten."""


def comparable(stated: Fraction, computed: Fraction) -> bool:
    """Whether a computed value may be meant by a stated one: near it, or off by a power of ten, as a slip would be."""
    if stated.numerator * computed.numerator <= 0:
        return False
    # In whole numbers, for it is asked of thousands of pairs: the factor between the two is larger / smaller.
    one = abs(stated.numerator) * computed.denominator
    other = abs(computed.numerator) * stated.denominator
    smaller, larger = (one, other) if one < other else (other, one)
    if larger <= _NEAR * smaller:
        return True
    return any(_PERCENT * abs(larger - power * smaller) <= _SLACK * power * smaller for power in (10, 100, 1000))
