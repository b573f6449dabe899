"""Headline figures: what the headline prints, and whether its story bears it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import ClassVar

import msgspec

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.finding import Place
from factlint.relations.around import alike, has_value, same_noun
from factlint.relations.headlines import headline_words
from factlint.relations.pool import pool_of
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest
from factlint.relations.slips import slip
from factlint.relations.support import printed, supported
from factlint.relations.told import Told

SHORT = 25
"""A story of fewer words is a flash: it need not repeat its headline."""
_KINDS = frozenset({"count", "money", "percent", "points", "measure", "ratio", "multiple", "duration"})
_FEW, _WHOLE = 12, 100
_ORDER = 10
_LONG = frozenset({"day", "week", "month", "year"})
_SCENIC = frozenset({"km", "mi", "m", "ft", "kg", "t", "lb", "km/h", "mph", "degC", "degF", "L", "in", "cm", "mm"})
_MEASURED = ("tonnes", "tons", "kilometres", "kilometers", "miles", "metres", "meters", "litres", "liters")
_FRAMES = ("number of", "how many", "numbers of")
_FREE = frozenset({"group", "net", "cumulative", "starting", "combined"})


class HeadlineFigure(Relation, frozen=True, eq=False, kw_only=True):
    """``stated`` stands in the headline (or deck).

    ``rival`` is the story's figure of the same key where the headline's stands nowhere; ``nearby`` are figures that
    an editor would look at; ``denial`` is the sentence that says that no number was given.
    """

    stated: Figure
    borne_out: bool
    rival: Figure | None = None
    nearby: tuple[Figure, ...] = ()
    denial: Place | None = None
    repair: str = ""
    deck: bool = False

    confirms: ClassVar[bool] = False

    def verdict(self) -> Verdict:
        if self.borne_out:
            return Verdict.HOLDS
        return Verdict.DOUBTFUL if self.stated.soft else Verdict.BROKEN


def headline_figures(bound: Bound, stories: Sequence[Told]) -> Iterator[HeadlineFigure]:
    """Every figure with digits in a headline or deck, with what its story has for it."""
    for told in stories:
        if told.words < SHORT:
            continue
        printed_above = [
            (line, deck, claim)
            for deck, lines in ((False, told.headline), (True, told.deck))
            for line in lines
            for claim in _claims(bound, line)
            if _to_be_borne_out(claim)
        ]
        if not printed_above:
            continue
        pool = pool_of(bound, told)
        claims = [claim for line in told.body for claim in _claims(bound, line) if claim.figure.kind in _KINDS]
        for line, deck, claim in printed_above:
            own = pool if not deck else pool.without(line.sentence.index)
            borne_out = supported(claim.figure, own, claim.role == "change")
            if borne_out and claim.role == "level" and _denied(bound, told, claim):
                borne_out = printed(claim.figure, own)
            above = [other for other in _claims(bound, line) if other is not claim]
            body = [
                other
                for other in claims
                if other.sentence != line.sentence.index and not any(_same_value(other, one) for one in above)
            ]
            found = _relation(bound, told, line, claim, body, borne_out)
            if found.borne_out or found.repair or not _is_scenery(claim):
                yield found


def _claims(bound: Bound, line: Line) -> list[Claim]:
    found = (bound.claim(figure) for _, figure in line.figures())
    return [claim for claim in found if claim is not None]


def _to_be_borne_out(claim: Claim) -> bool:
    """Words without digits are no figures here, and a rank or a clock time follows other rules.

    Small counts are of things that a story may list without numbering them, 100% is a way of saying wholly, and days
    to years are told in many ways.
    """
    figure = claim.figure
    if figure.kind == "count" and figure.value is not None and figure.value <= _FEW:
        return False
    if (figure.kind == "percent" and figure.value == _WHOLE) or (figure.kind == "duration" and figure.unit in _LONG):
        return False
    return figure.kind in _KINDS and has_value(figure) and any(char.isdigit() for char in figure.quote)


def _is_scenery(claim: Claim) -> bool:
    """Whether nothing is said of a distance, a weight or a small number: ``500 miles with the R2``, ``Golf at 50``.

    Such a figure is reported only where the story has one that it is a slip away from.
    """
    figure = claim.figure
    if figure.kind == "count" and (figure.noun is None or figure.noun.lower().endswith(_MEASURED)):
        return figure.value is not None and figure.value < _WHOLE
    return figure.kind == "measure" and claim.measure is None and figure.unit in _SCENIC


def _same_value(claim: Claim, other: Claim) -> bool:
    """Whether a figure of the story is another one of the headline's: it is not what this one should have been."""
    return alike(claim.figure, other.figure) and claim.figure.value == other.figure.value


def _relation(
    bound: Bound, told: Told, line: Line, claim: Claim, body: Sequence[Claim], borne_out: bool
) -> HeadlineFigure:
    deck = line.block.kind is BlockKind.DECK
    if borne_out:
        repeated = _repeated(claim, body)
        return HeadlineFigure(figures=(claim.figure, *repeated), stated=claim.figure, borne_out=True, deck=deck)
    claim = _reached(claim, line)
    rivals = [other for other in body if _same_key(claim, other, line) and _of_one_size(claim.figure, other.figure)]
    slipped = [other for other in body if _countable(claim, other) and slip(claim.figure, other.figure)]
    rival, certainty = _chosen(claim, rivals, slipped)
    if deck and certainty is not Certainty.KNOWN:
        rival = None
    nearby = () if rival else tuple(other.figure for other in _nearby(claim, body))
    return HeadlineFigure(
        figures=(claim.figure, *((rival,) if rival else nearby)),
        stated=claim.figure,
        borne_out=False,
        rival=rival,
        nearby=nearby,
        denial=None if rival else _denial(bound, told),
        repair=slip(claim.figure, rival) if rival else "",
        deck=deck,
        certainty=certainty,
        quoted=claim.quoted,
    )


