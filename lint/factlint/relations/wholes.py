"""Which figure a share is a share of: printed after ``of``, before a clause, or told elsewhere in the story."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import facets_of, measures_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.around import LEVELS, alike, counts_few, has_value, previous_line, story_claims
from factlint.relations.parts import Candidate, opens_with_whole, said_of
from factlint.relations.printed_whole import OF, takes_up
from factlint.relations.relation import Certainty, widest

_MARKET = frozenset({"market", "industry", "nation's", "country's", "national"})


def wholes_of(
    bound: Bound, share: Claim, line: Line, position: int, part: Candidate, printed: Figure | None
) -> Iterator[Candidate]:
    """The figures that the part may be a share of, the strictest first."""
    if printed is not None:
        if printed.value is None or part.figure.value is None or printed.value >= part.figure.value:
            yield Candidate(printed, Certainty.KNOWN)
        return
    own = bound.claim(part.figure)
    if own is None or _facets_behind(line, position) & own.scope:
        return
    before = _sentence_taken_up(bound, line, part.figure)
    if before is not None:
        yield Candidate(before, Certainty.STRONG)
        return
    strict, possible = [], []
    taken_up = _taken_up(bound, share, own) if _names_total(line, position) else None
    for other in story_claims(bound, share):
        if not _larger(other, own):
            continue
        if other is taken_up or _strict(bound, other, own, share, line, position):
            strict.append(other)
        else:
            possible.append(other)
    narrowed = [other for other in strict if other is taken_up or other.scope != own.scope]
    strict, possible = _nearest(narrowed or strict, share), _nearest(possible, share)
    if _one_value(strict):
        exact = min(strict, key=_step)
        yield Candidate(exact.figure, Certainty.STRONG)
        possible = [other for other in possible if not _meet(other, exact)]
        strict = []
    elif len(strict) <= _READINGS:
        for other in sorted(strict, key=lambda claim: claim.figure.start):
            yield Candidate(other.figure, Certainty.STRONG)
        strict = []
    for other in [*strict, *possible]:
        yield Candidate(other.figure, Certainty.WEAK)


def _sentence_taken_up(bound: Bound, line: Line, part: Figure) -> Figure | None:
    """``It sold 24,310 vehicles. Of these, 8,410, or 34.6%, …``: the only level of the sentence before."""
    behind = [line.tokens[at + 1] for at, figure in line.figures() if figure is part and at + 1 < len(line.tokens)]
    if not line.tokens or not any(takes_up(token) for token in (line.tokens[0], *behind)):
        return None
    before = previous_line(bound, line)
    if before is None:
        return None
    levels = [f for _, f in before.figures() if f.kind in LEVELS and has_value(f) and alike(f, part)]
    return levels[0] if len(levels) == 1 else None


_READINGS = 3
"""So many levels may be the whole by the words; a share that none of them gives is wrong whichever is meant."""


def _facets_behind(line: Line, position: int) -> frozenset[str]:
    """What narrows the whole: ``6.1 per cent of all two-wheelers``. A figure so narrowed is the whole, not the part."""
    following = line.tokens[position + 1 : position + 6]
    if not following or following[0].word not in OF:
        return frozenset()
    facets: set[str] = set()
    for token in following[1:]:
        if token.word in (",", ";", "(", "and", "in", "for"):
            break
        facets |= set(facets_of(token.tags))
    return frozenset(facets)


def _nearest(claims: list[Claim], share: Claim) -> list[Claim]:
    return sorted(claims, key=lambda other: abs(other.sentence - share.sentence))


def _larger(whole: Claim, part: Claim) -> bool:
    level, least = whole.figure, part.figure
    # What is quickly told comes first: each share looks at all levels of its story.
    return (
        whole.role == "level"
        and level.kind == least.kind
        and level is not least
        and not level.soft
        and has_value(level)
        and level.interval is not None
        and level.interval.bounded
        and level.value is not None
        and least.value is not None
        and alike(level, least)
        and not counts_few(level)
        and level.value >= least.value
    )


def _strict(bound: Bound, whole: Claim, part: Claim, share: Claim, line: Line, position: int) -> bool:
    """Whether a level is the whole that the words name: same measure, period and subject, fewer facets."""
    family = bound.words.family
    measure = _named_measure(bound, line, position) or family(share.measure) or family(part.measure)
    if whole.headline:
        return False
    if measure in (None, "share") and _of_market(line, position) and family(whole.measure) == "sales":
        measure = "sales"
    if measure is None or family(whole.measure) != measure:
        return False
    if not whole.same_time(part) or whole.status != part.status:
        return False
    outer, inner = _without_place(whole, part)
    named = _named_measure(bound, line, position) is not None or _of_market(line, position)
    if not (outer < inner or (named and outer == inner)):
        return False
    if not _told_apart(inner - outer, said_of(bound, line, position)):
        return False
    return whole.subject == part.subject and (whole.subject is None or not _of_market(line, position))


_TOTALS = frozenset({"total", "that", "this", "them", "these", "those", "sum", "number", "figure"})


def _names_total(line: Line, position: int) -> bool:
    """``44% of the total``, ``three quarters of that``."""
    words = [token.word for token in line.tokens[position + 1 : position + 5]]
    if not words or words[0] not in ("of", "out of"):
        return False
    rest = words[2:] if len(words) > 1 and words[1] in ("the", "its", "their", "this") else words[1:]
    ends = len(rest) < 2 or not rest[1] or not rest[1][0].isalpha() or rest[1] in ("in", "and", "while", "for", "on")
    return bool(rest) and rest[0] in _TOTALS and ends


def _taken_up(bound: Bound, share: Claim, part: Claim) -> Claim | None:
    """The total that ``the total`` takes up: the one larger level of the nearest paragraph before that has any."""
    block = bound.line(share).block.index
    found: list[Claim] = []
    nearest = -1
    for other in story_claims(bound, share):
        at = bound.line(other).block.index
        if at > block or other.sentence > share.sentence or not _larger(other, part):
            continue
        if at > nearest:
            nearest, found = at, []
        found.append(other)
    near = block - nearest <= _PARAGRAPHS
    return found[0] if near and len(found) == 1 and found[0].status == part.status else None


_PARAGRAPHS = 2
"""How many blocks back ``the total`` may look, subheads counted."""


def _without_place(whole: Claim, part: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The facets of whole and part; a market that only the whole's sentence names holds for both."""
    named = {facet for facet in part.scope if facet.startswith("in:")}
    outer = whole.scope if named else frozenset(facet for facet in whole.scope if not facet.startswith("in:"))
    return outer, part.scope


