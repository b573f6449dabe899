"""Shares: a part, a whole and the percentage that the one is of the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factlint.claims.bind import Bound
from factlint.claims.lexicon import measures_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import LEVELS, alike, comparable, counts_few, has_value, previous_line, yearly
from factlint.relations.earlier import earlier
from factlint.relations.meant import product_slipped
from factlint.relations.parts import parts_of
from factlint.relations.printed_whole import OF, printed_whole
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest
from factlint.relations.share_of_passage import meant, part_and_wholes
from factlint.relations.share_of_total import of_named_total
from factlint.relations.slipped import slipped
from factlint.relations.wholes import wholes_of

HUNDRED = 100


class Share(Relation, frozen=True, eq=False, kw_only=True):
    """``rate`` (percent or ratio) is said to be what ``part`` is of ``whole``."""

    rate: Figure
    part: Figure
    whole: Figure

    def computed(self, loose: bool = False) -> Interval:
        """The share that the figures give: 100 part / whole, or part / whole for a ratio."""
        reading = widest if loose else tightest
        quotient = reading(self.part).over(reading(self.whole))
        return quotient.scaled(HUNDRED) if self.rate.kind == "percent" else quotient

    def verdict(self) -> Verdict:
        soft = self.rate.soft or self.part.soft or self.whole.soft
        return judge(tightest(self.rate), self.computed(), widest(self.rate), self.computed(True), soft)

    def exact(self) -> Fraction | None:
        """The share in percent that the printed values give."""
        if self.part.value is None or not self.whole.value:
            return None
        return self.part.value / self.whole.value * HUNDRED


def find(bound: Bound) -> Iterator[Share]:
    """Every share whose part and whole are printed in its sentence or elsewhere in the story.

    All parts and wholes that the words admit are tried; a share that none of them gives is held against the one
    that the words name most strictly, where there is such a one.
    """
    told: list[Told] = []
    for line in bound.lines:
        for position, rate in line.figures():
            claim = bound.claim(rate)
            if rate.kind not in ("percent", "ratio") or claim is None or claim.role != "share":
                continue
            if (
                not has_value(rate)
                or rate.is_range
                or _aside(line, position)
                or yearly(line, position)
                or _of_their_own(line, position)
            ):
                continue
            candidates = []
            beside: Figure | None = None
            whole = printed_whole(line, position)
            for part in parts_of(bound, line, position, whole):
                if _of_another_time(bound, line, position, part.figure):
                    continue
                if beside is None and whole is None and part.certainty is Certainty.KNOWN:
                    beside = part.figure
                for other in wholes_of(bound, claim, line, position, part, whole):
                    sure = min(part.certainty, other.certainty)
                    if _of_one_size(rate, part.figure, other.figure, sure):
                        candidates.append(_share(line, rate, part.figure, other.figure, sure))
            chosen = _chosen(candidates) or _told_before(bound, line, position, rate)
            chosen = chosen or _of_passage(bound, line, position, rate)
            chosen = chosen or _of_named_total(bound, line, position, rate)
            told.append(Told(line, rate, beside, chosen))
    for at, one in enumerate(told):
        found = one.share or _of_the_same(told, at)
        if found is not None and not _of_one_other_whole(told, one, found):
            yield found


class Told(NamedTuple):
    """A share as the text tells it: the level beside the rate, and the relation, where it was found."""

    line: Line
    rate: Figure
    beside: Figure | None
    share: Share | None


def _of_the_same(told: list[Told], at: int) -> Share | None:
    """A share among others that all are of one whole: ``Tesla 6,215 (31.2%), Volkswagen 2,198 (11.0%), Volvo …``."""
    line, rate, part, _ = told[at]
    around = [one.share for one in (*told[max(0, at - _AROUND) : at], *told[at + 1 : at + 1 + _AROUND])]
    near = [share for share in around if share is not None and abs(share.rate.start - rate.start) < _NEAR]
    wholes = {share.whole.start for share in near if share.verdict() <= Verdict.LOOSE}
    if part is None or len(wholes) != 1 or sum(share.verdict() <= Verdict.LOOSE for share in near) < _SEVERAL:
        return None
    whole = near[0].whole
    if whole.start == part.start or not alike(part, whole) or not _of_one_size(rate, part, whole, Certainty.STRONG):
        return None
    if any(_of_another_whole(one, rate, whole) for one in told):
        return None
    return _share(line, rate, part, whole, Certainty.STRONG)


def _of_one_other_whole(told: list[Told], own: Told, share: Share) -> bool:
    """Whether another share misses the same whole by the same factor: both are of a whole that is not printed."""
    exact = share.exact()
    if share.certainty is Certainty.KNOWN or share.verdict() <= Verdict.LOOSE or not exact or not share.rate.value:
        return False
    factor = share.rate.value / exact
    for one in told:
        part = one.share.part if one.share is not None else one.beside
        if one is own or part is None or one.rate.kind != share.rate.kind or not alike(part, share.whole):
            continue
        other = _share(one.line, one.rate, part, share.whole, Certainty.STRONG)
        value, stated = other.exact(), one.rate.value
        if not value or not stated or other.verdict() <= Verdict.LOOSE:
            continue
        if abs(stated / value / factor - 1) < _SAME_FACTOR:
            return True
    return False


_SAME_FACTOR = Fraction(1, 200)


def _of_another_whole(one: Told, rate: Figure, whole: Figure) -> bool:
    """Whether a share nearby misses the whole as well: several that do are shares of something else."""
    if one.rate is rate or one.beside is None or abs(one.rate.start - rate.start) >= 2 * _NEAR:
        return False
    if one.beside.start == whole.start or not alike(one.beside, whole) or not whole.value:
        return False
    return _share(one.line, one.rate, one.beside, whole, Certainty.STRONG).verdict() > Verdict.LOOSE


_AROUND, _NEAR, _SEVERAL = 3, 600, 2


def _share(line: Line, rate: Figure, part: Figure, whole: Figure, certainty: Certainty) -> Share:
    return Share(
        figures=(rate, part, whole),
        rate=rate,
        part=part,
        whole=whole,
        certainty=certainty,
        quoted=line.quoted(rate),
    )


def _of_passage(bound: Bound, line: Line, position: int, rate: Figure) -> Share | None:
    """A share that the one part before it and the one whole of its passage give; with more wholes, only a slip tells."""
    claim = bound.claim(rate)
    if claim is None or claim.basis is not None or earlier(line, position):
        return None
    found = [
        Share(
            figures=(rate, part, whole),
            rate=rate,
            part=part,
            whole=whole,
            certainty=Certainty.STRONG,
            quoted=line.quoted(rate),
        )
        for part, whole in part_and_wholes(bound, line, position)
    ]
    for candidate in found:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate if len(found) == 1 or _sharp(rate) else None
    if len(found) == 1:
        return found[0] if meant(rate, found[0].part, found[0].whole) else None
    slips = [one for one in found if _sharp(rate) and slipped(rate, one.exact() or Fraction(0))]
    return slips[0] if len(slips) == 1 and len(found) <= _READINGS else None


_READINGS = 3


def _of_named_total(bound: Bound, line: Line, position: int, rate: Figure) -> Share | None:
    """A share of a total in words that a level of the story gives, or gives but for one slip."""
    claim = bound.claim(rate)
    if claim is None or claim.basis is not None or not _sharp(rate):
        return None
    pairs = of_named_total(bound, line, position)
    found = [_share(line, rate, part, whole, Certainty.STRONG) for part, whole in pairs]
    for candidate in found:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    slips = [one for one in found if slipped(rate, one.exact() or Fraction(0))]
    return slips[0] if len(slips) == 1 else None


def _of_another_time(bound: Bound, line: Line, position: int, part: Figure) -> bool:
    """Whether a rate is said of another time than a part of another sentence: ``The share was 88.9% a year before``."""
    rate = line.tokens[position].figure
    claim = bound.claim(rate) if rate is not None else None
    own = bound.claim(part)
    if claim is None or own is None or own.sentence == claim.sentence:
        return False
    named = "period" in claim.explicit and not claim.same_time(own)
    return named or claim.basis is not None or earlier(line, position)


def _of_one_size(rate: Figure, part: Figure, whole: Figure, certainty: Certainty) -> bool:
    """Whether a part may be meant by a rate: not where a scale is missing (``2.4 of 3.0 billion``).

    Where the words leave no doubt which figures are meant, one of them may have slipped by more.
    """
    if rate.value is None or part.value is None or not whole.value:
        return True
    stated = rate.value / HUNDRED if rate.kind == "percent" else rate.value
    if comparable(stated, part.value / whole.value):
        return True
    scale = Fraction(1, HUNDRED) if rate.kind == "percent" else 1
    return certainty > Certainty.WEAK and product_slipped(part, rate, whole, scale)


def _of_their_own(line: Line, position: int) -> bool:
    """``143 had claims above 100 percent of their premiums``: a share of something that is not counted here."""
    after = line.tokens[position + 1 : position + 4]
    if len(after) < 3 or after[0].word not in OF or after[1].word not in ("their", "his", "her", "its"):
        return False
    return not measures_of(after[2].tags) and "total" not in after[2].tags and after[2].figure is None


def _aside(line: Line, position: int) -> bool:
    """Whether a rate stands in brackets of its own behind another one: ``47.3% of … (50.1% in the domestic market)``."""
    depth = line.tokens[position].depth
    return depth > 0 and any(
        token.figure is not None and token.figure.kind == "percent" and token.depth < depth
        for token in line.tokens[:position]
    )


def _told_before(bound: Bound, line: Line, position: int, rate: Figure) -> Share | None:
    """``X registered 268,400 vans. The market came to 912,600. That gave it a share of 29.4%``: part and whole are the
    only levels of the two sentences that a sentence without any takes up.
    """
    opening = line.tokens[0].word if line.tokens else ""
    claim = bound.claim(rate)
    if claim is None or "period" in claim.explicit or earlier(line, position):
        return None
    if position + 1 < len(line.tokens) and line.tokens[position + 1].word in OF:
        return None
    if opening not in ("that", "this", "it", "which", "the") or position > 14:
        return None
    if any(figure.kind in LEVELS for _, figure in line.figures()):
        return None
    levels: list[Figure] = []
    before = previous_line(bound, line)
    for _ in range(2):
        if before is not None and before.block is line.block:
            levels += [f for _, f in before.figures() if f.kind in LEVELS and has_value(f) and not counts_few(f)]
            before = previous_line(bound, before)
    if len(levels) != 2 or not alike(*levels) or any(figure.value is None for figure in levels):
        return None
    part, whole = sorted(levels, key=lambda figure: figure.value or 0)
    return _share(line, rate, part, whole, Certainty.STRONG)


def _chosen(candidates: list[Share]) -> Share | None:
    """The first reading that holds, unless it may hold by chance; else the surest that is more than possible."""
    chance = False
    for candidate in candidates:
        verdict = candidate.verdict()
        if verdict is Verdict.HOLDS and (candidate.certainty > Certainty.WEAK or _sharp(candidate.rate)):
            return candidate
        if verdict <= Verdict.LOOSE:
            if candidate.certainty > Certainty.WEAK:
                return candidate
            chance = True
    surest = max(candidates, key=lambda share: share.certainty, default=None)
    return surest if surest is not None and surest.certainty > Certainty.WEAK and not chance else None


def _sharp(rate: Figure) -> bool:
    """Whether a rate is printed so finely that two figures hardly give it by chance."""
    return rate.kind == "percent" and rate.step is not None and rate.step < 1
