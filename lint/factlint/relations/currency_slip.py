"""A sum of money that is given over again in its own currency, though its value is that in another one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.figures.figure import Figure
from factlint.relations.amount import Amount
from factlint.relations.exchange import currency_of
from factlint.relations.exchange_rates import rate_band, years_of
from factlint.relations.exchange_years import LATE
from factlint.relations.pairs import pairs
from factlint.relations.relation import Certainty
from factlint.relations.unit_slip import UnitSlip

_APART = 2
"""Two prices, with tax and without it, may lie as far apart as a euro from a dollar."""
_MANY = 6
"""Currencies of an article that are tried."""


def find(bound: Bound) -> Iterator[UnitSlip]:
    """``54.4 billion dollars ($8.1 billion)`` in an article that also speaks of yuan: one of the two was in yuan."""
    others: tuple[str, ...] | None = None
    for line in bound.lines:
        for pair in pairs(bound.article.text, line, _repeating, _likely):
            others = _currencies(bound) if others is None else others
            for odd, other in ((pair.given, pair.repeated), (pair.repeated, pair.given)):
                meant = next((code for code in others if _meets(bound, odd, other, code)), None)
                if meant is not None:
                    yield UnitSlip(
                        figures=(odd.figure, other.figure),
                        odd=odd.figure,
                        beside=(other.figure,),
                        unit=meant,
                        certainty=Certainty.STRONG,
                        quoted=line.quoted(odd.figure),
                    )
                    break


def _likely(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind == "money" and _code(one) == _code(other) and one.value != other.value


def _code(figure: Figure) -> str:
    return (figure.unit or "").partition("/")[0]


def _repeating(given: Amount, repeated: Amount) -> bool:
    same = (
        given.kind == repeated.kind == "money"
        and given.unit is not None
        and currency_of(given) == currency_of(repeated)
    )
    return same and given.value > 0 and repeated.value > 0 and not given.tight.overlaps(repeated.tight)


def _currencies(bound: Bound) -> tuple[str, ...]:
    """The currencies of an article, in the order of the text."""
    found = {
        (f.unit or "").partition("/")[0]: None for line in bound.lines for _, f in line.figures() if f.kind == "money"
    }
    return tuple(code for code in found if code)[:_MANY]


def _meets(bound: Bound, odd: Amount, other: Amount, meant: str) -> bool:
    """Whether a sum is the other one, were it in another currency, at a rate of the article's time."""
    unit = currency_of(other)
    if meant == unit:
        return False
    today = bound.article.date
    years = [year for year in years_of(meant, unit) if (year >= LATE if today is None else abs(year - today.year) <= 1)]
    implied = odd.tight.over(other.tight)
    if Fraction(1, _APART) < odd.value / other.value < _APART:
        return False
    return any(implied.overlaps(band) for band in rate_band(meant, unit, years))
