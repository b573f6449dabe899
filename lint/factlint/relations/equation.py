"""Sums that are written out: ``24 × $299 = $7,176``, ``1,200 + 350 = 1,550``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.patterns import compiled
from factlint.relations.around import has_value
from factlint.relations.nearby import printed, rounded
from factlint.relations.relation import Certainty, Relation, Verdict, judge

_SIGN = compiled(r"\s?([×x*+÷/−–-]|times|plus|minus|divided by)\s?")
_EQUALS = compiled(r"\s?(?:=|≈|equals|comes to|makes|gives)\s?")
_TIMES, _OVER = frozenset({"×", "x", "*", "times"}), frozenset({"÷", "/", "divided by"})
_PLUS = frozenset({"+", "plus"})
_SIGNS = frozenset("=≈")
_HUNDRED = 100
_LONGEST = 12


class Equation(Relation, frozen=True, eq=False, kw_only=True):
    """``terms``, joined by ``signs`` (×, ÷, +, −), are said to make ``result``."""

    terms: tuple[Figure, ...]
    signs: tuple[str, ...]
    result: Figure

    def computed(self, loose: bool = False) -> Interval:
        """What the terms make, multiplied and divided first. In a calculation whole numbers are meant as printed."""
        reading = rounded if loose else printed
        values = [
            _plain(term, Interval.point(term.value) if term.value is not None and term.step == 1 else reading(term))
            for term in self.terms
        ]
        return _worked_out(values, self.signs)

    def verdict(self) -> Verdict:
        soft = self.result.soft or any(term.soft for term in self.terms)
        return judge(printed(self.result), self.computed(), rounded(self.result), self.computed(True), soft)

    def exact(self) -> Fraction | None:
        """What the printed values make."""
        values = [_plain(term, Interval.point(term.value)) for term in self.terms if term.value is not None]
        return _worked_out(values, self.signs).low if len(values) == len(self.terms) else None

    def told(self) -> str:
        """The left side, as printed."""
        parts = [self.terms[0].quote]
        for sign, term in zip(self.signs, self.terms[1:], strict=True):
            parts += [sign, term.quote]
        return " ".join(parts)


def _plain(term: Figure, interval: Interval) -> Interval:
    """The values of a term; a percentage is a hundredth of its number."""
    return interval.scaled(Fraction(1, _HUNDRED)) if term.kind == "percent" else interval


def _worked_out(values: Sequence[Interval], signs: Sequence[str]) -> Interval:
    sums = [values[0]]
    for sign, value in zip(signs, values[1:], strict=True):
        if sign == "×":
            sums[-1] = sums[-1].times(value)
        elif sign == "÷":
            sums[-1] = sums[-1].over(value)
        else:
            sums.append(value if sign == "+" else -value)
    total = sums[0]
    for value in sums[1:]:
        total = total + value
    return total


def find(bound: Bound) -> Iterator[Equation]:
    """Every calculation of a sentence with the sign of equality, and every product or sum that "comes to" something."""
    text = bound.article.text
    for line in bound.lines:
        terms: list[Figure] = []
        signs: list[str] = []
        for _, figure in line.figures():
            if not _usable(figure):
                terms, signs = [], []
                continue
            gap = text[terms[-1].end : figure.start] if terms else ""
            sign = _SIGN.fullmatch(gap)
            if terms and sign is not None and len(terms) < _LONGEST:
                signs.append(_named(sign[1]))
                terms.append(figure)
                continue
            if signs and _EQUALS.fullmatch(gap) and _meant(signs, gap) and _of_one_unit(terms, signs, figure):
                yield Equation(
                    figures=(figure, *terms),
                    terms=tuple(terms),
                    signs=tuple(signs),
                    result=figure,
                    certainty=Certainty.KNOWN,
                    quoted=line.quoted(figure),
                )
            terms, signs = [figure], []


def _usable(figure: Figure) -> bool:
    return (
        figure.kind in ("count", "money", "measure", "percent", "duration")
        and has_value(figure)
        and not figure.is_range
        and figure.value is not None
        and figure.value > 0
    )


def _meant(signs: Sequence[str], gap: str) -> bool:
    """Whether a calculation is meant: a dash is a minus only before a sign of equality."""
    return gap.strip() in _SIGNS or "−" not in signs


def _of_one_unit(terms: Sequence[Figure], signs: Sequence[str], result: Figure) -> bool:
    """Whether a calculation stays in one unit: from amperes to kilowatts more is needed than is printed."""
    units = {term.unit for term in terms if term.kind in _UNITED}
    if result.kind in _UNITED:
        return units <= {result.unit}
    return not units or (len(units) == 1 and list(signs) == ["÷"] and all(term.kind in _UNITED for term in terms))


_UNITED = frozenset({"money", "measure"})


def _named(sign: str) -> str:
    if sign in _TIMES:
        return "×"
    if sign in _OVER:
        return "÷"
    return "+" if sign in _PLUS else "−"
