"""Ranges and their members: a price, rate or specification that the text places in a range it gives."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import has_value
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest

_REACH = 12
"""Sentences after a range in which its members are looked for."""
_NEAR = 2
"""A figure that lies more than this factor outside a range is not meant to lie in it."""
_OTHER = frozenset({"discount", "dividend", "investment", "cash", "revenue", "profit", "loss", "expenses"})
_NO_MEMBER = frozenset(
    {
        "deposit", "fee", "fees", "destination", "delivery", "option", "options", "extra", "package", "pack", "add",
        "adds", "adding", "costs", "cost", "subsidy", "month", "monthly", "lease", "insurance", "used", "rival",
        "previous", "predecessor", "outgoing", "was", "had", "than", "off", "saving", "savings", "credit", "battery",
    }
)  # fmt: skip


class Bounds(Relation, frozen=True, eq=False, kw_only=True):
    """``member`` is one of the set whose values the text puts between the ends of ``whole``."""

    whole: Figure
    member: Figure

    def _range(self, loose: bool) -> Interval:
        return (widest if loose else tightest)(self.whole)

    def verdict(self) -> Verdict:
        if tightest(self.member).overlaps(self._range(False)):
            return Verdict.HOLDS
        if widest(self.member).overlaps(self._range(True)):
            return Verdict.LOOSE
        return Verdict.DOUBTFUL if self.member.soft or self.whole.soft else Verdict.BROKEN


def find(bound: Bound) -> Iterator[Bounds]:
    """Prices after a price range of the same story, said of the same subject or of its trims."""
    for claim in bound.claims:
        if claim.figure.is_range and claim.measure == "price" and claim.figure.kind == "money":
            for member in _members(bound, claim):
                yield Bounds(
                    figures=(member.figure, claim.figure),
                    whole=claim.figure,
                    member=member.figure,
                    certainty=Certainty.STRONG,
                    quoted=member.quoted,
                )


def _members(bound: Bound, whole: Claim) -> Iterator[Claim]:
    for other in bound.claims:
        if other.story != whole.story or not 0 <= other.sentence - whole.sentence <= _REACH:
            continue
        if other.figure.start < whole.figure.end or not _comparable(whole, other):
            continue
        line = bound.line(other)
        if _unlike_member(line, other.figure):
            continue
        if other.sentence - whole.sentence <= 2 or _takes_up_list(line):
            yield other


def _comparable(whole: Claim, other: Claim) -> bool:
    figure = other.figure
    low, high = whole.figure.low, whole.figure.high
    return (
        figure.kind == "money"
        and figure.unit == whole.figure.unit
        and not figure.is_range
        and has_value(figure)
        and figure.value is not None
        and other.role == "level"
        and other.measure not in _OTHER
        and other.subject == whole.subject
        and low is not None
        and high is not None
        and low / _NEAR < figure.value < high * _NEAR
    )


def _takes_up_list(line: Line) -> bool:
    """Whether a later sentence speaks of the list again: ``stands in the list at``, ``carries an MSRP of``."""
    return any(token.word in ("list", "msrp", "sticker", "price", "priced") for token in line.tokens)


def _unlike_member(line: Line, figure: Figure) -> bool:
    """Whether the words beside a price say that it is no price of the list: a fee, an option, the old price."""
    position = next(at for at, token in enumerate(line.tokens) if token.figure is figure)
    segment = line.tokens[position].segment
    if position and line.tokens[position - 1].word in ("from", "to"):
        return True
    return any(token.word in _NO_MEMBER and token.segment == segment for token in line.tokens)
