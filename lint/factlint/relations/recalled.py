"""What a sentence takes up with "the": ``the $4.4 billion plan``, ``the 350 Nm of torque``. It must have been given before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factlint.article.article import BlockKind
from factlint.claims.bind import Bound
from factlint.claims.claim import Claim
from factlint.claims.lines import Line, Token
from factlint.claims.pointing import described
from factlint.claims.subjects import SUBJECT_KINDS
from factlint.figures.figure import Figure
from factlint.relations.around import alike, has_value
from factlint.relations.relation import tightest
from factlint.relations.restating import restatements
from factlint.relations.slips import slip

_KINDS = frozenset({"count", "money", "measure"})
_BACK = 3
_MEASURED = 3
_MANY = 60


class Recalled(NamedTuple):
    """A figure that is taken up, and the one that was given."""

    later: Claim
    earlier: Claim


def recalled(bound: Bound) -> Iterator[Recalled]:
    """Every figure behind "the" that was never given, with the one that it is a slip away from."""
    given: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for line in bound.lines:
        if line.block.cell is not None or line.block.kind is BlockKind.HEADLINE:
            continue
        for position, figure in line.figures():
            claim = bound.claim(figure)
            if claim is None or figure.kind not in _KINDS or not has_value(figure) or figure.value is None:
                continue
            before = given[claim.story, figure.kind, figure.unit]
            if _takes_up(line, position, claim):
                earlier = _meant(claim, before, _owned(line.tokens, position))
                if earlier is not None:
                    yield Recalled(claim, earlier)
            if len(before) < _MANY:
                before.append(claim)


def _takes_up(line: Line, position: int, claim: Claim) -> bool:
    """Whether "the" leads to a figure and a noun or participle behind it says what it is, and no other period."""
    words, tokens = restatements(), line.tokens
    figure = claim.figure
    if claim.role not in ("level", "end") or figure.is_range or line.quoted(figure):
        return False
    if _owned(tokens, position):
        return claim.basis is None and not any(_other_time(token) for token in tokens)
    if not position or tokens[position - 1].word not in words.definite:
        return False
    if any(token.word in words.comparing for token in tokens[max(0, position - _BACK) : position - 1]):
        return False
    behind = tokens[position + 1 : position + 1 + _MEASURED]
    following = tokens[position + 1 : position + 3 + _MEASURED]
    if any(token.name and token.name.kind in SUBJECT_KINDS for token in following):
        return False
    told = behind[:2] if behind and behind[0].word in words.taken_up else following
    if any(token.word in words.elsewhere for token in told):
        return False
    if any(token.word in words.versions for token in tokens):
        return False
    if figure.kind == "count":
        return figure.noun is not None and figure.noun.lower() not in words.common
    if not behind:
        return False
    named = any(tag.startswith("m:") for token in behind[:2] for tag in token.tags) and behind[0].word == "of"
    return behind[0].word in words.taken_up or named or behind[0].word == "of"


def _other_time(token: Token) -> bool:
    """Whether a word of a sentence leads to another time than that of the sentence before."""
    figure = token.figure
    dated = figure is not None and (figure.relative is not None or figure.kind in ("date", "period"))
    return dated or token.word in ("had", "was once", "previous", "last", "next", "earlier", "ago", "test")


def _owned(tokens: Sequence[Token], position: int) -> bool:
    """``Geely's 307,133``, ``Geely's figure of 307,133``: what somebody has must have been given."""
    at = position - 1
    if at > 0 and tokens[at].word == "of" and tokens[at - 1].word in restatements().tallies:
        at -= 2
    if at >= 0 and tokens[at].word == "s":
        at -= 1
    if at < 0:
        return False
    name, bare = tokens[at].name, tokens[at].word.removesuffix("'s").removesuffix("’s")
    possessive = tokens[at].possessive or at < position - 1 or bare != tokens[at].word
    return possessive and (name.kind in SUBJECT_KINDS if name is not None else bare in described())


def _meant(claim: Claim, before: list[Claim], owned: bool) -> Claim | None:
    """The one earlier figure that may be meant: of the same thing, and a slip away; None when the figure itself was given."""
    figure = claim.figure
    kin = [one for one in before if _of_one_thing(one, claim, owned)]
    if any(tightest(one.figure).overlaps(tightest(figure)) for one in before):
        return None
    slipped = [
        one for one in kin if one.role in ("level", "end") and slip(figure, one.figure) and _near(figure, one.figure)
    ]
    values = {one.figure.value for one in slipped}
    return slipped[-1] if len(values) == 1 else None


def _of_one_thing(one: Claim, other: Claim, owned: bool) -> bool:
    if not alike(one.figure, other.figure) or one.figure.is_range or one.sentence == other.sentence:
        return False
    if one.subject and other.subject and one.subject != other.subject:
        return False
    if one.figure.kind == "count":
        named = owned and "subject" in one.explicit and other.subject in (one.subject, None)
        return (one.figure.noun is not None or named) and one.quoted == other.quoted
    return one.quoted == other.quoted and (
        one.measure == other.measure or None in (one.measure, other.measure) or one.figure.kind == "money"
    )


def _near(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one order: a scale word that slipped is for other rules."""
    return one.value is not None and other.value is not None and other.value / 2 < one.value < other.value * 2
