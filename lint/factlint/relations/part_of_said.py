"""Parts of what was just counted: ``had 640 bikes in use ... 410 of the bikes in use have a box``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import alike, counts_few, has_value, story_claims
from factlint.relations.cues import cue
from factlint.relations.earlier import earlier

_TAKING_UP = frozenset({"the", "these", "those"})
_SMALL = frozenset({"in", "on", "of", "the", "at", "for", "its", "a"})
_ENDS = cue("phrase_ends")
_LONGER = frozenset({"since", "ever", "so far", "worldwide", "cumulative", "until now", "to date"})
_EARLIER = frozenset({"year-earlier", "month-earlier", "quarter-earlier", "same-period"})
_BACK = 2
_STEM = 5
_WORDS = 6


def of_the_said(bound: Bound, line: Line, position: int, part: Figure) -> Figure | None:
    """The whole that "of the bikes in use" takes up: counted in one of the two sentences before, which has
    every word of the phrase. None where a larger count of the story may be meant, or another time.
    """
    phrase = _phrase(line.tokens[position + 1 : position + 2 + _WORDS])
    own = bound.claim(part)
    if not phrase or own is None or own.status != "actual" or own.role == "change" or counts_few(part):
        return None
    if any(token.word in _LONGER or "s:cumulative" in token.tags for token in line.tokens) or earlier(line, position):
        return None
    for before in _before(bound, line):
        text = bound.article.text[before.sentence.start : before.sentence.end].lower()
        if not all(_stands(word, text) for word in phrase):
            continue
        levels = [claim for claim in _levels(bound, before, part) if _one_time(own, claim)]
        if not levels:
            return None
        most = max(levels, key=lambda claim: claim.figure.high or 0)
        larger = (other for other in story_claims(bound, own) if other.sentence < own.sentence)
        if any(_as_large(other, part) for other in larger):
            return None
        return most.figure
    return None


def _phrase(tokens: Sequence[Token]) -> list[str]:
    """The words of what "of the" takes up, up to its verb or mark."""
    if len(tokens) < 3 or tokens[0].word != "of" or tokens[1].word not in _TAKING_UP:
        return []
    words: list[str] = []
    for token in tokens[2:]:
        if token.figure is not None or token.name is not None or token.word in _ENDS or not token.word[:1].isalpha():
            break
        words += [word for word in token.word.split() if word not in _SMALL]
    return words


def _stands(word: str, text: str) -> bool:
    """Whether a word, in any form, stands in a text: ``affected`` and ``affects``."""
    stem = word.rstrip("s")
    return f" {stem[: max(_STEM, len(stem) - 2)]}" in f" {text}"


def _before(bound: Bound, line: Line) -> Iterator[Line]:
    for index in range(line.sentence.index - 1, line.sentence.index - 1 - _BACK, -1):
        before = bound.line_of.get(index)
        if before is not None and before.sentence.story == line.sentence.story and before.block.cell is None:
            yield before


def _levels(bound: Bound, line: Line, part: Figure) -> Iterator[Claim]:
    if any(figure.relative in _EARLIER for _, figure in line.figures()):
        return
    for _, figure in line.figures():
        claim = bound.claim(figure)
        if claim is None or figure.kind != "count" or not alike(figure, part) or not has_value(figure):
            continue
        if claim.role == "level" and claim.status == "actual" and not counts_few(figure):
            yield claim


def _one_time(own: Claim, other: Claim) -> bool:
    """Whether a part and a whole are not said of two times."""
    return "period" not in own.explicit or own.period == other.period or other.period is None


def _as_large(other: Claim, part: Figure) -> bool:
    """Whether another count of the story is large enough to hold the part."""
    figure = other.figure
    if figure.kind != "count" or not alike(figure, part) or figure.high is None or part.low is None:
        return figure.kind == "count" and figure.high is None and alike(figure, part)
    return figure.high >= part.low and other.role in ("level", "base", "end") and has_value(figure)
