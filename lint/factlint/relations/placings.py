"""Places of a ranking with what each was won with: ``third with 3,870 sales, the Corva fourth with 4,210``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import has_value
from factlint.relations.cues import cue
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest

_BEST = cue("best")
_PLACES = cue("places")
_LEADING = cue("leads")
_WITH = frozenset({"with", "at", "on", "(", ","})
_RISING = cue("ranked_upwards")
_OTHER_RANKING = cue("other_ranking")
_REACH = 8
_LAST = 30


class Placing(Relation, frozen=True, eq=False, kw_only=True):
    """``upper`` won a better place than ``lower``, so it cannot be less."""

    confirms: ClassVar[bool] = False
    upper: Figure
    lower: Figure
    place: int
    """The place of ``upper``; that of ``lower`` comes behind it."""

    def verdict(self) -> Verdict:
        if widest(self.lower).above(widest(self.upper)):
            return Verdict.DOUBTFUL if self.upper.soft or self.lower.soft else Verdict.BROKEN
        return Verdict.LOOSE if tightest(self.lower).above(tightest(self.upper)) else Verdict.HOLDS


class Placed(msgspec.Struct, frozen=True, eq=False):
    """A place and the figure that it was won with."""

    place: int
    figure: Figure
    line: Line
    start: int
    """Position of the first token: the place, or whoever leads."""
    end: int
    """Position of the figure."""


def placings(bound: Bound) -> Iterator[Placing]:
    """Every two places that follow each other in one ranking, whose figures stand the other way round."""
    before: Placed | None = None
    for line in bound.lines:
        if line.block.cell is not None or any(token.word in _RISING for token in line.tokens):
            before = None
            continue
        for placed in placed_in(bound.article.text, line):
            if before is not None and _one_ranking(bound, before, placed):
                yield Placing(
                    figures=(before.figure, placed.figure),
                    upper=before.figure,
                    lower=placed.figure,
                    place=before.place,
                    certainty=Certainty.STRONG,
                    quoted=line.quoted(placed.figure),
                )
            before = placed


def placed_in(text: str, line: Line) -> Iterator[Placed]:
    """The places of a sentence that a figure stands behind."""
    tokens = line.tokens
    for position in range(len(tokens)):
        place = place_of(text, tokens, position)
        if place is None:
            continue
        at = _won_with(tokens, position)
        figure = tokens[at].figure if at is not None else None
        if at is not None and figure is not None:
            yield Placed(place, figure, line, position, at)


def place_of(text: str, tokens: Sequence[Token], position: int) -> int | None:
    """The place that a token names: a rank among all, or 1 for a verb of leading."""
    token = tokens[position]
    if token.figure is None and token.word not in _LEADING:
        return None
    following = [one.word for one in tokens[position + 1 : position + 3]]
    if token.figure is None:
        return 1 if following[:1] == ["with"] else None
    figure = token.figure
    if figure.kind != "rank" or figure.value is None or not 1 <= figure.value <= _LAST:
        return None
    before = tokens[position - 1].word if position else ""
    ranked = following[:1] and following[0] in _PLACES
    best = following[:1] == ["-"] and following[1] in _BEST if len(following) > 1 else False
    best = best or (following[:1] != [] and following[0] in _BEST)
    plain = before not in ("the", "a", "its", "their", "this") and text[token.end : token.end + 1] in " ,("
    plain = plain and (following[:1] == [] or following[0] in _WITH or before == "in")
    return int(figure.value) if ranked or best or plain else None


def _won_with(tokens: Sequence[Token], position: int) -> int | None:
    """The figure behind a place that it was won with: the next one, of a sort that places are counted in."""
    for at in range(position + 1, min(position + 1 + _REACH, len(tokens))):
        token = tokens[at]
        if apart(tokens, at) or token.word == "led":
            return None
        if token.figure is not None:
            figure = token.figure
            fits = figure.kind in ("count", "percent", "money") and has_value(figure) and not figure.is_range
            return at if fits and figure.relative is None and "change" not in token.tags else None
    return None


def _one_ranking(bound: Bound, first: Placed, second: Placed) -> bool:
    """Whether two places are of one ranking: the second comes behind, is someone else's, and counts the same."""
    one, other = first.figure, second.figure
    if not first.place < second.place or second.line.block is not first.line.block:
        return False
    if second.line.sentence.index - first.line.sentence.index > 1:
        return False
    if one.kind != other.kind or one.unit != other.unit or (one.noun and other.noun and one.noun != other.noun):
        return False
    said, told = bound.claim(one), bound.claim(other)
    if said is None or told is None or said.role == "change" or told.role == "change":
        return False
    if said.status != told.status or not said.same_time(told):
        return False
    between = _between(first, second)
    if any(apart(between, at) or (token.figure and token.figure.is_stretch) for at, token in enumerate(between)):
        return False
    return _someone_else(bound.article.text, between)


def apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word begins another ranking; "followed by" goes on with the same."""
    word = tokens[at].word
    return word in _OTHER_RANKING and not (word == "by" and at > 0 and tokens[at - 1].word == "followed")


def _between(first: Placed, second: Placed) -> list[Token]:
    """What stands between two figures."""
    if first.line is second.line:
        return list(first.line.tokens[first.end + 1 : second.end])
    return [*first.line.tokens[first.end + 1 :], *second.line.tokens[: second.end]]


def _someone_else(text: str, between: Sequence[Token]) -> bool:
    """Whether a name stands between that no "in" makes a place of another ranking."""
    found = False
    for at, token in enumerate(between):
        named = token.name is not None or (token.figure is None and token.word and text[token.start].isupper())
        if not named:
            continue
        lead = [one.word for one in between[max(0, at - 2) : at]]
        if token.name is not None and token.name.kind == "market" and {"in", "across"} & set(lead):
            return False
        opens = token.name is None and text[max(0, token.start - 2) : token.start].rstrip()[-1:] in (".", "")
        found = found or not opens
    return found
