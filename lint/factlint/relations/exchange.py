"""Exchange: an amount of money printed in two currencies, and the rate that the pair implies."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.patterns import compiled
from factlint.relations.amount import Amount, amount_of
from factlint.relations.exchange_rates import rate_band, years_of
from factlint.relations.exchange_years import LATE, named_years, recent, since
from factlint.relations.pairs import Pair, pairs
from factlint.relations.relation import Relation, Verdict

PEERS_APART = Fraction(6, 100)
"""How far a pair may lie from the article's other pairs: rates of two days of one year."""
STATED_APART = Fraction(2, 100)
"""How far a pair may lie from a rate that the text states."""
ROUND_SUM = Fraction(5, 100)
"""How far a sum of one digit may lie from what was converted."""
TEN = 10
SLIPS = (1, 2, 3, 4, 6)
_STATED = compiled(
    r"\s*+(?:to|per|for|a|against)\s++(?:the|one|each|every|a|1)?\s*+(?:US|U\.S\.)?\s*+(dollar|euro|pound|yuan|yen)\b",
    re.I,
)
_RATE = compiled(r"\brate of(?: about)?\s*$|\bconverted at(?: about)?\s*$", re.I)
_CURRENCY = compiled(r"\b(?:dollar|euro|pound|yen)s?\b", re.I)
_CODES = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "yuan": "CNY", "yen": "JPY"}


class Rate(msgspec.Struct, frozen=True, eq=False):
    """What one unit of ``other`` costs in ``currency``: as the text states it, or as a pair of the text implies it."""

    currency: str
    other: str
    interval: Interval
    figures: tuple[Figure, ...]


class Exchange(Relation, frozen=True, eq=False, kw_only=True):
    """``repeated`` is ``given`` in another currency. ``bands`` are the rates of the years that may be meant;
    ``peers`` the rates of the article's other pairs of these currencies, ``stated`` the one that the text names.
    """

    given: Amount
    repeated: Amount
    bands: tuple[Interval, ...] = ()
    peers: tuple[Rate, ...] = ()
    stated: Rate | None = None
    dated: bool = False
    """Whether the sentence names a year of its own: its rate is not that of the other pairs."""

    priced: bool = False
    """Whether the two are said to be prices, which may be those of two markets."""

    @property
    def given_currency(self) -> str:
        """Its code."""
        return currency_of(self.given)

    @property
    def repeated_currency(self) -> str:
        """Its code."""
        return currency_of(self.repeated)

    def measured_by(self) -> tuple[Figure, ...]:
        """The other figures of the text that the rate was taken from."""
        if self.stated is not None:
            return self.stated.figures
        if (not self.dated and agreed_rate(self.peers) is not None) or not self.bands:
            return self.peers[0].figures
        return ()

    def implied(self, rounded: bool = False) -> Interval:
        """Units of the given currency for one unit of the other."""
        if rounded:
            return self._source(self.given.rounded).over(self.repeated.rounded)
        return self._source(self.given.tight).over(self.repeated.tight)

    def _source(self, given: Interval) -> Interval:
        """One digit in the original is a round sum when the other currency prints more: ``2 billion euros ($2.3 billion)``."""
        step, value = self.given.figure.step, self.given.value
        finer = self.repeated.figure.step
        if self.given.figure.hedge is not None or step is None or finer is None:
            return given
        if value / step >= TEN or self.repeated.value / finer < TEN:
            return given
        return Interval(value * (1 - ROUND_SUM), value * (1 + ROUND_SUM))

    def exact(self) -> Fraction:
        """The rate that the printed values imply."""
        return self.given.value / self.repeated.value

    def verdict(self) -> Verdict:
        standards = self.standards()
        if not standards:
            return Verdict.HOLDS
        if self._fits(self.implied(), standards):
            return Verdict.HOLDS
        if self._fits(self.implied(True), standards):
            return Verdict.LOOSE
        return Verdict.DOUBTFUL if self.given.soft or self.repeated.soft else Verdict.BROKEN

    def standards(self) -> Sequence[Interval]:
        """The rates that the pair is held against; it must fit one of them."""
        if self.stated is not None:
            return [_wider(self.stated.interval, STATED_APART)]
        agreed = agreed_rate(self.peers) if not self.dated else None
        if agreed is not None:
            return [_wider(agreed, PEERS_APART)]
        peers = () if self.dated else self.peers
        shared = [band for band in self.bands if any(band.overlaps(peer.interval) for peer in peers)]
        if shared or self.bands:
            return shared or self.bands
        return [_wider(peer.interval, 2 * PEERS_APART) for peer in peers[:1]]

    def expected(self) -> tuple[Fraction, Fraction] | None:
        """The least and the most that ``repeated`` should print, by the rates it is held against."""
        lows = [band.low for band in self.standards() if band.low]
        highs = [band.high for band in self.standards() if band.high]
        if not lows or not highs:
            return None
        return self.given.value / max(highs), self.given.value / min(lows)

    def slip(self) -> int | None:
        """The power of ten that the repeated amount is off by (positive: too large), where one makes it right."""
        for power in SLIPS:
            for signed in (power, -power):
                scaled = self.implied().scaled(Fraction(10) ** signed)
                if any(scaled.overlaps(standard) for standard in self.standards()):
                    return signed
        return None

    @staticmethod
    def _fits(implied: Interval, standards: Sequence[Interval]) -> bool:
        return any(implied.overlaps(standard) for standard in standards)


