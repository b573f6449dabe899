"""Instalments: what is paid, or made, piece by piece against what it comes to.

``24 instalments of 4,575 yuan, 109,800 yuan in all``; ``£299 a month for 48 months``; ``728 yuan a month, 8,736 a year``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations, takewhile

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.data import table
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.figures.vocabulary import vocabulary
from factlint.relations.around import has_value
from factlint.relations.denominator import denominator, timed
from factlint.relations.nearby import lines_before, positive, printed, rounded
from factlint.relations.relation import Certainty, Relation, Verdict, judge
from factlint.relations.slipped import slipped
from factlint.relations.time_lengths import length_in
from factlint.relations.total import plus

_KINDS = frozenset({"money", "count", "measure"})
_MOST_BESIDES = 4
_REACH = 5
_FAR = 3
_YEAR: dict[str, int | None] = {"day": None, "week": 52, "month": 12, "quarter": 4, "year": 1}
_WEEK: dict[str, int | None] = {"day": 7, "week": 1}


class Instalments(Relation, frozen=True, eq=False, kw_only=True):
    """``times`` payments, and what is paid ``besides``, make up ``total``."""

    payment: Figure
    times: Interval
    besides: tuple[Figure, ...]
    total: Figure

    def computed(self, loose: bool = False) -> Interval:
        """All payments together."""
        reading = rounded if loose else printed
        return plus([reading(self.payment).times(self.times), *(reading(figure) for figure in self.besides)])

    def verdict(self) -> Verdict:
        soft = self.payment.soft or self.total.soft or any(figure.soft for figure in self.besides)
        return judge(printed(self.total), self.computed(), rounded(self.total), self.computed(True), soft)

    def exact(self) -> Fraction | None:
        """What the printed values come to."""
        values = [figure.value for figure in self.besides]
        if self.payment.value is None or self.times.low is None or None in values:
            return None
        return self.payment.value * self.times.low + sum(value for value in values if value is not None)


class Paid(msgspec.Struct, frozen=True, eq=False):
    """A payment, how many times it is made, and the figures that say so."""

    payment: Figure
    position: int
    times: Interval
    said: tuple[Figure, ...]
    known: bool
    """Whether the number of times is printed, not taken from the calendar."""


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of data/instalments.toml."""
    return frozenset(table("instalments.toml")[key])


def find(bound: Bound) -> Iterator[Instalments]:
    """Every sum of payments that a sentence gives, with the sum beside it or in the sentence before."""
    for line in bound.lines:
        if line.block.cell is not None:
            continue
        paid = [*_pieces(line), *_timed(line)]
        if not paid:
            continue
        found = [one for each in paid for one in _candidates(bound, line, each)]
        held = [one for one in found if one.verdict() <= Verdict.LOOSE]
        if held:
            yield held[0]
            continue
        likely = [one for one in found if one.certainty is not Certainty.WEAK and _plausible(one)]
        if any(token.tags & {"conditional", "average"} for token in line.tokens):
            continue
        if likely:
            yield max(likely, key=lambda one: (bool(slipped(one.total, one.exact() or Fraction(0))), len(one.besides)))


def _usable(figure: Figure) -> bool:
    return figure.kind in _KINDS and has_value(figure) and not figure.is_range and positive(figure)


def _pieces(line: Line) -> Iterator[Paid]:
    """``48 payments of £299``, ``five equal annual instalments of $25 million``, ``60 monthly instalments of 1,000 yuan``."""
    tokens = line.tokens
    for at, payment in line.figures():
        if not _usable(payment) or at < 2 or tokens[at - 1].word != "of":
            continue
        for place in range(at - 2, max(-1, at - 2 - _REACH), -1):
            figure = tokens[place].figure
            number = _number(line, place)
            noun = (figure.noun or "").lower().split()[-1:] if figure is not None else []
            named = noun[:1] and noun[0] in words_of("pieces")
            if number is not None and (named or tokens[at - 2].word in words_of("pieces")):
                said = (payment, figure) if figure is not None else (payment,)
                yield Paid(payment, at, Interval.point(number), said, True)
            if number is not None or figure is not None:
                break
    yield from _for_each(line)


