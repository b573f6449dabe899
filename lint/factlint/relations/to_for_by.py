"""``to`` written for ``by``, or the reverse: a change that fits only if the figure behind the verb plays the other part."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import alike, has_value
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest

HUNDRED = 100


class ToForBy(Relation, frozen=True, eq=False, kw_only=True):
    """``figure`` stands behind ``word`` (to, by), but ``percent`` and ``base`` make it play the other part."""

    confirms = False
    figure: Figure
    base: Figure
    percent: Figure
    word: str

    def verdict(self) -> Verdict:
        return Verdict.BROKEN

    @property
    def other(self) -> str:
        """The word that would make it true."""
        return "by" if self.word == "to" else "to"


def find(bound: Bound) -> Iterator[ToForBy]:
    """``rose by 98,310 units from 91,940, or 6.9 percent``: in one sentence with a base and a percentage."""
    for line in bound.lines:
        percents = [f for at, f in line.figures() if f.kind == "percent" and _changes(bound, f)]
        if len(percents) != 1:
            continue
        for at, figure in line.figures():
            word = line.tokens[at - 1].word if at else ""
            if word not in ("to", "by") or figure.kind not in ("count", "money") or not _usable(figure):
                continue
            for base in _bases(bound, line, figure):
                if _misplaced(word, figure, base, percents[0], _direction(bound, percents[0])):
                    yield ToForBy(
                        figures=(figure, base, percents[0]),
                        figure=figure,
                        base=base,
                        percent=percents[0],
                        word=word,
                        certainty=Certainty.KNOWN,
                        quoted=line.quoted(figure),
                    )


def _changes(bound: Bound, figure: Figure) -> bool:
    claim = bound.claim(figure)
    return claim is not None and claim.role == "change" and _usable(figure)


def _direction(bound: Bound, figure: Figure) -> int:
    claim = bound.claim(figure)
    return claim.direction if claim is not None else 0


def _usable(figure: Figure) -> bool:
    return has_value(figure) and not figure.is_range and not figure.soft and figure.value is not None


def _bases(bound: Bound, line: Line, figure: Figure) -> Iterator[Figure]:
    for _, base in line.figures():
        claim = bound.claim(base)
        if base is not figure and claim is not None and claim.role == "base" and alike(base, figure) and _usable(base):
            yield base


def _misplaced(word: str, figure: Figure, base: Figure, percent: Figure, direction: int) -> bool:
    """Whether the percentage fits the figure only as level behind ``by``, or only as amount behind ``to``."""
    stated = tightest(percent)
    level = widest(figure).over(widest(base)).scaled(HUNDRED).shifted(-HUNDRED)
    as_level = (level if direction >= 0 else -level).overlaps(stated)
    as_amount = _exact(figure).over(_exact(base)).scaled(HUNDRED).overlaps(stated)
    return (as_level and not as_amount) if word == "by" else (as_amount and not as_level)


def _exact(figure: Figure) -> Interval:
    return tightest(figure)