def agreed_rate(peers: Sequence[Rate]) -> Interval | None:
    """The rate that two or more other pairs share; None when they are alone or at odds."""
    if len(peers) < 2:
        return None
    common = peers[0].interval
    for peer in peers[1:]:
        if not _wider(common, PEERS_APART / 2).overlaps(peer.interval):
            return None
        common = _meet(common, peer.interval)
    return common


def _meet(one: Interval, other: Interval) -> Interval:
    assert one.low is not None
    assert other.low is not None
    assert one.high is not None
    assert other.high is not None
    low, high = max(one.low, other.low), min(one.high, other.high)
    return Interval(low, high) if low <= high else Interval(high, low)


def _wider(interval: Interval, share: Fraction) -> Interval:
    assert interval.low is not None
    assert interval.high is not None
    return Interval(interval.low * (1 - share), interval.high * (1 + share))


def find(bound: Bound) -> Iterator[Exchange]:
    """Every pair of two currencies that a bracket, ``or`` or ``about`` ties together."""
    found = [
        (line, pair)
        for line in bound.lines
        for pair in pairs(bound.article.text, line, exchangeable, _likely)
        if not _elsewhere(line, pair)
    ]
    if not found:
        return
    stated = [rate for line in bound.lines for rate in _stated(bound.article.text, line)]
    today = bound.article.date
    rates = [_rate(pair.given, pair.repeated) for _, pair in found]
    for at, (line, pair) in enumerate(found):
        own, given, repeated = rates[at], pair.given, pair.repeated
        others = (_turned(rate, own) for place, rate in enumerate(rates) if place != at)
        peers = tuple(rate for rate in others if rate is not None)
        yield Exchange(
            figures=(repeated.figure, given.figure),
            given=given,
            repeated=repeated,
            bands=tuple(_bands(bound, line, today, own, peers)),
            peers=peers,
            stated=next((rate for rate in stated if _like(rate, own)), None),
            dated=today is not None and bool(named_years(line) - {today.year}),
            priced=_priced(bound, given),
            certainty=pair.certainty,
            quoted=line.quoted(repeated.figure),
        )


def _priced(bound: Bound, given: Amount) -> bool:
    claim = bound.claim(given.figure)
    return claim is not None and claim.measure == "price"


def _as_printed(rate: Rate) -> Interval:
    """What a pair implies without its hedges: "less than" leaves every rate open."""
    given, repeated = (figure.value or Fraction(0) for figure in rate.figures)
    hedged = any(figure.hedge for figure in rate.figures)
    return Interval.point(given / repeated) if hedged and repeated else rate.interval