def _number(line: Line, at: int) -> Fraction | None:
    """The whole number at a place, a figure or not: ``60`` in ``60 monthly instalments``."""
    token = line.tokens[at]
    if token.figure is not None:
        value = token.figure.value if token.figure.kind == "count" else None
        return value if value is not None and value.denominator == 1 else None
    if token.word.isdecimal():
        return Fraction(int(token.word))
    ones = vocabulary().ones
    return Fraction(ones[token.word]) if token.word in ones else None


def _for_each(line: Line) -> Iterator[Paid]:
    """``20,000 yuan for each of up to 500,000 cars``."""
    tokens = line.tokens
    if not any(token.word in ("each", "for each") for token in tokens):
        return
    for at, payment in line.figures():
        behind = " ".join(token.word for token in tokens[at + 1 : at + 4]).split()
        if not _usable(payment) or behind[:3] not in (
            ["for", "each", "of"],
            ["on", "each", "of"],
            ["to", "each", "of"],
        ):
            continue
        number = next((token.figure for token in tokens[at + 2 : at + 6] if token.figure is not None), None)
        if number is not None and number.kind == "count" and number.value is not None:
            yield Paid(payment, at, Interval.point(number.value), (payment, number), True)


def _timed(line: Line) -> Iterator[Paid]:
    """``£299 a month for 48 months``; the lengths of time that the sentence gives, or that the sum is for."""
    for at, payment in line.figures():
        if payment.kind not in _KINDS or not timed(line, at):
            continue
        per = denominator(line, at) if _usable(payment) else None
        if per is None or per.noun not in words_of("times"):
            continue
        for place, figure in line.figures():
            length = length_in(figure, per.noun) if figure is not payment else None
            if length is not None and place != at:
                yield Paid(payment, at, length, (payment, figure), True)
        for noun in ("week", "year"):
            number = (_WEEK if noun == "week" else _YEAR).get(per.noun)
            if number is not None and number > 1:
                yield Paid(payment, at, Interval.point(Fraction(number)), (payment,), False)


def _candidates(bound: Bound, line: Line, paid: Paid) -> Iterator[Instalments]:
    """The sums that payments may come to, with and without what is paid besides."""
    own = [(at, figure) for at, figure in line.figures() if _usable(figure) and figure not in paid.said]
    for at, total in own:
        if not _sums(paid.payment, total) or _paid_apart(line, at):
            continue
        certainty = _certainty(line, paid, at, total)
        if certainty is None:
            continue
        besides = [figure for place, figure in own if place != at and _besides(line, place, figure, total)]
        yield from _with_besides(line, paid, total, besides, certainty)
    for before in lines_before(bound, line, 1):
        for at, total in before.figures():
            if paid.known and _usable(total) and _sums(paid.payment, total) and _priced(bound, total):
                besides = [figure for place, figure in own if _besides(line, place, figure, total)]
                others = [
                    figure
                    for place, figure in before.figures()
                    if place != at and _besides(before, place, figure, total)
                ]
                strong = Certainty.STRONG if _free(bound, line, before) else Certainty.WEAK
                yield from _with_besides(line, paid, total, [*besides, *others], strong)


def _with_besides(
    line: Line, paid: Paid, total: Figure, besides: list[Figure], certainty: Certainty
) -> Iterator[Instalments]:
    for number in range(len(besides[:_MOST_BESIDES]), -1, -1):
        for chosen in combinations(besides[:_MOST_BESIDES], number):
            yield Instalments(
                figures=(total, *paid.said, *chosen),
                payment=paid.payment,
                times=paid.times,
                besides=chosen,
                total=total,
                certainty=certainty if number == len(besides[:_MOST_BESIDES]) else Certainty.WEAK,
                quoted=line.quoted(total),
            )


def _sums(payment: Figure, total: Figure) -> bool:
    """Whether a figure can be a sum of payments: of the same things, in their unit but for the time."""
    own = (payment.unit or "").partition("/")
    other = (total.unit or "").partition("/")
    if payment.kind != total.kind or own[0] != other[0] or (total.value or 0) <= (payment.value or 0):
        return False
    return payment.noun is None or total.noun is None or payment.noun.split()[-1] == total.noun.split()[-1]