def _repeated(claim: Claim, body: Sequence[Claim]) -> tuple[Figure, ...]:
    """The first figure of the story that is the headline's, printed as exactly or more so, where it has one."""
    own = claim.figure
    same = (
        other.figure
        for other in body
        if alike(own, other.figure) and has_value(other.figure) and widest(own).overlaps(tightest(other.figure))
    )
    return tuple(found for found in (next(same, None),) if found is not None)


def _chosen(claim: Claim, rivals: Sequence[Claim], slipped: Sequence[Claim]) -> tuple[Figure | None, Certainty]:
    """The figure that the headline's should have been: of its key and a slip away, a slip away, of its key."""
    for other in rivals:
        if slip(claim.figure, other.figure):
            return other.figure, Certainty.KNOWN
    for other in slipped:
        return other.figure, Certainty.STRONG
    return (rivals[0].figure, Certainty.STRONG) if rivals else (None, Certainty.STRONG)


def _same_key(claim: Claim, other: Claim, line: Line) -> bool:
    """Whether a figure of the story is of the headline figure's key as far as both are known."""
    if not alike(claim.figure, other.figure) or not has_value(other.figure) or other.figure.is_range:
        return False
    if claim.measure is None or claim.measure != other.measure:
        return False
    if other.role != claim.role or claim.direction * other.direction < 0:
        return False
    if _ahead(claim, line) != (other.status != "actual"):
        return False
    if claim.subject and other.subject and claim.subject != other.subject:
        return False
    if claim.period != other.period and (claim.figure.kind == "percent" or (claim.period and other.period)):
        return False
    return _facets(claim) == _facets(other)


def _of_one_size(one: Figure, other: Figure) -> bool:
    """Whether two figures may be one that was written wrongly: a slip, or of one order."""
    if not one.value or not other.value:
        return True
    return bool(slip(one, other)) or Fraction(1, _ORDER) < abs(one.value / other.value) < _ORDER


def _facets(claim: Claim) -> frozenset[str]:
    return frozenset(facet for facet in claim.scope if not facet.startswith("in:")) - _FREE


def _ahead(claim: Claim, line: Line) -> bool:
    """Whether the headline speaks of what is to come: ``to add 1,500 stations``."""
    if claim.status != "actual":
        return True
    before = [token.word for token in line.tokens if token.start < claim.figure.start and token.word]
    return any(word in headline_words().future and not _reaching(before, at) for at, word in enumerate(before))


def _reached(claim: Claim, line: Line) -> Claim:
    """``falls to 9.6%`` gives a level, whatever the verb says of the way there."""
    before = [token for token in line.tokens if token.end <= claim.figure.start]
    if claim.role == "change" and before and before[-1].word in ("to", "at"):
        return msgspec.structs.replace(claim, role="level", direction=0)
    return claim


def _reaching(words: Sequence[str], at: int) -> bool:
    """Whether ``to`` leads to a level (``climbs to 7.9 billion``): it stands last before the figure."""
    return words[at] == "to" and at == len(words) - 1


def _countable(claim: Claim, other: Claim) -> bool:
    """Whether the story's figure counts the same sort of thing, whatever it is said of."""
    figure, found = claim.figure, other.figure
    if not alike(figure, found) or not has_value(found) or found.kind in ("ratio", "multiple", "duration"):
        return False
    if claim.role != other.role or claim.direction * other.direction < 0:
        return False
    long = sum(char.isdigit() for char in figure.quote.rstrip("0")) > 1
    return long and (claim.measure is None or other.measure in (None, claim.measure))


def _nearby(claim: Claim, body: Sequence[Claim]) -> list[Claim]:
    """The first figure of the story that says the same sort of thing."""
    same = [other for other in body if alike(claim.figure, other.figure) and other.role == claim.role]
    measured = [other for other in same if other.measure == claim.measure and claim.measure is not None]
    slipped = [other for other in body if alike(claim.figure, other.figure) and slip(claim.figure, other.figure)]
    return (measured or slipped or (same if claim.role == "change" else []))[:1]


def _denied(bound: Bound, told: Told, claim: Claim) -> bool:
    """Whether the story says that it was not told how many of the things there are: no sum of others gives them then."""
    noun = claim.figure.noun
    if claim.figure.kind != "count" or noun is None:
        return False
    denial = _denial(bound, told)
    if denial is None:
        return False
    things = {noun.lower().split()[-1]} | ({"vehicles", "cars", "units"} if same_noun(noun, "vehicles") else set())
    said = denial.quote.lower()
    return any(f"{frame} {thing}" in said for frame in _FRAMES for thing in things)


def _denial(bound: Bound, told: Told) -> Place | None:
    """The sentence in which the story says that no number was given."""
    words = headline_words()
    text = bound.article.text
    blocks = {block.index for block in told.blocks}
    for sentence in bound.article.sentences:
        if sentence.block not in blocks:
            continue
        start, end = sentence.start, sentence.end
        asked = words.asked.search(text, start, end) and words.refused.search(text, start, end)
        if asked or words.withheld.search(text, start, end):
            return Place(start, end, text[start:end], "the story says that no number was given")
    return None
