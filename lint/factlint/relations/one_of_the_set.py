"""A range said of a set, and one that a later sentence counts among it: ``for the five dials ... the worst of the group``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.claims.bind import Bound
from factlint.claims.lines import Line
from factlint.figures.figure import Figure
from factlint.patterns import compiled
from factlint.relations.around import has_value
from factlint.relations.cues import cue

_KINDS = frozenset({"count", "money", "percent", "measure", "duration"})
_NUMBERS = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
# all of which | each of them | the five dials | the six best-selling buses | "$28,900 to $39,900, without exception"
_SET = compiled(
    rf"\b(?:all|each|every|both|no exceptions?|without exception|(?:the|these|our|its|of|on|with|for) (?:[\w-]+ )?{_NUMBERS}(?! (?:percent|per cent|%)))\b|\bprice (?:list|sheet)\b"
    r"|\b(?:list|sheet)\b"
)
# the deepest of them | among these ten | the worst of the group | on the same sheet | my favorite
_AMONG = compiled(
    rf"(?<!not )\b(?:of them|among (?:them|these|those)|one of (?:these|them|the {_NUMBERS})|of the (?:group|field|set|lot|bunch|{_NUMBERS})"
    r"|of (?:these|those)|of the same (?:list|sheet)|(?:on|in) the same (?:list|sheet|price list|table)|same (?:list|sheet)"
    r"|(?:my|our) (?:favou?rite|pick|choice))\b"
)
_ASIDE = frozenset({*cue("beside_the_range"), *cue("no_members")}) - {
    "pack",
    "battery",
    "was",
    "had",
    "used",
    "than",
    "test",
    "on",
    "in",
}
_APART = frozenset(
    {"not", "rival", "rivals", "other", "another", "except", "unlike", "outside", "above", "below", "beyond", "besides", "addition", "on average"}
)  # fmt: skip
_AHEAD = 3
_FAR = Fraction(3, 2)


def counted_among(bound: Bound) -> Iterator[tuple[Figure, Figure, bool]]:
    """(range, member, quoted): what a sentence counts among the set that a range was given for."""
    text = bound.article.text
    for line in bound.lines:
        if line.block.cell is not None or not any(figure.is_range for _, figure in line.figures()):
            continue
        if not _SET.search(text[line.sentence.start : line.sentence.end].lower()):
            continue
        wholes = [
            figure for _, figure in line.figures() if figure.is_range and figure.kind in _KINDS and has_value(figure)
        ]
        if len(wholes) != 1 or not _plain(bound, wholes[0]):
            continue
        member = _member(bound, line, wholes[0])
        if member is not None:
            yield wholes[0], member, line.quoted(wholes[0])


def _plain(bound: Bound, whole: Figure) -> bool:
    """Whether a range is of levels that are: neither changes nor aims."""
    claim = bound.claim(whole)
    return (
        claim is not None and claim.status in ("actual", "forecast") and claim.role != "change" and not claim.headline
    )


def _member(bound: Bound, line: Line, whole: Figure) -> Figure | None:
    """The one figure of the range's sort in the first of the next sentences that counts it among the set."""
    text = bound.article.text
    for step in range(1, _AHEAD + 1):
        following = bound.line_of.get(line.sentence.index + step)
        if following is None:
            continue
        if following.sentence.story != line.sentence.story or following.block.cell is not None:
            return None
        own = text[following.sentence.start : following.sentence.end].lower()
        words = {word.strip(",.;:()") for word in own.split()}
        if words & _ASIDE or words & _APART:
            return None
        alike = [one for _, one in following.figures() if _alike(one, whole)]
        if alike and _AMONG.search(own):
            other = bound.claim(alike[0])
            plain = other is not None and other.status == "actual" and other.role != "change"
            return alike[0] if len(alike) == 1 and plain and _near(whole, alike[0]) else None
        if alike:
            return None
    return None


def _alike(figure: Figure, whole: Figure) -> bool:
    """Whether a figure is of the sort of a range; a price per unit may leave its unit out."""
    unit = (whole.unit or "").partition("/")[0]
    same = figure.unit == whole.unit or (figure.kind == "money" and figure.unit == unit)
    return figure.kind == whole.kind and same and not figure.is_range and has_value(figure) and figure.hedge is None


def _near(whole: Figure, figure: Figure) -> bool:
    if whole.low is None or whole.high is None or figure.value is None:
        return False
    return whole.low / _FAR < figure.value < whole.high * _FAR