def _certainty(line: Line, paid: Paid, at: int, total: Figure) -> Certainty | None:
    """How sure it is that a figure is the sum: its words say so; one that stands before the payments may be."""
    tokens = line.tokens
    span = _span(line, at, total)
    per = denominator(line, paid.position)
    if not paid.known:
        calendar = _WEEK if span == "week" else _YEAR if span == "year" else {}
        number = calendar.get(per.noun) if per is not None else None
        if number is None or not paid.times.contains(number) or at < paid.position:
            return None
    before = " ".join(token.word for token in tokens[max(0, at - 2) : at])
    behind = " ".join(token.word for token in tokens[at + 1 : at + 4])
    said = any(f" {before}".endswith(f" {phrase}") for phrase in words_of("before"))
    said = said or any(f"{behind} ".startswith(f"{phrase} ") for phrase in words_of("behind"))
    if at > paid.position:
        if _qualified(line, paid.position, at):
            return Certainty.WEAK
        exact = (paid.payment.value or Fraction(0)) * (paid.times.low or 0)
        equal = any(f" {before}".endswith(f" {phrase}") for phrase in words_of("equating"))
        of_its_time = span is not None and (equal or bool(slipped(total, exact)))
        return Certainty.STRONG if (paid.known and said) or of_its_time else Certainty.WEAK
    piecewise = paid.known and tokens[paid.position - 1].word == "of"
    growing = any(token.word in words_of("growing") for token in tokens)
    short = (paid.payment.value or 0) * (paid.times.high or 0) < (total.value or 0)
    return Certainty.STRONG if (piecewise and (short or not growing)) or _is_free(line) else Certainty.WEAK


def _qualified(line: Line, payment: int, total: int) -> bool:
    """Whether something that has no figure is added: ``and a bonus``, ``rising later``, ``with the options``."""
    tokens = line.tokens
    between, behind = tokens[payment + 1 : total], tokens[total + 1 : total + 6]
    added = any(
        token.word == "and" and not any(one.figure is not None for one in tokens[payment + 1 + at : total])
        for at, token in enumerate(between)
        if at + 1 != len(between)
    )
    return added or any(token.word in words_of("qualifying") for token in (*between, *behind))


def _span(line: Line, at: int, total: Figure) -> str | None:
    """The stretch of time that a sum is for: ``8,736 yuan a year``, ``8,160 yuan for a year``."""
    unit = (total.unit or "").partition("/")[2]
    if unit in words_of("times"):
        return unit
    words = [word for token in line.tokens[at + 1 : at + 4] for word in token.word.split()]
    if words[:1] in (["for"], ["in"], ["over"]):
        words = words[1:]
    return words[1] if len(words) > 1 and words[0] in words_of("spans") and words[1] in words_of("times") else None


def _besides(line: Line, at: int, figure: Figure, total: Figure) -> bool:
    """Whether a figure is what is paid apart from the instalments: a deposit, a final payment."""
    if not _usable(figure) or figure.unit != total.unit or figure.kind != total.kind or figure is total:
        return False
    return _paid_apart(line, at)


def _paid_apart(line: Line, at: int) -> bool:
    """Whether the words at a figure say that it is a deposit, or a last payment."""
    before = takewhile(_goes_on, reversed(line.tokens[max(0, at - 4) : at]))
    behind = takewhile(_goes_on, line.tokens[at + 1 : at + 4])
    return any(word in words_of("apart") for token in (*before, *behind) for word in token.word.split())


def _goes_on(token: Token) -> bool:
    return token.figure is None and token.word not in (",", ":", ";", "and")


def _priced(bound: Bound, total: Figure) -> bool:
    claim = bound.claim(total)
    return claim is not None and claim.measure == "price"


def _is_free(line: Line) -> bool:
    said = " ".join(token.word for token in line.tokens)
    return any(phrase in said for phrase in words_of("free"))


def _free(bound: Bound, *lines: Line) -> bool:
    """Whether the text says that no interest is added."""
    return any(_is_free(line) for line in lines)


def _plausible(found: Instalments) -> bool:
    """Whether a sum is near enough to be meant, or off by a power of ten."""
    exact, stated = found.exact(), found.total.value
    if not exact or not stated:
        return False
    quotient = stated / exact
    return Fraction(1, _FAR) < quotient < _FAR or bool(slipped(found.total, exact))
