"""Shares: a part, a whole and the percentage that the one is of the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.figures.interval import Interval
from factlint.relations.around import alike, has_value, previous_line, story_claims
from factlint.relations.relation import Certainty, Relation, Verdict, judge, tightest, widest

HUNDRED = 100
LEVELS = ("count", "money", "measure")
_NARROW = ("powertrain", "vehicle", "market")


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
    """Every share whose part and whole are printed in its sentence, the one before, or elsewhere in the story."""
    for line in bound.lines:
        for position, figure in line.figures():
            claim = bound.claim(figure)
            if figure.kind not in ("percent", "ratio") or claim is None or claim.role != "share":
                continue
            if not has_value(figure) or figure.is_range:
                continue
            candidates = list(_near(bound, line, position, figure)) or list(_far(bound, claim))
            chosen = _best(candidates)
            if chosen is not None:
                yield chosen


def _best(candidates: list[Share]) -> Share | None:
    for candidate in candidates:
        if candidate.verdict() <= Verdict.LOOSE:
            return candidate
    return candidates[0] if candidates else None


def _share(line: Line, rate: Figure, part: Figure, whole: Figure, certainty: Certainty) -> Share:
    return Share(
        figures=(rate, part, whole),
        rate=rate,
        part=part,
        whole=whole,
        certainty=certainty,
        quoted=line.quoted(rate),
    )


def _near(bound: Bound, line: Line, position: int, rate: Figure) -> Iterator[Share]:
    """Wholes printed with the share: ``37.9% of the 894.4 GWh``, ``of 31.1 million sold, 15 million, or 48%``."""
    whole_at = _whole_after(line, position)
    levels = [(at, figure) for at, figure in line.figures() if figure.kind in LEVELS and has_value(figure)]
    if whole_at is not None:
        whole = line.tokens[whole_at].figure
        assert whole is not None
        for part in _parts(bound, line, position, whole):
            yield _share(line, rate, part, whole, Certainty.KNOWN)
        return
    before = [(at, figure) for at, figure in levels if at < position]
    for at, whole in before:
        if not _opens_whole(line, at):
            continue
        for other, part in reversed(before):
            if other > at and alike(part, whole):
                yield _share(line, rate, part, whole, Certainty.KNOWN)


def _whole_after(line: Line, position: int) -> int | None:
    """The figure after ``of`` that follows a rate directly."""
    tokens = line.tokens
    if position + 1 >= len(tokens) or tokens[position + 1].word not in ("of", "out of"):
        return None
    for at in range(position + 2, min(position + 6, len(tokens))):
        figure = tokens[at].figure
        if figure is not None:
            return at if figure.kind in LEVELS and has_value(figure) else None
        if tokens[at].word in (",", ";"):
            return None
    return None


def _opens_whole(line: Line, at: int) -> bool:
    """``Of the 280, 172 …``, ``out of 31.1 million …``."""
    return any(token.word in ("of", "out of") for token in line.tokens[max(0, at - 3) : at])


def _parts(bound: Bound, line: Line, position: int, whole: Figure) -> Iterator[Figure]:
    for _, figure in _backwards(line, position):
        if alike(figure, whole):
            yield figure
    before = previous_line(bound, line)
    if before is not None:
        for _, figure in _backwards(before, len(before.tokens)):
            if alike(figure, whole):
                yield figure
                return


def _backwards(line: Line, position: int) -> Iterator[tuple[int, Figure]]:
    for at in range(position - 1, -1, -1):
        figure = line.tokens[at].figure
        if figure is not None and figure.kind in LEVELS and has_value(figure):
            yield at, figure


def _far(bound: Bound, claim: Claim) -> Iterator[Share]:
    """Parts and wholes elsewhere in the story, told apart by what narrows them.

    The part carries the facet that the share is said of (NEVs), the whole the same measure without it.
    """
    line = bound.line(claim)
    levels = [
        other
        for other in story_claims(bound, claim)
        if other.figure.kind == "count"
        and other.role == "level"
        and has_value(other.figure)
        and not other.figure.is_range
    ]
    for part in _nearest_first(levels, claim):
        if not _is_part(part, claim):
            continue
        for whole in _nearest_first(levels, claim):
            if _is_whole(whole, part):
                yield _share(line, claim.figure, part.figure, whole.figure, Certainty.STRONG)


def _nearest_first(claims: list[Claim], to: Claim) -> list[Claim]:
    return sorted(claims, key=lambda other: abs(other.sentence - to.sentence))


def _is_part(part: Claim, share: Claim) -> bool:
    distance = share.sentence - part.sentence
    if not 0 <= distance <= 2:
        return False
    same_facets = part.scope and part.scope & share.scope == share.scope
    anaphora = distance <= 1 and not share.scope
    return bool(same_facets or anaphora) and part.status == share.status


def _is_whole(whole: Claim, part: Claim) -> bool:
    return (
        whole.figure is not part.figure
        and whole.measure is not None
        and whole.measure == part.measure
        and whole.status == part.status
        and whole.period == part.period
        and whole.scope < part.scope
        and alike(whole.figure, part.figure)
        and (whole.subject == part.subject or not {"subject"} & (whole.explicit & part.explicit))
        and whole.figure.value is not None
        and part.figure.value is not None
        and whole.figure.value > part.figure.value
    )