def _likely(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind == "money" and one.unit != other.unit


def _turned(rate: Rate, own: Rate) -> Rate | None:
    """A rate of the same two currencies, the same way round: ``£1.35bn ($2.5bn)`` beside ``$500m (£350m)``."""
    if _like(rate, own):
        return rate
    low, high = rate.interval.low, rate.interval.high
    if rate.currency != own.other or rate.other != own.currency or not low or not high:
        return None
    return Rate(own.currency, own.other, Interval(1 / high, 1 / low), (rate.figures[1], rate.figures[0]))


def _like(rate: Rate, own: Rate) -> bool:
    return rate.currency == own.currency and rate.other == own.other


def _elsewhere(line: Line, pair: Pair) -> bool:
    """Whether a market is named right behind the second amount: a list price there is no conversion."""
    following = line.tokens[pair.repeated.position + 1 : pair.repeated.position + 5]
    named = any(token.name is not None and token.name.kind == "market" for token in following)
    return named and pair.around is not None and "(" not in pair.around.between


def exchangeable(given: Amount, repeated: Amount) -> bool:
    """Whether two amounts can be one sum of money in two currencies."""
    if given.kind != "money" or repeated.kind != "money":
        return False
    if currency_of(given) == currency_of(repeated) or given.value <= 0 or repeated.value <= 0:
        return False
    return _rated(given) == _rated(repeated) or not _rated(repeated)


def currency_of(amount: Amount) -> str:
    """The code of a currency, without what an amount is paid for."""
    return (amount.unit or "").partition("/")[0]


def _rated(amount: Amount) -> str:
    return (amount.unit or "").partition("/")[2]


def _rate(given: Amount, repeated: Amount) -> Rate:
    return Rate(
        currency_of(given), currency_of(repeated), given.tight.over(repeated.tight), (given.figure, repeated.figure)
    )


def _stated(text: str, line: Line) -> Iterator[Rate]:
    """``at 145 yen to the dollar``, ``7.2 yuan per dollar``, ``dollar figures are at a rate of Rs 85``, ``$9.2 billion at Rs 85``."""
    for _, figure in line.figures():
        if figure.kind != "money" or figure.interval is None or not figure.value or figure.is_range:
            continue
        unit, _, rated = (figure.unit or "").partition("/")
        found = None if rated else _STATED.match(text, figure.end)
        other = _CODES[found[1].lower()] if found is not None else None if rated else _rated_by(text, line, figure)
        if other is not None and other != unit:
            amount = amount_of(figure)
            if amount is not None:
                yield Rate(unit, other, amount.tight, (figure,))


def _rated_by(text: str, line: Line, figure: Figure) -> str | None:
    """The currency that one unit of is said to cost an amount: ``at the rate of Rs 85``, ``$9.2 billion at Rs 85``."""
    before = text[line.sentence.start : figure.start]
    beside = next(
        (
            one
            for _, one in line.figures()
            if one.kind == "money" and before.rstrip().endswith((f"{one.quote} at", f"{one.quote}, at"))
        ),
        None,
    )
    if beside is not None:
        return beside.unit
    if not _RATE.search(before):
        return None
    named = _CURRENCY.search(text, line.sentence.start, line.sentence.end)
    return _CODES[named[0].lower().rstrip("s")] if named is not None else None


def _bands(bound: Bound, line: Line, today: dt.date | None, rate: Rate, peers: Sequence[Rate]) -> list[Interval]:
    """The rates of the years that a pair may use: those that its sentence names, the article's and the one before.

    Without a date they are all in which the article may have been written: the last ones, where one of its pairs is
    at a rate of theirs.
    """
    available = set(years_of(rate.currency, rate.other))
    if today is not None:
        return rate_band(rate.currency, rate.other, sorted(available & (recent(today) | named_years(line))))
    late = rate_band(rate.currency, rate.other, sorted(year for year in available if year >= LATE))
    fits = any(band.overlaps(_as_printed(one)) for band in late for one in (rate, *peers))
    first = max(since(bound, available), LATE if peers and fits else 0)
    wanted = {year for year in available if year >= first} | available & named_years(line)
    return rate_band(rate.currency, rate.other, sorted(wanted))
