"""Ranges and their members: a price, rate or specification that the text places in a range it gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import has_value
from factlint.relations.cues import cue
from factlint.relations.one_of_the_set import counted_among
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest
from factlint.relations.set_bounds import members_of_sets
from factlint.relations.version_bounds import members

_REACH = 40
"""Sentences after a range in which its members are looked for."""
_NEAR = Fraction(3, 2)
"""A figure that lies more than this factor outside a range is not meant to lie in it."""
_OTHER = frozenset({"discount", "dividend", "investment", "cash", "revenue", "profit", "loss", "expenses"})


class Bounds(Relation, frozen=True, eq=False, kw_only=True):
    """``member`` is one of the set whose values the text puts between ``low`` and ``high``.

    A range printed as one figure is both.
    """

    low: Figure
    high: Figure
    member: Figure

    def _range(self, loose: bool) -> Interval:
        reading = widest if loose else tightest
        if self.low is self.high:
            return reading(self.low)
        return Interval(reading(self.low).low, reading(self.high).high)

    def verdict(self) -> Verdict:
        if tightest(self.member).overlaps(self._range(False)):
            return Verdict.HOLDS
        if widest(self.member).overlaps(self._range(True)):
            return Verdict.LOOSE
        return Verdict.DOUBTFUL if self.member.soft or self.low.soft or self.high.soft else Verdict.BROKEN


def find(bound: Bound) -> Iterator[Bounds]:
    """Prices after a price range of the same story, said of the same subject or of its trims; and the extremes of
    any other set whose values a range holds ("The weakest van was at 84%").
    """
    yield from _extremes(bound)
    yield from _flows(bound)
    seen: set[int] = set()
    for whole, figure, quoted in (*members(bound), *members_of_sets(bound), *counted_among(bound)):
        if figure.start in seen:
            continue
        seen.add(figure.start)
        yield Bounds(
            figures=(figure, whole), low=whole, high=whole, member=figure, certainty=Certainty.STRONG, quoted=quoted
        )
    listed = frozenset(
        entry.figure.start
        for table in bound.lists
        for row in table.rows
        for entry in row
        if entry is not None and entry.figure is not None
    )
    for claim in bound.claims:
        if claim.figure.kind != "money" or claim.measure != "price" or _opinion(bound.line(claim)):
            continue
        ends = _ends(bound, claim)
        if ends is None:
            continue
        low, high = ends
        if low.low is not None and high.high is not None and low.low > high.high:
            continue
        for member in _members(bound, claim, low, high, listed):
            yield Bounds(
                figures=(member.figure, low) if low is high else (member.figure, low, high),
                low=low,
                high=high,
                member=member.figure,
                certainty=Certainty.STRONG,
                quoted=member.quoted,
            )


def _extremes(bound: Bound) -> Iterator[Bounds]:
    for claim in bound.claims:
        whole = claim.figure
        if (
            not whole.is_range
            or whole.kind not in ("percent", "measure", "count", "duration", "money")
            or not has_value(whole)
        ):
            continue
        line = bound.line(claim)
        if line.block.cell is not None:
            continue
        for following in (bound.line_of.get(line.sentence.index + step) for step in (1, 2)):
            if following is None or following.block is not line.block:
                continue
            member = _extreme(bound, following, whole)
            if member is not None:
                yield Bounds(
                    figures=(member, whole),
                    low=whole,
                    high=whole,
                    member=member,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(whole),
                )


def _flows(bound: Bound) -> Iterator[Bounds]:
    """A month of a flow whose monthly values a range holds: ``monthly exports ranged from A to B. In February, C``."""
    for at, claim in enumerate(bound.claims):
        whole = claim.figure
        if (
            not whole.is_range
            or whole.kind != "count"
            or "monthly" not in claim.scope
            or "measure" not in claim.explicit
        ):
            continue
        for other in bound.claims[at + 1 : at + 3]:
            same = other.story == claim.story and other.measure == claim.measure and "measure" in other.explicit
            month = other.period is not None and other.period.grain == "month" and "period" in other.explicit
            if (
                same
                and month
                and other.sentence - claim.sentence == 1
                and other.role == "level"
                and has_value(other.figure)
            ):
                yield Bounds(
                    figures=(other.figure, whole),
                    low=whole,
                    high=whole,
                    member=other.figure,
                    certainty=Certainty.STRONG,
                    quoted=other.quoted,
                )


def _extreme(bound: Bound, line: Line, whole: Figure) -> Figure | None:
    """The figure that a sentence gives for the weakest, the highest, the cheapest of what a range was given for."""
    for position, figure in line.figures():
        if figure.kind != whole.kind or figure.unit != whole.unit or figure.is_range or not has_value(figure):
            continue
        claim = bound.claim(figure)
        if any(other.relative is not None for _, other in line.figures()):
            return None
        opening = line.tokens[: min(position, 4)]
        summed = any("total" in token.tags for token in line.tokens[:position])
        if figure.kind == "money" and not _near(figure, whole):
            return None
        if claim is not None and claim.role == "level" and not summed and any("extreme" in t.tags for t in opening):
            return figure
        return None
    return None


def _near(figure: Figure, whole: Figure) -> bool:
    """Whether an amount of money is of the size of a range."""
    value, low, high = figure.value, whole.low, whole.high
    return value is not None and low is not None and high is not None and low / _NEAR < value < high * _NEAR


def _opinion(line: Line) -> bool:
    """Whether a range is what somebody thinks: ``three of the analysts see the price between …, two at …``."""
    return any(token.word in _THINKERS or token.tags & {"forecast"} for token in line.tokens)


_THINKERS = frozenset(
    {"analysts", "analyst", "economists", "bank", "brokers", "experts", "traders", "see", "think", "bet"}
)


def _ends(bound: Bound, claim: Claim) -> tuple[Figure, Figure] | None:
    """A printed range, or two prices said as its ends: ``starts at 99,800 yuan and ends at 139,800 yuan``."""
    if claim.figure.is_range:
        return claim.figure, claim.figure
    line = bound.line(claim)
    at = next(position for position, figure in line.figures() if figure is claim.figure)
    if claim.figure.hedge != "from" and not any(token.word in _STARTS for token in line.tokens[max(0, at - 5) : at]):
        return None
    for position, figure in line.figures():
        if position <= at or figure.kind != "money":
            continue
        between = line.tokens[at + 1 : position]
        tops = any(token.word in _ENDS for token in between)
        rising = figure.value is not None and claim.figure.value is not None and figure.value > claim.figure.value
        return (claim.figure, figure) if tops and rising and figure.unit == claim.figure.unit else None
    return None


_STARTS = frozenset({"starts", "start", "starts at", "starting at", "begins", "begin", "opens", "opens at", "starting"})
_ENDS = frozenset({"ends", "end", "ending", "tops", "rises", "climbs", "goes", "stops", "finishes", "topping"})


def _members(bound: Bound, whole: Claim, low: Figure, high: Figure, listed: frozenset[int]) -> Iterator[Claim]:
    for other in bound.claims:
        if other.story != whole.story or not 0 <= other.sentence - whole.sentence <= _REACH:
            continue
        if other.figure.start < high.end or not _comparable(whole, other, low, high):
            continue
        line = bound.line(other)
        if other.figure.start in listed or _unlike_member(line, other.figure):
            continue
        if other.sentence - whole.sentence <= 2 or _takes_up_list(line):
            yield other


def _comparable(whole: Claim, other: Claim, low: Figure, high: Figure) -> bool:
    figure = other.figure
    bottom, top = low.low, high.high
    return (
        figure.kind == "money"
        and figure.unit == whole.figure.unit
        and not figure.is_range
        and figure.hedge != "from"
        and has_value(figure)
        and figure.value is not None
        and other.role == "level"
        and other.measure not in _OTHER
        and (other.subject == whole.subject or _trim(other))
        and bottom is not None
        and top is not None
        and bottom / _NEAR < figure.value < top * _NEAR
    )


def _trim(claim: Claim) -> bool:
    """Whether a price is said of what has no name of its own: ``the Long-Range edition 185,900 yuan``."""
    return claim.subject is not None and claim.subject.split()[0] == "the"


def _takes_up_list(line: Line) -> bool:
    """Whether a later sentence speaks of the list again: ``stands in the list at``, ``carries an MSRP of``."""
    return any(token.word in ("list", "msrp", "sticker", "price", "priced") for token in line.tokens)


def _unlike_member(line: Line, figure: Figure) -> bool:
    """Whether the words beside a price say that it is no price of the list: a fee, an option, the old price."""
    position = next(at for at, token in enumerate(line.tokens) if token.figure is figure)
    segment = line.tokens[position].segment
    if position and line.tokens[position - 1].word in ("from", "to"):
        return True
    if any(
        token.word in ("above", "below", "beyond", "outside", "rival", "rivals", "competitor") for token in line.tokens
    ):
        return True
    unlike = cue("no_members")
    return any(token.word in unlike and token.segment == segment for token in line.tokens)
