"""Movements: two levels and the word that says which way it went from the one to the other."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.claims.bind import Bound
from factlint.claims.lines import Line, Token
from factlint.figures.figure import Figure
from factlint.relations.around import alike, has_value
from factlint.relations.earlier import of_now
from factlint.relations.relation import Certainty, Relation, Verdict, tightest, widest

_KINDS = frozenset({"count", "money", "percent", "measure"})
_REVERSED = frozenset({"loss", "losses", "lost", "deficit", "net loss", "net losses", "acceleration", "time"})


class Movement(Relation, frozen=True, eq=False, kw_only=True):
    """``now`` is said to lie above (``direction`` +1) or below (-1) ``base``; ``word`` says so."""

    now: Figure
    base: Figure
    direction: int
    word: Token

    def verdict(self) -> Verdict:
        if self._against(loose=True):
            soft = self.now.soft or self.base.soft
            return Verdict.DOUBTFUL if soft else Verdict.BROKEN
        return Verdict.LOOSE if self._against(loose=False) else Verdict.HOLDS

    def _against(self, *, loose: bool) -> bool:
        reading = widest if loose else tightest
        now, base = reading(self.now), reading(self.base)
        return now.below(base) if self.direction > 0 else now.above(base)


def find(bound: Bound) -> Iterator[Movement]:
    """Every word of change that stands between, or just before, a level and its base in one sentence."""
    for line in bound.lines:
        for position, base in line.figures():
            claim = bound.claim(base)
            if claim is None or claim.role != "base" or base.kind not in _KINDS or not has_value(base):
                continue
            found = _moved(bound, line, position, base)
            if found is not None:
                yield found


def _moved(bound: Bound, line: Line, base_at: int, base: Figure) -> Movement | None:
    """The word of change and the level that belong to a base."""
    tokens = line.tokens
    now_at = _level(bound, line, base_at, base)
    if now_at is None:
        return None
    word = _beside_base(line, base_at) or _word(line, now_at, base_at)
    if word is None or of_now(line, base_at) or word.tags & {"record"} or _REVERSED & {token.word for token in tokens}:
        return None
    now = tokens[now_at].figure
    assert now is not None
    return Movement(
        figures=(now, base),
        now=now,
        base=base,
        direction=1 if word.tags & {"up", "beyond"} else -1,
        word=word,
        certainty=Certainty.KNOWN,
        quoted=line.quoted(now),
    )


def _level(bound: Bound, line: Line, base_at: int, base: Figure) -> int | None:
    """``from BASE to NOW``, else the nearest level of the kind before the base.

    Behind an "and" another movement begins: ``to 1.2 million, up from 1.1 million, and to 900,000 ...``.
    """
    tokens = line.tokens
    beside = _from_there(line, base_at, base)
    if beside is not None:
        return beside
    for at in range(base_at + 1, min(base_at + 7, len(tokens))):
        if tokens[at].word == "and":
            break
        figure = tokens[at].figure
        if figure is not None and figure.kind in _KINDS:
            if alike(figure, base) and has_value(figure) and "to" in tokens[at - 1].tags:
                return at
            break
    for at in range(base_at - 1, max(-1, base_at - 14), -1):
        figure = tokens[at].figure
        if tokens[at].word == ";":
            return None
        if (
            figure is None
            or not alike(figure, base)
            or not has_value(figure)
            or tokens[at].depth > tokens[base_at].depth
            or (_apiece(line, at) and not _apiece(line, base_at))
        ):
            continue
        claim = bound.claim(figure)
        if claim is not None and (claim.role == "level" or _reached(line, at)):
            return at
    return None


def _from_there(line: Line, base_at: int, base: Figure) -> int | None:
    """``to 72,000 from 66,000``: the level right before the ``from``, whatever else its sentence moves."""
    if not base_at or "from" not in line.tokens[base_at - 1].tags:
        return None
    for at in range(base_at - 2, max(-1, base_at - 5), -1):
        figure = line.tokens[at].figure
        if figure is not None:
            return at if figure.kind in _KINDS and alike(figure, base) and has_value(figure) else None
        if not line.tokens[at].word[:1].isalpha():
            return None
    return None


def _apiece(line: Line, at: int) -> bool:
    """Whether an amount is that of each: ``earned 127.6 million, or 99 cents a share, up from 95 million``."""
    words = [token.word for token in line.tokens[at + 1 : at + 3]]
    return len(words) == 2 and (words[0] == "per" or (words[0] in ("a", "an") and words[1] in _EACH))


_EACH = frozenset({"share", "barrel", "ton", "tonne", "unit", "car", "vehicle", "litre", "liter", "gallon", "head"})


def _reached(line: Line, at: int) -> bool:
    return at > 0 and "to" in line.tokens[at - 1].tags


def _beside_base(line: Line, base_at: int) -> Token | None:
    """``12.4 percent below the 2.084 million``: the word that ties a base to the change before it."""
    for at in range(base_at - 1, max(-1, base_at - 4), -1):
        token = line.tokens[at]
        if token.tags & {"beyond", "beneath"} and at:
            figure = line.tokens[at - 1].figure
            return token if figure is not None and figure.kind == "percent" else None
        if token.word not in ("the", "its", "last", "a", "of"):
            return None
    return None


def _word(line: Line, now_at: int, base_at: int) -> Token | None:
    """The one word of change between the two, or just before the first; several that disagree say nothing."""
    tokens = line.tokens
    low, high = min(now_at, base_at), max(now_at, base_at)
    inside = [token for token in tokens[low + 1 : high] if token.tags & {"up", "down"}]
    if not inside and any(token.word in _TURNING for token in tokens[low + 1 : high]):
        return None
    words = inside or _leading(tokens, low - 2 if _grows_by(tokens, low) else low)
    ways = {"up" in token.tags for token in words}
    both = any({"up", "down"} <= token.tags for token in words)
    return words[0] if len(ways) == 1 and not both else None


def _grows_by(tokens: tuple[Token, ...], at: int) -> bool:
    """``trimmed its forecast to growth of 3.3 percent``: the noun of change names the level and moves nothing."""
    figure = tokens[at].figure
    rate = figure is not None and figure.kind == "percent"
    return rate and at > 1 and tokens[at - 1].word == "of" and bool(tokens[at - 2].tags & {"up", "down"})


_TURNING = frozenset({"though", "although", "but", "while", "whereas", "yet", "however"})


def _leading(tokens: tuple[Token, ...], low: int) -> list[Token]:
    """The words of change just before the first of two levels, with no colon or other clause between."""
    found: list[Token] = []
    for token in reversed(tokens[max(0, low - 4) : low]):
        if token.word in (":", ";") or token.word in _TURNING:
            break
        if token.tags & {"up", "down"}:
            found.append(token)
    return found
