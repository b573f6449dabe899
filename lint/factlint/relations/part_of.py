"""Parts and wholes: a figure that the text calls part of another."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lexicon import facets_of, measures_of
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.relations.addends import nested
from factlint.relations.around import LEVELS, alike, counts_few, has_value, previous_line, story_claims
from factlint.relations.beyond_whole import parts_beyond
from factlint.relations.earlier import earlier
from factlint.relations.part_of_said import of_the_said
from factlint.relations.parted import PARTED, opening_ends, spoken_of, taken_up
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest

_HOPED = frozenset({"target", "forecast", "conditional"})
_LONG = frozenset({"month", "quarter", "year", "week"})
_OWNERS = frozenset({"country's", "nation's", "union's", "market's", "city's", "region's", "group's", "continent's"})


class PartOf(Relation, frozen=True, eq=False, kw_only=True):
    """``part`` cannot be more than ``whole``."""

    confirms = False
    part: Figure
    whole: Figure

    def verdict(self) -> Verdict:
        if widest(self.part).above(widest(self.whole)):
            return Verdict.DOUBTFUL if self.part.soft or self.whole.soft else Verdict.BROKEN
        return Verdict.LOOSE if tightest(self.part).above(tightest(self.whole)) else Verdict.HOLDS


def find(bound: Bound) -> Iterator[PartOf]:
    """Parts by their words (of which, including, of these) and by what they count (of the country's ports)."""
    for line in bound.lines:
        for position, part in line.figures():
            if part.kind not in LEVELS or not has_value(part):
                continue
            found = _in_sentence(bound, line, position, part) or _taken_up(bound, line, position, part)
            found = found or _of_opening(bound, line, position, part)
            found = found or _of_owner(bound, line, position, part)
            found = found or _of_the_done(bound, line, position, part) or _of_the_kind(bound, line, position, part)
            if found is None and part.kind == "count":
                said = of_the_said(bound, line, position, part)
                found = (said, Certainty.STRONG) if said is not None else None
            if found is None:
                continue
            whole, certainty = found
            if _of_a_longer_time(bound, line, position, part, whole):
                continue
            yield PartOf(figures=(part, whole), part=part, whole=whole, certainty=certainty, quoted=line.quoted(part))
    for inner, outer in parts_beyond(bound):
        part, whole = inner.figure, outer.figure
        found_beyond = PartOf(
            figures=(part, whole), part=part, whole=whole, certainty=Certainty.STRONG, quoted=inner.claim.quoted
        )
        if found_beyond.verdict() > Verdict.LOOSE:
            yield found_beyond


def _of_a_longer_time(bound: Bound, line: Line, position: int, part: Figure, whole: Figure) -> bool:
    """Whether a part is given a longer time than its whole: ``1,147 in October. Over ten months it sold 14,310 of them``."""
    if not line.sentence.start <= whole.start < line.sentence.end:
        lengths = [token.figure for token in line.tokens[:position] if token.figure is not None]
        if any(figure.kind == "duration" and figure.unit in _LONG for figure in lengths):
            return True
    own, other = bound.claim(part), bound.claim(whole)
    if own is None or other is None or own.period is None or other.period is None or "period" not in own.explicit:
        return False
    return own.period != other.period and other.period.within(own.period)


def _in_sentence(bound: Bound, line: Line, position: int, part: Figure) -> tuple[Figure, Certainty] | None:
    """``24,310 cars, of which 26,150 …``: the words stand just before the part, the whole before them."""
    tokens = line.tokens
    for at in range(position - 1, max(-1, position - 5), -1):
        if tokens[at].figure is not None:
            return None
        if tokens[at].word in (",", ";", "and"):
            return None
        if "parting" in tokens[at].tags and at > 0 and tokens[at - 1].word in ("none", "neither", "not"):
            return None
        if "parting" in tokens[at].tags and at > 0 and not _opens(line, at):
            taking_up = "taking_up" in tokens[at].tags and tokens[at - 1].word not in (",", ";", "(", "and", "—", "–")
            return None if taking_up else _whole_before(bound, line, at, part)
    return None


def _opens(line: Line, at: int) -> bool:
    return at == 0 or (at == 1 and not line.tokens[0].word[:1].isalpha())


def _whole_before(bound: Bound, line: Line, at: int, part: Figure) -> tuple[Figure, Certainty] | None:
    for before in range(at - 1, max(-1, at - 12), -1):
        if line.tokens[before].depth > line.tokens[at].depth or nested(line, before, 3):
            continue
        figure = line.tokens[before].figure
        claim = bound.claim(figure) if figure is not None and figure.kind in LEVELS else None
        if figure is None or claim is None or claim.role == "change" or _of_the_past(line, before, claim):
            continue
        if alike(figure, part) and has_value(figure):
            return figure, Certainty.KNOWN
        return None
    return None


def _of_the_past(line: Line, at: int, claim: Claim) -> bool:
    """Whether a level is only what the whole is compared with: ``three times the 501,889 of 2024``."""
    before = line.tokens[max(0, at - 3) : at]
    multiplied = any(token.figure is not None and token.figure.kind == "multiple" for token in before)
    return claim.role == "base" or multiplied or earlier(line, at)


def _taken_up(bound: Bound, line: Line, position: int, part: Figure) -> tuple[Figure, Certainty] | None:
    """``Of these, 51,800 …``: the whole is the one level of the sentence before."""
    opens = position <= 4 and any("taking_up" in token.tags for token in line.tokens[:2])
    behind = line.tokens[position + 1 : position + 2]
    if not opens and not (behind and "taking_up" in behind[0].tags and not line.tokens[position].depth):
        return None
    if behind and (own := _whole_before(bound, line, position, part)) is not None:
        return own
    before = previous_line(bound, line)
    if before is None or before.sentence.index != line.sentence.index - 1:
        return None
    levels = [
        figure
        for _, figure in before.figures()
        if figure.kind == part.kind and alike(figure, part) and has_value(figure) and not counts_few(figure)
    ]
    return (levels[0], Certainty.STRONG) if len(levels) == 1 else None


def _of_opening(bound: Bound, line: Line, position: int, part: Figure) -> tuple[Figure, Certainty] | None:
    """``10,165 buses went abroad. Of the buses exported, 1,542 were electric``: what the sentence opens with is the whole,
    printed there or in the sentence before, where it must be less than the part to be told.
    """
    comma = opening_ends(line)
    claim = bound.claim(part)
    if comma is None or position < comma or claim is None or claim.role != "level" or earlier(line, position):
        return None
    between = line.tokens[comma + 1 : position]
    if any(token.figure is not None for token in between) and between[-1].word not in (",", ";", "and", "but", "while"):
        return None
    opening = line.tokens[:comma]
    if any(token.tags & _HOPED for token in opening):
        return None
    if any(token.word in PARTED for token in line.tokens[comma:position]) or _had_by_others(line, comma, position):
        return None
    own = [token.figure for token in opening if token.figure is not None and token.figure.kind in LEVELS]
    if own and "taking_up" in opening[0].tags:
        return None
    if own:
        return (own[0], Certainty.KNOWN) if len(own) == 1 and alike(own[0], part) and has_value(own[0]) else None
    before = previous_line(bound, line)
    if before is None or before.sentence.index != line.sentence.index - 1 or before.block is not line.block:
        return None
    levels = [one for _, one in before.figures() if alike(one, part) and has_value(one) and not counts_few(one)]
    named = {token.name.entity for token in before.tokens if token.name is not None}
    named |= {level.subject for one in levels if (level := bound.claim(one)) is not None and level.subject is not None}
    if not levels or any(token.name is not None and token.name.entity not in named for token in opening):
        return None
    spoken = spoken_of(bound, opening, before)
    if spoken is not None and any(spoken is one for one in levels):
        return spoken, Certainty.STRONG
    if not taken_up(bound, opening, levels):
        return None
    return max(levels, key=lambda one: one.high or one.value or 0), Certainty.STRONG


def _had_by_others(line: Line, comma: int, position: int) -> bool:
    """``Of these cities, 37 have over two million``: what the counted ones have is no part of them."""
    between = line.tokens[comma:position]
    had = max((at for at, token in enumerate(between) if token.word in ("have", "has", "had")), default=-1)
    return any(token.figure is not None and token.figure.kind == "count" for token in between[: max(had, 0)])


def _of_owner(bound: Bound, line: Line, position: int, part: Figure) -> tuple[Figure, Certainty] | None:
    """``54,300 of the country's DC fast-charging ports``: the whole counts the same things in the story before."""
    tokens = line.tokens
    text = bound.article.text
    after = tokens[position + 1 : position + 4]
    if len(after) < 3 or after[0].word != "of" or after[2].word not in _OWNERS:
        return None
    counted = _counted(text[after[2].end : line.sentence.end])
    if len(counted) < 2:
        return None
    own = bound.claim(part)
    if own is None:
        return None
    for other in reversed(story_claims(bound, own)):
        if other.sentence < own.sentence and _counts(bound, other, counted, part):
            return other.figure, Certainty.STRONG
    return None


def _of_the_done(bound: Bound, line: Line, position: int, part: Figure) -> tuple[Figure, Certainty] | None:
    """``132,400 of the recalled cars``: the whole is the figure of the same doing in the story before."""
    after = line.tokens[position + 1 : position + 4]
    if len(after) < 3 or after[0].word != "of" or after[1].word not in ("the", "these", "those"):
        return None
    measures = measures_of(after[2].tags)
    own = bound.claim(part)
    if not measures or not after[2].word.endswith("ed") or own is None:
        return None
    for other in reversed(story_claims(bound, own)):
        if other.sentence < own.sentence and other.measure in measures and _whole_level(other, part):
            return other.figure, Certainty.STRONG
    return None


def _of_the_kind(bound: Bound, line: Line, position: int, part: Figure) -> tuple[Figure, Certainty] | None:
    """``331,000 commercial vehicles. In the commercial segment, trucks accounted for 346,000``: the sentence names the
    kind that the whole was narrowed to, and what accounts for the part is another kind.
    """
    before = line.tokens[max(0, position - 3) : position]
    if not any("share" in token.tags for token in before):
        return None
    named = {facet for token in line.tokens[: max(0, position - 3)] for facet in facets_of(token.tags)}
    own = bound.claim(part)
    previous = previous_line(bound, line)
    if own is None or previous is None or previous.block is not line.block or not named:
        return None
    levels = [
        claim
        for _, figure in previous.figures()
        if (claim := bound.claim(figure)) is not None
        and _whole_level(claim, part)
        and claim.scope
        and claim.scope <= named
    ]
    return (levels[0].figure, Certainty.STRONG) if len(levels) == 1 and not levels[0].scope & own.scope else None


def _whole_level(claim: Claim, part: Figure) -> bool:
    figure = claim.figure
    return (
        claim.role == "level"
        and not claim.headline
        and has_value(figure)
        and not counts_few(figure)
        and alike(figure, part)
    )


def _counted(text: str) -> tuple[str, ...]:
    """The words of what is counted, up to the next mark."""
    words: list[str] = []
    for word in text.split():
        words.append(word.strip(",.;:").lower())
        if word[-1] in ",.;:" or len(words) == 4:
            break
    return tuple(words)


def _counts(bound: Bound, other: Claim, counted: tuple[str, ...], part: Figure) -> bool:
    """Whether another figure counts things of the same name, and all of them."""
    figure = other.figure
    if not has_value(figure) or figure.kind != part.kind or other.role != "level":
        return False
    following = [f.start for _, f in bound.line(other).figures() if f.start > figure.start]
    end = min([bound.line(other).sentence.end, *following])
    phrase = bound.article.text[figure.end : end].lower()
    return " ".join(counted[:3]) in phrase and "of" not in phrase.split()[:2]