def _told_apart(narrower: frozenset[str], said: frozenset[str]) -> bool:
    """Whether what sets the part off from the whole is what the share is said of, and no other market."""
    if said and narrower:
        return narrower == said
    return not any(facet.startswith("in:") for facet in narrower)


def _named_measure(bound: Bound, line: Line, position: int) -> str | None:
    """The measure of the whole in words: ``36.4 percent of group sales``, ``Of all new cars sold, 40.9%``."""
    tokens = line.tokens
    opening = opens_with_whole(line, position)
    if opening is not None:
        following = tokens[opening + 1 : position]
    elif position + 1 < len(tokens) and tokens[position + 1].word in OF:
        following = tokens[position + 2 : position + 7]
    else:
        return None
    for token in following:
        if token.figure is not None or token.word in (",", ";"):
            return None
        for name in measures_of(token.tags):
            if "count" in bound.words.measures[name].kinds:
                return bound.words.family(name)
    return None


def _of_market(line: Line, position: int) -> bool:
    """``8% of the market``: the whole is not this subject's own figure."""
    return any(token.word in _MARKET for token in line.tokens[position + 1 : position + 6])


def _one_value(claims: list[Claim]) -> bool:
    """Whether all strict wholes are one value, as printed here and there."""
    return bool(claims) and all(_meet(claim, claims[0]) for claim in claims)


def _meet(one: Claim, other: Claim) -> bool:
    """Whether two levels may be one value, printed more and less exactly."""
    return widest(one.figure).overlaps(widest(other.figure))


def _step(claim: Claim) -> Fraction:
    return claim.figure.step or Fraction(0)
